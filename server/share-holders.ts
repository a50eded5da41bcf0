/** Who may be named as a holder of a share (rule B39): the people on the seats of the committee. */
import type { Reader } from "../db/open.ts";
import { loadFilledSeats, namesOfPeople } from "../db/store/membership.ts";
import { loadHolderKeys } from "../db/store/sealing.ts";
import type { ShareHolder } from "../domain/ballot/sealing.ts";

/** Everybody on a filled seat, with the delegation the seat belongs to and whether a key is registered. */
export async function loadEligibleHolders(
  tx: Reader,
  committeeId: string,
): Promise<(ShareHolder & { seat: string; hasKey: boolean })[]> {
  const seats = await loadFilledSeats(tx, committeeId);
  const ids = [...new Set(seats.flatMap((seat) => seat.people))];
  const keys = await loadHolderKeys(tx, ids);
  const { members } = tx.t;
  const nameOf = await namesOfPeople(tx, ids);
  const memberOf = new Map(
    (await tx.select({ id: members.id, name: members.name }).from(members)).map((one) => [one.id, one.name]),
  );
  return seats.flatMap((seat) =>
    seat.people.map((personId) => ({
      personId,
      name: nameOf.get(personId) ?? "",
      seatId: seat.seatId,
      seat: seat.name,
      delegation: memberOf.get(seat.memberId) ?? seat.memberId,
      hasKey: keys.has(personId),
    })),
  );
}
