/** What is asked of a second person about one thing, with what this reader may do about it (rule W6). */
import type { Reader } from "../../../db/open.ts";
import { namesOfPeople } from "../../../db/store/membership.ts";
import { findStanding, loadSeconds } from "../../../db/store/second-request.ts";
import type { Actor } from "../../../domain/membership/role.ts";
import type { TwoPersonAct } from "../../../domain/membership/second.ts";
import { powers } from "../../../domain/powers.ts";
import type { ObjectKind } from "../../../domain/record/act.ts";
import type { MinuteValue } from "../../../domain/record/minute.ts";
import { isRefusal } from "../../../domain/refusal.ts";

export type AskedSecond = {
  id: string;
  act: TwoPersonAct;
  askedBy: string;
  askedAt: number;
  expiresAt: number;
  values: Record<string, MinuteValue>;
  /** Names of those who may consent. */
  seconds: string[];
  may: { consent: boolean; withdraw: boolean };
};

export async function askedSeconds(tx: Reader, actor: Actor, [kind, id]: [ObjectKind, string]): Promise<AskedSecond[]> {
  const requests = await findStanding(tx, kind, id);
  if (requests.length === 0) return [];
  const askers = await namesOfPeople(
    tx,
    requests.map((one) => one.askedBy),
  );
  const shown: AskedSecond[] = [];
  for (const request of requests) {
    const { askedBy, askedAs, committeeId, act, askedAt, expiresAt, values } = request;
    const seconds = await loadSeconds(tx, request, askedBy);
    const thing = { committeeId, askedBy, askedAs, seconds: seconds.map(({ personId }) => personId) };
    shown.push({
      ...{ id: request.id, act, askedAt, expiresAt, values },
      askedBy: askers.get(askedBy) ?? "",
      seconds: seconds.map(({ name }) => name),
      may: {
        consent: !isRefusal(powers["consent-second"](actor, thing)),
        withdraw: !isRefusal(powers["withdraw-request"](actor, thing)),
      },
    });
  }
  return shown;
}
