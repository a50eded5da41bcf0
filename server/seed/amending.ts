/** How amendments are told in the demo's year: proposed as the editor would send them, and what others did with each. */
import { asc, eq } from "drizzle-orm";
import { findCandidate } from "../../db/store/candidate.ts";
import { changesBetween } from "../../domain/definition/amendment-change.ts";
import { type Clause, clauseText, type Inline, type Parameter } from "../../domain/definition/control-text.ts";
import { readHeadText } from "../freeze-head.ts";
import type { Telling } from "./telling.ts";

/** What an amendment changes, in clauses named by words that stand in them. */
export type SaidChange =
  | { where: string; was: string; now: string }
  | { where: string; raw: string; parameter: Partial<Parameter> & { raw: string } }
  | { behind: string; kind: Clause["kind"]; level: number; words: string };

function withWords(content: Inline[], was: string, now: string): Inline[] {
  return content.map((part) => ("text" in part ? { text: part.text.replace(was, now) } : part));
}

function withParameter(content: Inline[], raw: string, parameter: Partial<Parameter>): Inline[] {
  return content.map((part) =>
    "param" in part && part.param.raw === raw ? { param: { ...part.param, ...parameter } } : part,
  );
}

function changed(clauses: Clause[], said: SaidChange, newNid: () => string): Clause[] {
  const words = "behind" in said ? said.behind : said.where;
  const at = clauses.findIndex((clause) => clauseText(clause).includes(words));
  const clause = clauses[at];
  if (!clause) throw new Error(`"${words}" stands in no clause.`);
  if ("behind" in said) {
    const { kind, level } = said;
    const added: Clause = { nid: newNid(), kind, level, marking: "AMBER", caveat: [], content: [{ text: said.words }] };
    return clauses.toSpliced(at + 1, 0, added);
  }
  const content =
    "was" in said
      ? withWords(clause.content, said.was, said.now)
      : withParameter(clause.content, said.raw, said.parameter);
  return clauses.toSpliced(at, 1, { ...clause, content });
}

/** Proposes an amendment as the editor would send it. @returns its reference */
async function amend(
  telling: Telling,
  name: string,
  candidate: string,
  { reason, changes, names = [] }: { reason: string; changes: SaidChange[]; names?: number[] },
): Promise<string> {
  const clauses = await telling.context.db.read(async (tx) => {
    const head = await readHeadText(tx, (await findCandidate(tx, candidate))!);
    return head!.text.clauses;
  });
  const newNid = () => telling.context.newId().slice(0, 16);
  const after = changes.reduce((text, change) => changed(text, change, newNid), clauses);
  const fields = { candidate, reason, names, changes: JSON.stringify(changesBetween(clauses, after)) };
  return (await telling.act(name, "propose-amendment", fields)).reference;
}

type Story = { telling: Telling; candidate: () => string };
type Step = [hours: number, tell: (amendment: string) => Promise<unknown>];

/**
 * An amendment proposed on a day, and what others did with it hours later, each as a step of its own: a step that let hours
 * pass would push the other committees' days along.
 */
export function amendOn(
  { telling, candidate }: Story,
  [daysAgo, hour]: [number, number],
  name: string,
  said: { reason: string; changes: SaidChange[] },
  steps: Step[] = [],
): { amendment: string } {
  const told = { amendment: "" };
  telling.on(daysAgo, hour, async () => {
    told.amendment = await amend(telling, name, candidate(), said);
  });
  for (const [hours, tell] of steps)
    telling.on(daysAgo, hour + hours, async () => {
      await tell(told.amendment);
    });
  return told;
}

/** The clauses that an amendment touches, in its order. */
export async function clausesOf(telling: Telling, reference: string): Promise<string[]> {
  return telling.context.db.read(async (tx) => {
    const { amendments, amendmentChanges } = tx.t;
    const rows = await tx
      .select({ nid: amendmentChanges.nid })
      .from(amendmentChanges)
      .innerJoin(amendments, eq(amendments.id, amendmentChanges.amendmentId))
      .where(eq(amendments.reference, reference))
      .orderBy(asc(amendmentChanges.place));
    return rows.map(({ nid }) => nid);
  });
}
