/** The faults beside the text: live ones in the place of the stored, waivers as long as the clause reads as it did. */
import { describe, expect, it } from "vitest";
import { shownFaults } from "../../app/components/definition/shown-faults.ts";
import type { LiveFault } from "../../app/editor/fault-finding.ts";
import { canonicalClause } from "../../domain/definition/canonical-text.ts";
import type { Clause } from "../../domain/definition/control-text.ts";

const clause: Clause = {
  nid: "c1",
  level: 1,
  kind: "item",
  marking: "AMBER",
  caveat: [],
  content: [{ text: "Parts specially designed for lasers" }],
};
const detail = "“specially designed” stands here as plain words and not as a reference to the term.";
const name = { label: "a.", kind: "item" as const, gone: false };
const waiver = { reason: "As usual.", personName: "Claire Bouchard", at: 1 };
const stored = { code: "specially-designed-unexplained" as const, nid: "c1", detail, clause: name, waiver };
const live: LiveFault = {
  key: "one",
  code: stored.code,
  nid: "c1",
  detail,
  words: "",
  fixes: [{ name: "insert-term" }],
  at: 0,
  label: "a.",
  kind: "item",
  clauseText: canonicalClause(clause),
};
const page = { faults: [stored], clauses: [clause] };

describe("faults beside the text", () => {
  it("[D7] are those on disk until the editor has judged the text", () => {
    expect(shownFaults(page, null)).toMatchObject([{ detail, waiver, onDisk: stored, fixes: [] }]);
  });

  it("[D8] stay waived while the clause reads as it did, and no longer", () => {
    expect(shownFaults(page, [live])).toMatchObject([{ key: "one", waiver, onDisk: stored }]);
    const changed = canonicalClause({ ...clause, content: [{ text: "Parts specially designed for masers" }] });
    expect(shownFaults(page, [{ ...live, clauseText: changed }])).toMatchObject([{ waiver: null, onDisk: null }]);
    expect(shownFaults(page, [])).toEqual([]);
  });

  it("[D8] that are newer than the page can be mended, and waived only once they are on disk", () => {
    const fresh = { ...live, nid: "c2", label: "b.", key: "two" };
    expect(shownFaults(page, [fresh])).toMatchObject([
      { onDisk: null, waiver: null, fixes: [{ name: "insert-term" }] },
    ]);
  });
});
