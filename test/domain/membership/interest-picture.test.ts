/** The picture of interests: the same in any order, and no line seems to end at a node that it only passes. */
import { expect, test } from "vitest";
import { layOut, nodeHeight, type PictureLine } from "../../../domain/membership/interest-picture.ts";

const node = (kind: "person" | "organisation" | "patent" | "candidate", id: string) => ({ kind, id, name: id });
const line = (from: ReturnType<typeof node>, to: ReturnType<typeof node>): PictureLine =>
  ({ from, to, relation: "declared" }) as PictureLine;
const candidate = node("candidate", "C");
const lines = [
  line(node("person", "Ana"), node("organisation", "Fjord")),
  line(node("person", "Ben"), candidate),
  line(node("person", "Cy"), node("patent", "P")),
  line(node("organisation", "Fjord"), candidate),
];

test("[X2] a line past a column runs beneath every node, each on its own height", () => {
  const { nodes, lines: placed, height } = layOut(lines);
  const lowest = Math.max(...nodes.map(({ y }) => y + nodeHeight));
  const passing = placed.filter(({ from, to }) => from.name === "Ben" || to.name === "P" || from.name === "Fjord");
  expect(passing).toHaveLength(3);
  for (const { y } of passing) {
    expect(y).toBeGreaterThan(lowest);
    expect(y).toBeLessThan(height);
  }
  expect(new Set(passing.map(({ y }) => y)).size).toBe(3);
});

test("the same lines in any order make the same picture", () => {
  expect(layOut([...lines].reverse())).toEqual(layOut(lines));
});
