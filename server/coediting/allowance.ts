/**
 * How much a socket may send. A bucket fills by so many a second up to a burst. Who empties it is first made to wait
 * (the socket is not read), which a person never notices; who has sent another whole burst on top is cut.
 */
export type Allowance = { perSecond: number; burst: number; left: number; at: number };

export type Taken = { wait_ms: number } | "too-fast";

export function createAllowance(perSecond: number, burst: number, now: number): Allowance {
  return { perSecond, burst, left: burst, at: now };
}

/** Takes `amount` at `now` (milliseconds, rising). */
export function take(allowance: Allowance, amount: number, now: number): Taken {
  const grown = allowance.left + ((now - allowance.at) / 1000) * allowance.perSecond;
  allowance.left = Math.min(allowance.burst, grown) - amount;
  allowance.at = now;
  if (allowance.left < -allowance.burst) return "too-fast";
  return { wait_ms: allowance.left < 0 ? (-allowance.left / allowance.perSecond) * 1000 : 0 };
}
