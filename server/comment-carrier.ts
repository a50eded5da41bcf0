/** What carries an accepted comment into the text: a version after the commented one, or an amendment of the candidate (rule K4). */
import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "../db/open.ts";
import { findDefinition, findLatestVersion } from "../db/store/definition.ts";
import { type Carrier, checkCarryingVersion, stoppedBy } from "../domain/definition/comment.ts";
import { type Answer, allowed, isRefusal, refuse } from "../domain/refusal.ts";
import type { CommentAtHand } from "./commands/definition/comment-of.ts";

async function commentedNumbers(tx: Tx, together: CommentAtHand[]): Promise<Map<string, number>> {
  const { versions } = tx.t;
  const ids = [...new Set(together.flatMap(({ comment }) => comment.versionId ?? []))];
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: versions.id, number: versions.number })
    .from(versions)
    .where(inArray(versions.id, ids));
  return new Map(rows.map(({ id, number }) => [id, number]));
}

export async function checkCarrier(tx: Tx, carrier: Carrier, together: CommentAtHand[]): Promise<Answer> {
  const { candidate } = together[0]!;
  if ("amendment" in carrier) {
    const { amendments } = tx.t;
    const [found] = await tx
      .select({ number: amendments.number, state: amendments.state })
      .from(amendments)
      .where(and(eq(amendments.id, carrier.amendment), eq(amendments.candidateId, candidate.id)));
    if (!found)
      return refuse(
        "word",
        "K4",
        "The amendment that should carry the comment is none of this candidate.",
        "carriedBy",
      );
    return found.state === "accepted"
      ? allowed
      : refuse(
          "state",
          "K4",
          `Amendment ${found.number} is ${found.state}; an accepted one carries a comment.`,
          "carriedBy",
        );
  }
  const definition = await findDefinition(tx, candidate.id);
  const latest = definition ? ((await findLatestVersion(tx, definition.id))?.number ?? 0) : 0;
  const numbers = await commentedNumbers(tx, together);
  for (const { comment } of together) {
    const commented = comment.versionId === null ? null : (numbers.get(comment.versionId) ?? null);
    const answer = checkCarryingVersion(carrier.version, { commented, latest });
    if (isRefusal(answer)) return together.length > 1 ? stoppedBy(answer, comment.number) : answer;
  }
  return allowed;
}
