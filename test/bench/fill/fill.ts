/** Fills a new SQLite file with well-formed rows for every table that the pages read. */
import { openMigrated } from "../../../db/migrate.ts";
import { publishEdition } from "../../../db/store/list.ts";
import { fillBallots } from "./ballots.ts";
import { openBulk } from "./bulk.ts";
import { fillCandidates } from "./candidates.ts";
import { fillHouse, type House } from "./house.ts";
import { fillMinutes } from "./minutes.ts";
import { fillReview } from "./review.ts";

export type Sizes = { candidates: number; minutes: number };

const editions = 12;

/** Migrates the file, fills it, and publishes editions as the product does. */
export async function fill(path: string, sizes: Sizes, say: (line: string) => void): Promise<House> {
  await (await openMigrated({ url: path })).close();
  const bulk = openBulk(path, say);
  const house = await fillHouse(bulk, Date.now());
  const candidates = fillCandidates(bulk, house, sizes.candidates);
  fillReview(bulk, house, fillBallots(bulk, house, candidates));
  fillMinutes(bulk, house, candidates, sizes.minutes);
  bulk.close();
  const db = await openMigrated({ url: path });
  for (let number = 1; number <= editions; number += 1) await db.write((tx) => publishEdition(tx));
  await db.close();
  return house;
}
