/** The acts of the console: what waits for a second person, then opening, extending, closing early and declaring void. */

import { SecondRequests } from "~/components/record/second-requests.tsx";
import { BallotActs } from "./ballot-acts.tsx";
import type { BallotData } from "./ballot-data.ts";

export function ConsoleActs({ page }: { page: BallotData }) {
  return (
    <>
      <SecondRequests requests={page.asked} />
      <BallotActs page={page} />
    </>
  );
}
