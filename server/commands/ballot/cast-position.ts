/**
 * Takes or replaces a seat's position on an open ballot, tested in the order of P1. Rules P1 to P8, P12, P13, P20, B6, B7, X3,
 * X4. The same key from the same seat gives back the first receipt and appends nothing (P6).
 * Who: the holder or alternate of a seat on the roll. Minute: position-cast.
 */
import { z } from "zod";
import {
  type Ballot,
  findBallot,
  findFrozen,
  loadPositions,
  loadRoll,
  lockBallot,
  type PositionRow,
  positionOf,
  savePosition,
} from "../../../db/store/ballot.ts";
import { positionHash } from "../../../db/store/ballot-account.ts";
import { loadDisputes } from "../../../db/store/ballot-life.ts";
import { optionsOf, saidOf } from "../../../db/store/ballot-question.ts";
import { ballotThing } from "../../../db/store/ballot-roll.ts";
import { findCandidate } from "../../../db/store/candidate.ts";
import { countSealedPositions } from "../../../db/store/sealing.ts";
import type { BallotThing } from "../../../domain/ballot/ballot-powers.ts";
import { positionCheck } from "../../../domain/ballot/position.ts";
import type { Choice } from "../../../domain/ballot/question.ts";
import { type Person, seatsOf } from "../../../domain/membership/role.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import type { SignedReceipt } from "../../../domain/record/receipt.ts";
import { type Answer, allowed, isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { command, type Decision } from "../../command.ts";
import { handle, line, optionalHandle, optionalProse } from "../../fields.ts";
import { choiceOf, clauseCheck, freeKey, hasInterest, saidFields, saidValues } from "../../position-fields.ts";
import { findReceipt, giveReceipt } from "../../record/receipts.ts";

const input = z.object({
  ballot: handle,
  /** For people who act for more than one seat; else the seat is found. */
  seat: optionalHandle,
  ...saidFields,
  reason: optionalProse(),
  clause: optionalProse(80),
  change: optionalProse(),
  textHash: line(64).or(z.literal("")).optional(),
  key: optionalProse(80),
});
type Input = z.output<typeof input>;

/** What is handed back, and handed back again for the same key. `at` in milliseconds. */
export type CastReceipt = {
  reference: string;
  seat: string;
  sequence: number;
  at: number;
  word: string;
  choice: Choice | null;
  receipt: SignedReceipt;
};

export const castPosition = command({
  act: "cast-position",
  rules: ["P1", "P2", "P3", "P6"],
  input,
  async decide(tx, actor, given, context): Promise<Decision<CastReceipt>> {
    const ballot = await findBallot(tx, given.ballot);
    if (!ballot || actor.kind !== "person") return notFound();
    await lockBallot(tx, ballot);
    const candidate = await findCandidate(tx, ballot.candidateId);
    const thing = await ballotThing(tx, ballot, candidate);
    const answer = powers["cast-position"](actor, thing, tx.now);
    const seatId = seatFor(actor, thing, given.seat);
    if (seatId === null || ballot.opensAt === null)
      return isRefusal(answer) ? answer : refuse("seat", "P8", "You act for no such seat on the roll of this ballot.");
    const roll = await loadRoll(tx, ballot.id);
    const nameOf = new Map(roll.map((seat) => [seat.seatId, seat.name]));
    const before = await loadPositions(tx, ballot.id);
    const disputes = await loadDisputes(tx, ballot.id);
    const earlier = before
      .filter((row) => row.seatId === seatId)
      .map((row) => ({ ...positionOf(row, nameOf, disputes), row }));
    const version = await findFrozen(tx, ballot.versionId);
    const options = optionsOf(ballot);
    const choice = choiceOf(given, options);
    const sealed = await countSealedPositions(tx, ballot.id);
    const checked = positionCheck(
      {
        type: ballot.type,
        mode: ballot.mode,
        opensAt: ballot.opensAt,
        closesAt: ballot.closesAt!,
        ...(options && { options }),
        roll: new Set(nameOf.values()),
        recused: new Set(thing.recusedSeats.flatMap((seat) => nameOf.get(seat) ?? [])),
        ...(version && { textHash: version.textHash }),
      },
      earlier,
      {
        seat: nameOf.get(seatId)!,
        said: saidOf({ word: given.word, choice }),
        at: tx.now,
        reason: given.reason,
        ...(given.key === "" ? {} : { key: given.key }),
        barred: (thing.barredPeople ?? []).includes(actor.personId),
        change: given.change,
        // A question without a text has no hash to be bound to and no clause, and one of the committee no interest to declare.
        ...(version && { textHash: given.textHash ?? "", clause: given.clause }),
        ...(ballot.candidateId !== null && {
          interestDeclared: await hasInterest(tx, ballot.candidateId, actor.personId),
        }),
      },
    );
    const handedBack = (row: PositionRow, receipt: SignedReceipt): CastReceipt => ({
      reference: ballot.reference,
      seat: nameOf.get(row.seatId)!,
      sequence: row.sequence,
      at: row.at,
      word: row.word,
      choice: row.choice,
      receipt,
    });
    if ("duplicateOf" in checked) {
      const { row } = checked.duplicateOf;
      return { value: handedBack(row, await findReceipt(tx, row.id)), minute: null };
    }
    if (isRefusal(checked)) return checked;
    if (isRefusal(answer)) return answer;
    const openly = openlyCheck(ballot.mode, given.word);
    if (isRefusal(openly)) return openly;
    const clause = clauseCheck(version, given.clause);
    if (isRefusal(clause)) return clause;
    const from = { ballot, seatId, actor, given, choice, version, sequence: before.length + sealed + 1 };
    const position = newPosition(context.newId(), tx.now, before, from);
    await savePosition(tx, position);
    const seat = nameOf.get(seatId)!;
    return {
      recorded: async (leaf) =>
        handedBack(position, await giveReceipt(tx, context.logKey, { ballot, position, seat, leaf })),
      minute: {
        object: ["ballot", ballot.id],
        role: roleOf(answer),
        committeeId: ballot.committeeId,
        candidateId: ballot.candidateId,
        values: {
          reference: ballot.reference,
          seat,
          ...saidValues(position),
          sequence: position.sequence,
          ...(version && { textHash: version.textHash }),
          // All that the position says, so that its leaf covers the reason too.
          positionHash: positionHash(position, seat),
        },
      },
    };
  },
});

/** A sealed ballot takes only recusals openly, a secret one nothing (rules B39, B40, B43). */
function openlyCheck(mode: Ballot["mode"], word: string): Answer {
  if (mode === "RECORDED") return allowed;
  if (mode === "SECRET")
    return refuse("state", "B43", "Positions of a secret ballot are taken in its election, not here.");
  if (word === "recuse") return allowed;
  return refuse(
    "word",
    "B40",
    `"${word}" is said in an envelope on a sealed ballot; openly only a recusal is.`,
    "word",
  );
}

/** The seat of the roll that the person acts for: the one named, or the first; null when there is none. */
function seatFor(actor: Person, ballot: BallotThing, named: string | null): string | null {
  const held = seatsOf(actor, ballot.committeeId).flatMap((role) => role.seatId ?? []);
  const onRoll = held.filter((seat) => ballot.roll.includes(seat));
  if (named !== null) return onRoll.includes(named) ? named : null;
  return onRoll[0] ?? null;
}

function newPosition(
  id: string,
  at: number,
  before: readonly PositionRow[],
  from: {
    ballot: Ballot;
    seatId: string;
    actor: Person;
    given: Input;
    choice: Choice | null;
    version: { id: string; textHash: string } | null;
    sequence: number;
  },
): PositionRow {
  const { ballot, seatId, actor, given, choice, version, sequence } = from;
  return {
    id,
    ballotId: ballot.id,
    seatId,
    sequence,
    personId: actor.personId,
    recordedBy: actor.personId,
    versionId: version?.id ?? null,
    textHash: version?.textHash ?? null,
    word: given.word,
    choice,
    reason: given.reason,
    nid: given.clause || null,
    change: given.word === "discuss" ? given.change : null,
    key: freeKey(before, { seatId, key: given.key }) ?? id,
    at,
  };
}
