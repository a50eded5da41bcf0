/** The interest graph as a picture drawn on the server, and the same lines as a table for those who do not see it. */
import { useTranslation } from "react-i18next";
import { DataTable } from "~/ui/data-table.tsx";
import { Empty } from "~/ui/layout.tsx";
import {
  columnGap,
  columns,
  nodeHeight,
  nodeWidth,
  type PlacedLine,
} from "../../../domain/membership/interest-picture.ts";
import type { InterestsData } from "./interests-data.ts";

const shownMax = 23;
/** From the left edge of one column to that of the next. */
const columnStep = nodeWidth + columnGap;
const short = (name: string) => (name.length > shownMax ? `${name.slice(0, shownMax - 1)}…` : name);

/** A line in words: "holds", "declares: Patent, direct", "names superconducting qubits". */
export function useLineWords() {
  const { t } = useTranslation("interest");
  return ({ relation, words }: Pick<PlacedLine, "relation" | "words">) => {
    if (relation !== "declared") return t(`relation.${relation}`, { words: words.join(", ") });
    const [kind, of] = words;
    return t("relation.declared", {
      kind: t(`candidate:interest.kind.${kind}`),
      class: t(`candidate:interest.class.${of}`).toLowerCase(),
    });
  };
}

export function InterestPicture({ picture }: { picture: InterestsData["picture"] }) {
  const { t } = useTranslation("interest");
  const wordsOf = useLineWords();
  if (picture.lines.length === 0) return <Empty title={t("picture.none")}>{t("picture.noneNext")}</Empty>;
  const { width, height, nodes, lines } = picture;
  const sentence = (line: PlacedLine) => `${line.from.name} ${wordsOf(line)} ${line.to.name}`;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a picture that scrolls sideways is reached by keyboard. */}
      <div className="graph" tabIndex={0} role="region" aria-label={t("picture.region")}>
        <svg
          viewBox={`0 0 ${width} ${height}`}
          role="group"
          aria-labelledby="graph-title"
          width={width}
          height={height}
        >
          <title id="graph-title">{t("picture.title", { count: lines.length })}</title>
          {Array.from({ length: columns }, (_, column) => column).map((column) => (
            <text key={column} className="graph-head" x={column * columnStep} y="16">
              {t(`picture.column.${column}`)}
            </text>
          ))}
          {lines.map((line) => (
            // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a line shows its words when it is reached by keyboard.
            <g
              key={`${line.from.id} ${line.relation} ${line.to.id}`}
              className={`graph-line graph-${line.relation}`}
              role="img"
              aria-label={sentence(line)}
              tabIndex={0}
            >
              <path d={line.path} className="graph-reach" />
              <path d={line.path} className="graph-stroke" />
              <text x={line.x} y={line.y - 5} textAnchor="middle">
                {short(wordsOf(line))}
              </text>
            </g>
          ))}
          {nodes.map((node) => (
            <g key={`${node.kind} ${node.id}`} className={`graph-node graph-${node.kind}`}>
              <title>{`${t(`picture.kind.${node.kind}`)}: ${node.name}`}</title>
              <rect x={node.x} y={node.y} width={nodeWidth} height={nodeHeight} rx="6" />
              <text className="graph-kind" x={node.x + 10} y={node.y + 17}>
                {t(`picture.kind.${node.kind}`)}
              </text>
              <text x={node.x + 10} y={node.y + 34}>
                {short(node.name)}
              </text>
            </g>
          ))}
        </svg>
      </div>
      <details className="disclosure">
        <summary>{t("picture.table", { count: lines.length })}</summary>
        <DataTable
          caption={t("picture.caption")}
          head={[{ label: t("picture.from") }, { label: t("picture.line") }, { label: t("picture.to") }]}
          rows={lines.map((line) => ({
            key: `${line.from.id} ${line.relation} ${line.to.id}`,
            cells: [line.from.name, wordsOf(line), line.to.name],
          }))}
        />
      </details>
    </>
  );
}
