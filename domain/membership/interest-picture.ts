/** The interest graph as a picture: people, bodies, patents and grants, candidate in four columns. Pure places, no drawing. */
import type { GraphEdge, GraphNode, NodeKind, Relation } from "./interest-graph.ts";

/** A line of the picture: what is on record, or what a person declared. */
export type PictureLine = Omit<GraphEdge, "relation"> & { relation: Relation | "declared" };

export type PlacedNode = GraphNode & { column: number; x: number; y: number };
export type PlacedLine = PictureLine & { path: string; x: number; y: number };
export type Picture = { width: number; height: number; nodes: PlacedNode[]; lines: PlacedLine[] };

/** Places in the units of the drawing. */
export const nodeWidth = 190;
export const nodeHeight = 44;
export const columnGap = 90;
const rowGap = 16;
const laneGap = 12;
const top = 36;

const columnOf: Record<NodeKind, number> = { person: 0, organisation: 1, patent: 2, grant: 2, candidate: 3 };
export const columns = 4;

const keyOf = ({ kind, id }: GraphNode) => `${kind} ${id}`;

/** Each line once, and each node that a line touches once. */
function whole(lines: readonly PictureLine[]) {
  const once = new Map<string, PictureLine>();
  const nodes = new Map<string, GraphNode>();
  for (const line of lines) {
    once.set(`${keyOf(line.from)} ${line.relation} ${keyOf(line.to)}`, line);
    for (const node of [line.from, line.to]) nodes.set(keyOf(node), node);
  }
  return { lines: [...once.values()], nodes: [...nodes.values()] };
}

/** The mean place of those in the column before to which a node is joined; nodes without any keep the order of their names. */
function pull(node: GraphNode, lines: readonly PictureLine[], places: ReadonlyMap<string, number>): number {
  const near = lines
    .flatMap(({ from, to }) => (keyOf(to) === keyOf(node) ? [from] : keyOf(from) === keyOf(node) ? [to] : []))
    .flatMap((other) => places.get(keyOf(other)) ?? []);
  return near.length === 0 ? Number.MAX_SAFE_INTEGER : near.reduce((sum, one) => sum + one, 0) / near.length;
}

/** Whether a line passes a whole column: behind a node of it the line would seem to end there. */
const passesColumn = (from: PlacedNode, to: PlacedNode) => Math.abs(from.column - to.column) > 1;

/**
 * A line from side to side; within a column it goes out and comes back in an arc, and past a column it runs beneath all
 * nodes, at `beneath`.
 */
function drawn(line: PictureLine, from: PlacedNode, to: PlacedNode, beneath: number): PlacedLine {
  const [y1, y2] = [from.y + nodeHeight / 2, to.y + nodeHeight / 2];
  if (from.column === to.column) {
    const x = from.x + nodeWidth;
    const out = x + columnGap / 2;
    return { ...line, path: `M${x} ${y1} C${out} ${y1} ${out} ${y2} ${x} ${y2}`, x: out, y: (y1 + y2) / 2 };
  }
  const [left, right] = from.column < to.column ? [from, to] : [to, from];
  const [start, end] = [left.x + nodeWidth, right.x];
  const [ya, yb] = [left.y + nodeHeight / 2, right.y + nodeHeight / 2];
  const middle = (start + end) / 2;
  if (passesColumn(from, to)) {
    const half = columnGap / 2;
    const down = `M${start} ${ya} C${start + half} ${ya} ${start + half} ${beneath} ${start + columnGap} ${beneath}`;
    const up = `H${end - columnGap} C${end - half} ${beneath} ${end - half} ${yb} ${end} ${yb}`;
    return { ...line, path: `${down} ${up}`, x: middle, y: beneath };
  }
  return {
    ...line,
    path: `M${start} ${ya} C${middle} ${ya} ${middle} ${yb} ${end} ${yb}`,
    x: middle,
    y: (ya + yb) / 2,
  };
}

/** Lays the lines out; the same lines in any order make the same picture. */
export function layOut(given: readonly PictureLine[]): Picture {
  const { lines, nodes } = whole(given);
  const places = new Map<string, number>();
  const placed = new Map<string, PlacedNode>();
  let rowsMost = 0;
  for (let column = 0; column < columns; column += 1) {
    const here = nodes
      .filter((node) => columnOf[node.kind] === column)
      .map((node) => ({ node, at: pull(node, lines, places) }))
      .sort((one, other) => one.at - other.at || one.node.name.localeCompare(other.node.name, "en"));
    here.forEach(({ node }, row) => {
      places.set(keyOf(node), row);
      placed.set(keyOf(node), {
        ...{ ...node, column, x: column * (nodeWidth + columnGap), y: top + row * (nodeHeight + rowGap) },
      });
    });
    rowsMost = Math.max(rowsMost, here.length);
  }
  const sorted = [...lines].sort((one, other) =>
    `${one.from.name} ${one.relation} ${one.to.name}`.localeCompare(
      `${other.from.name} ${other.relation} ${other.to.name}`,
    ),
  );
  const bottom = top + Math.max(1, rowsMost) * (nodeHeight + rowGap);
  let passing = 0;
  const drawnLines = sorted.map((line) => {
    const [from, to] = [placed.get(keyOf(line.from))!, placed.get(keyOf(line.to))!];
    if (passesColumn(from, to)) passing += 1;
    return drawn(line, from, to, bottom + (passing - 1) * laneGap);
  });
  return {
    width: columns * nodeWidth + (columns - 1) * columnGap,
    height: bottom + passing * laneGap,
    nodes: [...placed.values()],
    lines: drawnLines,
  };
}
