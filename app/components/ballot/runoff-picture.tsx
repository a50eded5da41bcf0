/** The rounds of a run-off as a flow: bars are options, bands the ballots that stay or go over. Drawn once for wide pages, once for narrow ones. */
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { RunoffRound } from "../../../domain/ballot/runoff-story.ts";
import type { OptionNames } from "./option-marks.ts";
import { type Flow, type FlowBand, type FlowBar, layFlow } from "./runoff-flow.ts";

export type RunoffPictureProps = {
  story: readonly RunoffRound[];
  decides: boolean;
  ballots: number;
  names: OptionNames;
};

/** `lies` has rounds as columns, from left to right; else they are rows, from top to bottom. */
type Turn = { lies: boolean; bar: number; step: number; head: number; indent: number };

const wide: Turn = { lies: true, bar: 14, step: 190, head: 28, indent: 0 };
const narrow: Turn = { lies: false, bar: 10, step: 116, head: 20, indent: 0 };
const wideAcross = 240;
const narrowAcross = 350;
const unitMax = 26;

export function RunoffPicture(props: RunoffPictureProps) {
  const { story, decides, ballots } = props;
  const most = Math.max(...story.map((round) => round.standing.length + 1));
  const slots = { wide: 24, narrow: 34, gap: 6 };
  const unitOf = (room: number, slot: number) =>
    Math.min(unitMax, Math.max(1, room - most * (slot / 2 + slots.gap)) / Math.max(1, ballots));
  const wideUnit = unitOf(wideAcross + most * slots.wide, slots.wide);
  const narrowUnit = unitOf(narrowAcross, slots.narrow);
  return (
    <>
      <FlowPicture
        {...props}
        turn={wide}
        flow={layFlow(story, decides, { unit: wideUnit, slotMin: slots.wide, gap: 10 })}
      />
      <FlowPicture
        {...props}
        turn={narrow}
        flow={layFlow(story, decides, { unit: narrowUnit, slotMin: slots.narrow, gap: slots.gap })}
      />
    </>
  );
}

function FlowPicture({ story, names, turn, flow }: RunoffPictureProps & { turn: Turn; flow: Flow }) {
  const { t } = useTranslation("ranked");
  const hatch = useId().replaceAll(":", "");
  const along = (story.length - 1) * turn.step + turn.bar + (turn.lies ? 150 : 44);
  const [width, height] = turn.lies
    ? [along, flow.across + turn.head]
    : [Math.max(flow.across, narrowAcross), along + turn.head];
  return (
    <svg
      className={turn.lies ? "runoff runoff-wide" : "runoff runoff-narrow"}
      viewBox={`0 0 ${round(width)} ${round(height)}`}
      width={turn.lies ? round(width) : "100%"}
      role="img"
      aria-label={t("rounds.picture", { count: story.length })}
    >
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="runoff-hatch-ground" width="6" height="6" />
          <rect className="runoff-hatch" width="2.5" height="6" />
        </pattern>
      </defs>
      {flow.bands.map((band) => (
        <Band key={`${band.round} ${band.option} ${band.to}`} band={band} turn={turn} />
      ))}
      {story.map(({ number }, index) => (
        <text
          key={number}
          className="runoff-head"
          x={turn.lies ? index * turn.step : 0}
          y={turn.lies ? 14 : index * turn.step + 14}
        >
          {t("rounds.round", { number })}
        </text>
      ))}
      {flow.bars.map((bar) => (
        <Bar key={`${bar.round} ${bar.option}`} bar={bar} turn={turn} names={names} hatch={hatch} />
      ))}
      {flow.bands
        .filter((band) => band.moved)
        .map((band) => (
          <MovedNumber key={`${band.option} ${band.to}`} band={band} turn={turn} />
        ))}
    </svg>
  );
}

const round = (value: number) => Math.round(value * 10) / 10;

/** A point in the picture from its place along the rounds and across the options. */
const place = (turn: Turn, along: number, across: number): [number, number] =>
  turn.lies ? [round(along), round(across + turn.head)] : [round(across), round(along + turn.head)];

const startOf = (turn: Turn, roundNumber: number) => (roundNumber - 1) * turn.step;

function Bar({ bar, turn, names, hatch }: { bar: FlowBar; turn: Turn; names: OptionNames; hatch: string }) {
  const { t } = useTranslation("ranked");
  const along = startOf(turn, bar.round);
  const [x, y] = place(turn, along, bar.from);
  const length = Math.max(round(bar.length), 1.5);
  const [width, height] = turn.lies ? [turn.bar, length] : [length, turn.bar];
  const [textX, textY] = turn.lies ? [x + turn.bar + 6, y + 14] : [x, y + turn.bar + 14];
  const word = bar.state === "standing" ? null : t(`rounds.state.${bar.state}`);
  const mark = bar.option === null ? null : names.mark(bar.option);
  return (
    <g className={`runoff-${bar.state}`}>
      <rect
        className="runoff-bar"
        x={x}
        y={y}
        width={width}
        height={height}
        fill={bar.state === "leaving" ? `url(#${hatch})` : undefined}
      />
      <text className="runoff-label" x={textX} y={textY}>
        {mark === null ? null : <tspan className="runoff-mark">{mark} </tspan>}
        {bar.votes}
        {word === null ? null : turn.lies ? (
          ` ${word}`
        ) : (
          <tspan className="runoff-word" x={textX} dy="13">
            {word}
          </tspan>
        )}
      </text>
    </g>
  );
}

/** From the edge of one bar to the edge of the next, as wide as its ballots all the way. */
function Band({ band, turn }: { band: FlowBand; turn: Turn }) {
  const [begin, end] = [startOf(turn, band.round) + turn.bar, startOf(turn, band.round + 1)];
  const half = (begin + end) / 2;
  const at = (along: number, across: number) => place(turn, along, across).join(" ");
  const path = [
    `M${at(begin, band.from)}`,
    `C${at(half, band.from)} ${at(half, band.toFrom)} ${at(end, band.toFrom)}`,
    `L${at(end, band.toFrom + band.length)}`,
    `C${at(half, band.toFrom + band.length)} ${at(half, band.from + band.length)} ${at(begin, band.from + band.length)}`,
    "Z",
  ];
  return <path className={band.moved ? "runoff-band runoff-moved" : "runoff-band"} d={path.join("")} />;
}

function MovedNumber({ band, turn }: { band: FlowBand; turn: Turn }) {
  const end = startOf(turn, band.round + 1);
  const [x, y] = place(turn, end - 14, band.toFrom + band.length / 2);
  return (
    <text className="runoff-moved-number" x={x} y={y + 4} textAnchor="middle">
      +{band.ballots}
    </text>
  );
}
