/** What must hold before a ballot opens. Rules B4, B5, B23, B29, B36, B39, B43. */
import { day_ms, hour_ms, type Instant, sayInstant } from "../instant.ts";
import { type Answer, allowed, firstRefusal, refuse } from "../refusal.ts";
import { type BallotMode, type BallotType, typeRule } from "./ballot-type.ts";

/** Smallest roll of a weighted ballot (rule B23). */
export const weightedRollMin = 9;
/** A text that was not adopted rests this long, and is balloted again once (rule B36). */
export const reballotRest_ms = 30 * day_ms;
export const reballotsMax = 1;

/** Whether the ballot stays open long enough for its type (rule B5). */
export function durationCheck(type: BallotType, opensAt: Instant, closesAt: Instant): Answer {
  const least = typeRule(type).durationMin_ms;
  if (closesAt - opensAt >= least) return allowed;
  const given = Math.floor((closesAt - opensAt) / hour_ms);
  const reason = `A ${type} ballot stays open for at least ${least / hour_ms} hours; this one for ${given}.`;
  return refuse("duration", "B5", reason, "closesAt");
}

/** Whether the roll is large enough for the type (rule B23). */
export function rollCheck(type: BallotType, rollSize: number): Answer {
  if (type !== "weighted" || rollSize >= weightedRollMin) return allowed;
  return refuse(
    "limit",
    "B23",
    `A weighted ballot needs a roll of at least ${weightedRollMin} seats; there are ${rollSize}.`,
  );
}

/**
 * Whether the type may decide this question (rules B29, B43). `chosenBefore`: a question of procedure chose the type
 * before opening; `office`: the question is an election to office.
 */
export function questionCheck(
  type: BallotType,
  mode: BallotMode,
  question: { aboutText: boolean; chosenBefore: boolean; office: boolean },
): Answer {
  if (mode === "SECRET" && !question.office && type !== "straw-poll")
    return refuse("state", "B43", "SECRET is only for elections to office and straw polls; this is neither.", "mode");
  if (!question.aboutText) return allowed;
  if (!typeRule(type).adoptsText)
    return refuse("state", "B29", `A ${type} ballot adopts no text; it decides procedure or advises.`, "type");
  if (type !== "recommendation" && !question.chosenBefore) {
    const reason = `A ${type} ballot adopts text only where a question of procedure chose it before opening; none did.`;
    return refuse("state", "B29", reason, "type");
  }
  return allowed;
}

/** Facts of the other rooms that the gate looks at. Numbers are of what still stands in the way. */
export type GateFacts = {
  /** Linter faults neither gone nor waived (D7). */
  openFaults: number;
  /** Technical comments in time without a disposition (K5), and disposed ones that may still be reopened (K7). */
  undisposedComments: number;
  reopenableComments: number;
  /** What the scope lacks, as a sentence, or null (R2 to R8). */
  scopeLacks: string | null;
  /** Seats that neither answered the interest question nor were asked 5 working days ago. */
  unansweredSeats: number;
};

/** The opening gate for a recommendation ballot (rule B4). Codes `faults`, `comments`, `state`. */
export function gateCheck(facts: GateFacts): Answer {
  const { openFaults, undisposedComments, reopenableComments, scopeLacks, unansweredSeats } = facts;
  if (openFaults > 0)
    return refuse("faults", "B4", `The text has ${openFaults} faults that are neither gone nor waived (D7).`);
  if (undisposedComments > 0)
    return refuse("comments", "B4", `${undisposedComments} technical comments have no disposition (K5).`);
  if (reopenableComments > 0)
    return refuse("comments", "B4", `${reopenableComments} comments may still be reopened by their authors (K7).`);
  if (scopeLacks !== null) return refuse("state", "B4", scopeLacks);
  if (unansweredSeats > 0) {
    const reason = `${unansweredSeats} seats have not answered the interest question and were asked less than 5 working days ago.`;
    return refuse("state", "B4", reason);
  }
  return allowed;
}

/** Whether a text may be balloted again: once, and not within 30 × 24 h of the ballot that did not adopt it (rule B36). */
export function reballotCheck(notAdoptedAt: readonly Instant[], now: Instant): Answer {
  if (notAdoptedAt.length > reballotsMax)
    return refuse(
      "limit",
      "B36",
      `This text was not adopted ${notAdoptedAt.length} times; it may be balloted again only once.`,
    );
  const free = Math.max(...notAdoptedAt) + reballotRest_ms;
  if (now < free) return refuse("duration", "B36", `This text was not adopted; it rests until ${sayInstant(free)}.`);
  return allowed;
}

/** Whether the key shares of a sealed ballot are well spread (rule B39): 2·k > n, and no delegation holds two. */
export function sharesCheck(needed: number, holderDelegations: readonly string[]): Answer {
  const n = holderDelegations.length;
  const twice = holderDelegations.find((one, index) => holderDelegations.indexOf(one) !== index);
  return firstRefusal(
    2 * needed > n && needed <= n
      ? allowed
      : refuse(
          "limit",
          "B39",
          `More than half of ${n} share holders must be needed to open, and no more than all; given: ${needed}.`,
        ),
    twice === undefined ? allowed : refuse("limit", "B39", `The delegation ${twice} would hold two shares.`),
  );
}
