/** One amendment: its redline by clause, its reason, supporters, discussion and history, and what comes next. */

import { findAmendmentByNumber, loadNamed, loadOpenAmendments } from "../../../db/store/amendment.ts";
import { loadEntries } from "../../../db/store/amendment-record.ts";
import { candidateThing, findCandidate } from "../../../db/store/candidate.ts";
import { findCommittee } from "../../../db/store/membership.ts";
import { checkNamed } from "../../../domain/definition/amendment.ts";
import { isInCircle } from "../../../domain/membership/role.ts";
import { powers } from "../../../domain/powers.ts";
import { firstRefusal, isRefusal, notFound } from "../../../domain/refusal.ts";
import { readHeadText } from "../../freeze-head.ts";
import { query } from "../../query.ts";
import { candidateHead } from "../candidate/candidate-head.ts";
import { viewAmendments, viewEntries } from "./amendment-view.ts";
import { competing } from "./amendments-page.ts";
import { versionAtSequence } from "./text-history.ts";

export type AmendmentParams = { candidate: string; number: string };

export const amendmentPage = query(async (tx, actor, params: AmendmentParams) => {
  const candidate = await findCandidate(tx, params.candidate);
  if (!candidate || !isInCircle(actor, candidate.committeeId)) return notFound();
  const number = /^\d{1,9}$/.test(params.number) ? Number(params.number) : 0;
  const amendment = await findAmendmentByNumber(tx, candidate.id, number);
  if (!amendment) return notFound();
  const thing = await candidateThing(tx, candidate);
  const committee = (await findCommittee(tx, candidate.committeeId))!;
  const head = await readHeadText(tx, candidate);
  const clauses = head?.text.clauses ?? [];
  const [view] = await viewAmendments(tx, [amendment], { actor, thing, clauses });
  const open = await loadOpenAmendments(tx, candidate.id);
  const named = (await loadNamed(tx, candidate.id, [number]))!;
  const mayAmend = firstRefusal(powers["propose-amendment"](actor, thing), checkNamed(named));
  const carriedBy =
    head && amendment.textSequence !== null
      ? await versionAtSequence(tx, head.definition.id, amendment.textSequence)
      : null;
  return {
    candidate: candidateHead(candidate),
    committee: { code: committee.code, name: committee.name, zone: committee.zone, city: committee.city },
    amendment: view!,
    entries: viewEntries(await loadEntries(tx, [amendment.id])),
    /** Open amendments that amend or combine this one. */
    namedBy: named[0]!.namedBy,
    competing: (await competing(tx, open, clauses)).filter(({ amendments }) =>
      amendments.some((one) => one.number === number),
    ),
    /** Others that this one could be combined with (rule A2). */
    others: open
      .filter((other) => other.id !== amendment.id && other.names.length === 0)
      .filter((other) => !open.some(({ names }) => names.includes(other.number)))
      .map((other) => other.number),
    /** The first version that carries it. */
    carriedBy,
    mayAmend: isRefusal(mayAmend) ? mayAmend : null,
    topics: [`candidate:${candidate.id}`],
  };
});
