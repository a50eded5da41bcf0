/** The flag of a ballot as its page shows it: both accounts side by side, what was found, what was decided, and by when. */
import { asc, eq } from "drizzle-orm";
import type { Reader } from "../../../db/open.ts";
import { type Ballot, findBallotsOf, findFrozen, findLatestFrozen, notAdoptedAt } from "../../../db/store/ballot.ts";
import { accountOf } from "../../../db/store/ballot-account.ts";
import { type Flag, loadFlag } from "../../../db/store/ballot-flag.ts";
import { loadFilledSeats, namesOfPeople } from "../../../db/store/membership.ts";
import type { BallotThing } from "../../../domain/ballot/ballot-powers.ts";
import { agreementCheck, confirmCheck, needsAgreement } from "../../../domain/ballot/found-interest.ts";
import { reballotCheck } from "../../../domain/ballot/opening.ts";
import type { Actor } from "../../../domain/membership/role.ts";
import { powers } from "../../../domain/powers.ts";
import { slugOf } from "../../../domain/record/reference.ts";
import { type Answer, allowed, asRefusal, firstRefusal, isRefusal, refuse } from "../../../domain/refusal.ts";

/** Null where nothing was found and the reader may make nothing known. */
export async function flagView(tx: Reader, actor: Actor, ballot: Ballot, thing: BallotThing, zone: string) {
  const account = accountOf(ballot);
  if (account === null || ballot.state === "void") return null;
  const flag = await loadFlag(tx, ballot, zone);
  const finds = powers["find-interest"](actor, thing);
  const repeats = powers["re-ballot"](actor, thing);
  const names = await namesOfPeople(tx, [
    ...flag.found.flatMap((event) => [event.personId, String(event.values.person)]),
    ...flag.decisions.map((one) => one.personId),
  ]);
  return {
    flagged: account.flagged,
    isUndecided: flag.isUndecided,
    dueAt: flag.dueAt,
    first: { outcome: account.outcome, failing: account.failing, counts: account.counts },
    second: account.recount ?? null,
    differs: needsAgreement(flag),
    awaitsVice: flag.askedBy === null ? null : (names.get(flag.askedBy) ?? ""),
    found: flag.found.map((event) => ({
      number: event.number,
      seat: event.seatId,
      person: names.get(String(event.values.person)) ?? "",
      by: names.get(event.personId ?? "") ?? "",
      since: Number(event.values.since),
      at: event.at,
    })),
    decisions: await decisionViews(tx, flag, names),
    people: isRefusal(finds) ? [] : await peopleOfRoll(tx, ballot),
    organisations: isRefusal(finds)
      ? []
      : await tx
          .select({ id: tx.t.organisations.id, name: tx.t.organisations.name })
          .from(tx.t.organisations)
          .orderBy(asc(tx.t.organisations.name)),
    may: {
      "find-interest": asRefusal(finds),
      "confirm-ballot": asRefusal(firstRefusal(powers["confirm-ballot"](actor, thing), confirmCheck(flag, "a reason"))),
      "agree-confirmation": asRefusal(
        firstRefusal(
          powers["agree-confirmation"](actor, thing),
          actor.kind === "person" ? agreementCheck(flag, actor.personId) : allowed,
        ),
      ),
      "re-ballot": asRefusal(isRefusal(repeats) ? repeats : await repeatCheck(tx, ballot, flag)),
    },
  };
}

async function decisionViews(tx: Reader, flag: Flag, names: Map<string, string>) {
  const { ballots } = tx.t;
  const views = [];
  for (const { word, personId, reason, newBallotId, at } of flag.decisions) {
    const [next] =
      newBallotId === null
        ? []
        : await tx.select({ reference: ballots.reference }).from(ballots).where(eq(ballots.id, newBallotId));
    views.push({
      ...{ word, reason, at, by: personId === null ? null : (names.get(personId) ?? "") },
      next: next ? { reference: next.reference, slug: slugOf(next.reference) } : null,
    });
  }
  return views;
}

/** Whether the page offers a new ballot: the command looks again. */
async function repeatCheck(tx: Reader, ballot: Ballot, flag: Flag): Promise<Answer> {
  if (flag.isUndecided) return allowed;
  if (ballot.outcome !== "not-adopted")
    return refuse("state", "X9", `The ballot is ${ballot.outcome}; its result stands.`);
  if (ballot.candidateId === null || ballot.subject !== "text")
    return refuse("state", "B36", `The question is one of ${ballot.subject}; it is put again as a new ballot.`);
  const all = await findBallotsOf(tx, ballot.candidateId);
  const isLast = all.find((one) => one.state !== "discarded")?.id === ballot.id;
  const version = await findFrozen(tx, ballot.versionId);
  const latest = await findLatestFrozen(tx, ballot.candidateId);
  if (!isLast || version?.id !== latest?.id)
    return refuse("state", "B36", `The text or its ballots have moved on since version ${version?.number}.`);
  return reballotCheck(await notAdoptedAt(tx, ballot.candidateId, version!.textHash), tx.now);
}

/** Who sits on the committee's seats, for the form. */
async function peopleOfRoll(tx: Reader, ballot: Ballot) {
  const seats = await loadFilledSeats(tx, ballot.committeeId);
  const { positions } = tx.t;
  const cast = await tx
    .selectDistinct({ personId: positions.personId })
    .from(positions)
    .where(eq(positions.ballotId, ballot.id));
  const ids = [...seats.flatMap((seat) => seat.people), ...cast.map((one) => one.personId)];
  const names = await namesOfPeople(tx, ids);
  return [...names].map(([id, name]) => ({ id, name })).sort((one, other) => one.name.localeCompare(other.name));
}
