/**
 * Many copies, random edits, random delays, spells offline: the binding may throw nothing, must show after each edit
 * exactly what the text holds, must leave all copies equal, and must keep each character that nobody deleted once.
 * 5,000 runs; `BINDING_FUZZ_RUNS=100000` for a long night, `BINDING_FUZZ_SEED` to look at one run again.
 */
import { describe, expect, it } from "vitest";
import { readDefinition } from "../../protocol/definition-text.ts";
import { Chance } from "./chance.ts";
import { type Copy, copiesOf, deliverAll, itemClause } from "./copies.ts";
import {
  carryingEdits,
  FreshCharacters,
  ordinaryEdits,
  pickEdit,
  rawEdits,
  type Scene,
  undoEdits,
} from "./random-edits.ts";

type Kind = { name: string; withUndo: boolean; withCarrying: boolean; withRaw: boolean };

const kinds: Kind[] = [
  { name: "without undo", withUndo: false, withCarrying: false, withRaw: false },
  { name: "with undo", withUndo: true, withCarrying: false, withRaw: false },
  { name: "with dragging", withUndo: true, withCarrying: true, withRaw: false },
  { name: "with a raw writer", withUndo: true, withCarrying: true, withRaw: true },
];

const runCount = Number(process.env.BINDING_FUZZ_RUNS ?? 5_000);
const onlySeed = process.env.BINDING_FUZZ_SEED === undefined ? null : Number(process.env.BINDING_FUZZ_SEED);

/** Follows which characters were written, and which of them anybody took out, be it by undoing their writing. */
class Ledger {
  readonly written = new Set<string>();
  readonly removed = new Set<string>();

  observe(before: string, after: string): void {
    // Characters whose second half was replaced are no tokens: two of them can come out the same.
    const tokens = (words: string) => new Set([...words].filter((character) => !character.endsWith("\udfff")));
    const [old, now] = [tokens(before), tokens(after)];
    for (const character of now) if (!old.has(character)) this.written.add(character);
    for (const character of old) if (!now.has(character)) this.removed.add(character);
  }
}

function startingClauses(chance: Chance, characters: FreshCharacters) {
  const count = chance.between(0, 5);
  return Array.from({ length: count }, (_, index) => itemClause(`s${index}`, characters.run(chance.between(0, 6))));
}

function fault(copy: Copy): string | null {
  if (copy.mends.length > 0) return copy.mends.join(", ");
  return copy.binding.check() ? null : "editor and text differ";
}

/** One run; answers what went wrong, or null. */
function run(seed: number, kind: Kind): string | null {
  const chance = new Chance(seed);
  const characters = new FreshCharacters();
  const names = ["A", "B", "C", "D", "E"].slice(0, chance.between(2, 5));
  const copies = copiesOf(startingClauses(chance, characters), names);
  const edits = [
    ...ordinaryEdits,
    ...(kind.withUndo ? undoEdits : []),
    ...(kind.withCarrying ? carryingEdits : []),
    ...(kind.withRaw ? rawEdits : []),
  ];
  const ledger = new Ledger();
  ledger.observe("", copies[0]!.words());
  for (let count = chance.between(10, 40); count > 0; count--) {
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
  return differenceBetween(copies) ?? (kind.withCarrying ? null : lostOrDoubled(copies[0]!, ledger));
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
  const counts = new Map<string, number>();
  for (const character of copy.words()) counts.set(character, (counts.get(character) ?? 0) + 1);
  for (const character of ledger.written) {
    const count = counts.get(character) ?? 0;
    if (!ledger.removed.has(character) && count !== 1) return `${character} stands ${count} times`;
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
});
