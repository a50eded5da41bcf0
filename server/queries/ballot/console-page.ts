/** The chair's console of one ballot: the next legal step, who has not answered, the Discusses, and every clock beside it. */
import type { Reader } from "../../../db/open.ts";
import { loadLastReminders, loadSeatPeople, loadSilentSeats } from "../../../db/store/attention.ts";
import { type Ballot, findBallot, readBallot } from "../../../db/store/ballot.ts";
import { ballotThing } from "../../../db/store/ballot-roll.ts";
import { findCandidate } from "../../../db/store/candidate.ts";
import { eventsOf } from "../../../domain/ballot/ballot-case.ts";
import { answerTime_ms, overrideNotice_ms } from "../../../domain/ballot/discuss.ts";
import { nextStep } from "../../../domain/ballot/next-step.ts";
import { askedBy, type ReminderAbout, reminderCheck } from "../../../domain/ballot/reminder.ts";
import { day_ms } from "../../../domain/instant.ts";
import type { Person } from "../../../domain/membership/role.ts";
import { powers } from "../../../domain/powers.ts";
import { isRefusal, notFound, type Refusal } from "../../../domain/refusal.ts";
import { query } from "../../query.ts";
import { calendarDays, clockLine, committeesOfReader } from "../desk/calendar-page.ts";
import { openClocks } from "../desk/clocks/open-clocks.ts";
import { ballotView } from "./ballot-page.ts";

const clocksMax = 30;

export const consolePage = query(async (tx, actor, params: { ballot: string }, context) => {
  const view = await ballotView(tx, actor, params, context);
  if (isRefusal(view)) return view;
  if (actor.kind !== "person") return notFound();
  const ballot = (await findBallot(tx, params.ballot))!;
  const candidate = await findCandidate(tx, ballot.candidateId);
  const thing = await ballotThing(tx, ballot, candidate);
  const answer = powers["read-console"](actor, thing);
  // The text has its own page; here it would only be carried along.
  const page = { ...view, clauses: [], since: null, bases: [] };
  if (isRefusal(answer)) return { page, refusal: answer, desk: null };
  const mayRemind = powers["remind-seat"](actor, thing);
  return {
    page,
    refusal: null,
    desk: {
      role: answer.role,
      ...nextStep(await stepFacts(tx, ballot, view)),
      silent: await silentView(tx, ballot, isRefusal(mayRemind) ? mayRemind : null),
      discusses: discussDuties(view, ballot),
      clocks: await clocksOf(tx, actor, ballot),
    },
  };
});

type View = Exclude<Awaited<ReturnType<typeof ballotView>>, Refusal>;

async function stepFacts(tx: Reader, ballot: Ballot, view: View) {
  const { state, outcome, opensAt, closesAt, closedAt } = ballot;
  const lines = (view.readiness?.lines ?? []).filter((line) => !line.met);
  const waits = lines.flatMap((line) => line.at ?? []);
  const extensions =
    opensAt === null ? 0 : eventsOf((await readBallot(tx, ballot, [])).ballotCase.events, "extend").length;
  const counts = view.result?.counts;
  return {
    ...{ state, outcome, opensAt, closesAt, closedAt, extensions, now: tx.now },
    silent: counts?.S ?? view.rollSize - view.turnout,
    openDiscusses: counts && "D" in counts ? counts.D : 0,
    gate: {
      unmet: lines.length,
      waiting: waits.length,
      waitsUntil: waits.length === 0 ? null : Math.max(...waits),
    },
    transmitBy: outcome === "adopted" ? view.follows.transmitBy : null,
  };
}

/** Who has not answered, with the people behind the seat; never what the others said (rule B46). Null where nothing is asked. */
async function silentView(tx: Reader, ballot: Ballot, refusal: Refusal | null) {
  const about = askedBy(ballot.state);
  if (about === null) return null;
  const isNamed = about === "interests" || ballot.mode === "RECORDED";
  const seats = await loadSilentSeats(tx, ballot, about);
  if (!isNamed) return { about, count: seats.length, seats: [], refusal };
  const people = await loadSeatPeople(
    tx,
    seats.map((seat) => seat.seatId),
  );
  const reminded = await loadLastReminders(tx, ballot.id, about);
  return {
    about,
    count: seats.length,
    refusal,
    seats: seats.map(({ seatId, name }) => {
      const lastRemindedAt = reminded.get(seatId) ?? null;
      return {
        seatId,
        name,
        people: people.filter((one) => one.seatId === seatId),
        lastRemindedAt,
        refusal: refusal ?? restOf(tx, ballot, { about, seat: name, lastRemindedAt }),
      };
    }),
  };
}

function restOf(
  tx: Reader,
  { mode }: Ballot,
  seat: { about: ReminderAbout; seat: string; lastRemindedAt: number | null },
): Refusal | null {
  const answer = reminderCheck({ ...seat, mode, isSilent: true, now: tx.now });
  return isRefusal(answer) ? answer : null;
}

/** Each open Discuss with the sponsor's time to answer (B46) and the last instant to announce an override (P17). */
function discussDuties(view: View, { closesAt, type }: Ballot) {
  return (view.result?.discusses ?? []).map((discuss) => ({
    seatId: discuss.seatId,
    answerBy: discuss.answeredAt === null ? discuss.madeAt + answerTime_ms : null,
    announceBy: type === "consensus" || closesAt === null ? null : closesAt - overrideNotice_ms,
  }));
}

async function clocksOf(tx: Reader, person: Person, { committeeId, candidateId }: Ballot) {
  if (candidateId === null) return [];
  const houses = await committeesOfReader(tx, person);
  const { clocks } = await openClocks(
    tx,
    {
      ...{ person, candidateId, committees: [committeeId], after: null, most: clocksMax },
      ...{ from: tx.now, until: tx.now + calendarDays * day_ms },
    },
    { kinds: [], mine: false },
  );
  const byId = new Map(houses.map((one) => [one.id, one]));
  return clocks.map((clock) => clockLine(clock, byId, tx.now));
}
