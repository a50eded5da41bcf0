/** How a new amendment is kept, whether a person wrote it or an old version is to be restored. Rules A1, A3. */
import type { Tx } from "../../../db/open.ts";
import { type Amendment, type BasedChange, saveNewAmendment, saveWording } from "../../../db/store/amendment.ts";
import { findLatestVersion } from "../../../db/store/definition.ts";
import { nextNumber } from "../../../db/store/record.ts";
import type { Candidate } from "../../../domain/candidate/candidate.ts";
import { distanceOf, noticeEndsAt } from "../../../domain/definition/amendment.ts";
import { canonicalText } from "../../../domain/definition/canonical-text.ts";
import type { Standing } from "../../../domain/membership/standing.ts";
import { amendmentReference } from "../../../domain/record/reference.ts";
import { type HeadText, sha256 } from "../../freeze-head.ts";
import { amendmentMinute } from "./amendment-of.ts";

export type Proposal = {
  candidate: Candidate;
  head: HeadText;
  standing: Standing;
  personId: string;
  memberId: string | null;
  reason: string;
  names: number[];
  restores: number | null;
  changes: BasedChange[];
};

export async function saveProposal(tx: Tx, newId: () => string, proposal: Proposal) {
  const { candidate, head, standing, personId, memberId, reason, names, restores, changes } = proposal;
  const latest = await findLatestVersion(tx, head.definition.id);
  const isFrozen = latest !== null && latest.textHash === sha256(canonicalText(head.text));
  const number = await nextNumber(tx, `amendment/${candidate.id}`);
  const amendment: Amendment = {
    id: newId(),
    candidateId: candidate.id,
    number,
    reference: amendmentReference(candidate.reference, number),
    personId,
    seatId: standing.seatId,
    memberId,
    reason,
    state: "proposed",
    wording: 1,
    baseVersionId: isFrozen ? latest.id : null,
    baseSequence: head.loaded.head.sequence,
    names,
    restores,
    proposedAt: tx.now,
    noticeAt: tx.now,
    decidedAt: null,
    decidedBy: null,
    acceptedNids: null,
    textSequence: null,
    textClientId: null,
    dueAt: null,
  };
  await saveNewAmendment(tx, amendment);
  await saveWording(tx, amendment.id, 1, changes);
  return {
    value: {
      id: amendment.id,
      number,
      reference: amendment.reference,
      candidate: candidate.reference,
      noticeEndsAt: noticeEndsAt(tx.now),
    },
    minute: amendmentMinute({ amendment, candidate }, standing.role, {
      clauses: changes.length,
      distance: distanceOf(changes),
      ...(names.length > 0 ? { names } : {}),
      ...(restores === null ? {} : { restores }),
    }),
  };
}
