/** What the outages on record do to the close of an open ballot, as of now. Rules B47, V16, V18. */
import { count, eq } from "drizzle-orm";
import { closingTime } from "../../domain/ballot/closing.ts";
import type { Instant } from "../../domain/instant.ts";
import { isOutageOpen } from "../../domain/review/outage.ts";
import type { Reader, Tx } from "../open.ts";
import { type Ballot, readBallot } from "./ballot.ts";
import { loadBallotOutages, loadOutages } from "./ballot-life.ts";

type Span = { outageId: string; from: Instant; to: Instant };

export type CloseAsOf = {
  /** The closing time as the outages known now give it; never before the one in force. */
  closesAt: Instant;
  /** Outages, as far as they are known now, that the ballot has not taken in yet. */
  spans: Span[];
  /** Whether an outage lasts now: the ballot does not close then. */
  lasts: boolean;
};

/** Computes the close of an open ballot from every outage on record since its opening. */
export async function closeAsOf(tx: Reader, ballot: Ballot): Promise<CloseAsOf> {
  const known = (await loadOutages(tx, ballot.opensAt!)).filter(({ from }) => from < ballot.closesAt!);
  const taken = await loadBallotOutages(tx, ballot.id);
  const spans = known
    .map(({ id, from, to }) => ({ outageId: id, from, to: to === null || to > tx.now ? tx.now : to }))
    .filter(({ from, to }) => to > from)
    .filter(({ outageId, to }) => !taken.some((row) => row.outageId === outageId && row.toAt === to));
  const { ballotCase } = await readBallot(tx, ballot, []);
  const closesAt = closingTime({ ...ballotCase, outages: [...(ballotCase.outages ?? []), ...spans] });
  return { closesAt: Math.max(closesAt, ballot.closesAt!), spans, lasts: isOutageOpen(known, tx.now) };
}

/** Takes the outages in and moves the close; the frozen record stays (rule B3). */
export async function moveClose(tx: Tx, ballot: Ballot, { closesAt, spans }: CloseAsOf): Promise<void> {
  const { ballots, ballotOutages } = tx.t;
  const [{ taken } = { taken: 0 }] = await tx
    .select({ taken: count() })
    .from(ballotOutages)
    .where(eq(ballotOutages.ballotId, ballot.id));
  await tx.insert(ballotOutages).values(
    spans.map(({ outageId, from, to }, index) => ({
      ballotId: ballot.id,
      number: taken + index + 1,
      outageId,
      fromAt: from,
      toAt: to,
      at: tx.now,
    })),
  );
  await tx.update(ballots).set({ closesAt, dueAt: closesAt }).where(eq(ballots.id, ballot.id));
}

/** Makes every open ballot due whose close the outages on record move, so that the clock moves it (table B2). */
export async function wakeBallots(tx: Tx): Promise<void> {
  const { ballots } = tx.t;
  for (const ballot of await tx.select().from(ballots).where(eq(ballots.state, "open"))) {
    const { closesAt } = await closeAsOf(tx, ballot);
    if (closesAt > ballot.closesAt!) await tx.update(ballots).set({ dueAt: tx.now }).where(eq(ballots.id, ballot.id));
  }
}
