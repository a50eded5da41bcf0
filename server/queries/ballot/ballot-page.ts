/** One ballot: its question and text, positions, conditions with both sides, what is missing, and what this actor may do. */
import { eq } from "drizzle-orm";
import type { Reader } from "../../../db/open.ts";
import { loadLooks } from "../../../db/store/attention.ts";
import {
  type Ballot,
  findBallot,
  findFrozen,
  loadTurnouts,
  readBallot,
  type VersionRow,
} from "../../../db/store/ballot.ts";
import { accountOf, type Reckoning, reckon } from "../../../db/store/ballot-account.ts";
import { withRecusals } from "../../../db/store/ballot-acting.ts";
import { optionsOf } from "../../../db/store/ballot-question.ts";
import { ballotThing } from "../../../db/store/ballot-roll.ts";
import { findCandidate } from "../../../db/store/candidate.ts";
import { findCommittee } from "../../../db/store/membership.ts";
import type { Account } from "../../../domain/ballot/account.ts";
import type { BallotThing } from "../../../domain/ballot/ballot-powers.ts";
import { challengeTime_ms } from "../../../domain/ballot/closing.ts";
import { reballotRest_ms } from "../../../domain/ballot/opening.ts";
import { mayShare } from "../../../domain/ballot/question.ts";
import { chosenBasis, textBases } from "../../../domain/ballot/text-basis.ts";
import { whatIsMissing } from "../../../domain/ballot/what-is-missing.ts";
import type { Candidate } from "../../../domain/candidate/candidate.ts";
import { textHashWords } from "../../../domain/definition/text-hash-words.ts";
import { type Actor, isInCircle, seatsOf } from "../../../domain/membership/role.ts";
import { powers } from "../../../domain/powers.ts";
import type { SignedReceipt } from "../../../domain/record/receipt.ts";
import { slugOf } from "../../../domain/record/reference.ts";
import { asRefusal, isRefusal, notFound } from "../../../domain/refusal.ts";
import { endOfWorkingDays } from "../../../domain/review/working-day.ts";
import type { Context } from "../../context.ts";
import { query } from "../../query.ts";
import { askedSeconds } from "../record/second-requests.ts";
import { ownReceipt } from "./ballot-export-file.ts";
import { ballotLifeView } from "./ballot-life-view.ts";
import { mayOf } from "./ballot-may.ts";
import { flagView } from "./flag-view.ts";
import { outlookOf } from "./outlook.ts";
import { overrideView } from "./override-view.ts";
import { discussViews, seatLines } from "./position-view.ts";
import { readinessOf } from "./readiness.ts";
import { sealingView } from "./sealing-view.ts";
import { secretView } from "./secret-view.ts";
import { changesSince, clauseOptions, textOf, textSince } from "./text-since.ts";

/** A certified recommendation is transmitted within so many working days (rule R10). */
const transmitDays = 5;

export type BallotParams = { ballot: string; since?: string | null };

export const ballotPage = query(ballotView);

/** The page as one transaction reads it; the console shows it too. */
export async function ballotView(tx: Reader, actor: Actor, params: BallotParams, context: Context) {
  const ballot = await findBallot(tx, params.ballot);
  if (!ballot || !isInCircle(actor, ballot.committeeId)) return notFound();
  const candidate = await findCandidate(tx, ballot.candidateId);
  const committee = (await findCommittee(tx, ballot.committeeId))!;
  const version = await findFrozen(tx, ballot.versionId);
  const thing = await ballotThing(tx, ballot, candidate);
  const own = seatsOf(actor, ballot.committeeId).flatMap((held) => held.seatId ?? []);
  const sees = powers["see-positions"](actor, thing);
  const reckoning = ballot.opensAt === null ? null : await reckoningOf(tx, ballot);
  /** With the seats that left it by their own word; the account is computed once for all that the page shows. */
  const living = reckoning ? withRecusals(thing, reckoning.roll, reckoning.account) : thing;
  const result =
    reckoning && !isRefusal(sees) ? await resultView(tx, actor, ballot, { thing, living }, reckoning, own) : null;
  const clauses = version ? textOf(version).clauses : [];
  const ownLine = result?.lines.find((line) => line.own);
  const looks = actor.kind === "person" && version ? await loadLooks(tx, actor.personId, version.definitionId) : [];
  const positions = (ownLine?.former ?? []).filter((one) => one.ballot !== null);
  const bases = version ? textBases({ number: version.number, positions, looks }) : [];
  const castAnswer = powers["cast-position"](actor, ballot.state === "drafted" ? asOpen(thing) : thing, tx.now);
  return {
    ballot: await headView(tx, ballot),
    candidate: candidate && candidateView(candidate),
    committee: { code: committee.code, name: committee.name, zone: committee.zone, city: committee.city },
    version: version && versionView(version),
    clauses,
    clauseOptions: clauseOptions(clauses),
    since: version && (await textSince(tx, version, chosenBasis(bases, params.since))),
    bases,
    lookedAt: (version && looks.find((one) => one.number === version.number)?.at) ?? null,
    changedSince: version
      ? await changesSince(
          tx,
          version,
          (result?.lines ?? []).flatMap((line) => line.former.flatMap((one) => one.version ?? [])),
        )
      : {},
    rollSize: thing.roll.length,
    turnout: (await loadTurnouts(tx, [ballot.id])).get(ballot.id) ?? 0,
    result,
    life:
      result && reckoning
        ? await ballotLifeView(tx, actor, {
            ...{ ballot, reading: reckoning, key: context.newId() },
            thing: living,
          })
        : null,
    unseen: isRefusal(sees) ? sees : null,
    readiness:
      ballot.state === "drafted" && candidate && version ? await readinessOf(tx, ballot, candidate, version) : null,
    /** Whether the reader may vote on this, answered before the opening too. */
    mayVote: isRefusal(castAnswer) ? castAnswer : null,
    form: await formView(tx, actor, ballot, thing, reckoning, context.newId()),
    follows: followsOf(ballot, committee.zone, tx.now),
    may: await mayOf(tx, actor, ballot, thing, candidate, version, reckoning),
    sealing: await sealingView(tx, actor, ballot, thing),
    secret: await secretView(tx, actor, ballot, thing),
    asked: await askedSeconds(tx, actor, ["ballot", ballot.id]),
    flag: isRefusal(sees) ? null : await flagView(tx, actor, ballot, thing, committee.zone),
    receipt: receiptView(await ownReceipt(tx, actor, ballot)),
    mayExport: !isRefusal(powers["export-ballot"](actor, thing)),
    mayReadConsole: !isRefusal(powers["read-console"](actor, thing)),
    topics: [`ballot:${ballot.id}`, ...(candidate ? [`candidate:${candidate.id}`] : [])],
  };
}

/** What of the seat's own receipt stands on the page: words to compare, and the leaf they are the hash of. */
function receiptView(receipt: SignedReceipt | null) {
  if (receipt === null) return null;
  const { seat, sequence, leafIndex, leafHash } = receipt;
  return { seat, sequence, leafIndex, words: textHashWords(leafHash) };
}

/** The question of powers as if a drafted ballot were open: "can I vote on this?" before the opening. */
const asOpen = (thing: BallotThing): BallotThing => ({ ...thing, state: "open", closesAt: null });

function versionView({ number, textHash, frozenAt }: VersionRow) {
  return { number, textHash, words: textHashWords(textHash), frozenAt };
}

function candidateView({ reference, title, state, marking }: Candidate) {
  return { reference, slug: slugOf(reference), title, state, marking };
}

/** While a ballot runs it is looked at as if it closed now; a closed one has its account. */
async function reckoningOf(tx: Reader, ballot: Ballot): Promise<Reckoning> {
  const stored = accountOf(ballot);
  if (stored) return { ...(await readBallot(tx, ballot, [])), account: stored };
  return reckon(tx, ballot, Math.min(ballot.closesAt!, tx.now + 1));
}

async function headView(tx: Reader, ballot: Ballot) {
  const { ballots } = tx.t;
  const [previous] =
    ballot.previousBallotId === null
      ? []
      : await tx.select({ reference: ballots.reference }).from(ballots).where(eq(ballots.id, ballot.previousBallotId));
  const { reference, question, subject, state, type, mode, outcome, recordHash, length_ms, chosenType } = ballot;
  const { draftedAt, opensAt, closesAt, closedAt, certifiedAt } = ballot;
  return {
    reference,
    slug: slugOf(reference),
    question,
    subject,
    options: optionsOf(ballot),
    tieOrder: ballot.tieOrder,
    atMost: ballot.atMost,
    chosenType,
    equalPlaces: mayShare(type),
    state,
    type,
    mode,
    outcome,
    recordHash,
    length_ms,
    draftedAt,
    opensAt,
    closesAt,
    closedAt,
    certifiedAt,
    previous: previous ? { reference: previous.reference, slug: slugOf(previous.reference) } : null,
  };
}

async function resultView(
  tx: Reader,
  actor: Actor,
  ballot: Ballot,
  { thing, living }: { thing: BallotThing; living: BallotThing },
  reckoning: Reckoning,
  own: string[],
) {
  const { account } = reckoning;
  const lines = await seatLines(tx, ballot, reckoning, account, own);
  const discusses = await discussViews(tx, lines, reckoning);
  const answers = asRefusal(powers["answer-discuss"](actor, thing));
  const stored = accountOf(ballot);
  const shown = [];
  for (const discuss of discusses)
    shown.push({
      ...discuss,
      override: await overrideView(tx, actor, { ballot, thing: living, reading: reckoning }, discuss),
      may: {
        "answer-discuss": answers,
        "renew-discuss": asRefusal(powers["renew-discuss"](actor, thing, discuss.seatId)),
      },
    });
  return {
    outcome: account.outcome,
    failing: account.failing,
    counts: account.counts,
    conditions: account.conditions,
    flagged: account.flagged,
    positionsHash: stored?.positionsHash ?? null,
    missing:
      ballot.state === "open" ? whatIsMissing(account, (seat) => seat, reckoning.ballotCase.roll).sentence : null,
    type: typeView(account),
    lines,
    discusses: shown,
  };
}

/** What belongs to some types only (rules B17 to B28), for the conditions and the pictures of a result. */
function typeView(account: Account) {
  const { weights, approvals, voters, adoptedOptions, rounds, pairwise, order, winner } = account;
  return { weights, approvals, voters, adoptedOptions, rounds, pairwise, order, winner };
}

/** What the reader's own form needs; null for people without a seat on the roll. The key makes a form one cast (rule P6). */
async function formView(
  tx: Reader,
  actor: Actor,
  ballot: Ballot,
  thing: BallotThing,
  reckoning: Reckoning | null,
  key: string,
) {
  const held = seatsOf(actor, ballot.committeeId).find((seat) => thing.roll.includes(seat.seatId!));
  if (!held) return null;
  const { seats } = tx.t;
  const [seat] = await tx.select({ name: seats.name }).from(seats).where(eq(seats.id, held.seatId!));
  const name = reckoning?.roll.find((line) => line.seatId === held.seatId)?.name ?? seat!.name;
  const outlook =
    reckoning && ballot.state === "open" && ballot.mode === "RECORDED" ? outlookOf(reckoning, name, tx.now) : [];
  return { seatId: held.seatId!, seat: name, key, outlook };
}

/** What comes next, by the rules; in milliseconds. */
function followsOf(ballot: Ballot, zone: string, now: number) {
  const opensAt = ballot.opensAt ?? now;
  const closesAt = ballot.closesAt ?? opensAt + ballot.length_ms;
  const certifiesAt = (ballot.unsealedAt ?? closesAt) + challengeTime_ms;
  return {
    closesAt,
    certifiesAt,
    transmitBy: endOfWorkingDays(certifiesAt, transmitDays, { zone }),
    restsUntil: closesAt + reballotRest_ms,
  };
}
