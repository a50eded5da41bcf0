/** What every act on an amendment begins with, the fields in which a person says what to change, and the shape of minutes. */
import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "../../../db/open.ts";
import {
  type Amendment,
  amendmentThing,
  type BasedChange,
  changeAmendment,
  findAmendment,
  loadChanges,
  loadOpenAmendments,
} from "../../../db/store/amendment.ts";
import { loadSupporters, type Supporter } from "../../../db/store/amendment-record.ts";
import { candidateThing, findCandidate } from "../../../db/store/candidate.ts";
import type { Candidate } from "../../../domain/candidate/candidate.ts";
import { staleChanges } from "../../../domain/definition/amendment.ts";
import type { AmendmentThing } from "../../../domain/definition/amendment-powers.ts";
import type { Clause } from "../../../domain/definition/control-text.ts";
import type { MinuteDraft } from "../../command.ts";
import { oneOfWords, optionalProse, several } from "../../fields.ts";

export type AmendmentAtHand = {
  amendment: Amendment;
  candidate: Candidate;
  thing: AmendmentThing;
  supporters: Supporter[];
};

export async function amendmentOf(tx: Tx, handle: string): Promise<AmendmentAtHand | null> {
  const amendment = await findAmendment(tx, handle);
  const candidate = amendment ? await findCandidate(tx, amendment.candidateId) : null;
  if (!amendment || !candidate) return null;
  const supporters = (await loadSupporters(tx, [amendment.id])).get(amendment.id)!;
  return {
    amendment,
    candidate,
    supporters,
    thing: amendmentThing(amendment, await candidateThing(tx, candidate), supporters),
  };
}

export async function changesOf(tx: Tx, { amendment }: AmendmentAtHand): Promise<BasedChange[]> {
  return (await loadChanges(tx, [amendment])).get(amendment.id)!;
}

/** The open amendments whose base the text no longer holds are due: the clock says what becomes of each. */
export async function markOvertaken(tx: Tx, { amendment }: AmendmentAtHand, clauses: Clause[]): Promise<void> {
  const open = await loadOpenAmendments(tx, amendment.candidateId);
  const others = open.filter((other) => other.id !== amendment.id && other.state !== "stale");
  const changes = await loadChanges(tx, others);
  for (const other of others)
    if (staleChanges(changes.get(other.id)!, clauses).length > 0)
      await changeAmendment(tx, other.id, { dueAt: tx.now });
}

/** The name of a person, for a minute. */
export async function nameOf(tx: Tx, personId: string): Promise<string> {
  const { people } = tx.t;
  const [row] = await tx.select({ name: people.name }).from(people).where(eq(people.id, personId));
  return row?.name ?? "";
}

/** The minute of an act on an amendment: numbers and words of the tables, never what was written. */
export function amendmentMinute(
  { amendment, candidate }: Pick<AmendmentAtHand, "amendment" | "candidate">,
  role: string | null,
  values: MinuteDraft["values"],
): MinuteDraft {
  return {
    object: ["amendment", amendment.id],
    role,
    committeeId: candidate.committeeId,
    candidateId: candidate.id,
    values: { reference: candidate.reference, amendment: amendment.number, ...values },
  };
}

const changesCharactersMax = 1_200_000;

/** What to change: as an editor compared two texts, or clause by clause from a form. */
export const amendedFields = {
  changes: z
    .string()
    .max(changesCharactersMax, "it is larger than an amendment may be")
    .or(z.literal(""))
    .optional()
    .transform((value) => value || null),
  clauses: several(
    z.object({
      nid: z.string("it is missing").min(1, "it is missing").max(64),
      words: optionalProse(20_000),
      doing: oneOfWords(["change", "remove", "add"]).default("change"),
    }),
  )
    .optional()
    .transform((value) => value ?? []),
};
