/**
 * Opens a sealed ballot with the shares that were handed in. The holder's browser combines them, opens every position and
 * sends the hash of what it read; the server does the same by itself, and takes it only where both agree. What was said
 * becomes the positions of the ballot, and the account is computed as of the close. Rules B39, B34, B44.
 * Who: a holder of a share. Minute: ballot-unsealed.
 */
import { eq } from "drizzle-orm";
import { z } from "zod";
import { accountHash, reckon, storedAccount } from "../../../db/store/ballot-account.ts";
import { moveCandidate } from "../../../db/store/candidate.ts";
import { challengeTime_ms } from "../../../domain/ballot/closing.ts";
import { powers } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { toBase64 } from "../../../protocol/sealing/sealing-bytes.ts";
import { lockedBallot } from "../../ballot-at-hand.ts";
import { ballotMinute } from "../../ballot-minute.ts";
import { command } from "../../command.ts";
import { handle } from "../../fields.ts";
import { openPositions, savePositionsOpened } from "../../unsealing.ts";

export const unsealBallot = command({
  act: "unseal-ballot",
  rules: ["B39", "B34", "B44"],
  input: z.object({
    ballot: handle,
    openedHash: z.string("it is missing").regex(/^[0-9a-f]{64}$/, "it is no hash"),
  }),
  async decide(tx, actor, input) {
    const at = await lockedBallot(tx, input.ballot);
    if (!at || actor.kind !== "person") return notFound();
    const { ballot, candidate, thing, sealing } = at;
    const answer = powers["unseal-ballot"](actor, thing);
    if (isRefusal(answer)) return answer;
    const opened = await openPositions(tx, ballot, sealing!);
    if (isRefusal(opened)) return opened;
    const { used, pair, lines, hash } = opened;
    if (hash !== input.openedHash)
      return refuse(
        "frozen",
        "B39",
        `Your browser read ${input.openedHash.slice(0, 12)}…, the server ${hash.slice(0, 12)}….`,
      );
    const unsealed = { ...ballot, unsealedAt: tx.now };
    await tx.insert(tx.t.unsealings).values({
      ...{ ballotId: ballot.id, personId: actor.personId, openedHash: hash, at: tx.now },
      privateKey: toBase64(pair.privateKey),
    });
    await savePositionsOpened(tx, ballot, lines);
    const reckoning = await reckon(tx, unsealed, ballot.closedAt!);
    const { outcome, failing, counts } = reckoning.account;
    const stored = storedAccount(reckoning);
    const isVoid = outcome === "void";
    await tx
      .update(tx.t.ballots)
      .set({
        ...{ state: isVoid ? "void" : "closed", outcome, account: stored, unsealedAt: tx.now },
        dueAt: isVoid ? null : tx.now + challengeTime_ms,
      })
      .where(eq(tx.t.ballots.id, ballot.id));
    if (isVoid && candidate && ballot.subject === "text") {
      const reason = `The ballot ${ballot.reference} is void: ${failing.join(", ")}.`;
      const moved = await moveCandidate(tx, candidate, "void-ballot", { actor, reason });
      if (isRefusal(moved)) return moved;
    }
    return {
      value: { reference: ballot.reference, outcome, failing },
      minute: ballotMinute(ballot, answer, {
        ...{ outcome, failing, counts: { ...counts }, accountHash: accountHash(stored) },
        ...{ openedHash: hash, shares: used },
      }),
    };
  },
});
