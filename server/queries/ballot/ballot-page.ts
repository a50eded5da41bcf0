/** One ballot: its question and text, positions, conditions with both sides, what is missing, and what this actor may do. */
import { eq } from "drizzle-orm";
import type { Reader } from "../../../db/open.ts";
import {
  type Ballot,
  findBallot,
  findFrozen,
  loadTurnouts,
  readBallot,
  type VersionRow,
} from "../../../db/store/ballot.ts";
import { accountOf, type Reckoning, reckon } from "../../../db/store/ballot-account.ts";
import { ballotThing, presentRoll } from "../../../db/store/ballot-roll.ts";
import { findCandidate } from "../../../db/store/candidate.ts";
import { findCommittee } from "../../../db/store/membership.ts";
import type { BallotThing } from "../../../domain/ballot/ballot-powers.ts";
import { challengeTime_ms, earlyCloseCheck } from "../../../domain/ballot/closing.ts";
import { reballotRest_ms } from "../../../domain/ballot/opening.ts";
import { whatIsMissing } from "../../../domain/ballot/what-is-missing.ts";
import type { Candidate } from "../../../domain/candidate/candidate.ts";
import { textHashWords } from "../../../domain/definition/text-hash-words.ts";
import { type Actor, isInCircle, seatsOf } from "../../../domain/membership/role.ts";
import { powers } from "../../../domain/powers.ts";
import type { SignedReceipt } from "../../../domain/record/receipt.ts";
import { slugOf } from "../../../domain/record/reference.ts";
import { type Answer, isRefusal, notFound, type Refusal } from "../../../domain/refusal.ts";
import { endOfWorkingDays } from "../../../domain/review/working-day.ts";
import { openingCheck } from "../../ballot-gate.ts";
import { query } from "../../query.ts";
import { ownReceipt } from "./ballot-export-file.ts";
import { outlookOf } from "./outlook.ts";
import { discussViews, seatLines } from "./position-view.ts";
import { readinessOf } from "./readiness.ts";
import { sealingView } from "./sealing-view.ts";
import { secretView } from "./secret-view.ts";
import { clauseOptions, textOf, textSince } from "./text-since.ts";

/** A certified recommendation is transmitted within so many working days (rule R10). */
const transmitDays = 5;

export const ballotPage = query(async (tx, actor, params: { ballot: string }, context) => {
  const ballot = await findBallot(tx, params.ballot);
  if (!ballot || !isInCircle(actor, ballot.committeeId)) return notFound();
  const candidate = (await findCandidate(tx, ballot.candidateId))!;
  const committee = (await findCommittee(tx, ballot.committeeId))!;
  const version = (await findFrozen(tx, ballot.versionId))!;
  const thing = await ballotThing(tx, ballot, candidate);
  const own = seatsOf(actor, ballot.committeeId).flatMap((held) => held.seatId ?? []);
  const sees = powers["see-positions"](actor, thing);
  const reckoning = ballot.opensAt === null ? null : await reckoningOf(tx, ballot);
  const result = reckoning && !isRefusal(sees) ? await resultView(tx, actor, ballot, thing, reckoning, own) : null;
  const text = textOf(version);
  const ownLine = result?.lines.find((line) => line.own);
  const castAnswer = powers["cast-position"](actor, ballot.state === "drafted" ? asOpen(thing) : thing, tx.now);
  return {
    ballot: await ballotView(tx, ballot),
    candidate: candidateView(candidate),
    committee: { code: committee.code, name: committee.name, zone: committee.zone, city: committee.city },
    version: {
      number: version.number,
      textHash: version.textHash,
      words: textHashWords(version.textHash),
      frozenAt: version.frozenAt,
    },
    clauses: text.clauses,
    clauseOptions: clauseOptions(text.clauses),
    since: await textSince(
      tx,
      version,
      (ownLine?.former ?? []).filter((one) => one.ballot !== null),
    ),
    rollSize: thing.roll.length,
    turnout: (await loadTurnouts(tx, [ballot.id])).get(ballot.id) ?? 0,
    result,
    unseen: isRefusal(sees) ? sees : null,
    readiness: ballot.state === "drafted" ? await readinessOf(tx, ballot, candidate, version) : null,
    /** Whether the reader may vote on this, answered before the opening too. */
    mayVote: isRefusal(castAnswer) ? castAnswer : null,
    form: await formView(tx, actor, ballot, thing, reckoning, context.newId()),
    follows: followsOf(ballot, committee.zone, tx.now),
    may: await mayOf(tx, actor, ballot, thing, candidate, version, reckoning),
    sealing: await sealingView(tx, actor, ballot, thing),
    secret: await secretView(tx, actor, ballot, thing),
    receipt: receiptView(await ownReceipt(tx, actor, ballot)),
    mayExport: !isRefusal(powers["export-ballot"](actor, thing)),
    topics: [`ballot:${ballot.id}`, `candidate:${candidate.id}`],
  };
});

/** What of the seat's own receipt stands on the page: words to compare, and the leaf they are the hash of. */
function receiptView(receipt: SignedReceipt | null) {
  if (receipt === null) return null;
  const { seat, sequence, leafIndex, leafHash } = receipt;
  return { seat, sequence, leafIndex, words: textHashWords(leafHash) };
}

/** The question of powers as if a drafted ballot were open: "can I vote on this?" before the opening. */
const asOpen = (thing: BallotThing): BallotThing => ({ ...thing, state: "open", closesAt: null });

function candidateView({ reference, title, state, marking }: Candidate) {
  return { reference, slug: slugOf(reference), title, state, marking };
}

/** While a ballot runs it is looked at as if it closed now; a closed one has its account. */
async function reckoningOf(tx: Reader, ballot: Ballot): Promise<Reckoning> {
  const stored = accountOf(ballot);
  if (stored) return { ...(await readBallot(tx, ballot, [])), account: stored };
  return reckon(tx, ballot, Math.min(ballot.closesAt!, tx.now + 1));
}

async function ballotView(tx: Reader, ballot: Ballot) {
  const { ballots } = tx.t;
  const [previous] =
    ballot.previousBallotId === null
      ? []
      : await tx.select({ reference: ballots.reference }).from(ballots).where(eq(ballots.id, ballot.previousBallotId));
  const { reference, question, state, type, mode, outcome, recordHash, length_ms } = ballot;
  const { draftedAt, opensAt, closesAt, closedAt, certifiedAt } = ballot;
  return {
    reference,
    slug: slugOf(reference),
    question,
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
  thing: BallotThing,
  reckoning: Reckoning,
  own: string[],
) {
  const { account } = reckoning;
  const lines = await seatLines(tx, ballot, reckoning, account, own);
  const discusses = await discussViews(tx, lines, reckoning);
  const answers = asRefusal(powers["answer-discuss"](actor, thing));
  const stored = accountOf(ballot);
  return {
    outcome: account.outcome,
    failing: account.failing,
    counts: account.counts,
    conditions: account.conditions,
    flagged: account.flagged,
    positionsHash: stored?.positionsHash ?? null,
    missing: ballot.state === "open" ? whatIsMissing(account, (seat) => seat).sentence : null,
    lines,
    discusses: discusses.map((discuss) => ({
      ...discuss,
      may: {
        "answer-discuss": answers,
        "renew-discuss": asRefusal(powers["renew-discuss"](actor, thing, discuss.seatId)),
      },
    })),
  };
}

const asRefusal = (answer: Answer): Refusal | null => (isRefusal(answer) ? answer : null);

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

async function mayOf(
  tx: Reader,
  actor: Actor,
  ballot: Ballot,
  thing: BallotThing,
  candidate: Candidate,
  version: VersionRow,
  reckoning: Reckoning | null,
) {
  const opens = powers["open-ballot"](actor, thing);
  const closes = powers["close-ballot"](actor, thing);
  const opening = isRefusal(opens)
    ? opens
    : await openingCheck(tx, ballot, candidate, version, await presentRoll(tx, ballot.committeeId));
  return {
    "open-ballot": asRefusal(opening),
    "discard-ballot": asRefusal(powers["discard-ballot"](actor, thing)),
    "close-ballot": asRefusal(isRefusal(closes) || !reckoning ? closes : earlyClose(reckoning)),
    "cast-position": asRefusal(powers["cast-position"](actor, thing, tx.now)),
  };
}

/** Rule B9, with the chair standing for both persons until two-person acts are built. */
function earlyClose({ account }: Reckoning): Answer {
  const { counts } = account;
  return earlyCloseCheck({ S: counts.S, D: "D" in counts ? counts.D : 0 }, ["chair", "second"]);
}
