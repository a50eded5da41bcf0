/** What a ballot's page shows of the bridge to its election (rule B43): what goes out, and what came back. */
import type { Reader } from "../../../db/open.ts";
import type { Ballot } from "../../../db/store/ballot.ts";
import { accountOf } from "../../../db/store/ballot-account.ts";
import { findSecretResult } from "../../../db/store/sealing.ts";
import type { BallotThing } from "../../../domain/ballot/ballot-powers.ts";
import type { Actor } from "../../../domain/membership/role.ts";
import { powers } from "../../../domain/powers.ts";
import { isRefusal } from "../../../domain/refusal.ts";

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
