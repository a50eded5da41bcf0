/** The overrides of a Discuss as its card shows them: when, who said what, the numbers against their thresholds, and what the reader may. */
import type { Reader } from "../../../db/open.ts";
import type { Ballot, BallotReading } from "../../../db/store/ballot.ts";
import { overridesAmong, type Voice } from "../../../db/store/ballot-override.ts";
import { namesOfPeople } from "../../../db/store/membership.ts";
import type { BallotThing } from "../../../domain/ballot/ballot-powers.ts";
import { decisionCheck, overrideAgainstMax, overrideNotice_ms } from "../../../domain/ballot/discuss.ts";
import type { Actor } from "../../../domain/membership/role.ts";
import { powers } from "../../../domain/powers.ts";
import { asRefusal, isRefusal } from "../../../domain/refusal.ts";

/** Everything about overrides of one Discuss; `thing` counts seats as recused that said so themselves (X5); `has` is false in a type that knows none (rule P17). */
export async function overrideView(
  tx: Reader,
  actor: Actor,
  { ballot, thing, reading }: { ballot: Ballot; thing: BallotThing; reading: BallotReading },
  discuss: { seatId: string; madeAt: number },
) {
  const { seatId, madeAt } = discuss;
  const found = overridesAmong(reading.events, seatId, madeAt);
  const names = await namesOfPeople(
    tx,
    found.flatMap((one) => [one.personId, one.decided?.personId ?? null]),
  );
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  const others = thing.roll.filter((seat) => seat !== seatId && !thing.recusedSeats.includes(seat));
  const counted = (voices: readonly Voice[], voice: Voice["voice"]) =>
    voices.filter((one) => one.voice === voice && others.includes(one.seatId)).map((one) => one.seat);
  const pending = found.find((one) => one.decided === null);
  const decides = powers["decide-override"](actor, thing, seatId, tx.now);
  return {
    has: ballot.type !== "consensus",
    announced: found.map((one) => ({
      ...{ number: one.number, at: one.announcedAt, person: nameOf(one.personId), reason: one.reason },
      decidedFrom: one.announcedAt + overrideNotice_ms,
      for: one.decided?.values.for ?? counted(one.voices, "for"),
      against: one.decided?.values.against ?? counted(one.voices, "against"),
      decided: one.decided && {
        ...{ at: one.decided.at, person: nameOf(one.decided.personId), overridden: one.decided.values.overridden },
      },
    })),
    /** Two thirds of the others must be for it, and at most so many against. */
    needed: Math.ceil((2 * others.length) / 3),
    others: others.length,
    againstMax: overrideAgainstMax,
    isPending: pending !== undefined,
    may: {
      "announce-override": asRefusal(powers["announce-override"](actor, thing, seatId, tx.now)),
      "give-override-voice": asRefusal(powers["give-override-voice"](actor, thing, seatId, tx.now)),
      "decide-override": asRefusal(
        isRefusal(decides) || !pending ? decides : decisionCheck(pending.announcedAt, tx.now),
      ),
    },
  };
}
