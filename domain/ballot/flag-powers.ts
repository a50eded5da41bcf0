/** Who makes a found interest known, and who decides about a flagged ballot. Rules X8, X9, B36. */
import { type Actor, roleIn } from "../membership/role.ts";
import { anyOf, inCircle, keepsProcedure, presides, type Standing } from "../membership/standing.ts";
import { isRefusal, type Refusal, refuse } from "../refusal.ts";
import type { BallotThing } from "./ballot-powers.ts";

const closedStates = ["closed", "challenged", "certified"];

function certified(office: Standing | Refusal, ballot: BallotThing): Standing | Refusal {
  if (isRefusal(office) || ballot.state === "certified") return office;
  return refuse("state", "X9", `The ballot is ${ballot.state}; this is decided once its result is certified.`);
}

export const flagPowers = {
  /** Rule X8; before the close an interest is declared, and takes effect by itself. */
  "find-interest": (actor: Actor, ballot: BallotThing): Standing | Refusal => {
    const office = anyOf(presides(actor, ballot, "X8", true), keepsProcedure(actor, ballot.committeeId, "X8"));
    if (isRefusal(office) || closedStates.includes(ballot.state)) return office;
    const reason = `The ballot is ${ballot.state}; an interest is found after the close, and declared before it.`;
    return refuse("state", "X8", reason);
  },
  "confirm-ballot": (actor: Actor, ballot: BallotThing) => certified(presides(actor, ballot, "X9"), ballot),
  "agree-confirmation": (actor: Actor, ballot: BallotThing): Standing | Refusal => {
    const outside = inCircle(actor, ballot);
    if (isRefusal(outside)) return outside;
    if (!roleIn(actor, ballot.committeeId, "vice-chair"))
      return refuse("role", "X9", "This is the vice-chair's to agree to; you do not hold that office here.");
    return certified(presides(actor, ballot, "X9", true), ballot);
  },
  "re-ballot": (actor: Actor, ballot: BallotThing) => certified(presides(actor, ballot, "X9"), ballot),
};
