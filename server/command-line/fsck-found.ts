/** What was found after the close of a ballot, as its minutes say it; for `plenary fsck`. Rules X8, B34. */
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Reader } from "../../db/open.ts";
import type { Ballot } from "../../db/store/ballot.ts";
import type { MinuteValue } from "../../domain/record/minute.ts";

export type Finding = {
  sequence: number;
  at: number;
  personId: string | null;
  seats: number;
  accountHash: MinuteValue;
};

type Values = Record<string, MinuteValue>;

/** Found by an office in minutes of the ballot, or by the person's own declaration for the candidate; in their order. */
export async function findingsOf(tx: Reader, ballot: Ballot): Promise<Finding[]> {
  if (ballot.candidateId === null) return [];
  const { minutes } = tx.t;
  const rows = await tx
    .select()
    .from(minutes)
    .where(
      and(eq(minutes.candidateId, ballot.candidateId), inArray(minutes.type, ["interest-found", "interest-declared"])),
    )
    .orderBy(asc(minutes.sequence));
  return rows.flatMap(({ sequence, type, objectId, at, personId, values }) => {
    const said = values as Values;
    const items =
      type === "interest-found" && objectId === ballot.id
        ? [said]
        : type === "interest-declared"
          ? ((said.found ?? []) as Values[]).filter((one) => one.ballot === ballot.reference)
          : [];
    return items.map((one) => ({
      ...{ sequence, at, personId, seats: (one.seats as MinuteValue[]).length, accountHash: one.accountHash ?? null },
    }));
  });
}
