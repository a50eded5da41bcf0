/** Amendments from both sides of every rule: notice, objection, contradiction, order of vote, what became of the base. */
import { describe, expect, it } from "vitest";
import {
  checkAcceptance,
  checkNamed,
  checkObjection,
  checkTextOpen,
  chosenChanges,
  contradicts,
  distanceOf,
  noticeTime_ms,
  orderOfVote,
  staleChanges,
} from "../../../domain/definition/amendment.ts";
import { changeKind, changesBetween, withChanges } from "../../../domain/definition/amendment-change.ts";
import {
  type AmendmentAct,
  amendmentMove,
  amendmentMoves,
  amendmentStates,
  isAmendmentOver,
} from "../../../domain/definition/amendment-life.ts";
import { bothWordings, contentWithWords, wholeInBracket } from "../../../domain/definition/clause-words.ts";
import { type Clause, type Inline, inlineText } from "../../../domain/definition/control-text.ts";
import { hour_ms } from "../../../domain/instant.ts";
import { isRefusal } from "../../../domain/refusal.ts";

function clause(nid: string, content: string | Inline[], more: Partial<Clause> = {}): Clause {
  const inline = typeof content === "string" ? [{ text: content }] : content;
  return { nid, level: 1, kind: "item", marking: "AMBER", caveat: [], content: inline, ...more };
}

const text = [clause("a", "34 or more qubits;"), clause("b", "Qubit devices;"), clause("c", "Control components.")];

describe("changes of a text", () => {
  it("[A1] names what is changed, added, taken away and moved, with the place of what is new", () => {
    const after = [clause("c", "Control components."), clause("a", "50 or more qubits;"), clause("n", "New.")];
    const changes = changesBetween(text, after);
    expect(changes.map((change) => [change.nid, changeKind(change), change.behind])).toEqual([
      ["c", "moved", ""],
      ["a", "changed", null],
      ["n", "added", "a"],
      ["b", "removed", null],
    ]);
    expect(withChanges(text, changes).map(({ nid }) => nid)).toEqual(["c", "a", "n"]);
  });

  it("[A1] finds nothing where only markings differ: they are not an amendment's to change", () => {
    const marked = text.map((one) => ({ ...one, marking: "RED" as const }));
    expect(changesBetween(text, marked)).toEqual([]);
    const [change] = changesBetween(text, [clause("a", "x", { marking: "RED" }), text[1]!, text[2]!]);
    expect(change!.after!.marking).toBe("AMBER");
  });

  it("[A1] may be chosen clause by clause, and only of its own", () => {
    const changes = changesBetween(text, [clause("a", "x"), clause("b", "y"), text[2]!]);
    expect(chosenChanges(changes, [])).toHaveLength(2);
    expect(chosenChanges(changes, ["b"])).toMatchObject([{ nid: "b" }]);
    expect(chosenChanges(changes, ["c"])).toMatchObject({ code: "word", rule: "A1", field: "clauses" });
  });
});

describe("an amendment of an amendment", () => {
  const open = { number: 3, state: "proposed" as const, names: [], namedBy: [] };
  it("[A2] is allowed once", () => {
    expect(isRefusal(checkNamed([open]))).toBe(false);
    expect(isRefusal(checkNamed([open, { ...open, number: 4, state: "contested" }]))).toBe(false);
  });
  it("[A2] is refused to what amends another, to what is being amended, and to what is over", () => {
    expect(checkNamed([{ ...open, names: [1] }])).toMatchObject({ code: "state", rule: "A2", field: "names" });
    expect(checkNamed([open, { ...open, number: 5, names: [1, 2] }])).toMatchObject({ rule: "A2" });
    expect(checkNamed([{ ...open, namedBy: [4] }])).toMatchObject({ rule: "A2" });
    for (const state of ["accepted", "rejected", "fallen", "withdrawn", "bracketed"] as const)
      expect(checkNamed([{ ...open, state }])).toMatchObject({ rule: "A2" });
  });
});

describe("notice", () => {
  const at = 1_000_000;
  it("[A3] lets seats object until 72 h have passed, and the chair accept from then on", () => {
    expect(noticeTime_ms).toBe(72 * hour_ms);
    const before = at + noticeTime_ms - 1;
    const after = at + noticeTime_ms;
    expect(isRefusal(checkObjection(at, before))).toBe(false);
    expect(checkObjection(at, after)).toMatchObject({ code: "late", rule: "A3" });
    expect(checkAcceptance({ state: "proposed", noticeAt: at }, before)).toMatchObject({ code: "state", rule: "A3" });
    expect(isRefusal(checkAcceptance({ state: "proposed", noticeAt: at }, after))).toBe(false);
  });
  it("[A4] leaves what is contested to a ballot or to brackets, however long ago its notice was", () => {
    const contested = { state: "contested" as const, noticeAt: at };
    expect(checkAcceptance(contested, at + 100 * noticeTime_ms)).toMatchObject({ code: "state", rule: "A4" });
  });
});

it("[A8] opens the text to amendments while it is drafting or resolving, and to no others", () => {
  for (const state of ["drafting", "resolving"] as const) expect(isRefusal(checkTextOpen(state))).toBe(false);
  for (const state of ["commenting", "ready", "balloting", "parked", "listed"] as const)
    expect(checkTextOpen(state)).toMatchObject({ code: "frozen", rule: "A8" });
});

describe("distance and contradiction", () => {
  const far = changesBetween(text, [clause("a", "Everything else entirely"), text[1]!, text[2]!]);
  const near = changesBetween(text, [clause("a", "50 or more qubits;"), text[1]!, text[2]!]);
  const elsewhere = changesBetween(text, [text[0]!, clause("b", "Devices;"), text[2]!]);

  it("[A5] counts the characters that go and come", () => {
    expect(distanceOf(near)).toBe(4);
    expect(distanceOf(elsewhere)).toBe("Qubit devices".length + "Devices".length);
    expect(distanceOf([...near, ...elsewhere], "a")).toBe(4);
    expect(distanceOf(changesBetween(text, text.slice(1)))).toBe("34 or more qubits;".length);
  });

  it("[A5] votes the farthest first, and of two equally far the older", () => {
    const voted = [
      { number: 1, noticeAt: 10, changes: near },
      { number: 2, noticeAt: 20, changes: far },
      { number: 3, noticeAt: 5, changes: near },
    ];
    expect(orderOfVote(voted).map(({ number }) => number)).toEqual([2, 3, 1]);
    expect(orderOfVote(voted, "a").map(({ number }) => number)).toEqual([2, 3, 1]);
  });

  it("[A5] contradict each other where both change a clause, and not where both only add", () => {
    const adds = (nid: string) => changesBetween(text, [text[0]!, clause(nid, "New."), text[1]!, text[2]!]);
    expect(contradicts(near, far)).toBe(true);
    expect(contradicts(near, elsewhere)).toBe(false);
    expect(contradicts(adds("x"), adds("y"))).toBe(false);
    expect(contradicts(changesBetween(text, text.slice(1)), near)).toBe(true);
  });
});

describe("the base of an amendment", () => {
  const changes = changesBetween(text, [clause("a", "50 or more qubits;"), clause("n", "New."), text[1]!, text[2]!]);
  it("[A6] stands while its clauses are what they were, wherever the rest of the text went", () => {
    expect(staleChanges(changes, text)).toEqual([]);
    expect(staleChanges(changes, [text[0]!, clause("b", "Other;")])).toEqual([]);
    expect(staleChanges(changes, [clause("z", "Before"), ...text])).toEqual([]);
  });
  it("[A6] has moved on when a clause changed in words, kind or level, is gone, or its place is gone", () => {
    const with_ = (first: Clause) => staleChanges(changes, [first, text[1]!, text[2]!]);
    expect(with_(clause("a", "35 or more qubits;"))).toEqual([{ nid: "a", fault: "changed" }]);
    expect(with_(clause("a", "34 or more qubits;", { level: 2 }))).toEqual([{ nid: "a", fault: "changed" }]);
    expect(with_(clause("a", "34 or more qubits;", { kind: "note" }))).toEqual([{ nid: "a", fault: "changed" }]);
    expect(staleChanges(changes, text.slice(1))).toEqual([
      { nid: "a", fault: "gone" },
      { nid: "n", fault: "place-gone" },
    ]);
    expect(staleChanges(changes, [...text, clause("n", "New.")])).toEqual([{ nid: "n", fault: "stands-already" }]);
  });
  it("[A6] counts a new clause behind another new one of the amendment as placed", () => {
    const two = changesBetween(text, [text[0]!, clause("n", "New."), clause("m", "And."), text[1]!, text[2]!]);
    expect(two.map(({ behind }) => behind)).toEqual(["a", "n"]);
    expect(staleChanges(two, text)).toEqual([]);
  });
});

describe("both wordings", () => {
  const sides = { id: "A3", alternativeId: "A3b", keep: ["Norway"], change: ["Japan", "Netherlands"] };
  it("[A4, D6] stand side by side, each attributed, the second naming the first, with what is agreed outside", () => {
    const content = bothWordings([{ text: "Machines of 34 qubits;" }], [{ text: "Machines of 50 qubits;" }], sides)!;
    expect(content).toEqual([
      { text: "Machines of " },
      { bracket: { id: "A3", delegations: ["Norway"], content: [{ text: "34" }] } },
      { bracket: { id: "A3b", delegations: ["Japan", "Netherlands"], alternativeOf: "A3", content: [{ text: "50" }] } },
      { text: " qubits;" },
    ]);
  });
  it("[A4] take one word more where one side has none there", () => {
    const content = bothWordings([{ text: "34 qubits" }], [{ text: "34 or more qubits" }], sides)!;
    expect(inlineText(content)).toBe("[34][34 or more] qubits");
  });
  it("[D6] are not made where a bracket stands already, or where nothing differs", () => {
    const held: Inline[] = [{ bracket: { delegations: ["Norway"], content: [{ text: "34" }] } }, { text: " qubits" }];
    expect(bothWordings(held, [{ text: "50 qubits" }], sides)).toBeNull();
    expect(bothWordings(held, [held[0]!, { text: " machines" }], sides)).not.toBeNull();
    expect(bothWordings([{ text: "34" }], [{ text: "34" }], sides)).toBeNull();
    expect(wholeInBracket([{ text: "New." }], "A3", ["Japan"])).toHaveLength(1);
    expect(wholeInBracket(held, "A3", ["Japan"])).toBeNull();
    expect(wholeInBracket([], "A3", ["Japan"])).toBeNull();
  });
});

it("[A1, D3] words put in by hand keep parameters and references, and a threshold in the place of one is its value", () => {
  const param = { quantity: "qubits", comparator: ">=", value: "34", unit: "1", raw: "34 or more qubits" } as const;
  const content: Inline[] = [{ text: "Machines with " }, { param }, { text: " as in " }, { xref: "4A906" }];
  expect(contentWithWords(content, "Machines with 34 or more qubits as in 4A906")).toEqual(content);
  expect(contentWithWords(content, "All machines with 34 or more qubits as in 4A906.")).toEqual([
    { text: "All machines with " },
    { param },
    { text: " as in " },
    { xref: "4A906" },
    { text: "." },
  ]);
  expect(contentWithWords(content, "Machines with many qubits as in 4A906")).toEqual([
    { text: "Machines with many qubits as in " },
    { xref: "4A906" },
  ]);
  const fifty = { ...param, value: "50", raw: "50 or more" };
  expect(contentWithWords(content, "Machines with 50 or more qubits as in 4A906")).toEqual([
    { text: "Machines with " },
    { param: fifty },
    { text: " qubits as in " },
    { xref: "4A906" },
  ]);
});

describe("Table A", () => {
  const table: Record<AmendmentAct, string[]> = {
    "propose-amendment": [],
    "object-amendment": ["proposed"],
    "accept-amendment": ["proposed", "contested"],
    "reject-amendment": ["proposed", "contested"],
    "bracket-amendment": ["contested"],
    "base-changed": ["proposed", "contested"],
    "rebase-amendment": ["stale"],
    "withdraw-amendment": ["proposed", "contested", "stale"],
    "another-adopted": ["contested"],
  };
  it("[A1–A6] moves an amendment by its rows and by nothing else", () => {
    for (const [act, from] of Object.entries(table) as [AmendmentAct, string[]][])
      for (const state of amendmentStates) {
        const move = amendmentMove(state, act);
        expect(isRefusal(move), `${act} from ${state}`).toBe(!from.includes(state));
        if (isRefusal(move)) expect(move.reason).toContain(state);
      }
    expect(amendmentMoves.find((row) => row.act === "rebase-amendment")).toMatchObject({
      to: "proposed",
      who: ["author"],
    });
  });
  it("[A5] ends in five states that no row leaves", () => {
    expect(amendmentStates.filter(isAmendmentOver)).toEqual([
      "accepted",
      "bracketed",
      "rejected",
      "fallen",
      "withdrawn",
    ]);
  });
});
