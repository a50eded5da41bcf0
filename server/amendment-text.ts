/**
 * What commands on amendments do with the text: read what a person would change, try it on a copy, and write it onto the
 * head in the transaction of the act. Nothing reaches into a live room: open editors read the log after the commit.
 */
import type * as Y from "yjs";
import type { Tx } from "../db/open.ts";
import type { BasedChange } from "../db/store/amendment.ts";
import { appendTextUpdates, bindTextClients } from "../db/store/definition-text.ts";
import { amendedCharactersMax, amendedClausesMax } from "../domain/definition/amendment.ts";
import { type ClauseChange, changesBetween, clauseKey, withChanges } from "../domain/definition/amendment-change.ts";
import { significantText } from "../domain/definition/canonical-text.ts";
import { contentWithWords, holdsBracket } from "../domain/definition/clause-words.ts";
import { type Clause, clauseText, type Inline } from "../domain/definition/control-text.ts";
import { readControlText } from "../domain/definition/read-control-text.ts";
import { isRefusal, type Refusal, refuse } from "../domain/refusal.ts";
import { applyChanges } from "../protocol/change-text.ts";
import { readDefinition } from "../protocol/definition-text.ts";
import { type HeadText, sha256 } from "./freeze-head.ts";

const shortId = (newId: () => string) => () => newId().slice(0, 16);

/** The clauses of a live text as they are compared and hashed. */
function significantClauses(doc: Y.Doc): Clause[] {
  const { clauses } = readDefinition(doc);
  return significantText({ format: "plenary-control-text/1", reference: "", title: "", terms: [], clauses }).clauses;
}

function malformed(reason: string): Refusal {
  return refuse("malformed", "A1", reason, "changes");
}

/** One clause changed by hand in a form: other words, no clause any more, or a new one behind it. */
export type FormedClause = { nid: string; words: string; doing: "change" | "remove" | "add" };

/** The text as it would read after what a form says. `wordings` are those of an earlier wording, whose parameters are kept. */
export function clausesFromForm(
  clauses: Clause[],
  formed: FormedClause[],
  { newId, wordings = [] }: { newId: () => string; wordings?: ClauseChange[] },
): Clause[] | Refusal {
  let after = clauses;
  for (const { nid, words, doing } of formed) {
    const at = after.findIndex((clause) => clause.nid === nid);
    const clause = after[at];
    if (!clause)
      return refuse("word", "A1", `The clause "${nid.slice(0, 64)}" does not stand in the text (any more).`, "clauses");
    if (doing === "remove") after = after.filter((one) => one !== clause);
    else if (doing === "add") {
      if (words.trim() === "") return refuse("reason-missing", "A1", "The new clause has no words.", "clauses");
      const { level, kind, marking, caveat } = clause;
      const added: Clause = { nid: shortId(newId)(), level, kind, marking, caveat, content: [{ text: words }] };
      after = after.toSpliced(at + 1, 0, added);
    } else {
      if (clauseText(clause) === words) continue;
      if (words.trim() === "")
        return refuse("reason-missing", "A1", "No words are left; choose to take the clause away instead.", "clauses");
      if (holdsBracket(clause.content))
        return refuse("word", "A1", "The clause holds brackets; it is amended in the editor.", "clauses");
      const earlier = wordings.find((change) => change.nid === nid)?.after;
      const content: Inline[] = contentWithWords((earlier ?? clause).content, words);
      after = after.toSpliced(at, 1, { ...clause, content });
    }
  }
  return after;
}

type RawChange = { nid?: unknown; before?: unknown; after?: unknown; behind?: unknown };

/** The clauses of one side, read as those of a control text of unknown origin. */
function readSide(raw: RawChange[], side: "before" | "after"): Map<unknown, Clause> | Refusal {
  const given = raw.filter((change) => change[side] !== null && change[side] !== undefined);
  const text = readControlText({ format: "plenary-control-text/1", clauses: given.map((change) => change[side]) });
  if (isRefusal(text)) return malformed(`The changes cannot be read: ${text.reason}`);
  return new Map(given.map((change, at) => [change.nid, text.clauses[at]!]));
}

/** The text as it would read after changes that an editor sent; refused where one rests on other words than stand (A6). */
export function clausesFromChanges(clauses: Clause[], characters: string): Clause[] | Refusal {
  let raw: unknown;
  try {
    raw = JSON.parse(characters);
  } catch {
    return malformed("The changes are no JSON.");
  }
  if (!Array.isArray(raw) || raw.length === 0 || raw.length > amendedClausesMax)
    return malformed(`An amendment changes 1 to ${amendedClausesMax} clauses.`);
  const given = raw.map((one) => (typeof one === "object" && one !== null ? (one as RawChange) : {}));
  const [before, after] = [readSide(given, "before"), readSide(given, "after")];
  if (isRefusal(before)) return before;
  if (isRefusal(after)) return after;
  const standing = new Map(clauses.map((clause) => [clause.nid, clause]));
  const changes: ClauseChange[] = [];
  for (const { nid, behind } of given) {
    if (typeof nid !== "string" || (behind !== null && typeof behind !== "string"))
      return malformed("A change names no clause.");
    const [base, wanted] = [before.get(nid) ?? null, after.get(nid) ?? null];
    const now = standing.get(nid) ?? null;
    if ((wanted ?? base)?.nid !== nid) return malformed(`The change of "${nid.slice(0, 64)}" is about another clause.`);
    if ((now === null) !== (base === null) || (now !== null && base !== null && clauseKey(now) !== clauseKey(base)))
      return refuse(
        "state",
        "A6",
        "A clause that you change has been changed by somebody else since you began. Take over how it stands now.",
        "changes",
      );
    changes.push({ nid, before: now, after: wanted, behind });
  }
  return withChanges(clauses, changes);
}

/**
 * Tries the changes on the copy of the text at hand, which is thrown away afterwards. What comes back is what the live text
 * would hold, with the hash of each clause that a change rests on.
 */
export function triedChanges(head: HeadText, after: Clause[], newId: () => string): BasedChange[] | Refusal {
  const changes = changesBetween(head.text.clauses, after);
  if (changes.length === 0)
    return refuse("word", "A1", "The text would read as it does; nothing is changed.", "changes");
  if (changes.length > amendedClausesMax)
    return refuse(
      "limit",
      "A1",
      `An amendment changes at most ${amendedClausesMax} clauses; this one ${changes.length}.`,
    );
  const characters = changes.reduce((sum, change) => sum + (change.after ? clauseText(change.after).length : 0), 0);
  if (characters > amendedCharactersMax)
    return refuse("limit", "A1", `An amendment brings at most ${amendedCharactersMax} characters.`, "changes");
  try {
    applyChanges(head.loaded.doc, changes, changes, shortId(newId));
  } catch (fault) {
    return malformed(`The change cannot stand in the text: ${(fault as Error).message}`);
  }
  const would = changesBetween(head.text.clauses, significantClauses(head.loaded.doc));
  return would.map((change) => ({ ...change, baseHash: change.before ? sha256(clauseKey(change.before)) : "" }));
}

/**
 * Writes the chosen changes onto the head as one update of the log, by nobody's hand. The caller has made sure that their
 * base stands. @returns the update's sequence and the client id of what was written
 */
export async function writeChanges(
  tx: Tx,
  head: HeadText,
  [chosen, all]: [ClauseChange[], ClauseChange[]],
  newId: () => string,
): Promise<{ sequence: number; clientId: number }> {
  const { doc } = head.loaded;
  const updates: Uint8Array[] = [];
  const keep = (update: Uint8Array) => updates.push(update);
  doc.on("update", keep);
  applyChanges(doc, chosen, all, shortId(newId));
  doc.off("update", keep);
  const standing = new Map(significantClauses(doc).map((clause) => [clause.nid, clause]));
  for (const { nid, after } of chosen) {
    const now = standing.get(nid);
    const isSo = after === null ? now === undefined : now !== undefined && clauseKey(now) === clauseKey(after);
    if (!isSo) throw new Error(`The clause ${nid} would not read as it was amended.`);
  }
  const hand = { personId: null, sessionId: null };
  await bindTextClients(tx, head.definition.id, [{ clientId: doc.clientID, ...hand }]);
  const written = await appendTextUpdates(
    tx,
    head.loaded.head,
    updates.map((bytes) => ({ bytes, ...hand })),
  );
  return { sequence: written.sequence, clientId: doc.clientID };
}
