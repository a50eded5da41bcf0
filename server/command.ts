/**
 * The one shape of a command: read, decide, write, in one transaction, with exactly one minute (rule T1); after commit,
 * announce. A refusal rolls the transaction back, so a refused act has written nothing.
 */
import type { z } from "zod";
import type { Tx } from "../db/open.ts";
import type { LeafRow } from "../db/store/log.ts";
import { loadPerson } from "../db/store/membership.ts";
import { saveMinute } from "../db/store/record.ts";
import type { Actor } from "../domain/membership/role.ts";
import { type ActName, type MinutedAct, minuteTypes, type ObjectKind } from "../domain/record/act.ts";
import type { Marking } from "../domain/record/marking.ts";
import type { Minute, MinuteValue } from "../domain/record/minute.ts";
import { isRefusal, notFound, type Refusal, refuse } from "../domain/refusal.ts";
import type { Context } from "./context.ts";

export type Done<T> = { done: true; value: T };

/** What a decision hands back for its minute; act, actor and time are added here. */
export type MinuteDraft = {
  object: [ObjectKind, string];
  /** The role under which the person acted; null for the clock. */
  role: string | null;
  committeeId: string | null;
  candidateId: string | null;
  values: Record<string, MinuteValue>;
  marking?: Marking;
  /** Where a second consented: the act that was asked for, by whom, and the rules it is under (rule W6). */
  asked?: { act: MinutedAct; by: string; rules: string[] };
};

/**
 * `minute` is null only where the same act was done before under the same key, so that nothing is appended (rule P6).
 * `recorded` is asked once the minute stands in the log, in the same transaction, where what is handed back names its leaf.
 */
export type Decision<T> =
  | { value: T; minute: MinuteDraft | null; recorded?: undefined }
  | { value?: undefined; minute: MinuteDraft; recorded(leaf: LeafRow): Promise<T> }
  | Refusal;

export type CommandDescription<Input extends z.ZodType, Value> = {
  act: ActName;
  /** Ids of RULES.md that the act is under; the first is cited when the input is malformed. */
  rules: [string, ...string[]];
  input: Input;
  decide(tx: Tx, actor: Actor, input: z.output<Input>, context: Context): Promise<Decision<Value>>;
};

export type Command<Input extends z.ZodType, Value> = ((
  context: Context,
  actor: Actor,
  input: z.input<Input>,
) => Promise<Done<Value> | Refusal>) & {
  act: ActName;
  rules: string[];
  input: Input;
  /** Reads the fields of a form, or refuses the first that does not read. */
  read(given: unknown): z.output<Input> | Refusal;
};

/** A sentence about the first thing in the input that does not read, with the value that was given. */
function malformed(rule: string, fault: z.ZodError, input: unknown): Refusal {
  const issue = fault.issues[0]!;
  const path = issue.path.map(String);
  const wrong = path.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined),
    input,
  );
  const shown = wrong === undefined || wrong === "" ? "nothing" : `"${String(wrong).slice(0, 80)}"`;
  const field = path.join(".") || "form";
  return refuse("malformed", rule, `The field "${field}" cannot be read: ${issue.message}. It holds ${shown}.`, field);
}

/** Who acts now: the person's roles are read again inside the transaction, so that a role ended meanwhile is gone. */
async function actorNow(tx: Tx, actor: Actor): Promise<Actor | null> {
  return actor.kind === "person" ? loadPerson(tx, actor.personId) : actor;
}

export function command<Input extends z.ZodType, Value>(
  description: CommandDescription<Input, Value>,
): Command<Input, Value> {
  const { act, rules, input: schema, decide } = description;
  const read = (given: unknown): z.output<Input> | Refusal => {
    const parsed = schema.safeParse(given);
    return parsed.success ? parsed.data : malformed(rules[0], parsed.error, given);
  };
  const run = async (context: Context, actor: Actor, given: unknown): Promise<Done<Value> | Refusal> => {
    const fields = read(given);
    if (isRefusal(fields)) return fields;
    if (context.alarm !== null) return refuse("state", "T4", `Nothing is written any more. ${context.alarm}`);
    const outcome = await context.db.record(async (tx) => {
      const acting = await actorNow(tx, actor);
      if (!acting) return notFound();
      const decision = await decide(tx, acting, fields as z.output<Input>, context);
      if (isRefusal(decision)) return decision;
      if (decision.minute === null) return { value: decision.value as Value, minute: null };
      const { object, role, committeeId, candidateId, values, marking = "AMBER", asked } = decision.minute;
      const actingId = acting.kind === "person" ? acting.personId : null;
      const minute: Minute = {
        id: context.newId(),
        type: minuteTypes[asked?.act ?? (act as MinutedAct)],
        personId: asked?.by ?? actingId,
        secondPersonId: asked === undefined ? null : actingId,
        role,
        committeeId,
        candidateId,
        objectKind: object[0],
        objectId: object[1],
        values,
        rules: asked?.rules ?? rules,
        marking,
        at: tx.now,
      };
      const leaf = await saveMinute(tx, minute);
      const value = decision.recorded ? await decision.recorded(leaf) : decision.value;
      return { value, minute };
    });
    if (isRefusal(outcome)) return outcome;
    if (outcome.minute) context.announce([outcome.minute]);
    return { done: true, value: outcome.value };
  };
  return Object.assign(run, { act, rules, input: schema, read }) as Command<Input, Value>;
}
