/** Approval: which options are adopted. Rule B24. */

export type Approval = {
  /** Approvals of each option, in order of the options. */
  approvals: Map<string, number>;
  /** In order of the options. */
  adoptedOptions: string[];
};

/**
 * An option is adopted iff more than half of the seats with a non-empty set approve it: 2·a > V. With `atMost`, only the
 * most approved of these; options tied across the last place all fall.
 */
export function approval(
  options: readonly string[],
  sets: readonly (readonly string[])[],
  atMost = options.length,
): Approval {
  const approvals = new Map(options.map((option) => [option, sets.filter((set) => set.includes(option)).length]));
  const voters = sets.filter((set) => set.length > 0).length;
  const passed = options.filter((option) => 2 * approvals.get(option)! > voters);
  if (passed.length <= atMost) return { approvals, adoptedOptions: passed };
  const falling = passed.map((option) => approvals.get(option)!).sort((a, b) => b - a);
  // The first number that finds no place: who has it ties with the one before, or stands behind it.
  const firstOut = falling[atMost]!;
  return { approvals, adoptedOptions: passed.filter((option) => approvals.get(option)! > firstOut) };
}
