/** What the acts about disputed interests share: reading the dispute, deciding it, and what their minutes say. Rule X6. */
import type { Tx } from "../db/open.ts";
import { candidateThing, findCandidate } from "../db/store/candidate.ts";
import { type DisputeRow, findDispute, loadDeclarations, saveDispute } from "../db/store/interest.ts";
import { interestsInForce } from "../domain/membership/interest.ts";
import type { DisputedClass } from "../domain/membership/interest-dispute.ts";
import type { MinuteValue } from "../domain/record/minute.ts";

/** The dispute with its candidate, and what powers are asked about; null if unknown. */
export async function readDispute(tx: Tx, id: string) {
  const dispute = await findDispute(tx, id);
  if (!dispute) return null;
  const candidate = (await findCandidate(tx, dispute.candidateId))!;
  return { dispute, candidate, thing: await candidateThing(tx, candidate) };
}

/** Writes the decision; the decided class counts from now on, in later declarations of the same interest too. */
export async function decideDispute(
  tx: Tx,
  dispute: DisputeRow,
  decided: DisputedClass,
  set: Partial<DisputeRow> = {},
): Promise<void> {
  await saveDispute(tx, dispute.id, { ...set, state: "decided", decidedClass: decided, decidedAt: tx.now });
}

/**
 * How the person's declaration stands now, as a minute says it: others recompute from this who was recused.
 * `decided` is null while both chairs have not agreed; then the declared class stands.
 */
export async function standingValues(
  tx: Tx,
  dispute: DisputeRow,
  decided: DisputedClass | null,
): Promise<Record<string, MinuteValue>> {
  const inForce = interestsInForce(await loadDeclarations(tx, dispute.candidateId), tx.now).get(dispute.personId);
  return {
    ...{ person: dispute.personId, kind: dispute.kind, organisation: dispute.organisationId, decided },
    ...{ class: inForce?.class ?? null, organisations: inForce?.directOrganisations ?? [] },
  };
}
