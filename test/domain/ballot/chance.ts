/** Chance for tests that must come out the same again: numbers from a seed. */

/** A whole number from 0 up to, not including, `below`. */
export type Chance = (below: number) => number;

/** The same numbers for the same seed. */
export function chanceOf(seed: number): Chance {
  let state = (Math.imul(seed, 0x9e3779b1) ^ 0x5bd1e995) >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

export function oneOf<Value>(chance: Chance, values: readonly Value[]): Value {
  return values[chance(values.length)]!;
}

/** The values in another order. */
export function shuffled<Value>(values: readonly Value[], chance: Chance): Value[] {
  const mixed = [...values];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = chance(at + 1);
    [mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!];
  }
  return mixed;
}
