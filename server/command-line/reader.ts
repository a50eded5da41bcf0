/**
 * Reads untrusted JSON value by value, keeping its path, so that what is malformed is refused with the JSON path and the
 * wrong value, and nothing is guessed. Reading stops at the first fault.
 */
import { type Instant, isDate, readInstant } from "../../domain/instant.ts";
import { type Refusal, refuse } from "../../domain/refusal.ts";

/** A value and where it stands: `$.ballot.positions[3].at`. `value` is undefined where a member is missing. */
export type Place = { value: unknown; path: string };

/** Carries a refusal up to `readOrRefuse`; it never leaves this file. */
class Unreadable extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.reason);
    this.refusal = refusal;
  }
}

/** Runs a reading and gives its value, or the refusal (`malformed`, the JSON path as field) at which it stopped. */
export function readOrRefuse<Value>(read: () => Value): Value | Refusal {
  try {
    return read();
  } catch (fault) {
    if (fault instanceof Unreadable) return fault.refusal;
    throw fault;
  }
}

/** Stops the reading at a place that does not hold what is expected. */
export function unreadable({ value, path }: Place, expected: string): never {
  const shown = value === undefined ? "nothing" : JSON.stringify(value);
  const short = shown.length > 200 ? `${shown.slice(0, 200)}…` : shown;
  throw new Unreadable(refuse("malformed", "B34", `${path}: expected ${expected}, got ${short}`, path));
}

/** A member of the object at this place; only the object's own members count. */
export function member(place: Place, name: string): Place {
  const { value, path } = place;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return unreadable(place, "an object");
  const own = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
  return { value: own, path: `${path}.${name}` };
}

/** Reads a member that may be missing; `null` is not missing. */
export function optional<Value>(place: Place, read: (place: Place) => Value): Value | undefined {
  return place.value === undefined ? undefined : read(place);
}

export function list<Value>(place: Place, read: (place: Place) => Value): Value[] {
  if (!Array.isArray(place.value)) return unreadable(place, "a list");
  return place.value.map((value, index) => read({ value, path: `${place.path}[${index}]` }));
}

/** A list whose items are all different; the second of two equal ones is at fault. */
export function distinctList<Value>(
  place: Place,
  read: (place: Place) => Value,
  keyOf: (value: Value) => string | number,
  what: string,
): Value[] {
  const seen = new Set<string | number>();
  return list(place, (item) => {
    const value = read(item);
    if (seen.has(keyOf(value))) return unreadable(item, `each ${what} once`);
    seen.add(keyOf(value));
    return value;
  });
}

/** Text that is not empty. */
export function name(place: Place): string {
  return typeof place.value === "string" && place.value !== ""
    ? place.value
    : unreadable(place, "text that is not empty");
}

export function text(place: Place): string {
  return typeof place.value === "string" ? place.value : unreadable(place, "text");
}

export function oneOf<Word extends string>(words: readonly Word[]): (place: Place) => Word {
  return (place) => words.find((word) => word === place.value) ?? unreadable(place, `one of ${words.join(", ")}`);
}

/** A whole number from `least` to `most`. */
export function whole(least: number, most = Number.MAX_SAFE_INTEGER): (place: Place) => number {
  const range = most === Number.MAX_SAFE_INTEGER ? `from ${least} up` : `from ${least} to ${most}`;
  return (place) => {
    const { value } = place;
    if (typeof value === "number" && Number.isSafeInteger(value) && value >= least && value <= most) return value;
    return unreadable(place, `a whole number ${range}`);
  };
}

export function instant(place: Place): Instant {
  const read = typeof place.value === "string" ? readInstant(place.value) : null;
  return read ?? unreadable(place, "an instant in UTC such as 2026-09-01T00:00:00Z");
}

export function instantOrNull(place: Place): Instant | null {
  return place.value === null ? null : instant(place);
}

export function date(place: Place): string {
  return typeof place.value === "string" && isDate(place.value)
    ? place.value
    : unreadable(place, "a date such as 2026-09-01");
}
