/** The record of one act (rules T1, T2). Its values are facts and references; draft text above CLEAR is never among them. */

import type { MinuteType, ObjectKind } from "./act.ts";
import type { Marking } from "./marking.ts";

export type MinuteValue = string | number | boolean | null | MinuteValue[] | { [name: string]: MinuteValue };

export type Minute = {
  id: string;
  type: MinuteType;
  /** Null: the clock. */
  personId: string | null;
  /** The other person of a two-person act, who consented to it (rules T2, W6); null elsewhere. */
  secondPersonId: string | null;
  /** The role under which the person acted (rule W4). */
  role: string | null;
  committeeId: string | null;
  candidateId: string | null;
  objectKind: ObjectKind;
  objectId: string;
  values: Record<string, MinuteValue>;
  rules: string[];
  marking: Marking;
  /** Milliseconds since 1970 UTC, database time. */
  at: number;
};

/** What a page is told when something it may show has changed: names of things, never their content. */
export function topicsOf(minute: Minute): string[] {
  const topics = [`${minute.objectKind}:${minute.objectId}`];
  if (minute.candidateId) topics.push(`candidate:${minute.candidateId}`);
  if (minute.committeeId) topics.push(`committee:${minute.committeeId}`);
  return topics;
}
