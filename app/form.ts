/** How an action does an act: the intent and the fields of a form go to the load context, and the answer becomes a page. */
import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import { isRefusal, type Refusal, refuse } from "../domain/refusal.ts";
import type { ActAnswer } from "./act-answer.ts";

export type Fields = { [name: string]: string | string[] | Fields | Fields[] };

const statusOf = (refusal: Refusal): number => {
  if (refusal.code === "malformed") return 400;
  if (refusal.code === "not-found") return 404;
  return ["role", "seat", "own-delegation", "recused", "marking"].includes(refusal.code) ? 403 : 409;
};

/** `rows.0.countries` becomes { rows: [{ countries }] }; a name that stands several times becomes a list. */
export function fieldsOf(form: FormData): Record<string, unknown> {
  const fields: Record<string, unknown> = Object.create(null);
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name).filter((value): value is string => typeof value === "string");
    const path = name.split(".");
    if (path.length > 4 || path.some((part) => part === "__proto__")) continue;
    place(fields, path, values.length === 1 ? values[0]! : values);
  }
  return fields;
}

function place(into: Record<string, unknown>, [first, ...rest]: string[], value: unknown): void {
  if (first === undefined) return;
  if (rest.length === 0) {
    into[first] = value;
    return;
  }
  const isList = /^\d{1,2}$/.test(rest[0]!);
  const below = (into[first] ?? (isList ? [] : Object.create(null))) as Record<string, unknown>;
  into[first] = below;
  place(below, rest, value);
}

/** Lists may have gaps where a form left rows out. */
function withoutGaps(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((one) => one !== undefined).map(withoutGaps);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withoutGaps(one)]));
}

type Then = (value: never, intent: string) => string | null;

/**
 * Does the act that the form names, if it is one of this page's. Accepted: a redirect to `then` or to the same page.
 * Refused: the refusal with what was typed, so that nothing is lost.
 */
export async function performAct(
  { request, context }: ActionFunctionArgs,
  intents: readonly string[],
  { fields: fixed = {}, then }: { fields?: Record<string, unknown>; then?: Then } = {},
) {
  const form = await request.formData();
  const intent = String(form.get("intent") ?? "");
  form.delete("intent");
  const { pathname, search } = new URL(request.url);
  if (!intents.includes(intent))
    return answer(
      refuse("malformed", "W2", `"${intent.slice(0, 60)}" is no act of this page.`, "intent"),
      intent,
      form,
    );
  const given = { ...(withoutGaps(fieldsOf(form)) as Record<string, unknown>), ...fixed };
  const outcome = await context.act(intent, given);
  if (isRefusal(outcome)) return answer(outcome, intent, form);
  const place =
    then?.(outcome.value as never, intent) ?? `${pathname.replace(/\.data$/, "")}${search.replace(/[?&]index\b/, "")}`;
  return redirect(place, { status: 303, headers: { "X-Plenary-Done": intent } });
}

function answer(refusal: Refusal, intent: string, form: FormData) {
  const values = Object.fromEntries(
    [...form.entries()].filter((pair): pair is [string, string] => typeof pair[1] === "string"),
  );
  return data({ refusal, intent, values } satisfies ActAnswer, { status: statusOf(refusal) });
}
