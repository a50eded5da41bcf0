/** The parts of a plane as shapes to draw: the union of boxes and its border, and what a moved threshold adds and takes. */
import type { Frame } from "./plane-frame.tsx";

export type DrawnBox = { key: string; x: number; y: number; width: number; height: number };

type Grid = { xs: number[]; ys: number[] };

const rising = (values: number[]): number[] => [...new Set(values)].sort((one, other) => one - other);

function gridOf(boxes: DrawnBox[]): Grid {
  return {
    xs: rising(boxes.flatMap(({ x, width }) => [x, x + width])),
    ys: rising(boxes.flatMap(({ y, height }) => [y, y + height])),
  };
}

type Covers = (column: number, row: number) => boolean;

function coverOf({ xs, ys }: Grid, boxes: DrawnBox[]): Covers {
  return (column, row) => {
    const [left, right, top, bottom] = [xs[column], xs[column + 1], ys[row], ys[row + 1]];
    if (left === undefined || right === undefined || top === undefined || bottom === undefined) return false;
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    return boxes.some((box) => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height);
  };
}

/** One path of all covered cells: within one path no seam shows between neighbours. */
function areaOf({ xs, ys }: Grid, covers: Covers): string {
  const parts: string[] = [];
  for (let row = 0; row < ys.length - 1; row++)
    for (let column = 0; column < xs.length - 1; column++)
      if (covers(column, row)) parts.push(`M${xs[column]} ${ys[row]}H${xs[column + 1]}V${ys[row + 1]}H${xs[column]}Z`);
  return parts.join("");
}

/** Lines between what is covered and what is not; where the region goes on beyond the frame there is no border. */
function borderOf({ xs, ys }: Grid, covers: Covers, frame: Frame): string {
  const parts: string[] = [];
  const lines = (
    across: number[],
    along: number[],
    isEdge: (line: number, step: number) => boolean,
    low: number,
    high: number,
    draw: (at: number, from: number, to: number) => string,
  ) => {
    for (const [line, at] of across.entries()) {
      if (at <= low || at >= high) continue;
      let from: number | null = null;
      for (let step = 0; step < along.length; step++) {
        const edge = step < along.length - 1 && isEdge(line, step);
        if (edge && from === null) from = along[step]!;
        if (!edge && from !== null) {
          parts.push(draw(at, from, along[step]!));
          from = null;
        }
      }
    }
  };
  lines(
    xs,
    ys,
    (line, step) => covers(line - 1, step) !== covers(line, step),
    frame.left,
    frame.right,
    (at, from, to) => `M${at} ${from}V${to}`,
  );
  lines(
    ys,
    xs,
    (line, step) => covers(step, line - 1) !== covers(step, line),
    frame.top,
    frame.bottom,
    (at, from, to) => `M${from} ${at}H${to}`,
  );
  return parts.join("");
}

export type Regions = {
  present: { area: string; border: string };
  /** What falls in as proposed and does not now, the reverse, and the border as proposed. */
  proposed: { gained: string; lost: string; border: string };
};

export function regionsOf(before: DrawnBox[], after: DrawnBox[], frame: Frame): Regions {
  const grid = gridOf([...before, ...after]);
  const [old, now] = [coverOf(grid, before), coverOf(grid, after)];
  return {
    present: { area: areaOf(grid, old), border: borderOf(grid, old, frame) },
    proposed: {
      gained: areaOf(grid, (column, row) => now(column, row) && !old(column, row)),
      lost: areaOf(grid, (column, row) => old(column, row) && !now(column, row)),
      border: borderOf(grid, now, frame),
    },
  };
}
