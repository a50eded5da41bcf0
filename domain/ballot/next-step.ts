/**
 * What the rules let happen next to a ballot, and when: one step that comes by itself or is due, and what may be done
 * besides and until when. Rules B4, B6, B8, B9, B36, B39, B41, B44, P17, R10.
 */
import type { Instant } from "../instant.ts";
import type { BallotState } from "./ballot-life.ts";
import { challengeTime_ms, extensionNotice_ms, extensionsMax, unsealingTime_ms } from "./closing.ts";
import { overrideNotice_ms } from "./discuss.ts";
import { reballotRest_ms } from "./opening.ts";

export type StepFacts = {
  state: BallotState;
  outcome: string | null;
  opensAt: Instant | null;
  closesAt: Instant | null;
  closedAt: Instant | null;
  /** Extensions made so far (rule B8). */
  extensions: number;
  /** Seats of E without a position, and Discusses that are open. */
  silent: number;
  openDiscusses: number;
  /** Lines of the opening gate that do not hold, and the latest instant at which those that only wait hold by themselves. */
  gate: { unmet: number; waiting: number; waitsUntil: Instant | null };
  /** The end of the time in which a certified recommendation is transmitted (rule R10). */
  transmitBy: Instant | null;
  now: Instant;
};

export type StepName =
  | "mend"
  | "wait"
  | "open"
  | "close"
  | "unseal"
  | "certify"
  | "answer-challenge"
  | "transmit"
  | "rest"
  | "again"
  | "none";

/** `at` is when the step comes or is due; null where no clock runs. `by` is who takes it. */
export type Step = {
  name: StepName;
  at: Instant | null;
  rule: string;
  by: "clock" | "chair" | "secretariat" | "nobody";
};

/** What may be done besides, until an instant; null where only the state limits it. */
export type Chance = {
  name: "extend" | "announce-override" | "close-early" | "void";
  until: Instant | null;
  rule: string;
};

export function nextStep(facts: StepFacts): { step: Step; chances: Chance[] } {
  return { step: stepOf(facts), chances: chancesOf(facts) };
}

function stepOf({ state, outcome, closesAt, closedAt, gate, transmitBy, now }: StepFacts): Step {
  switch (state) {
    case "drafted":
      if (gate.unmet === 0) return { name: "open", at: null, rule: "B2", by: "chair" };
      if (gate.unmet > gate.waiting) return { name: "mend", at: null, rule: "B4", by: "chair" };
      return { name: "wait", at: gate.waitsUntil, rule: "B4", by: "clock" };
    case "open":
      return { name: "close", at: closesAt, rule: "B6", by: "clock" };
    case "sealed":
      return { name: "unseal", at: (closedAt ?? now) + unsealingTime_ms, rule: "B41", by: "clock" };
    case "closed":
      return { name: "certify", at: (closedAt ?? now) + challengeTime_ms, rule: "B44", by: "clock" };
    case "challenged":
      return { name: "answer-challenge", at: null, rule: "B44", by: "chair" };
    case "certified":
      if (outcome === "adopted") return { name: "transmit", at: transmitBy, rule: "R10", by: "secretariat" };
      return { name: "rest", at: (closedAt ?? now) + reballotRest_ms, rule: "B36", by: "nobody" };
    case "void":
      return { name: "again", at: null, rule: "B36", by: "chair" };
    default:
      return { name: "none", at: null, rule: "B1", by: "nobody" };
  }
}

function chancesOf({ state, closesAt, extensions, silent, openDiscusses, now }: StepFacts): Chance[] {
  const chances: Chance[] = [];
  if (state === "open" && closesAt !== null) {
    const extendUntil = closesAt - extensionNotice_ms;
    if (extensions < extensionsMax && now <= extendUntil)
      chances.push({ name: "extend", until: extendUntil, rule: "B8" });
    const announceUntil = closesAt - overrideNotice_ms;
    if (openDiscusses > 0 && now < announceUntil)
      chances.push({ name: "announce-override", until: announceUntil, rule: "P17" });
    if (silent === 0 && openDiscusses === 0) chances.push({ name: "close-early", until: closesAt, rule: "B9" });
  }
  if (["open", "sealed", "closed"].includes(state)) chances.push({ name: "void", until: null, rule: "B37" });
  return chances;
}
