/** The acts of the console: opening, extending, closing early, declaring void, and the second person's consent. */

import { BallotActs } from "./ballot-acts.tsx";
import type { BallotData } from "./ballot-data.ts";

export function ConsoleActs({ page }: { page: BallotData }) {
  return <BallotActs page={page} />;
}
