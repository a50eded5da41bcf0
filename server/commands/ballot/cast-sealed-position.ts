/**
 * Takes or replaces a seat's position on a sealed ballot, as an envelope that was sealed in the seat's browser. What can be
 * tested without its content is tested now, in the order of P1; word and reason are tested when it is opened. Rules B39, B40,
 * P1 to P8, P20. Its minute names no word and no seat, and is marked RED: turnout is a number, never which.
 * Who: the holder or alternate of a seat on the roll. Minute: sealed-position-cast.
 */
import { z } from "zod";
import type { Tx } from "../../../db/open.ts";
import { findFrozen, loadPositions, loadRoll, positionOf } from "../../../db/store/ballot.ts";
import { loadSealedPositions, loadSealedReceipts, type SealedRow } from "../../../db/store/sealing.ts";
import { type EarlierPosition, positionCheck } from "../../../domain/ballot/position.ts";
import { seatsOf } from "../../../domain/membership/role.ts";
import { powers } from "../../../domain/powers.ts";
import type { SignedReceipt } from "../../../domain/record/receipt.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { sealedPositionBytes, sealedPositionCharacters } from "../../../protocol/sealing/sealed-position.ts";
import { fromBase64 } from "../../../protocol/sealing/sealing-bytes.ts";
import { type BallotAtHand, lockedBallot } from "../../ballot-at-hand.ts";
import { ballotMinute } from "../../ballot-minute.ts";
import { command, type Decision } from "../../command.ts";
import { handle, line, optionalHandle, optionalProse } from "../../fields.ts";
import { sha256 } from "../../freeze-head.ts";
import { signReceipt } from "../../record/receipts.ts";

/** What is handed back, and handed back again for the same key. */
export type SealedReceipt = { reference: string; sequence: number; receipt: SignedReceipt };

/** Stands for what is inside while it is not known: a word that every type has, and that needs no reason. */
const unknownWord = { word: "abstain" };

export const castSealedPosition = command({
  act: "cast-sealed-position",
  rules: ["B39", "P1", "P3", "P6"],
  input: z.object({
    ballot: handle,
    seat: optionalHandle,
    sealed: line(sealedPositionCharacters),
    textHash: line(64).or(z.literal("")).optional(),
    key: optionalProse(80),
  }),
  async decide(tx, actor, given, context): Promise<Decision<SealedReceipt>> {
    const at = await lockedBallot(tx, given.ballot);
    if (!at || actor.kind !== "person") return notFound();
    const { ballot, thing } = at;
    const answer = powers["cast-position"](actor, thing, tx.now);
    const held = seatsOf(actor, ballot.committeeId).flatMap((role) => role.seatId ?? []);
    const onRoll = held.filter((seat) => thing.roll.includes(seat));
    const seatId = given.seat === null ? onRoll[0] : onRoll.find((seat) => seat === given.seat);
    if (seatId === undefined || ballot.opensAt === null)
      return isRefusal(answer) ? answer : refuse("seat", "P8", "You act for no such seat on the roll of this ballot.");
    if (ballot.mode !== "SEALED")
      return refuse("state", "B39", `This ballot is ${ballot.mode}; only a sealed one takes sealed positions.`);
    const before = await loadBefore(tx, at, seatId);
    const checked = positionCheck(before.rules, before.earlier, {
      seat: before.seat,
      said: unknownWord,
      at: tx.now,
      ...(before.rules.textHash === undefined ? {} : { textHash: given.textHash ?? "" }),
      ...(given.key === "" ? {} : { key: given.key }),
    });
    if ("duplicateOf" in checked) {
      const { row } = checked.duplicateOf as EarlierPosition & { row: SealedRow };
      const receipt = (await loadSealedReceipts(tx, [row.id])).get(row.id)!;
      return { value: { reference: ballot.reference, sequence: row.sequence, receipt }, minute: null };
    }
    if (isRefusal(checked)) return checked;
    if (isRefusal(answer)) return answer;
    if (fromBase64(given.sealed, sealedPositionBytes) === null) {
      const reason = `A sealed position is ${sealedPositionBytes} bytes in base64; given are ${given.sealed.length} characters.`;
      return refuse("malformed", "B39", reason, "sealed");
    }
    const id = context.newId();
    const position: SealedRow = {
      ...{ id, ballotId: ballot.id, seatId, sequence: before.count + 1, personId: actor.personId },
      ...{ textHash: before.rules.textHash ?? null, sealed: given.sealed, key: given.key || id, at: tx.now },
    };
    await tx.insert(tx.t.sealedPositions).values(position);
    const { sequence, textHash } = position;
    return {
      recorded: async (leaf) => {
        const receipt = signReceipt(context.logKey, { ballot, position, seat: before.seat, leaf });
        await tx.insert(tx.t.sealedReceipts).values({ positionId: id, receipt });
        return { reference: ballot.reference, sequence, receipt };
      },
      minute: {
        ...ballotMinute(ballot, answer, { sequence, textHash, sealedHash: sha256(given.sealed) }),
        marking: "RED",
      },
    };
  },
});

/** What the seat did on this ballot before, open or sealed, and what a new position is tested against. */
async function loadBefore(tx: Tx, { ballot, thing }: BallotAtHand, seatId: string) {
  const nameOf = new Map((await loadRoll(tx, ballot.id)).map((line) => [line.seatId, line.name]));
  const [open, sealed] = [await loadPositions(tx, ballot.id), await loadSealedPositions(tx, ballot.id)];
  const recusals = open.filter((row) => row.seatId === seatId).map((row) => positionOf(row, nameOf, new Map()));
  const envelopes = sealed
    .filter((row) => row.seatId === seatId)
    .map((row) => ({ said: unknownWord, at: row.at, key: row.key, row }));
  const version = await findFrozen(tx, ballot.versionId);
  return {
    count: open.length + sealed.length,
    seat: nameOf.get(seatId)!,
    earlier: [...recusals.map(({ said, at }) => ({ said, at })), ...envelopes] as EarlierPosition[],
    rules: {
      ...{ type: ballot.type, mode: ballot.mode, opensAt: ballot.opensAt!, closesAt: ballot.closesAt! },
      ...(version && { textHash: version.textHash }),
      roll: new Set(nameOf.values()),
      recused: new Set(thing.recusedSeats.flatMap((seat) => nameOf.get(seat) ?? [])),
    },
  };
}
