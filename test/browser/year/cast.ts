/** Who takes part in the year: the regime is founded by commands, then each person comes in by a one-time link. */
import type { Page } from "playwright-core";
import type { Person } from "../../../domain/membership/role.ts";
import { givenRegime, type Regime } from "../../given/regime.ts";
import { enterByLink, signIn, signOut } from "../acting.ts";
import { type House, openPage } from "../house.ts";

export const password = "four words of my own";

export type Year = {
  house: House;
  regime: Regime;
  /** Holds the seat of Norway; sponsors the candidate. */
  expert: Page;
  /** Holds the seat of Canada and the chair. */
  chair: Page;
  /** Replies for Japan in review rounds. */
  official: Page;
  /** A further person comes to the committee's own machine, signs in, does something, and signs out. */
  visit(person: Person, act: (page: Page) => Promise<void>): Promise<void>;
};

export async function openYear(house: House): Promise<Year> {
  const { context } = house.product;
  const regime = await givenRegime({
    stage: { db: context.db, context, clock: house.clock, url: house.databaseUrl, close: async () => undefined },
  });
  const [expert, chair, official, machine] = await Promise.all([
    enterByLink(house, regime.holders.NO.personId, password),
    enterByLink(house, regime.chair.personId, password),
    enterByLink(house, regime.reviewers.JP.personId, password),
    openPage(house),
  ]);
  const known = new Set<string>();
  const visit = async (person: Person, act: (page: Page) => Promise<void>) => {
    if (known.has(person.personId)) await signIn(machine, emailOf(person), password);
    else await enterByLink(house, person.personId, password, machine);
    known.add(person.personId);
    await act(machine);
    await signOut(machine);
  };
  return { house, regime, expert, chair, official, visit };
}

const emailOf = ({ name }: Person) => `${name.toLowerCase().replaceAll(" ", ".")}@example.org`;
