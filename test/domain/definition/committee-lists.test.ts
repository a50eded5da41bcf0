/** Who keeps a committee's lists of terms and systems, and how a list is put together. */
import { describe, expect, test } from "vitest";
import { commonTerms } from "../../../domain/definition/common-terms.ts";
import { quantityKey } from "../../../domain/definition/quantity-key.ts";
import { readFigureRow, readValue, systemKey } from "../../../domain/definition/system.ts";
import { termKey, termList } from "../../../domain/definition/term-list.ts";
import { type Actor, type HeldRole, type RoleName, thePublic } from "../../../domain/membership/role.ts";
import { powers } from "../../../domain/powers.ts";
import { isRefusal } from "../../../domain/refusal.ts";

const committeeId = "qtac";
const held = (role: RoleName, more: Partial<HeldRole> = {}): HeldRole => ({
  ...{ role, committeeId, seatId: null, memberId: null },
  ...more,
});
const person = (...roles: HeldRole[]): Actor => ({ kind: "person", personId: "p", name: "P", memberId: "no", roles });

const cells: [string, Actor, string][] = [
  ["a holder", person(held("holder", { seatId: "s", memberId: "no" })), "+"],
  ["an alternate", person(held("alternate", { seatId: "s", memberId: "no" })), "+"],
  ["the chair", person(held("chair")), "+"],
  ["the vice-chair", person(held("vice-chair")), "+"],
  ["the secretariat", person(held("secretariat")), "role"],
  ["an observer", person(held("observer")), "role"],
  ["a government reviewer", person(held("government-reviewer", { committeeId: null, memberId: "no" })), "role"],
  ["another committee's holder", person(held("holder", { committeeId: "stac", seatId: "x" })), "not-found"],
  ["the public", thePublic, "not-found"],
];
const acts = [
  "define-term",
  "redefine-term",
  "record-system",
  "correct-figure",
  "import-systems",
  "withdraw-system",
] as const;

describe.each(acts)("[W1 W2 W8] %s", (act) => {
  test.each(cells)("%s", (_, actor, expected) => {
    const answer = powers[act](actor, { committeeId });
    expect(isRefusal(answer) ? answer.code : "+").toBe(expected);
  });
});

describe("a term list", () => {
  test("[D4] has one definition for each term: the text's own, else the committee's, else the common one", () => {
    const list = termList([
      { term: "Use", definition: "the committee's", scope: "committee" },
      { term: "'use'", definition: "the text's", scope: "candidate" },
      { term: "zeta", definition: "z", scope: "committee" },
    ]);
    expect(list.filter(({ term }) => termKey(term) === "use")).toEqual([
      { term: "'use'", definition: "the text's", scope: "candidate" },
    ]);
    expect(list).toHaveLength(commonTerms.length + 1);
    expect(list.at(-1)?.term).toBe("zeta");
    expect(termList([]).every(({ scope }) => scope === "common")).toBe(true);
  });
});

describe("names by which things meet", () => {
  test("[D3] quantities by their plain words and the field's other names for them", () => {
    expect(quantityKey("'C-NOT error'")).toBe(quantityKey("two-qubit gate error"));
    expect(quantityKey("Physical qubits")).toBe(quantityKey("qubits"));
    expect(quantityKey("TPP")).toBe(quantityKey("total processing performance"));
    expect(quantityKey("performance density")).not.toBe(quantityKey("total processing performance"));
  });

  test("[D3] systems by maker and name, whatever the spacing and case", () => {
    expect(systemKey({ maker: "IBM", name: "ibm_fez" })).toBe(systemKey({ maker: "ibm", name: "IBM fez" }));
  });

  test("[D3] values are kept exactly, and only above zero", () => {
    expect(["7.9e-4", "4 800", "0.10", "0", "-1", "1,5", ""].map(readValue)).toEqual([
      "0.00079",
      "4800",
      "0.1",
      null,
      null,
      null,
      null,
    ]);
  });

  test("[D3] a row names each of its faults", () => {
    const { faults, read } = readFigureRow(2, { name: "x", country: "jp", year: "26", address: "http://x.example" });
    expect(read).toBeNull();
    expect(Object.keys(faults).sort()).toEqual(
      [
        "address",
        "area",
        "country",
        "kind",
        "maker",
        "quantity",
        "source",
        "source date",
        "unit",
        "value",
        "year",
      ].sort(),
    );
  });
});
