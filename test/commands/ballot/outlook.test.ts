/** What the reader's word would change is worked out from the positions that still bear on it: as from all of them. */
import { expect, it } from "vitest";
import { account } from "../../../domain/ballot/account.ts";
import { wordsOf } from "../../../domain/ballot/ballot-type.ts";
import { whatIsMissing } from "../../../domain/ballot/what-is-missing.ts";
import { outlookOf } from "../../../server/queries/ballot/outlook.ts";
import { randomBallot } from "../../domain/ballot/random-ballot.ts";

it("[P4 P12 P13] the outlook of random ballots is that of all their positions", () => {
  let compared = 0;
  for (let seed = 0; seed < 6000; seed += 1) {
    const random = randomBallot(seed);
    if (random.options) continue;
    // The page looks at an open ballot: what is later has not happened, and nobody was found to be interested after it.
    const now = random.opensAt + (seed % 300) * 3_600_000;
    const positions = random.positions.filter((one) => one.at <= now);
    const events = random.events.filter((one) => one.at <= now && one.type !== "interest-found");
    const { closedEarlyAt: _, ...rest } = { ...random, positions, events, outages: [] };
    const present = { ...rest, closedEarlyAt: now + 1 };
    const seat = random.roll[seed % random.roll.length]!.seat;
    const reckoning = {
      ballotCase: present,
      account: account(present),
      roll: [],
      positions: [],
      events: [],
      disputes: new Map(),
    };
    const whole = wordsOf(random.type, random.mode).map((word) => {
      const said = { seat, said: { word }, at: now, reason: "as if" };
      const after = account({ ...present, positions: [...positions, said] });
      const refused = after.refused.some((one) => one.index === positions.length);
      return { word, outcome: after.outcome, sentence: whatIsMissing(after, (name) => name).sentence, refused };
    });
    expect(outlookOf(reckoning, seat, now), `seed ${seed}`).toEqual(whole);
    compared += 1;
  }
  expect(compared).toBeGreaterThan(1000);
});
