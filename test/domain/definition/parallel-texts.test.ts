import { describe, expect, it } from "vitest";
import type { Clause, ControlText } from "../../../domain/definition/control-text.ts";
import { parallelTexts, thresholdPairs } from "../../../domain/definition/parallel-texts.ts";

function text(name: string, ...lines: [Clause["kind"], number, string][]): ControlText {
  return {
    ...{ format: "plenary-control-text/1", reference: "9A999", title: "", terms: [] },
    clauses: lines.map(([kind, level, words], at) => ({
      ...{ nid: `${name}-${at}`, kind, level, marking: "CLEAR", caveat: [] },
      content: [{ text: words }],
    })),
  };
}

const american = text(
  "us",
  ["heading", 1, "Lasers and “components,” as follows:"],
  ["item", 1, "[Reserved]"],
  ["item", 1, "Tunable “lasers” having an output power exceeding 1.5 W at a wavelength of 1,500 nm or more;"],
  ["item", 1, "Optical fibers of any color;"],
  ["item", 1, "Mirrors for heliostats."],
);
const european = text(
  "eu",
  ["heading", 1, "Lasers and components as follows:"],
  ["item", 1, 'Tunable "lasers" having an output power exceeding 1,5 W at a wavelength of 1 600 nm or more;'],
  ["item", 1, "Optical fibres of any colour;"],
  ["note", 1, "Fibres for telecommunication are not controlled."],
);

describe("the same entry in two lists", () => {
  it("[D12] [D13] names each difference, and holds spelling and decimal commas for none", () => {
    const rows = parallelTexts(american, european);
    expect(rows.map(({ here, there, likeness }) => [here?.nid ?? "", there?.nid ?? "", likeness])).toEqual([
      ["us-0", "eu-0", "spelling"],
      ["us-2", "eu-1", "threshold"],
      ["us-3", "eu-2", "spelling"],
      ["us-4", "", "only-here"],
      ["", "eu-3", "only-there"],
    ]);
    expect(rows[1]!.thresholds).toMatchObject([{ here: "1,500 nm or more", there: "1 600 nm or more" }]);
  });

  it("[D2] says both numbers where the same clause has another one", () => {
    expect(parallelTexts(american, european)[1]!.paths).toEqual({ here: "9A999.b", there: "9A999.a" });
  });

  it("[D12] keeps every word of both sides in the runs", () => {
    for (const { here, there, runs } of parallelTexts(american, european)) {
      const said = (kind: string) =>
        runs
          .filter((run) => run.kind === "same" || run.kind === kind)
          .map((run) => run.text)
          .join("");
      const words = (clause: Clause | null) => (clause?.content[0] as { text: string } | undefined)?.text ?? "";
      expect([said("deleted"), said("inserted")]).toEqual([words(here), words(there)]);
    }
  });

  it("[D13] pairs equal thresholds wherever they stand, and shows what one side alone has", () => {
    expect(thresholdPairs("10 GHz or more and 5 W or less", "5 W or less; 10 GHz or more")).toEqual([]);
    expect(thresholdPairs("a resolution of 12-bit or more", "a resolution of 12 bit or more")).toEqual([]);
    expect(thresholdPairs("10 GHz or more", "10 GHz or more and 5 W or less")).toMatchObject([
      { here: null, there: "5 W or less" },
    ]);
  });
});
