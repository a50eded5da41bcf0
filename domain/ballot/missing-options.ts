/** What a ballot about options still needs to pass: approvals, or rankings that set options apart. Rules B12c, B24 to B28. */
import type { Account, OptionCounts } from "./account.ts";
import type { MissingPart } from "./missing-parts.ts";

/** The parts that are missing; a quorum that is not reached comes last. */
export function missingForOptions(account: Account, { E, P, S }: OptionCounts): MissingPart[] {
  const parts = partsOf(account);
  // Whoever approves or ranks first may be a seat without a position, and then counts towards the quorum too.
  const taken = parts.some((part) => part.kind === "approval" && part.option === null) ? Math.min(1, S) : 0;
  const position = Math.max(0, Math.floor(E / 2) + 1 - P - taken);
  return position > 0 ? [...parts, { kind: "position", seats: position }] : parts;
}

function partsOf(account: Account): MissingPart[] {
  if (account.type === "approval") return approvalParts(account);
  if (account.type === "ranked-irv") return lastTwoParts(account);
  const first = (account.order as string[][] | undefined)?.[0] ?? [];
  return first.length > 1 ? [{ kind: "first-place", options: first }] : [];
}

/** Rule B24: the option nearest to more than half; or those that fall together, where only some may be adopted. */
function approvalParts({ approvals = {}, voters = 0, atMost }: Account): MissingPart[] {
  const most = Math.max(0, ...Object.values(approvals));
  const leading = Object.keys(approvals).filter((option) => approvals[option] === most);
  if (voters === 0) return [{ kind: "approval", option: null, seats: 1, voters }];
  if (2 * most <= voters) {
    const seats = Math.floor(voters / 2) + 1 - most;
    return [{ kind: "approval", option: leading[0]!, seats, voters }];
  }
  return atMost !== undefined && leading.length > atMost ? [{ kind: "apart", options: leading }] : [];
}

/** Rule B26: the last two options with equal votes. */
function lastTwoParts({ rounds = [] }: Account): MissingPart[] {
  const last = Object.entries(rounds.at(-1) ?? {});
  if (last.length !== 2 || last[0]![1] !== last[1]![1]) return [];
  return [{ kind: "last-two", options: last.map(([option]) => option) }];
}
