/** The log: its key, its latest checkpoints, and the leaves with as much of each as the reader may see. Public. */
import { desc, eq, lt } from "drizzle-orm";
import type { Reader } from "../../../db/open.ts";
import { indexOf, logSize, sequenceOf } from "../../../db/store/log.ts";
import type { Actor } from "../../../domain/membership/role.ts";
import { toHex } from "../../../domain/record/checkpoint.ts";
import { minuteBody } from "../../../domain/record/leaf.ts";
import { leafSight } from "../../../domain/record/leaf-sight.ts";
import type { Minute } from "../../../domain/record/minute.ts";
import { query } from "../../query.ts";

const leavesMax = 25;
const checkpointsMax = 6;

export const logPage = query(async (tx, actor, params: { before?: string | null }, context) => {
  const size = await logSize(tx);
  const before = /^[0-9]{1,12}$/.test(params.before ?? "") ? Number(params.before) : size;
  const { checkpoints } = tx.t;
  const signed = await tx.select().from(checkpoints).orderBy(desc(checkpoints.size)).limit(checkpointsMax);
  const leaves = await leafViews(tx, actor, before);
  return {
    origin: context.logKey.name,
    key: context.logKey.verifierKey,
    alarm: context.alarm,
    size,
    checkpoints: signed.map((row) => ({ size: row.size, at: row.at, root: toHex(row.root), note: row.note })),
    leaves,
    earlier: (leaves.at(-1)?.index ?? 0) > 0 ? leaves.at(-1)!.index : null,
  };
});

/** The newest leaves below an index. */
async function leafViews(tx: Reader, actor: Actor, before: number) {
  const { leaves, minutes } = tx.t;
  const rows = await tx
    .select({ leaf: leaves, minute: minutes })
    .from(leaves)
    .innerJoin(minutes, eq(minutes.sequence, leaves.sequence))
    .where(lt(leaves.sequence, sequenceOf(before)))
    .orderBy(desc(leaves.sequence))
    .limit(leavesMax);
  return rows.map(({ leaf, minute: { sequence: _, ...row } }) => {
    const minute = row as Minute;
    const sight = leafSight(actor, minute);
    return {
      index: indexOf(leaf),
      hash: toHex(leaf.hash),
      head: sight === "hash" ? null : { type: minute.type, at: minute.at, stream: leaf.stream },
      body: sight === "body" ? { text: minuteBody(minute), salt: toHex(leaf.salt) } : null,
    };
  });
}
