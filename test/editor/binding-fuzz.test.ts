/**
 * Many copies, random edits, random delays, spells offline: the binding may throw nothing, must show after each edit
 * exactly what the text holds, must leave all copies equal, and must keep each character that nobody deleted once; what
 * two people carried over at once, by joining clauses that were moved together, may stand twice and is never lost.
 * 5,000 runs; `BINDING_FUZZ_RUNS=100000` for a long night, `BINDING_FUZZ_SEED` to look at one run again.
 */
import { describe, expect, it } from "vitest";
import { readDefinition } from "../../protocol/definition-text.ts";
import { Chance } from "./chance.ts";
import { type Copy, copiesOf, deliverAll, itemClause } from "./copies.ts";
import {
  carryingEdits,
  FreshCharacters,
  moveEdits,
  ordinaryEdits,
  pickEdit,
  rawEdits,
  type Scene,
  undoEdits,
} from "./random-edits.ts";

type Part = "moves" | "undo" | "dragging" | "raw";
type Kind = { name: string; parts: Part[] };

const kinds: Kind[] = [
  { name: "without moves and undo", parts: [] },
  { name: "with undo", parts: ["undo"] },
  { name: "with moves", parts: ["moves"] },
  { name: "with moves and undo", parts: ["moves", "undo"] },
  { name: "with dragging", parts: ["moves", "undo", "dragging"] },
  { name: "with a raw writer", parts: ["moves", "undo", "dragging", "raw"] },
];

const editsOfPart = { moves: moveEdits, undo: undoEdits, dragging: carryingEdits, raw: rawEdits };

const runCount = Number(process.env.BINDING_FUZZ_RUNS ?? 5_000);
const onlySeed = process.env.BINDING_FUZZ_SEED === undefined ? null : Number(process.env.BINDING_FUZZ_SEED);

/**
 * Follows which characters were written, which of them anybody took out, be it by undoing their writing, and which were
 * carried: where clauses stand side by side on the screen and far apart in the text, joining them writes words anew.
 */
class Ledger {
  readonly written = new Set<string>();
  readonly removed = new Set<string>();
  readonly carried = new Set<string>();

  /** What one copy writes that has been written before. */
  follow({ doc }: Copy): void {
    doc.getText("text").observe((event, transaction) => {
      if (transaction.origin === "network") return;
      const words = event.delta.map(({ insert }) => (typeof insert === "string" ? insert : "")).join("");
      for (const character of words) if (this.written.has(character)) this.carried.add(character);
    });
  }

  observe(before: string, after: string): void {
    const [old, now] = [countsOf(before), countsOf(after)];
    for (const character of now.keys()) if (!old.has(character)) this.written.add(character);
    for (const [character, count] of old) if ((now.get(character) ?? 0) < count) this.removed.add(character);
  }
}

/** How often each token stands. Characters whose second half was replaced are none: two of them can come out the same. */
function countsOf(words: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const character of words) {
    if (!character.endsWith("\udfff")) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return counts;
}

function startingClauses(chance: Chance, characters: FreshCharacters) {
  const count = chance.between(0, 5);
  return Array.from({ length: count }, (_, index) => itemClause(`s${index}`, characters.run(chance.between(0, 6))));
}

function fault(copy: Copy): string | null {
  if (copy.mends.length > 0) return copy.mends.join(", ");
  return copy.binding.check() ? null : "editor and text differ";
}

type Length = { people: number; edits: number };

/** One run; answers what went wrong, or null. */
function run(seed: number, kind: Kind, length?: Length): string | null {
  const chance = new Chance(seed);
  const characters = new FreshCharacters();
  const names = ["A", "B", "C", "D", "E"].slice(0, length?.people ?? chance.between(2, 5));
  const copies = copiesOf(startingClauses(chance, characters), names);
  const edits = [...ordinaryEdits, ...kind.parts.flatMap((part) => editsOfPart[part])];
  const ledger = new Ledger();
  ledger.observe("", copies[0]!.words());
  for (const copy of copies) ledger.follow(copy);
  for (let count = length?.edits ?? chance.between(10, 40); count > 0; count--) {
    const copy = chance.pick(copies);
    if (chance.happens(0.08)) copy.offline = !copy.offline;
    if (!copy.offline && chance.happens(0.6)) copy.receive(chance.between(1, copy.inbox.length + 1));
    if (chance.happens(0.3)) copy.binding.undoManager.stopCapturing();
    const before = copy.words();
    const scene: Scene = { copy, chance, characters };
    pickEdit(chance, edits)(scene);
    ledger.observe(before, copy.words());
    const wrong = fault(copy);
    if (wrong !== null) return wrong;
  }
  deliverAll(copies);
  return differenceBetween(copies) ?? (kind.parts.includes("dragging") ? null : lostOrDoubled(copies[0]!, ledger));
}

function differenceBetween(copies: Copy[]): string | null {
  const first = copies[0]!;
  for (const copy of copies) {
    const wrong = fault(copy);
    if (wrong !== null) return wrong;
    if (!copy.state.doc.eq(first.state.doc)) return "two copies differ";
    if (JSON.stringify(readDefinition(copy.doc)) !== JSON.stringify(readDefinition(first.doc))) {
      return "two copies read differently";
    }
  }
  return null;
}

function lostOrDoubled(copy: Copy, ledger: Ledger): string | null {
  const counts = countsOf(copy.words());
  for (const character of ledger.written) {
    const count = counts.get(character) ?? 0;
    const isFree = ledger.removed.has(character) || (ledger.carried.has(character) && count > 1);
    if (!isFree && count !== 1) return `${character} stands ${count} times`;
  }
  return counts.has("\ufffd") && !ledger.written.has("\ufffd") ? "a broken character" : null;
}

function runMany(kind: Kind, from: number, to: number): string[] {
  const wrong: string[] = [];
  for (let seed = from; seed < to && wrong.length < 5; seed++) {
    try {
      const found = run(seed, kind);
      if (found !== null) wrong.push(`seed ${seed}: ${found}`);
    } catch (thrown) {
      wrong.push(`seed ${seed}: ${thrown instanceof Error ? thrown.stack : String(thrown)}`);
    }
  }
  return wrong;
}

describe("the binding under random edits of many copies", () => {
  const perKind = Math.ceil(runCount / kinds.length);
  for (const kind of kinds) {
    const title = `${kind.name}: no exception, all copies equal, nothing lost and nothing doubled`;
    it(title, { timeout: 60_000 + runCount * 60 }, () => {
      expect(onlySeed === null ? runMany(kind, 1, perKind + 1) : runMany(kind, onlySeed, onlySeed + 1)).toEqual([]);
    });
  }

  it("five people, 2,000 edits of structure and words, spells offline: every word that nobody deleted stands", () => {
    expect(run(2026, { name: "a long day", parts: ["moves"] }, { people: 5, edits: 2_000 })).toBeNull();
  });
});
