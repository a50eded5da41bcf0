/** Which seats take part in a ballot. Rule M4. */

export type FilledSeat = {
  seatId: string;
  name: string;
  memberId: string;
  kind: "delegation" | "industry";
  /** Instant in milliseconds; among seats of one instant the higher number is the younger. */
  createdAt: number;
  number: number;
};

/**
 * The roll from the filled voting seats, in order of their names. While a member has more than a quarter of it
 * (4·s > R), its youngest industry seat is left out, the largest member first; delegation seats never are.
 */
export function votingRoll<Seat extends FilledSeat>(filled: readonly Seat[]): Seat[] {
  let roll = [...filled].sort((one, other) => byCodeUnits(one.name, other.name));
  for (let left = leftOut(roll); left; left = leftOut(roll)) {
    const gone = left;
    roll = roll.filter((seat) => seat !== gone);
  }
  return roll;
}

/** The industry seat that goes next, or undefined when no member has too many that could go. */
function leftOut<Seat extends FilledSeat>(roll: readonly Seat[]): Seat | undefined {
  const byMember = new Map<string, Seat[]>();
  for (const seat of roll) byMember.set(seat.memberId, [...(byMember.get(seat.memberId) ?? []), seat]);
  const [largest] = [...byMember.values()]
    .filter((seats) => 4 * seats.length > roll.length && seats.some((seat) => seat.kind === "industry"))
    .sort((one, other) => other.length - one.length || byCodeUnits(one[0]!.memberId, other[0]!.memberId));
  return largest
    ?.filter((seat) => seat.kind === "industry")
    .reduce((young, seat) => (isYounger(seat, young) ? seat : young));
}

function isYounger(one: FilledSeat, other: FilledSeat): boolean {
  return one.createdAt === other.createdAt ? one.number > other.number : one.createdAt > other.createdAt;
}

function byCodeUnits(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
