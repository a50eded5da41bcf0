/**
 * People who type in the demo's year. A seed has no browser, so their edits go the way of a live room behind its gate: the
 * power is asked, the author's client id is bound, and each edit is a row of the log with its hash.
 */
import type * as Y from "yjs";
import { candidateThing, findCandidate } from "../../db/store/candidate.ts";
import { findDefinition } from "../../db/store/definition.ts";
import { appendTextUpdates, bindTextClients } from "../../db/store/definition-text.ts";
import { loadPerson } from "../../db/store/membership.ts";
import type { ClauseKind, Inline, Parameter } from "../../domain/definition/control-text.ts";
import { clauseText } from "../../domain/definition/control-text.ts";
import { powers } from "../../domain/powers.ts";
import { isRefusal } from "../../domain/refusal.ts";
import { bracketFormatKey, definitionRoots, keyOf, readEmbed, readParameter } from "../../protocol/definition-shape.ts";
import { readDefinition } from "../../protocol/definition-text.ts";
import { readHead } from "../coediting/head.ts";
import type { Telling } from "./telling.ts";

type Part = { insert: string | object; attributes?: Record<string, unknown> };
type NewClause = { level: number; kind: ClauseKind; content: string | Inline[] };

/** Clauses are named by words that stand in them; each call is one edit of the log. */
export type Pen = {
  /** Puts words in the place of others. */
  replace(where: string, was: string, now: string): void;
  /** Adds words at the end of the clause. */
  append(where: string, words: string): void;
  /** A new clause behind the one named. */
  addAfter(where: string, clause: NewClause): void;
  /** Takes the clause away, as the editor does: its text goes, its place is marked. */
  remove(where: string): void;
  /** Gives the typed parameter that stands for these words another value and other words. */
  setParameter(where: string, raw: string, parameter: Partial<Parameter> & { raw: string }): void;
  /** Puts words of the clause, and the typed parameter before them if it is so said, into square brackets (rule D6). */
  bracket(where: string, words: string, delegations: string[], withParameter?: boolean): void;
};

/** Where each clause of the text lies: the indices of its first unit and of the unit behind its last. */
function clauseSpans(doc: Y.Doc): { nid: string; from: number; to: number }[] {
  const spans: { nid: string; from: number; to: number }[] = [];
  let index = 0;
  for (const { insert } of definitionRoots(doc).text.toDelta() as Part[]) {
    const embed = typeof insert === "string" ? null : readEmbed(insert);
    index += typeof insert === "string" ? insert.length : 1;
    if (embed && "clause" in embed) spans.push({ nid: embed.clause, from: index, to: index });
    const last = spans.at(-1);
    if (last) last.to = index;
  }
  return spans;
}

function spanOf(doc: Y.Doc, where: string) {
  const found = readDefinition(doc).clauses.filter((clause) => clauseText(clause).includes(where));
  if (found.length !== 1) throw new Error(`"${where}" stands in ${found.length} clauses, not in one.`);
  return clauseSpans(doc).find((span) => span.nid === found[0]!.nid)!;
}

/** The index of words in a clause; they lie within one run of characters. */
function indexOf(doc: Y.Doc, where: string, words: string): number {
  const { from, to } = spanOf(doc, where);
  let index = 0;
  for (const { insert } of definitionRoots(doc).text.toDelta() as Part[]) {
    const length = typeof insert === "string" ? insert.length : 1;
    if (typeof insert === "string" && index >= from && index < to) {
      const at = insert.indexOf(words);
      if (at >= 0) return index + at;
    }
    index += length;
  }
  throw new Error(`"${words}" does not stand in the clause "${where}".`);
}

function penOn(doc: Y.Doc, newId: () => string): Pen {
  const { text, clauses } = definitionRoots(doc);
  const insert = (index: number, content: string | Inline[]): number => {
    const parts = typeof content === "string" ? [{ text: content }] : content;
    let at = index;
    for (const part of parts) {
      if ("text" in part) text.insert(at, part.text, {});
      else if ("param" in part) {
        const pid = newId();
        clauses.set(keyOf(pid, "param"), part.param);
        text.insertEmbed(at, { param: pid }, {});
      } else text.insertEmbed(at, part, {});
      at += "text" in part ? part.text.length : 1;
    }
    return at;
  };
  const edit = (work: () => void) => doc.transact(work);
  return {
    replace: (where, was, now) =>
      edit(() => {
        const at = indexOf(doc, where, was);
        insert(at + was.length, now);
        text.delete(at, was.length);
      }),
    append: (where, words) => edit(() => void insert(spanOf(doc, where).to, words)),
    addAfter: (where, { level, kind, content }) =>
      edit(() => {
        const { to } = spanOf(doc, where);
        const nid = newId();
        clauses.set(keyOf(nid, "level"), level);
        clauses.set(keyOf(nid, "kind"), kind);
        clauses.set(keyOf(nid, "marking"), "AMBER");
        text.insertEmbed(to, { clause: nid }, {});
        insert(to + 1, content);
      }),
    remove: (where) =>
      edit(() => {
        const { nid, from, to } = spanOf(doc, where);
        text.delete(from, to - from);
        clauses.set(keyOf(nid, "gone"), true);
      }),
    setParameter: (where, raw, parameter) =>
      edit(() => {
        spanOf(doc, where);
        for (const [key, value] of clauses.entries()) {
          const known = key.endsWith(":param") ? readParameter(value) : null;
          if (known?.raw === raw) {
            clauses.set(key, { ...known, ...parameter });
            return;
          }
        }
        throw new Error(`No parameter stands for "${raw}".`);
      }),
    bracket: (where, words, delegations, withParameter = false) =>
      edit(() => {
        const before = withParameter ? 1 : 0;
        const from = indexOf(doc, where, words) - before;
        text.format(from, words.length + before, { [bracketFormatKey]: { delegations } });
      }),
  };
}

/** Lets a person edit the text of a candidate at the story's time. */
export async function typeText(
  telling: Telling,
  name: string,
  candidate: string,
  edit: (pen: Pen) => void,
): Promise<void> {
  const { context } = telling;
  const author = telling.person(name);
  await context.db.write(async (tx) => {
    const found = (await findCandidate(tx, candidate))!;
    const standing = (await loadPerson(tx, author.personId))!;
    const answer = powers["edit-definition"](standing, await candidateThing(tx, found));
    if (isRefusal(answer)) throw new Error(`${name} could not type: ${answer.rule} ${answer.reason}`);
    const definition = (await findDefinition(tx, found.id))!;
    const { doc, head } = (await readHead(tx, definition.id))!;
    const updates: Uint8Array[] = [];
    doc.on("update", (update: Uint8Array) => updates.push(update));
    edit(penOn(doc, () => context.newId().slice(0, 16)));
    const hand = { personId: author.personId, sessionId: `seed-${context.newId().slice(0, 12)}` };
    await bindTextClients(tx, definition.id, [{ clientId: doc.clientID, ...hand }]);
    await appendTextUpdates(
      tx,
      head,
      updates.map((bytes) => ({ bytes, ...hand })),
    );
  });
}

/** The clause in whose words these stand. */
export async function findNid(telling: Telling, candidate: string, where: string): Promise<string> {
  return telling.context.db.read(async (tx) => {
    const found = (await findCandidate(tx, candidate))!;
    const definition = (await findDefinition(tx, found.id))!;
    return spanOf((await readHead(tx, definition.id))!.doc, where).nid;
  });
}
