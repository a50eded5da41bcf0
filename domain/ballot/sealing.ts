/** Sealed ballots: who may hold a share, when a seal is ready, and the account of one that was never opened. Rules B39 to B41, X5. */
import { type Answer, allowed, firstRefusal, refuse } from "../refusal.ts";
import { type Account, account } from "./account.ts";
import type { BallotCase } from "./ballot-case.ts";
import { sharesCheck } from "./opening.ts";

/** One share could be opened by its holder alone: that is no seal. */
export const shareHoldersMin = 2;
/** More holders than a committee has seats serve nobody; the splitting itself ends at 255. */
export const shareHoldersMax = 25;

/** Somebody who is to hold a share, with the seat held or stood in for. */
export type ShareHolder = { personId: string; name: string; seatId: string; delegation: string };

/** Whether these people may hold the shares (rules B39, X3, X5). */
export function shareHoldersCheck(
  needed: number,
  holders: readonly ShareHolder[],
  { recusedSeats, barredPeople }: { recusedSeats: readonly string[]; barredPeople: readonly string[] },
): Answer {
  const left = holders.find(({ seatId, personId }) => recusedSeats.includes(seatId) || barredPeople.includes(personId));
  return firstRefusal(
    holders.length >= shareHoldersMin
      ? allowed
      : refuse(
          "limit",
          "B39",
          `A sealed ballot needs at least ${shareHoldersMin} share holders; given: ${holders.length}.`,
          "holders",
        ),
    left === undefined
      ? allowed
      : refuse("recused", "X5", `${left.name} is recused from this candidate and holds no share.`, "holders"),
    sharesCheck(
      needed,
      holders.map((holder) => holder.delegation),
    ),
  );
}

/** The state of a seal before the opening: whether the key was made and its shares given, and who has confirmed. */
export type SealState = { given: boolean; holders: readonly { name: string; confirmed: boolean }[] };

/** Whether a sealed ballot may open: every holder has said that the own share opens (rule B39). */
export function sealReadyCheck(seal: SealState | null): Answer {
  if (seal === null) return refuse("state", "B39", "This sealed ballot names no share holders yet.");
  if (!seal.given) return refuse("state", "B39", "The ballot's key has not been made and given out in shares yet.");
  const waiting = seal.holders.filter((holder) => !holder.confirmed).map((holder) => holder.name);
  if (waiting.length === 0) return allowed;
  return refuse("state", "B39", `Their share is not confirmed yet by ${waiting.join(", ")}.`);
}

/** The account of a sealed ballot that nobody opened: void by B41 alone, with only the open recusals counted (rule B40). */
export function unopenedAccount(ballot: BallotCase): Account {
  const withoutConditions = account(ballot);
  return { ...withoutConditions, outcome: "void", failing: ["B41"], conditions: [] };
}
