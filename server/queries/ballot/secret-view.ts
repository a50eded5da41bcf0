/** What a ballot's page shows of the bridge to its election (rule B43): what goes out, and what came back. */
import type { Reader } from "../../../db/open.ts";
import { type Ballot, findBallot, loadRoll } from "../../../db/store/ballot.ts";
import { accountOf } from "../../../db/store/ballot-account.ts";
import { findSecretResult } from "../../../db/store/sealing.ts";
import type { BallotThing } from "../../../domain/ballot/ballot-powers.ts";
import { type Actor, isInCircle } from "../../../domain/membership/role.ts";
import { powers } from "../../../domain/powers.ts";
import { slugOf } from "../../../domain/record/reference.ts";
import { isRefusal, notFound } from "../../../domain/refusal.ts";
import { query } from "../../query.ts";
import { templateOf } from "../../secret-election.ts";

/** Null where the ballot is not secret and cannot become so: only straw polls can. */
export async function secretView(tx: Reader, actor: Actor, ballot: Ballot, thing: BallotThing) {
  const mayBecome = ballot.state === "drafted" && ballot.mode === "RECORDED" && ballot.type === "straw-poll";
  if (ballot.mode !== "SECRET" && !mayBecome) return null;
  const brought = await findSecretResult(tx, ballot.id);
  const account = accountOf(ballot);
  const [bridges, records] = [powers["bridge-ballot"](actor, thing), powers["record-secret-result"](actor, thing)];
  return {
    isSecret: ballot.mode === "SECRET",
    isOpened: ballot.recordHash !== null,
    result:
      brought === null || account === null
        ? null
        : {
            ...{ url: brought.url, fingerprint: brought.fingerprint, at: brought.at, counts: account.counts },
            approvals: account.approvals ?? null,
          },
    may: {
      "bridge-ballot": isRefusal(bridges) ? bridges : null,
      "record-secret-result": isRefusal(records) ? records : null,
    },
  };
}

/** The template that an election is set up from, for everybody of the committee: it holds nothing secret. */
export const secretTemplateFile = query(async (tx, actor, params: { ballot: string }) => {
  const ballot = await findBallot(tx, params.ballot);
  if (!ballot || !isInCircle(actor, ballot.committeeId) || ballot.mode !== "SECRET" || ballot.recordHash === null)
    return notFound();
  const roll = await loadRoll(tx, ballot.id);
  return {
    name: `${slugOf(ballot.reference)}-election.json`,
    characters: `${JSON.stringify(templateOf(ballot, roll.length), null, 2)}\n`,
  };
});
