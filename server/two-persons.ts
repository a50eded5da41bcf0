/**
 * The one shape of a two-person act (rules W6, W7). A person who does one is refused and told to ask; asking stores the
 * fields of the form with what they come to, and consent looks at everything again, as the asker, before it is carried out.
 * The clock does such an act alone where table B2 lets it.
 */
import type { z } from "zod";
import type { Tx } from "../db/open.ts";
import type { Actor } from "../domain/membership/role.ts";
import type { TwoPersonAct } from "../domain/membership/second.ts";
import type { ObjectKind } from "../domain/record/act.ts";
import type { MinuteValue } from "../domain/record/minute.ts";
import { isRefusal, type Refusal, refuse } from "../domain/refusal.ts";
import { type Command, command, type Decision } from "./command.ts";
import type { Context } from "./context.ts";

/** What reading and deciding found: what the act is about, the values that consent is given to, and all that writing needs. */
export type Examined<Matter> = {
  object: [ObjectKind, string];
  role: string | null;
  committeeId: string;
  candidateId: string | null;
  /** Facts only, no draft text: they are shown to the second, and a changed one ends the request. */
  values: Record<string, MinuteValue>;
  matter: Matter;
};

/** Both persons' ids, the asker's first; empty where the clock acts. */
export type Both = readonly [] | readonly [asker: string, second: string];

export type TwoPersonDescription<Input extends z.ZodType, Matter, Value> = {
  act: TwoPersonAct;
  rules: [string, ...string[]];
  input: Input;
  /** Reads and decides, and writes nothing. */
  examine(tx: Tx, actor: Actor, input: z.output<Input>, context: Context): Promise<Examined<Matter> | Refusal>;
  /** Writes what was examined in the same transaction. */
  carryOut(tx: Tx, examined: Examined<Matter>, context: Context, actor: Actor, both: Both): Promise<Decision<Value>>;
};

export type TwoPersonCommand<Input extends z.ZodType = z.ZodType, Matter = unknown, Value = unknown> = Command<
  Input,
  Value
> &
  Pick<TwoPersonDescription<Input, Matter, Value>, "examine" | "carryOut"> & { act: TwoPersonAct };

export function twoPersonCommand<Input extends z.ZodType, Matter, Value>(
  description: TwoPersonDescription<Input, Matter, Value>,
): TwoPersonCommand<Input, Matter, Value> {
  const { act, rules, input, examine, carryOut } = description;
  const alone = command<Input, Value>({
    act,
    rules,
    input,
    async decide(tx, actor, given, context) {
      const examined = await examine(tx, actor, given, context);
      if (isRefusal(examined)) return examined;
      if (actor.kind !== "clock")
        return refuse(
          "second-person",
          "W7",
          `It takes two persons to ${act.replace("-", " a ")}; ask for the consent of the second.`,
        );
      return carryOut(tx, examined, context, actor, []);
    },
  });
  return Object.assign(alone, { act, examine, carryOut });
}
