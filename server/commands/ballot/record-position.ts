/**
 * Records a position that a seat's person made in a meeting or in writing, tested in the order of P1 like any other. Rules P9,
 * P1 to P8, P12, P13, P20: the evidence is kept, and the seat finds it on its desk at once and may dispute it (P10).
 * Who: chair, vice-chair, secretariat. Minute: position-recorded.
 */
import { z } from "zod";
import type { Tx } from "../../../db/open.ts";
import {
  findFrozen,
  loadPositions,
  loadRoll,
  type PositionRow,
  positionOf,
  savePosition,
  type VersionRow,
} from "../../../db/store/ballot.ts";
import { positionHash } from "../../../db/store/ballot-account.ts";
import { type ActingOn, actingOn } from "../../../db/store/ballot-acting.ts";
import { loadDisputes } from "../../../db/store/ballot-life.ts";
import { optionsOf, saidOf } from "../../../db/store/ballot-question.ts";
import { loadPerson } from "../../../db/store/membership.ts";
import { evidenceCheck, positionCheck, recorderCheck } from "../../../domain/ballot/position.ts";
import { seatsOf } from "../../../domain/membership/role.ts";
import { powers } from "../../../domain/powers.ts";
import type { SignedReceipt } from "../../../domain/record/receipt.ts";
import { type Answer, allowed, firstRefusal, isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { ballotMinute } from "../../ballot-minute.ts";
import { command, type Decision } from "../../command.ts";
import { handle, line, optionalHandle, optionalProse, prose } from "../../fields.ts";
import { sha256 as hexHash } from "../../freeze-head.ts";
import { choiceOf, clauseCheck, freeKey, hasInterest, saidFields, saidValues } from "../../position-fields.ts";
import { findReceipt, giveReceipt } from "../../record/receipts.ts";

const input = z.object({
  ballot: handle,
  /** The seat, and its holder or alternate whose word it is: in one field as `seat/person`, or each in its own. */
  seat: optionalHandle,
  person: handle,
  ...saidFields,
  reason: optionalProse(),
  clause: optionalProse(80),
  change: optionalProse(),
  /** Where and how it was received, in a sentence. */
  evidence: prose(4000),
  textHash: line(64).or(z.literal("")).optional(),
  key: optionalProse(80),
});
type Input = Omit<z.output<typeof input>, "seat"> & { seat: string };

/** Reads `seat/person`, which lets a form offer both in one list. */
function withSeat({ seat, person, ...rest }: z.output<typeof input>): Input {
  const [first, second] = person.split("/");
  return second === undefined ? { ...rest, seat: seat ?? "", person } : { ...rest, seat: first!, person: second };
}

export type RecordedReceipt = { reference: string; seat: string; sequence: number; receipt: SignedReceipt };

export const recordPosition = command({
  act: "record-position",
  rules: ["P9", "P1", "P2", "P3"],
  input,
  async decide(tx, actor, fields, context): Promise<Decision<RecordedReceipt>> {
    const given = withSeat(fields);
    const acting = await actingOn(tx, given.ballot);
    if (!acting || actor.kind !== "person") return notFound();
    const { ballot, thing } = acting;
    const answer = powers["record-position"](actor, thing, tx.now);
    if (isRefusal(answer)) return answer;
    if (ballot.mode !== "RECORDED")
      return refuse("state", "B39", `The ballot is ${ballot.mode}; nobody takes a position on it for a seat.`);
    const version = await findFrozen(tx, ballot.versionId);
    const choice = choiceOf(given, optionsOf(ballot));
    const nameOf = new Map((await loadRoll(tx, ballot.id)).map((seat) => [seat.seatId, seat.name]));
    const seat = nameOf.get(given.seat);
    if (seat === undefined) return refuse("seat", "P8", "No such seat stands on the roll of this ballot.", "seat");
    const before = await loadPositions(tx, ballot.id);
    const known = await check(tx, acting, { given, version, nameOf, before, recorderId: actor.personId });
    const handedBack = (row: PositionRow, receipt: SignedReceipt): RecordedReceipt => ({
      reference: ballot.reference,
      seat,
      sequence: row.sequence,
      receipt,
    });
    if ("duplicateOf" in known) {
      const { row } = known.duplicateOf;
      return { value: handedBack(row, await findReceipt(tx, row.id)), minute: null };
    }
    if (isRefusal(known)) return known;
    const id = context.newId();
    const position: PositionRow = {
      ...{ id, ballotId: ballot.id, seatId: given.seat, sequence: before.length + 1 },
      ...{
        personId: given.person,
        recordedBy: actor.personId,
        versionId: version?.id ?? null,
        textHash: version?.textHash ?? null,
      },
      ...{ word: given.word, choice, reason: given.reason, nid: given.clause || null },
      ...{ change: given.word === "discuss" ? given.change : null, at: tx.now },
      key: freeKey(before, { seatId: given.seat, key: given.key }) ?? id,
    };
    await savePosition(tx, position);
    await tx.insert(tx.t.positionEvidence).values({ positionId: id, evidence: given.evidence });
    const { sequence, textHash } = position;
    return {
      recorded: async (leaf) =>
        handedBack(position, await giveReceipt(tx, context.logKey, { ballot, position, seat, leaf })),
      minute: ballotMinute(ballot, answer, {
        ...{ seat, ...saidValues(position), sequence, textHash, positionHash: positionHash(position, seat) },
        ...{ person: given.person, evidenceHash: hexHash(given.evidence) },
      }),
    };
  },
});

type Known = {
  given: Input;
  version: VersionRow | null;
  nameOf: ReadonlyMap<string, string>;
  before: readonly PositionRow[];
  recorderId: string;
};

/** All that must hold of the position and of its being recorded; or the earlier position that the key names (rule P6). */
async function check(tx: Tx, { ballot, thing }: ActingOn, { given, version, nameOf, before, recorderId }: Known) {
  const person = await loadPerson(tx, given.person);
  const holdsSeat = person !== null && seatsOf(person, ballot.committeeId).some((held) => held.seatId === given.seat);
  const disputes = await loadDisputes(tx, ballot.id);
  const earlier = before
    .filter((row) => row.seatId === given.seat)
    .map((row) => ({ ...positionOf(row, nameOf, disputes), row }));
  const options = optionsOf(ballot);
  const namesOf = (seatIds: readonly string[]) => new Set(seatIds.flatMap((id) => nameOf.get(id) ?? []));
  const checked = positionCheck(
    {
      ...{ type: ballot.type, mode: ballot.mode, opensAt: ballot.opensAt!, closesAt: ballot.closesAt! },
      ...{
        roll: new Set(nameOf.values()),
        recused: namesOf(thing.recusedSeats),
        ...(version ? { textHash: version.textHash } : {}),
      },
      ...(options ? { options } : {}),
    },
    earlier,
    {
      ...{
        seat: nameOf.get(given.seat)!,
        said: saidOf({ word: given.word, choice: choiceOf(given, options) }),
        at: tx.now,
        reason: given.reason,
        holdsSeat,
      },
      ...(given.key === "" ? {} : { key: given.key }),
      barred: (thing.barredPeople ?? []).includes(given.person),
      ...(version && { textHash: given.textHash ?? "" }),
      ...{ clause: given.clause, change: given.change },
      interestDeclared: await hasInterest(tx, ballot.candidateId, given.person),
    },
  );
  if ("duplicateOf" in checked) return checked;
  return firstRefusal(
    modeCheck(ballot.mode),
    holdsSeat ? checked : personCheck(nameOf.get(given.seat)!),
    recorderCheck(recorderId, given.person),
    evidenceCheck(given.evidence),
    clauseCheck(version, given.clause),
  );
}

const personCheck = (seat: string): Answer =>
  refuse("seat", "P8", `The person named neither holds the seat ${seat} nor is its alternate.`, "person");

/** A sealed position is written in the seat's own browser; nobody else could record it (rule B39). */
function modeCheck(mode: string): Answer {
  if (mode === "RECORDED") return allowed;
  return refuse("state", "B39", `The ballot is ${mode}; positions are recorded for seats on RECORDED ballots only.`);
}
