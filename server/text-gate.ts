/**
 * What stands between a text and its ballot: faults that are neither gone nor waived (rules D7, D8) and comments without
 * a disposition (rule K5). Pages show the same that commands refuse.
 */
import { inArray } from "drizzle-orm";
import type { Reader } from "../db/open.ts";
import { loadTechnicalComments } from "../db/store/comment.ts";
import { type GivenWaiver, loadWaivers } from "../db/store/definition.ts";
import type { Candidate } from "../domain/candidate/candidate.ts";
import { canonicalClause } from "../domain/definition/canonical-text.ts";
import { reopenDays } from "../domain/definition/comment.ts";
import type { ControlText } from "../domain/definition/control-text.ts";
import { type Fault, lint, openFaults } from "../domain/definition/linter.ts";
import { type Refusal, refuse } from "../domain/refusal.ts";
import { endOfWorkingDays } from "../domain/review/working-day.ts";
import { type HeadText, readHeadText, sha256 } from "./freeze-head.ts";
import { library } from "./library/published-lists.ts";
import { xrefsOf } from "./text-references.ts";

/** Of the targets that the text names, those that are candidates or adopted entries. */
async function knownReferences(tx: Reader, text: ControlText): Promise<string[]> {
  const named = [...new Set(text.clauses.flatMap((clause) => xrefsOf(clause.content)))];
  if (named.length === 0) return [];
  const { candidates, entries } = tx.t;
  const known = await tx
    .select({ name: candidates.reference })
    .from(candidates)
    .where(inArray(candidates.reference, named));
  const codes = [...new Set(named.map((target) => target.split(".")[0]!))];
  const adopted = await tx.select({ name: entries.code }).from(entries).where(inArray(entries.code, codes));
  return [...known, ...adopted].map(({ name }) => name);
}

/** The text brings the definitions of the terms that it names; a term without one is not in the list (rule D4). */
export async function faultsOf(tx: Reader, text: ControlText): Promise<Fault[]> {
  const entries = [...library().codes, ...(await knownReferences(tx, text))];
  return lint(text, { terms: [], entries });
}

/** The hash to which a waiver is bound: that of the clause's words and kind, or of the whole text for a fault of no clause. */
export function clauseTextHash(text: ControlText, nid: string): string | null {
  if (nid === "") return sha256(text.clauses.map(canonicalClause).join("\n"));
  const clause = text.clauses.find((one) => one.nid === nid);
  return clause ? sha256(canonicalClause(clause)) : null;
}

export type FaultStanding = Fault & { waiver: { reason: string; personName: string; at: number } | null };

/** Every fault of the text with the waiver that ends it, if one does. */
export async function faultStandings(tx: Reader, { definition, text }: HeadText): Promise<FaultStanding[]> {
  const [faults, waivers] = [await faultsOf(tx, text), await loadWaivers(tx, definition.id)];
  const hashOf = (nid: string) => clauseTextHash(text, nid);
  const open = new Set(openFaults(faults, waivers, hashOf));
  return faults.map((fault) => {
    const covers = (waiver: GivenWaiver) => openFaults([fault], [waiver], hashOf).length === 0;
    const waiver = open.has(fault) ? undefined : waivers.findLast(covers);
    return {
      ...fault,
      waiver: waiver ? { reason: waiver.reason, personName: waiver.personName, at: waiver.at } : null,
    };
  });
}

/** Rule D7: a refusal while a fault of the head is neither gone nor waived. */
export async function checkFaults(tx: Reader, candidate: Candidate): Promise<Refusal | null> {
  const head = await readHeadText(tx, candidate);
  if (!head) return refuse("faults", "D7", "The candidate has no text yet.");
  const open = (await faultStandings(tx, head)).filter((fault) => fault.waiver === null);
  const [first] = open;
  if (!first) return null;
  const rest = open.length === 1 ? "" : ` and ${open.length - 1} more`;
  return refuse(
    "faults",
    "D7",
    `${open.length === 1 ? "One fault stands" : `${open.length} faults stand`} in the text, neither gone nor waived: ${first.code}${rest}. ${first.detail}`,
  );
}

/** When the commenter's time to reopen is over: five working days in the committee's calendar (rule K7). */
export function reopenUntil(disposedAt: number, committee: { zone: string }): number {
  return endOfWorkingDays(disposedAt, reopenDays, {
    zone: committee.zone,
    weekend: [6, 7],
    holidays: [],
    extraWorkingDays: [],
  });
}

function listed(comments: { number: number }[]): string {
  const numbers = comments.map(({ number }) => number);
  const shown = numbers.slice(0, 6).join(", ");
  return `${numbers.length === 1 ? "Comment" : "Comments"} ${shown}${numbers.length > 6 ? " and more" : ""}`;
}

/** Rule K5: a refusal while a technical comment in time has no disposition. */
export async function checkComments(tx: Reader, candidate: Candidate): Promise<Refusal | null> {
  const { holding } = await loadTechnicalComments(tx, candidate.id);
  if (holding.length === 0) return null;
  return refuse(
    "comments",
    "K5",
    `${listed(holding)} of type technical ${holding.length === 1 ? "has" : "have"} no disposition yet.`,
  );
}
