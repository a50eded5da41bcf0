import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ClauseKind, clauseKinds } from "../../../domain/definition/control-text.ts";
import {
  clausePath,
  clausePaths,
  clausePlaces,
  letters,
  type NumberedClause,
  numbers,
} from "../../../domain/definition/numbering.ts";

function listed(...rows: [number, ClauseKind][]): NumberedClause[] {
  return rows.map(([level, kind], at) => ({ nid: `c${at + 1}`, level, kind }));
}

function labels(...rows: [number, ClauseKind][]): string[] {
  return [...numbers(listed(...rows)).values()];
}

describe("numbers", () => {
  it("[D2] letters and numbers items in turn down to the sixth level", () => {
    expect(labels([1, "item"], [2, "item"], [3, "item"], [4, "item"], [5, "item"], [6, "item"], [1, "item"])).toEqual([
      "a.",
      "a.1.",
      "a.1.a.",
      "a.1.a.1.",
      "a.1.a.1.a.",
      "a.1.a.1.a.1.",
      "b.",
    ]);
  });

  it("[D2] starts the sub-items of each item afresh", () => {
    expect(labels([1, "item"], [2, "item"], [2, "item"], [1, "item"], [2, "item"])).toEqual([
      "a.",
      "a.1.",
      "a.2.",
      "b.",
      "b.1.",
    ]);
  });

  it("[D2] leaves no hole where a level is skipped", () => {
    expect(labels([1, "item"], [3, "item"], [2, "item"], [3, "item"])).toEqual(["a.", "a.1.", "a.2.", "a.2.a."]);
    expect(labels([3, "item"], [1, "item"])).toEqual(["a.", "b."]);
  });

  it("[D2] goes on after z with aa", () => {
    expect([1, 26, 27, 52, 53, 702, 703].map(letters)).toEqual(["a", "z", "aa", "az", "ba", "zz", "aaa"]);
    const many = numbers(listed(...Array.from({ length: 28 }, (): [number, ClauseKind] => [1, "item"])));
    expect(many.get("c28")).toBe("ab.");
  });

  it("[D2] numbers notes only where a subject has several", () => {
    expect(labels([1, "item"], [1, "note"], [1, "item"], [1, "note"], [1, "note"], [1, "technical-note"])).toEqual([
      "a.",
      "Note",
      "b.",
      "Note 1",
      "Note 2",
      "Technical Note",
    ]);
    expect(labels([1, "item"], [1, "technical-note"], [1, "technical-note"])).toEqual([
      "a.",
      "Technical Note 1",
      "Technical Note 2",
    ]);
  });

  it("[D2] counts the notes of an item together that stand before and after its sub-items", () => {
    expect(labels([1, "item"], [2, "note"], [2, "item"], [2, "note"], [1, "note"])).toEqual([
      "a.",
      "Note 1",
      "a.1.",
      "Note",
      "Note 2",
    ]);
  });

  it("[D2] gives headings and plain text no number, and names N.B. and related controls", () => {
    expect(labels([1, "heading"], [1, "related-control"], [1, "text"], [1, "item"], [1, "nota-bene"])).toEqual([
      "",
      "Related controls",
      "",
      "a.",
      "N.B.",
    ]);
  });

  it("[D2] numbers the items of a note by themselves and then goes on", () => {
    const clauses = listed([1, "item"], [2, "item"], [2, "note"], [3, "item"], [4, "item"], [3, "item"], [2, "item"]);
    expect([...numbers(clauses).values()]).toEqual(["a.", "a.1.", "Note", "a.", "a.1.", "b.", "a.2."]);
  });

  it("[D15] gives an exclusion the item it follows at a smaller level", () => {
    const clauses = listed([1, "item"], [2, "item"], [2, "exclusion"], [3, "exclusion"], [1, "exclusion"]);
    const places = clausePlaces(clauses);
    expect(["c3", "c4", "c5"].map((nid) => places.get(nid)!.subject)).toEqual(["c1", "c2", null]);
  });

  it("[D2] cites a clause as people do", () => {
    const clauses = listed([1, "heading"], [1, "item"], [2, "item"], [2, "note"], [3, "item"], [2, "item"]);
    expect([...clausePaths("4A906", clauses).values()]).toEqual([
      "4A906",
      "4A906.a",
      "4A906.a.1",
      "Note to 4A906.a.1",
      "a of Note to 4A906.a.1",
      "4A906.a.2",
    ]);
    expect(clausePath("4A906", clauses, "c3")).toBe("4A906.a.1");
    expect(clausePath("4A906", clauses, "c99")).toBeNull();
  });

  it("[D2] gives no two items outside notes the same number, whatever the levels", () => {
    const rows = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom<ClauseKind>("item", "heading", "text")),
    );
    fc.assert(
      fc.property(rows, (list) => {
        const shown = labels(...list).filter((label) => label !== "");
        expect(new Set(shown).size).toBe(shown.length);
      }),
    );
  });

  it("[D2] answers for every clause and stays fast on long texts", () => {
    const rows = Array.from({ length: 20_000 }, (_, at): [number, ClauseKind] => [
      (at % 6) + 1,
      clauseKinds[at % clauseKinds.length]!,
    ]);
    const began = performance.now();
    expect(numbers(listed(...rows)).size).toBe(20_000);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
