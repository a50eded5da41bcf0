/** What the reader of a ballot's page may do with it, and why not. Rules B1, B2, B8, B9, B37, P8. */
import type { Reader } from "../../../db/open.ts";
import type { Ballot, VersionRow } from "../../../db/store/ballot.ts";
import type { Reckoning } from "../../../db/store/ballot-account.ts";
import { presentRoll } from "../../../db/store/ballot-roll.ts";
import type { BallotThing } from "../../../domain/ballot/ballot-powers.ts";
import { earlyCloseCheck, extensionCheck } from "../../../domain/ballot/closing.ts";
import { markedRoll } from "../../../domain/ballot/question.ts";
import type { Candidate } from "../../../domain/candidate/candidate.ts";
import { hour_ms } from "../../../domain/instant.ts";
import type { Actor } from "../../../domain/membership/role.ts";
import { powers } from "../../../domain/powers.ts";
import { type Answer, asRefusal, isRefusal } from "../../../domain/refusal.ts";
import { openingCheck } from "../../ballot-gate.ts";

/** Each act as its command would answer it now: null where it may be done, else the refusal that stands in its place. */
export async function mayOf(
  tx: Reader,
  actor: Actor,
  ballot: Ballot,
  thing: BallotThing,
  candidate: Candidate | null,
  version: VersionRow | null,
  reckoning: Reckoning | null,
) {
  const opens = powers["open-ballot"](actor, thing);
  const closes = powers["close-ballot"](actor, thing);
  const lengthens = powers["extend-ballot"](actor, thing);
  const opening = isRefusal(opens)
    ? opens
    : await openingCheck(tx, ballot, candidate, version, await rollNow(tx, ballot));
  return {
    "open-ballot": asRefusal(opening),
    "discard-ballot": asRefusal(powers["discard-ballot"](actor, thing)),
    "extend-ballot": asRefusal(isRefusal(lengthens) || !reckoning ? lengthens : extension(reckoning, ballot, tx.now)),
    "close-ballot": asRefusal(isRefusal(closes) || !reckoning ? closes : earlyClose(reckoning)),
    "void-ballot": asRefusal(powers["void-ballot"](actor, thing)),
    "cast-position": asRefusal(powers["cast-position"](actor, thing, tx.now)),
  };
}

async function rollNow(tx: Reader, { type, committeeId, rollMarks }: Ballot) {
  return markedRoll(type, await presentRoll(tx, committeeId), rollMarks);
}

/** Those who ask stand here for both; the second is asked when it is consented to (rule W6). */
const two = ["the chair", "the second"];

/** Rule B9. */
function earlyClose({ account }: Reckoning): Answer {
  const { counts } = account;
  return earlyCloseCheck({ S: counts.S, D: "D" in counts ? counts.D : 0 }, two);
}

/** Rule B8: whether the ballot may still be extended, by an hour at the least. */
function extension({ events }: Reckoning, ballot: Ballot, now: number): Answer {
  const closesAt = ballot.closesAt!;
  const extensions = events.filter(({ type }) => type === "extend").length;
  return extensionCheck({
    opensAt: ballot.opensAt!,
    closesAt,
    extensions,
    by: two,
    newClosesAt: closesAt + hour_ms,
    now,
  });
}
