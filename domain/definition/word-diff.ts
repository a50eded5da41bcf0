/** A word-by-word comparison of two texts, bounded in time. */

export type Run = { kind: "same" | "inserted" | "deleted"; text: string };

/** Above this many differing words two texts share so little that a finer comparison says nothing; it also bounds the time. */
const differencesMax = 600;

/** Words, numbers with their points and commas, runs of white space, and every other character alone. */
export function wordTokens(text: string): string[] {
  return text.match(/\d+(?:[.,]\d+)*|[\p{L}\p{N}\p{M}_]+|\s+|[^\p{L}\p{N}\p{M}_\s]/gu) ?? [];
}

/** The shortest edit between two token lists (Myers), as the kind of each step; null when it needs more than the bound. */
function shortestEdit(before: string[], after: string[]): Run["kind"][] | null {
  const bound = Math.min(differencesMax, before.length + after.length);
  const offset = bound + 1;
  const reach = new Int32Array(2 * offset + 1);
  const trail: Int32Array[] = [];
  for (let edits = 0; edits <= bound; edits++) {
    trail.push(reach.slice());
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const down = diagonal === -edits || (diagonal !== edits && at(reach, diagonal - 1) < at(reach, diagonal + 1));
      let x = down ? at(reach, diagonal + 1) : at(reach, diagonal - 1) + 1;
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x += 1;
      reach[offset + diagonal] = x;
      if (x >= before.length && x - diagonal >= after.length) return walkBack(trail, before.length, after.length);
    }
  }
  return null;

  function at(row: Int32Array, diagonal: number): number {
    return row[offset + diagonal] ?? 0;
  }

  function walkBack(rows: Int32Array[], endX: number, endY: number): Run["kind"][] {
    const steps: Run["kind"][] = [];
    let x = endX;
    let y = endY;
    for (let edits = rows.length - 1; edits >= 0; edits--) {
      const row = rows[edits]!;
      const diagonal = x - y;
      const down = diagonal === -edits || (diagonal !== edits && at(row, diagonal - 1) < at(row, diagonal + 1));
      const fromDiagonal = down ? diagonal + 1 : diagonal - 1;
      const fromX = edits === 0 ? 0 : at(row, fromDiagonal);
      const fromY = edits === 0 ? 0 : fromX - fromDiagonal;
      while (x > fromX && y > fromY) {
        steps.push("same");
        x -= 1;
        y -= 1;
      }
      if (edits > 0) steps.push(down ? "inserted" : "deleted");
      x = fromX;
      y = fromY;
    }
    return steps.reverse();
  }
}

/**
 * The kinds of step that turn one list of words into the other: same and deleted steps go through the first, same and
 * inserted ones through the second. Lists with hardly a word in common keep their common ends only.
 */
export function tokenEdits(before: string[], after: string[]): Run["kind"][] {
  const steps = shortestEdit(before, after);
  if (steps !== null) return steps;
  const shorter = Math.min(before.length, after.length);
  let front = 0;
  while (front < shorter && before[front] === after[front]) front += 1;
  let back = 0;
  while (back < shorter - front && before.at(-1 - back) === after.at(-1 - back)) back += 1;
  const times = (kind: Run["kind"], count: number) => new Array<Run["kind"]>(count).fill(kind);
  return [
    ...times("same", front),
    ...times("deleted", before.length - front - back),
    ...times("inserted", after.length - front - back),
    ...times("same", back),
  ];
}

/** Within a change deletions come before insertions, and white space between two changes belongs to both. */
function gathered(steps: Run[]): Run[] {
  const out: Run[] = [];
  let deleted = "";
  let inserted = "";
  const flush = () => {
    if (deleted !== "") out.push({ kind: "deleted", text: deleted });
    if (inserted !== "") out.push({ kind: "inserted", text: inserted });
    deleted = "";
    inserted = "";
  };
  steps.forEach((step, index) => {
    if (step.kind === "deleted") deleted += step.text;
    else if (step.kind === "inserted") inserted += step.text;
    else if (deleted !== "" && inserted !== "" && /^\s+$/.test(step.text) && isChange(steps[index + 1])) {
      deleted += step.text;
      inserted += step.text;
    } else {
      flush();
      const last = out[out.length - 1];
      if (last?.kind === "same") last.text += step.text;
      else out.push({ ...step });
    }
  });
  flush();
  return out;
}

function isChange(step: Run | undefined): boolean {
  return step !== undefined && step.kind !== "same";
}

/**
 * The runs that turn `before` into `after`: same and deleted runs give `before`, same and inserted runs give `after`,
 * exactly. Texts with hardly a word in common are one deletion and one insertion.
 */
export function wordDiff(before: string, after: string): Run[] {
  const old = wordTokens(before);
  const now = wordTokens(after);
  const steps = shortestEdit(old, now);
  if (steps === null)
    return gathered([
      { kind: "deleted", text: before },
      { kind: "inserted", text: after },
    ]);
  let x = 0;
  let y = 0;
  return gathered(
    steps.map((kind) => {
      if (kind === "inserted") return { kind, text: now[y++]! };
      if (kind === "same") y += 1;
      return { kind, text: old[x++]! };
    }),
  );
}
