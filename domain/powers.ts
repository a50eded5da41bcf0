/**
 * Who may do what to what: one table of questions, asked by pages, commands, sockets, exports and the clock alike (rules
 * W1 to W4). An answer is a standing that names the role acted under, or a refusal with its reason.
 */

import { ballotActsPowers } from "./ballot/ballot-acts-powers.ts";
import { ballotPowers } from "./ballot/ballot-powers.ts";
import { flagPowers } from "./ballot/flag-powers.ts";
import { sealingPowers } from "./ballot/sealing-powers.ts";
import { candidatePowers } from "./candidate/candidate-powers.ts";
import { amendmentPowers } from "./definition/amendment-powers.ts";
import { definitionPowers } from "./definition/definition-powers.ts";
import { systemPowers } from "./definition/system-powers.ts";
import { termPowers } from "./definition/term-powers.ts";
import { interestPowers } from "./membership/interest-powers.ts";
import { membershipPowers } from "./membership/membership-powers.ts";
import type { RoleName } from "./membership/role.ts";
import { type Answer, isRefusal } from "./refusal.ts";
import { reviewPowers } from "./review/review-powers.ts";

export const powers = {
  ...membershipPowers,
  ...interestPowers,
  ...candidatePowers,
  ...definitionPowers,
  ...termPowers,
  ...systemPowers,
  ...amendmentPowers,
  ...ballotPowers,
  ...sealingPowers,
  ...ballotActsPowers,
  ...flagPowers,
  ...reviewPowers,
};

export type Power = keyof typeof powers;

/** The role that the minute of an allowed act names; null where the clock acts or no role was needed. */
export function roleOf(answer: Answer | { allowed: true; role: RoleName | "clock" }): string | null {
  if (isRefusal(answer) || !("role" in answer) || answer.role === "clock") return null;
  return answer.role;
}
