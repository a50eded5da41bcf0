import { describe, expect, it } from "vitest";
import { endOfSubtree, moveDown, moveUp } from "../../../domain/definition/subtree.ts";

/** `a. a.1. a.2. b. b.1.` */
const list = [1, 2, 2, 1, 2].map((level) => ({ level }));

/** The levels after a move, each with the index it had, so that one sees what went where. */
function orderAfter(move: ReturnType<typeof moveUp>): number[] {
  if (move === null) return [];
  const indices = list.map((_, index) => index);
  const run = indices.slice(move.from, move.to);
  const behind = indices.slice(move.before).filter((index) => !run.includes(index));
  const front = indices.slice(0, move.before).filter((index) => !run.includes(index));
  return [...front, ...run, ...behind];
}

describe("[D1] a clause and what hangs on it", () => {
  it("ends where a clause follows that is not deeper", () => {
    expect(list.map((_, index) => endOfSubtree(list, index))).toEqual([3, 2, 3, 5, 5]);
  });

  it("goes up over its sibling with all that hangs on both", () => {
    expect(orderAfter(moveUp(list, 3, 5))).toEqual([3, 4, 0, 1, 2]);
    expect(orderAfter(moveUp(list, 2, 3))).toEqual([0, 2, 1, 3, 4]);
  });

  it("goes down over its sibling with all that hangs on both", () => {
    expect(orderAfter(moveDown(list, 0, 3))).toEqual([3, 4, 0, 1, 2]);
  });

  it("goes out of the clause it hangs on, to the end of what hangs on the one before", () => {
    expect(orderAfter(moveUp(list, 4, 5))).toEqual([0, 1, 2, 4, 3]);
  });

  it("goes in under the clause behind, as the first that hangs on it", () => {
    expect(orderAfter(moveDown(list, 2, 3))).toEqual([0, 1, 3, 2, 4]);
  });

  it("stays where nothing stands that it could hang on", () => {
    expect(moveUp(list, 0, 3)).toBeNull();
    expect(moveUp(list, 1, 2)).toBeNull();
    expect(moveDown(list, 3, 5)).toBeNull();
  });
});
