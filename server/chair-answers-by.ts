/** The instant at which the chair's silence accepts: ten working days in the calendar of the committee's seat (rule C3). */
import type { Reader } from "../db/open.ts";
import { endOfWorkingDays } from "../domain/review/working-day.ts";

const chairAnswersDays = 10;

/** The secretariat's calendar has the weekend of its city; its holidays come with the regime's calendar in a later edition. */
export async function chairAnswersBy(tx: Reader, committee: { zone: string }): Promise<number> {
  return endOfWorkingDays(tx.now, chairAnswersDays, {
    zone: committee.zone,
    weekend: [6, 7],
    holidays: [],
    extraWorkingDays: [],
  });
}
