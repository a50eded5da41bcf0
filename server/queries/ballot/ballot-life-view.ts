/** What stands on a ballot's page beside positions: recorded ones and who may record, explanations, challenges, outages. */
import { and, eq, inArray } from "drizzle-orm";
import type { Reader } from "../../../db/open.ts";
import type { Ballot, BallotReading, RollLine } from "../../../db/store/ballot.ts";
import { challengesAmong, openChallenge } from "../../../db/store/ballot-challenge.ts";
import { loadBallotOutages, loadEvidence } from "../../../db/store/ballot-life.ts";
import { inForce, namesOfPeople } from "../../../db/store/membership.ts";
import type { BallotThing } from "../../../domain/ballot/ballot-powers.ts";
import { wordsOf } from "../../../domain/ballot/ballot-type.ts";
import type { Actor } from "../../../domain/membership/role.ts";
import { powers } from "../../../domain/powers.ts";
import { asRefusal } from "../../../domain/refusal.ts";
import { outagesUntil } from "../../../domain/review/outage.ts";

/** `key` makes the form of a recorded position one act (rule P6); `thing` counts seats as recused that said so themselves (X5). */
export async function ballotLifeView(
  tx: Reader,
  actor: Actor,
  { ballot, thing, reading, key }: { ballot: Ballot; thing: BallotThing; reading: BallotReading; key: string },
) {
  const { events, positions } = reading;
  const names = await namesOfPeople(tx, [
    ...events.map((row) => row.personId),
    ...positions.flatMap((row) => [row.personId, row.recordedBy]),
    ...[...reading.disputes.values()].map((row) => row.personId),
  ]);
  const seatOf = new Map(reading.roll.map((line) => [line.seatId, line.name]));
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  const challenge = await openChallenge(tx, ballot, thing);
  return {
    recording: await recordingView(tx, actor, ballot, thing, reading.roll, key),
    recorded: await recordedView(tx, actor, ballot, thing, reading, names),
    explanations: events
      .filter((row) => row.type === "explain")
      .map((row) => ({
        ...{ number: row.number, seat: seatOf.get(row.seatId!)!, person: nameOf(row.personId) },
        ...{ text: String(row.values.text), at: row.at },
      })),
    challenges: challengesAmong(events).map(({ number, event, supports, answer }) => ({
      ...{ number, seat: seatOf.get(event.seatId!)!, person: nameOf(event.personId), at: event.at },
      ...{ rule: String(event.values.rule), fact: String(event.values.text) },
      supports: supports.map((row) => ({ seat: seatOf.get(row.seatId!)!, at: row.at })),
      answer: answer && { text: String(answer.values.text), person: nameOf(answer.personId), at: answer.at },
    })),
    answerer: challenge?.answerer ?? null,
    outages: outagesUntil(
      (await loadBallotOutages(tx, ballot.id)).map(({ fromAt, toAt }) => ({ from: fromAt, to: toAt })),
      tx.now,
    ),
    may: {
      "explain-position": asRefusal(powers["explain-position"](actor, thing)),
      "challenge-ballot": asRefusal(powers["challenge-ballot"](actor, thing, tx.now)),
      "support-challenge": asRefusal(powers["support-challenge"](actor, thing, challenge)),
      "answer-challenge": asRefusal(powers["answer-challenge"](actor, thing, challenge)),
    },
  };
}

/** Whom a position may be recorded for, and with which words; null for people who hold no such office. */
async function recordingView(
  tx: Reader,
  actor: Actor,
  ballot: Ballot,
  thing: BallotThing,
  roll: readonly RollLine[],
  key: string,
) {
  if (ballot.state !== "open" || ballot.mode !== "RECORDED") return null;
  const refusal = asRefusal(powers["record-position"](actor, thing, tx.now));
  if (refusal !== null && refusal.code === "role") return null;
  const { roles, people } = tx.t;
  const onSeats = await tx
    .select({ seatId: roles.seatId, personId: people.id, name: people.name })
    .from(roles)
    .innerJoin(people, eq(people.id, roles.personId))
    .where(
      and(
        inArray(roles.seatId, [...roll.map((line) => line.seatId), ""]),
        inArray(roles.role, ["holder", "alternate"]),
        inForce(tx),
      ),
    );
  const mine = actor.kind === "person" ? actor.personId : "";
  return {
    refusal,
    key,
    words: wordsOf(ballot.type, ballot.mode),
    people: roll
      .filter((line) => !thing.recusedSeats.includes(line.seatId))
      .flatMap((line) =>
        onSeats
          .filter((one) => one.seatId === line.seatId && one.personId !== mine)
          .map((one) => ({ value: `${line.seatId}/${one.personId}`, seat: line.name, name: one.name })),
      ),
  };
}

/** The positions that another person recorded, with their evidence and what became of them (rules P9, P10). */
async function recordedView(
  tx: Reader,
  actor: Actor,
  ballot: Ballot,
  thing: BallotThing,
  { positions, disputes, roll }: BallotReading,
  names: ReadonlyMap<string, string>,
) {
  const byOthers = positions.filter((row) => row.recordedBy !== row.personId);
  if (byOthers.length === 0) return [];
  const evidence = await loadEvidence(tx, ballot.id);
  const seatOf = new Map(roll.map((line) => [line.seatId, line.name]));
  return byOthers.map((row) => {
    const dispute = disputes.get(row.id);
    return {
      ...{ sequence: row.sequence, seat: seatOf.get(row.seatId)!, word: row.word, reason: row.reason, at: row.at },
      ...{ person: names.get(row.personId) ?? null, recordedBy: names.get(row.recordedBy) ?? null },
      evidence: evidence.get(row.id) ?? "",
      disputed: dispute
        ? { at: dispute.at, person: names.get(dispute.personId) ?? null, reason: dispute.reason }
        : null,
      refusal: asRefusal(powers["dispute-position"](actor, thing, row.seatId, tx.now)),
    };
  });
}
