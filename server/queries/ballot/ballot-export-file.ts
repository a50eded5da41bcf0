/** What a ballot's page hands out as files: its export to the chair and the secretariat (rule T5), and a seat's own receipt (P20). */
import { and, desc, eq, inArray } from "drizzle-orm";
import type { Reader } from "../../../db/open.ts";
import { type Ballot, findBallot } from "../../../db/store/ballot.ts";
import { ballotThing, isStillSealed } from "../../../db/store/ballot-roll.ts";
import { findCandidate } from "../../../db/store/candidate.ts";
import { findLatestSealed } from "../../../db/store/sealing.ts";
import { type Actor, isInCircle, seatsOf } from "../../../domain/membership/role.ts";
import { powers } from "../../../domain/powers.ts";
import { type SignedReceipt, writeReceiptFile } from "../../../domain/record/receipt.ts";
import { slugOf } from "../../../domain/record/reference.ts";
import { isRefusal, notFound, type Refusal } from "../../../domain/refusal.ts";
import type { Context } from "../../context.ts";
import { query } from "../../query.ts";
import { ballotExport } from "../../record/ballot-export.ts";
import { writeCheckpoint } from "../../record/checkpoints.ts";
import { writeLongJson } from "../../record/long-work.ts";

type Params = { ballot: string };

const mayExport = query(async (tx, actor, params: Params) => {
  const ballot = await findBallot(tx, params.ballot);
  if (!ballot) return notFound();
  const candidate = await findCandidate(tx, ballot.candidateId);
  const answer = powers["export-ballot"](actor, await ballotThing(tx, ballot, candidate));
  return isRefusal(answer) ? answer : { ballot };
});

/** The head is signed first, so that the export holds what was done a moment ago. */
export async function ballotExportFile(context: Context, actor: Actor, params: Params) {
  const asked = await mayExport(context, actor, params);
  if (isRefusal(asked)) return asked;
  const checkpoint = await writeCheckpoint(context);
  if (checkpoint === null) return notFound();
  return exportedFile(context, actor, { ballot: asked.ballot, checkpoint });
}

type Exported = { ballot: Ballot; checkpoint: NonNullable<Awaited<ReturnType<typeof writeCheckpoint>>> };

const exportedFile = query(async (tx, _actor, { ballot, checkpoint }: Exported) => ({
  name: `${slugOf(ballot.reference)}-export.json`,
  characters: `${await writeLongJson(await ballotExport(tx, ballot, checkpoint))}\n`,
}));

/** The latest receipt of the reader's own seats on the ballot; null where they took no position. */
export async function ownReceipt(tx: Reader, actor: Actor, ballot: Ballot): Promise<SignedReceipt | null> {
  const own = seatsOf(actor, ballot.committeeId).flatMap((held) => held.seatId ?? []);
  if (own.length === 0) return null;
  if (isStillSealed(ballot)) {
    const sealed = await findLatestSealed(tx, ballot.id, own);
    if (sealed !== null) return sealed.receipt;
  }
  const { receipts, positions } = tx.t;
  const [row] = await tx
    .select({ receipt: receipts.receipt })
    .from(positions)
    .innerJoin(receipts, eq(receipts.positionId, positions.id))
    .where(and(eq(positions.ballotId, ballot.id), inArray(positions.seatId, own)))
    .orderBy(desc(positions.sequence))
    .limit(1);
  return row?.receipt ?? null;
}

export const receiptFile = query(
  async (tx, actor, params: Params): Promise<{ name: string; characters: string } | Refusal> => {
    const ballot = await findBallot(tx, params.ballot);
    if (!ballot || !isInCircle(actor, ballot.committeeId)) return notFound();
    const receipt = await ownReceipt(tx, actor, ballot);
    if (receipt === null) return notFound();
    return {
      name: `${slugOf(ballot.reference)}-receipt-${receipt.sequence}.txt`,
      characters: writeReceiptFile(receipt),
    };
  },
);
