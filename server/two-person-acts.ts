/** Every two-person act by its name, for asking and consenting (rule W7). */
import type { TwoPersonAct } from "../domain/membership/second.ts";
import { closeBallot } from "./commands/ballot/close-ballot.ts";
import { extendBallot } from "./commands/ballot/extend-ballot.ts";
import { openBallot } from "./commands/ballot/open-ballot.ts";
import { voidBallot } from "./commands/ballot/void-ballot.ts";
import { cancelRound } from "./commands/review/cancel-round.ts";
import { dispatchRound } from "./commands/review/dispatch-round.ts";
import { lengthenRound } from "./commands/review/lengthen-round.ts";
import type { TwoPersonCommand } from "./two-persons.ts";

const commands = {
  "open-ballot": openBallot,
  "extend-ballot": extendBallot,
  "close-ballot": closeBallot,
  "void-ballot": voidBallot,
  "dispatch-round": dispatchRound,
  "lengthen-round": lengthenRound,
  "cancel-round": cancelRound,
} as const satisfies Record<TwoPersonAct, unknown>;

/** The command of the act; what it reads and examines is known to itself alone. */
export function twoPersonCommandOf(act: TwoPersonAct): TwoPersonCommand {
  return commands[act] as unknown as TwoPersonCommand;
}
