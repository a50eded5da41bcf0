import { describe, expect, it } from "vitest";
import { conditionsOf } from "../../../../domain/definition/consequences/conditions.ts";
import { clausesWithThreshold } from "../../../../domain/definition/consequences/move-in-text.ts";
import { thresholdsIn } from "../../../../domain/definition/consequences/thresholds.ts";
import { type Clause, clauseText, type Inline } from "../../../../domain/definition/control-text.ts";

const item = (nid: string, level: number, ...content: Inline[]): Clause => ({
  ...{ nid, level, kind: "item", marking: "AMBER", caveat: [] },
  content,
});

const ladder = [
  item("a", 1, { text: "Quantum computers, any of the following:" }),
  item("a1", 2, {
    text: "supporting 34 or more, but fewer than 100 'physical qubits' and a 'C-NOT error' of 10⁻⁴ or less;",
  }),
  item("a2", 2, {
    text: "supporting 100 or more, but fewer than 200 'physical qubits' and a 'C-NOT error' of 10⁻³ or less;",
  }),
];

describe("[D3] a moved threshold in the text", () => {
  it("is written where it stands, and at every place where one rung ends and the next begins", () => {
    const thresholds = thresholdsIn(conditionsOf(ladder));
    const seam = thresholds.find(({ value }) => value === "100")!;
    expect(seam.places).toHaveLength(2);
    const moved = clausesWithThreshold(ladder, seam, "120");
    expect(thresholdsIn(conditionsOf(moved)).map(({ value }) => value)).toEqual(
      thresholds.map(({ value }) => (value === "100" ? "120" : value)),
    );
    expect(clauseText(moved[1]!)).toMatch(/120 'physical qubits' and a 'C-NOT error' of 10⁻⁴ or less;$/);
    expect(moved[0]).toEqual(ladder[0]);
  });

  it("changes a typed parameter with its wording, and leaves the rest of the clause alone", () => {
    const parameter = { quantity: "TPP", comparator: ">=" as const, value: "4800", unit: "TPP", raw: "4800 or more" };
    const clauses = [item("a", 1, { text: "A 'TPP' of " }, { param: parameter }, { text: "; or" })];
    const [threshold] = thresholdsIn(conditionsOf(clauses));
    const [moved] = clausesWithThreshold(clauses, threshold!, "1600");
    expect(moved!.content).toEqual([
      { text: "A 'TPP' of " },
      { param: { ...parameter, value: "1600", raw: "1600 or more" } },
      { text: "; or" },
    ]);
  });
});
