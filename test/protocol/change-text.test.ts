/** Amendments written into live text: the result is what was amended, and everything that stays keeps its characters. */
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { changesBetween, isSameClause, withChanges } from "../../domain/definition/amendment-change.ts";
import { type Clause, clauseKinds, type Inline } from "../../domain/definition/control-text.ts";
import { applyChanges } from "../../protocol/change-text.ts";
import { definitionRoots, keyOf } from "../../protocol/definition-shape.ts";
import { readDefinition, writeClauses } from "../../protocol/definition-text.ts";
import { Chance } from "../editor/chance.ts";

function clause(nid: string, content: string | Inline[], more: Partial<Clause> = {}): Clause {
  const inline = typeof content === "string" ? [{ text: content }] : content;
  return { nid, level: 1, kind: "item", marking: "AMBER", caveat: [], content: inline, ...more };
}

function written(clauses: Clause[]): Y.Doc {
  const doc = new Y.Doc();
  writeClauses(doc, clauses);
  return doc;
}

let ids = 0;
function newId(): string {
  ids += 1;
  return `new${ids}`;
}

function amend(doc: Y.Doc, after: Clause[]): void {
  const changes = changesBetween(readDefinition(doc).clauses, after);
  applyChanges(doc, changes, changes, newId);
}

const qubits = (value: string): Inline => ({
  param: { quantity: "qubits", comparator: ">=", value, unit: "1", raw: `${value} or more qubits` },
});

/** Which items of the text still stand: client and clock of every character that is not deleted. */
function characters(doc: Y.Doc): Map<string, string> {
  const found = new Map<string, string>();
  const { text } = definitionRoots(doc);
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
    [...item.content.str].forEach((character, at) => {
      found.set(`${item.id.client}:${item.id.clock + at}`, character);
    });
  }
  return found;
}

describe("words", () => {
  it("[A1] changes the words that differ and leaves every other character to its author", () => {
    const doc = written([clause("a", "Machines with 34 or more qubits and a low error.")]);
    const before = characters(doc);
    amend(doc, [clause("a", "Machines with 50 or more qubits and a very low error.")]);
    expect(readDefinition(doc).clauses[0]!.content).toEqual([
      { text: "Machines with 50 or more qubits and a very low error." },
    ]);
    const kept = [...characters(doc)].filter(([id]) => before.has(id)).map(([, character]) => character);
    expect(kept.join("")).toBe("Machines with  or more qubits and a low error.");
  });

  it("[A1] sets the value of a typed parameter under its key, so that it stays the same thing in the text", () => {
    const doc = written([clause("a", [{ text: "Machines of " }, qubits("34"), { text: "." }])]);
    const { clauses } = definitionRoots(doc);
    const pid = [...clauses.keys()].find((key) => key.endsWith(":param"))!;
    amend(doc, [clause("a", [{ text: "Machines of " }, qubits("100"), { text: "." }])]);
    expect(readDefinition(doc).clauses[0]!.content[1]).toEqual(qubits("100"));
    expect(clauses.get(pid)).toEqual((qubits("100") as { param: unknown }).param);
  });

  it("[A1] changes a parameter that stands in two clauses in the amended one only", () => {
    const doc = written([clause("a", [qubits("34")]), clause("b", "x")]);
    const { text, clauses } = definitionRoots(doc);
    const pid = [...clauses.keys()].find((key) => key.endsWith(":param"))!.replace(":param", "");
    text.insertEmbed(text.length, { param: pid }, {});
    amend(doc, [clause("a", [qubits("35")]), clause("b", [{ text: "x" }, qubits("34")])]);
    const read = readDefinition(doc).clauses;
    expect(read[0]!.content).toEqual([qubits("35")]);
    expect(read[1]!.content).toEqual([{ text: "x" }, qubits("34")]);
  });

  it("[D6] puts words that stay into brackets without writing them anew, and takes brackets away again", () => {
    const doc = written([clause("a", "Machines with 34 qubits.")]);
    const before = [...characters(doc).keys()];
    const bracket = { id: "b1", delegations: ["Japan"] };
    amend(doc, [
      clause("a", [
        { text: "Machines with " },
        { bracket: { ...bracket, content: [{ text: "34 qubits" }] } },
        { text: "." },
      ]),
    ]);
    expect(readDefinition(doc).clauses[0]!.content[1]).toEqual({
      bracket: { ...bracket, content: [{ text: "34 qubits" }] },
    });
    expect([...characters(doc).keys()]).toEqual(before);
    amend(doc, [clause("a", "Machines with 34 qubits.")]);
    expect(readDefinition(doc).clauses[0]!.content).toEqual([{ text: "Machines with 34 qubits." }]);
    expect([...characters(doc).keys()]).toEqual(before);
  });

  it("[A6] keeps what a colleague types elsewhere in the clause at the same time", () => {
    const doc = written([clause("a", "Machines with 34 qubits and a low error.")]);
    const colleague = new Y.Doc();
    definitionRoots(colleague);
    Y.applyUpdate(colleague, Y.encodeStateAsUpdate(doc));
    definitionRoots(colleague).text.insert("Machines".length + 1, " sold abroad", {});
    amend(doc, [clause("a", "Machines with 50 qubits and a low error.")]);
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(colleague));
    expect(readDefinition(doc).clauses[0]!.content).toEqual([
      { text: "Machines sold abroad with 50 qubits and a low error." },
    ]);
  });
});

describe("clauses", () => {
  it("[A1] adds, takes away, re-levels and moves", () => {
    const doc = written([clause("a", "One"), clause("b", "Two"), clause("c", "Three"), clause("d", "Four")]);
    const after = [
      clause("n", "New at the front", { kind: "note", level: 2 }),
      clause("c", "Three", { level: 2 }),
      clause("a", "One"),
      clause("m", "New behind one"),
      clause("d", "Four and more"),
    ];
    amend(doc, after);
    expect(readDefinition(doc).clauses).toEqual(after);
    expect(definitionRoots(doc).clauses.get(keyOf("b", "gone"))).toBe(true);
  });

  it("[A1] brings a clause back under its own identifier, in its place", () => {
    const all = [clause("a", "One"), clause("b", "Two"), clause("c", "Three")];
    const doc = written(all);
    amend(doc, [all[0]!, all[2]!]);
    amend(doc, [all[0]!, all[1]!, all[2]!]);
    expect(readDefinition(doc)).toMatchObject({ clauses: all, strays: [], doubledNids: [] });
  });

  it("[A1] puts a chosen new clause behind the one in front of it where that was not chosen", () => {
    const doc = written([clause("a", "One"), clause("b", "Two")]);
    const after = [clause("a", "One"), clause("x", "First new"), clause("y", "Second new"), clause("b", "Two")];
    const changes = changesBetween(readDefinition(doc).clauses, after);
    applyChanges(
      doc,
      changes.filter(({ nid }) => nid === "y"),
      changes,
      newId,
    );
    expect(readDefinition(doc).clauses.map(({ nid }) => nid)).toEqual(["a", "y", "b"]);
  });
});

/** Random texts of few words, so that much is common to any two of them. */
function randomContent(chance: Chance): Inline[] {
  const words = ["qubit ", "34 ", "or ", "more, ", "é", "😀", "量 "];
  const content: Inline[] = [];
  for (let parts = chance.between(0, 5); parts > 0; parts--) {
    const text = Array.from({ length: chance.between(1, 6) }, () => chance.pick(words)).join("");
    const last = content.at(-1);
    if (last && "text" in last) last.text += text;
    else content.push({ text });
    if (chance.happens(0.3)) content.push(qubits(String(chance.between(1, 3))));
    if (chance.happens(0.2)) content.push({ xref: chance.pick(["4A906", "a1"]) });
    if (chance.happens(0.25)) {
      const delegations = [chance.pick(["JP", "NL"])];
      content.push({ bracket: { delegations, content: [{ text: chance.pick(words) }] } }, { text: "x" });
    }
  }
  return content;
}

function randomClauses(chance: Chance, known: Clause[]): Clause[] {
  const left = known.filter(() => chance.happens(0.8));
  const kept = left.map((one) => (chance.happens(0.5) ? one : { ...one, content: randomContent(chance) }));
  const moved = kept.filter(() => chance.happens(0.15));
  const still = kept.filter((one) => !moved.includes(one));
  for (const one of moved) still.splice(chance.between(0, still.length), 0, one);
  for (let added = chance.between(0, 3); added > 0; added--) {
    const more = { level: chance.between(1, 6), kind: chance.pick(clauseKinds) };
    still.splice(chance.between(0, still.length), 0, clause(newId(), randomContent(chance), more));
  }
  return still;
}

it("[A1] turns any text into any other, again and again, by what differs between them (600 seeded runs)", () => {
  for (let seed = 1; seed <= 150; seed++) {
    const chance = new Chance(seed);
    let text = randomClauses(chance, []);
    const doc = written(text);
    for (let turn = 0; turn < 4; turn++) {
      const next = randomClauses(chance, text);
      const changes = changesBetween(readDefinition(doc).clauses, next);
      const planned = withChanges(text, changes);
      expect(
        planned.map(({ nid }) => nid),
        `seed ${seed}`,
      ).toEqual(next.map(({ nid }) => nid));
      applyChanges(doc, changes, changes, newId);
      const read = readDefinition(doc);
      expect(read.strays, `seed ${seed}`).toEqual([]);
      expect(
        read.clauses.map(({ nid }) => nid),
        `seed ${seed} turn ${turn}`,
      ).toEqual(next.map(({ nid }) => nid));
      read.clauses.forEach((one, at) => {
        expect(isSameClause(one, next[at]!), `seed ${seed} turn ${turn} ${one.nid}`).toBe(true);
      });
      text = read.clauses;
    }
  }
});
