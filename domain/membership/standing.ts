/** The questions that every power begins with: does the actor hold this office, this seat, this circle? Rules W2, W4, X3. */
import { type Answer, allowed, isRefusal, notFound, type Refusal, refuse } from "../refusal.ts";
import { type Actor, type HeldRole, isInCircle, membersReviewedBy, roleIn, seatsOf } from "./role.ts";

/** A committee's thing, and the people whom a direct interest in it bars from presiding (rule X3). */
export type CommitteeThing = {
  committeeId: string;
  barredPeople?: string[];
  /** False while nobody is chair, or the chair is barred: the vice-chair acts then (rule B46). */
  chairPresides?: boolean;
};

/** An allowed answer that also says under which role the person would act; its minute names it (rule W4). */
export type Standing = {
  allowed: true;
  role: HeldRole["role"] | "clock";
  seatId: string | null;
  memberId: string | null;
};

function standing(held: HeldRole): Standing {
  return { allowed: true, role: held.role, seatId: held.seatId, memberId: held.memberId };
}

const clockStanding: Standing = { allowed: true, role: "clock", seatId: null, memberId: null };

function isBarredFrom(actor: Actor, thing: CommitteeThing): boolean {
  return actor.kind === "person" && (thing.barredPeople ?? []).includes(actor.personId);
}

/** What the actor may not see answers "not found", before any other refusal (rule W2). */
export function inCircle(actor: Actor, thing: CommitteeThing): Answer {
  return isInCircle(actor, thing.committeeId) ? allowed : notFound();
}

/**
 * The chair; or the vice-chair, while there is none or an interest bars the chair (rules X3, B46). Where `viceToo` is said, the
 * vice-chair may act at any time.
 */
export function presides(actor: Actor, thing: CommitteeThing, rule: string, viceToo = false): Standing | Refusal {
  if (actor.kind === "clock") return clockStanding;
  const outside = inCircle(actor, thing);
  if (isRefusal(outside)) return outside;
  const office = roleIn(actor, thing.committeeId, "chair") ?? roleIn(actor, thing.committeeId, "vice-chair");
  if (!office) return refuse("role", rule, "This is the chair's to do; you do not hold that office in this committee.");
  if (isBarredFrom(actor, thing))
    return refuse("recused", "X3", "You declared a direct interest in this candidate, so you do not preside on it.");
  if (office.role === "vice-chair" && !viceToo && thing.chairPresides !== false)
    return refuse("role", rule, "This is the chair's to do; the vice-chair acts when the chair cannot preside.");
  return standing(office);
}

/** The secretariat of the committee or of the whole regime. */
export function keepsProcedure(actor: Actor, committeeId: string | null, rule: string): Standing | Refusal {
  if (committeeId !== null && !isInCircle(actor, committeeId)) return notFound();
  const office = roleIn(actor, committeeId, "secretariat");
  return office
    ? standing(office)
    : refuse("role", rule, "This is the secretariat's to do; you do not hold that office.");
}

/** A seat of the committee that the actor holds or is the alternate of. */
export function holdsSeat(actor: Actor, committeeId: string, rule: string): Standing | Refusal {
  if (!isInCircle(actor, committeeId)) return notFound();
  const seat = seatsOf(actor, committeeId)[0];
  return seat
    ? standing(seat)
    : refuse("seat", rule, "You hold no seat in this committee and are no alternate of one.");
}

/** Who may word what the committee writes: holders of seats, their alternates, and both chairs whatever an interest bars (rule W8). */
export function writesFor(actor: Actor, committeeId: string): Standing | Refusal {
  return anyOf(holdsSeat(actor, committeeId, "W8"), presides(actor, { committeeId }, "W8", true));
}

/** A government reviewer, of this member where one is named. */
export function reviewsFor(actor: Actor, memberId: string | null, rule: string): Standing | Refusal {
  if (actor.kind !== "person") return notFound();
  const reviewed = membersReviewedBy(actor);
  if (reviewed.length === 0)
    return refuse("role", rule, "This is a government reviewer's to do; you do not hold that role for any member.");
  if (memberId !== null && !reviewed.includes(memberId))
    return refuse("own-delegation", rule, "You review for another member; a reviewer acts for the own member only.");
  return standing(
    actor.roles.find(
      (held) => held.role === "government-reviewer" && (memberId === null || held.memberId === memberId),
    )!,
  );
}

/** The first of several standings that holds; else the first refusal, since it names the usual way. */
export function anyOf(...answers: (Standing | Refusal)[]): Standing | Refusal {
  return answers.find((answer): answer is Standing => !isRefusal(answer)) ?? answers[0]!;
}
