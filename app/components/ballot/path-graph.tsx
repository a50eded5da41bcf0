/** Options on a circle, with an arrow for each link as wide as its ballots. Rule B27. */
import { useTranslation } from "react-i18next";
import type { Link, PathStory } from "../../../domain/ballot/strongest-paths.ts";
import type { OptionNames } from "./option-marks.ts";

/** With more options the numbers of the links would stand on each other. */
export const graphMax = 7;

const size = 350;
const radius = 134;
const nodeRadius = 19;
const widest = 9;
const leastWidth = 1.5;

type Point = { x: number; y: number };

const rounded = (value: number) => Math.round(value * 10) / 10;

export type PathGraphProps = {
  story: PathStory;
  /** In the order of the result, so that the first stands on top. */
  ordered: readonly string[];
  first: readonly string[];
  ballots: number;
  names: OptionNames;
};

export function PathGraph({ story, ordered, first, ballots, names }: PathGraphProps) {
  const { t } = useTranslation("ranked");
  const pointOf = (option: string): Point => {
    const angle = (2 * Math.PI * ordered.indexOf(option)) / ordered.length - Math.PI / 2;
    return { x: size / 2 + radius * Math.cos(angle), y: size / 2 + radius * Math.sin(angle) };
  };
  const strong = linksFrom(story, first);
  const key = ({ from, to }: Link) => `${from} ${to}`;
  const drawn = [...story.links].reverse();
  return (
    <svg
      className="paths"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={t("paths.picture", { count: ordered.length })}
    >
      {drawn.map((link) => (
        <Arrow
          key={key(link)}
          from={pointOf(link.from)}
          to={pointOf(link.to)}
          width={Math.max(leastWidth, (widest * link.votes) / Math.max(1, ballots))}
          isStrong={strong.has(key(link))}
        />
      ))}
      {drawn.map((link) => (
        <LinkNumbers key={key(link)} link={link} from={pointOf(link.from)} to={pointOf(link.to)} />
      ))}
      {ordered.map((option) => (
        <Node key={option} at={pointOf(option)} mark={names.mark(option)} isFirst={first.includes(option)} />
      ))}
    </svg>
  );
}

/** The links on the strongest paths from the options of the first group. */
function linksFrom({ pairs }: PathStory, first: readonly string[]): Set<string> {
  const paths = pairs.flatMap(({ one, other, forth, back }) => [
    ...(forth && first.includes(one) ? [forth] : []),
    ...(back && first.includes(other) ? [back] : []),
  ]);
  return new Set(paths.flatMap((path) => path.links.map(({ from, to }) => `${from} ${to}`)));
}

function Arrow({ from, to, width, isStrong }: { from: Point; to: Point; width: number; isStrong: boolean }) {
  const far = Math.hypot(to.x - from.x, to.y - from.y);
  const [dx, dy] = [(to.x - from.x) / far, (to.y - from.y) / far];
  const head = 8 + width;
  const at = (distance: number, aside = 0) =>
    `${rounded(from.x + dx * distance - dy * aside)} ${rounded(from.y + dy * distance + dx * aside)}`;
  const [begin, tip] = [nodeRadius, far - nodeRadius - 2];
  const neck = tip - head;
  const half = 4 + width / 2;
  return (
    <g className={isStrong ? "paths-link paths-strong" : "paths-link"}>
      <path className="paths-line" d={`M${at(begin)}L${at(neck)}`} strokeWidth={rounded(width)} />
      <path className="paths-head" d={`M${at(tip)}L${at(neck, half)}L${at(neck, -half)}Z`} />
    </g>
  );
}

/** Near where the link begins, so that the numbers of links that cross do not meet. */
const numbersAt = 0.3;

function LinkNumbers({ link, from, to }: { link: Link; from: Point; to: Point }) {
  const [x, y] = [from.x + (to.x - from.x) * numbersAt, from.y + (to.y - from.y) * numbersAt];
  const text = `${link.votes}:${link.against}`;
  const width = 8 + text.length * 7;
  return (
    <g>
      <rect className="paths-plate" x={rounded(x - width / 2)} y={rounded(y - 9)} width={width} height="18" rx="3" />
      <text className="paths-numbers" x={rounded(x)} y={rounded(y + 4)} textAnchor="middle">
        {text}
      </text>
    </g>
  );
}

function Node({ at, mark, isFirst }: { at: Point; mark: string; isFirst: boolean }) {
  return (
    <g className={isFirst ? "paths-node paths-first" : "paths-node"}>
      <circle cx={rounded(at.x)} cy={rounded(at.y)} r={nodeRadius} />
      {isFirst ? <circle className="paths-ring" cx={rounded(at.x)} cy={rounded(at.y)} r={nodeRadius - 4} /> : null}
      <text x={rounded(at.x)} y={rounded(at.y + 5)} textAnchor="middle">
        {mark}
      </text>
    </g>
  );
}
