/**
 * The shape of a definition as live text: one text named `text`, in which each clause begins with the embed
 * `{ clause: nid }`, and one map named `clauses` with what is known of each clause and parameter. Browser and server
 * judge embeds, keys and values by the same functions of this file.
 */
import type * as Y from "yjs";
import {
  type ClauseKind,
  clauseKinds,
  clauseLevelMax,
  clauseLevelMin,
  comparators,
  type Parameter,
  type ParameterRange,
} from "../domain/definition/control-text.ts";
import { type Marking, markingOfNewText, markings } from "../domain/record/marking.ts";
import {
  bracketDelegationsMax,
  caveatDelegationsMax,
  delegationCharactersMax,
  parameterCharactersMax,
  referenceCharactersMax,
  termCharactersMax,
} from "./limits.ts";

export const textRoot = "text";
export const clausesRoot = "clauses";

/**
 * Keys are `<nid>:<field>`; a parameter's value stands under `<pid>:param`, whole, so that two people who change it at
 * once end with one of the two values and never with a mixture. `at` and `from` belong to moves.
 */
export const clauseFields = ["level", "kind", "marking", "caveat", "at", "from", "gone"] as const;
export const keyFields = [...clauseFields, "param"] as const;
export type KeyField = (typeof keyFields)[number];

/** A single-key value of the text that is not a character; `place` is where a moved clause is shown. */
export type TextEmbed =
  | { clause: string }
  | { param: string }
  | { termRef: string }
  | { xref: string }
  | { place: string };

/**
 * The value of the format `bracket` (rule D6). Two brackets of one delegation may stand side by side and one may be cut in
 * two, so a bracket put here has an `id`; an alternative names that of the bracket it is alternative of.
 */
export type BracketFormat = { id?: string; delegations: string[]; alternativeOf?: string };

export const bracketFormatKey = "bracket";
export const commentFormatPrefix = "comment:";

const idPattern = /^[A-Za-z0-9_.-]{1,64}$/;
/** Control characters, the two line separators, and halves of surrogate pairs. */
const forbiddenPattern = /[\p{Cc}\u2028\u2029\p{Cs}]/u;

/** Opens the two roots under their right types. Do it before the first update is applied. */
export function definitionRoots(doc: Y.Doc): { text: Y.Text; clauses: Y.Map<unknown> } {
  return { text: doc.getText(textRoot), clauses: doc.getMap(clausesRoot) };
}

/** An identifier of a clause, parameter, place or comment: 1 to 64 of letters, figures, `_`, `.` and `-`. */
export function isId(value: unknown): value is string {
  return typeof value === "string" && idPattern.test(value);
}

/** Text that may stand in a definition: no control characters, no line breaks, no half of a surrogate pair. */
export function isPlainText(value: string): boolean {
  return !forbiddenPattern.test(value);
}

function isShortText(value: unknown, charactersMax: number): value is string {
  return typeof value === "string" && value.length > 0 && value.length <= charactersMax && isPlainText(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function keyOf(id: string, field: KeyField): string {
  return `${id}:${field}`;
}

/** The identifier and field of a key of the map, or null when the key is none of ours. */
export function readKey(key: string): { id: string; field: KeyField } | null {
  const colon = key.lastIndexOf(":");
  const id = key.slice(0, Math.max(colon, 0));
  const field = keyFields.find((known) => known === key.slice(colon + 1));
  return isId(id) && field !== undefined ? { id, field } : null;
}

/** An embed of the text, or null when it is not exactly one known key with a bounded value. */
export function readEmbed(value: unknown): TextEmbed | null {
  if (!isRecord(value)) return null;
  const keys = Object.keys(value);
  if (keys.length !== 1) return null;
  if ("clause" in value && isId(value.clause)) return { clause: value.clause };
  if ("param" in value && isId(value.param)) return { param: value.param };
  if ("place" in value && isId(value.place)) return { place: value.place };
  if ("termRef" in value && isShortText(value.termRef, termCharactersMax)) return { termRef: value.termRef };
  if ("xref" in value && isShortText(value.xref, referenceCharactersMax)) return { xref: value.xref };
  return null;
}

export function readLevel(value: unknown): number | null {
  return typeof value === "number" && Number.isInteger(value) && value >= clauseLevelMin && value <= clauseLevelMax
    ? value
    : null;
}

export function readKind(value: unknown): ClauseKind | null {
  return clauseKinds.find((kind) => kind === value) ?? null;
}

export function readMarking(value: unknown): Marking | null {
  return markings.find((marking) => marking === value) ?? null;
}

function readDelegations(value: unknown, countMax: number): string[] | null {
  if (!Array.isArray(value) || value.length > countMax) return null;
  const names: string[] = [];
  for (const name of value) {
    if (!isShortText(name, delegationCharactersMax)) return null;
    names.push(name);
  }
  return names;
}

export function readCaveat(value: unknown): string[] | null {
  return readDelegations(value, caveatDelegationsMax);
}

/** The value of a bracket format, or null when it is not one (rule D6 judges an empty list of delegations). */
export function readBracket(value: unknown): BracketFormat | null {
  if (!isRecord(value)) return null;
  const { id, alternativeOf } = value;
  const delegations = readDelegations(value.delegations, bracketDelegationsMax);
  if (delegations === null || (id !== undefined && !isId(id))) return null;
  if (alternativeOf !== undefined && !isShortText(alternativeOf, referenceCharactersMax)) return null;
  return {
    ...(id === undefined ? {} : { id }),
    delegations,
    ...(alternativeOf === undefined ? {} : { alternativeOf }),
  };
}

function readRange(value: unknown): ParameterRange | null {
  if (!isRecord(value)) return null;
  const { min, max, min_inclusive, max_inclusive } = value;
  if (!isShortText(min, parameterCharactersMax) || !isShortText(max, parameterCharactersMax)) return null;
  if (typeof min_inclusive !== "boolean" || typeof max_inclusive !== "boolean") return null;
  return { min, min_inclusive, max, max_inclusive };
}

/** A parameter as it stands under `<pid>:param`, or null. Whether its number is a number is for the linter (table D). */
export function readParameter(value: unknown): Parameter | null {
  if (!isRecord(value)) return null;
  const { quantity, unit, raw } = value;
  const comparator = comparators.find((known) => known === value.comparator);
  const amount = isShortText(value.value, parameterCharactersMax) ? value.value : readRange(value.value);
  if (comparator === undefined || amount === null) return null;
  if (!isShortText(quantity, parameterCharactersMax) || !isShortText(unit, parameterCharactersMax)) return null;
  if (!isShortText(raw, parameterCharactersMax)) return null;
  return { quantity, comparator, value: amount, unit, raw };
}

/** Whether a value may stand under a field of the map. */
export function isFieldValue(field: KeyField, value: unknown): boolean {
  if (field === "level") return readLevel(value) !== null;
  if (field === "kind") return readKind(value) !== null;
  if (field === "marking") return readMarking(value) !== null;
  if (field === "caveat") return readCaveat(value) !== null;
  if (field === "gone") return typeof value === "boolean";
  if (field === "param") return readParameter(value) !== null;
  return isId(value);
}

/** Whether a format of the text is one of ours; null as a value takes the format away. */
export function isFormat(key: string, value: unknown): boolean {
  if (key === bracketFormatKey) return value === null || readBracket(value) !== null;
  if (!key.startsWith(commentFormatPrefix)) return false;
  return isId(key.slice(commentFormatPrefix.length)) && (value === null || value === true);
}

/** What the map says of one clause; what is absent or not of its kind reads as the value of new text. */
export type ClauseFieldValues = { level: number; kind: ClauseKind; marking: Marking; caveat: string[]; gone: boolean };

export const fieldValuesOfNewText: ClauseFieldValues = {
  level: clauseLevelMin,
  kind: "text",
  marking: markingOfNewText,
  caveat: [],
  gone: false,
};

export function readClauseFields(clauses: Y.Map<unknown>, nid: string): ClauseFieldValues {
  return {
    level: readLevel(clauses.get(keyOf(nid, "level"))) ?? fieldValuesOfNewText.level,
    kind: readKind(clauses.get(keyOf(nid, "kind"))) ?? fieldValuesOfNewText.kind,
    marking: readMarking(clauses.get(keyOf(nid, "marking"))) ?? fieldValuesOfNewText.marking,
    caveat: readCaveat(clauses.get(keyOf(nid, "caveat"))) ?? [],
    gone: clauses.get(keyOf(nid, "gone")) === true,
  };
}
