/** The tally cases of the command line, read into the values of the domain. Members that the format does not know are ignored. */
import type { BallotCase, BallotEvent, Position, RollSeat, Said } from "../../domain/ballot/ballot-case.ts";
import { ballotModes, ballotTypes, isAboutOptions } from "../../domain/ballot/ballot-type.ts";
import type { OptIn } from "../../domain/review/opt-in.ts";
import type { Outage, OutageSpan } from "../../domain/review/outage.ts";
import { type Reply, replyingRole, replyWords } from "../../domain/review/reply.ts";
import type { Round } from "../../domain/review/round.ts";
import type { RoundMember } from "../../domain/review/round-clock.ts";
import { isZone } from "../../domain/review/working-day.ts";
import {
  date,
  distinctList,
  instant,
  instantOrNull,
  list,
  member,
  name,
  oneOf,
  optional,
  type Place,
  text,
  unreadable,
  whole,
} from "./reader.ts";

/** One case, by its `kind`. */
export type TallyCase =
  | { kind: "ballot"; ballot: BallotCase }
  | { kind: "round"; round: Round }
  | { kind: "opt-in"; optIn: OptIn };

const caseKinds = ["ballot", "round", "opt-in"] as const;
/** The kinds of the format; an accession (M8) is no case of it. */
const roundKinds = ["correction", "amendment", "new-entry"] as const;
const eventTypes = ["answer", "renew", "override", "extend", "interest-found"] as const;

/** Reads one case, or stops at what is malformed. */
export function readCase(place: Place): TallyCase {
  const kind = oneOf(caseKinds)(member(place, "kind"));
  if (kind === "ballot") return { kind, ballot: readBallot(member(place, "ballot")) };
  if (kind === "round") return { kind, round: readRound(member(place, "round")) };
  return { kind, optIn: readOptIn(member(place, "optIn")) };
}

function readBallot(place: Place): BallotCase {
  const type = oneOf(ballotTypes)(member(place, "type"));
  const options = optional(member(place, "options"), (one) => readOptions(one, "option"));
  if (isAboutOptions(type, options) && options === undefined) unreadable(member(place, "options"), "a list of options");
  const opensAt = instant(member(place, "opensAt"));
  const closesAt = instant(member(place, "closesAt"));
  if (closesAt <= opensAt) unreadable(member(place, "closesAt"), "an instant after opensAt");
  return {
    type,
    mode: oneOf(ballotModes)(member(place, "mode")),
    opensAt,
    closesAt,
    roll: readRoll(member(place, "roll"), type),
    recused: list(member(place, "recused"), name),
    options,
    tieOrder: readTieOrder(member(place, "tieOrder"), type, options ?? []),
    atMost: optional(member(place, "atMost"), whole(1)),
    positions: list(member(place, "positions"), readPosition),
    events: list(member(place, "events"), readEvent),
    outages: optional(member(place, "outages"), (one) => list(one, readOutageSpan)),
  };
}

function readOptions(place: Place, what: string): string[] {
  const options = distinctList(place, name, (option) => option, what);
  return options.length > 0 ? options : unreadable(place, `at least one ${what}`);
}

/** The tie order of an instant run-off holds each option once, since any of them may tie (rule B26). */
function readTieOrder(place: Place, type: string, options: readonly string[]): string[] | undefined {
  if (type !== "ranked-irv" && place.value === undefined) return undefined;
  const order = distinctList(place, name, (option) => option, "option");
  if (type !== "ranked-irv") return order;
  const complete = order.length === options.length && order.every((option) => options.includes(option));
  return complete ? order : unreadable(place, `each of the options ${options.join(", ")} once`);
}

function readRoll(place: Place, type: string): RollSeat[] {
  const roll = distinctList(
    place,
    (one) => readRollSeat(one, type),
    (one) => one.seat,
    "seat",
  );
  const total = roll.reduce((sum, one) => sum + (one.weight ?? 0), 0);
  // Both sides of B22 must be exact whole numbers.
  if (!Number.isSafeInteger(20 * total)) unreadable(place, "weights whose sum times 20 is an exact whole number");
  return roll;
}

function readRollSeat(place: Place, type: string): RollSeat {
  const seatClass = member(place, "class");
  const weight = member(place, "weight");
  return {
    seat: name(member(place, "seat")),
    class: type === "iso" ? oneOf(["P", "O"])(seatClass) : optional(seatClass, oneOf(["P", "O"])),
    weight: type === "weighted" ? whole(0)(weight) : optional(weight, whole(0)),
  };
}

function readPosition(place: Place): Position {
  return {
    seat: name(member(place, "seat")),
    said: readSaid(place),
    at: instant(member(place, "at")),
    reason: optional(member(place, "reason"), text),
    key: optional(member(place, "key"), text),
    recordedBy: optional(member(place, "recordedBy"), name),
    disputedAt: optional(member(place, "disputedAt"), instant),
  };
}

/** A position says one thing: a word, a set or a ranking. Which words the ballot knows is a rule (P1), not the format's. */
function readSaid(place: Place): Said {
  const [word, set, ranking] = [member(place, "word"), member(place, "set"), member(place, "ranking")];
  const said = [word, set, ranking].filter((one) => one.value !== undefined);
  if (said.length !== 1) return unreadable(place, "a position with one of word, set, ranking");
  if (word.value !== undefined) return { word: text(word) };
  if (set.value !== undefined) return { set: list(set, text) };
  return { ranking: list(ranking, (one) => (Array.isArray(one.value) ? list(one, text) : text(one))) };
}

function readEvent(place: Place): BallotEvent {
  const type = oneOf(eventTypes)(member(place, "type"));
  const at = instant(member(place, "at"));
  if (type === "extend")
    return { type, at, by: list(member(place, "by"), name), closesAt: instant(member(place, "closesAt")) };
  const seat = name(member(place, "seat"));
  if (type !== "override") return { type, seat, at };
  const voicesFor = list(member(place, "for"), name);
  const against = list(member(place, "against"), (one) =>
    voicesFor.includes(name(one)) ? unreadable(one, "a seat that is not also for it") : name(one),
  );
  return { type, seat, at, announcedAt: instant(member(place, "announcedAt")), for: voicesFor, against };
}

/** An outage of a ballot has ended: while it lasts the ballot does not close, so there is no account yet. */
function readOutageSpan(place: Place): OutageSpan {
  const from = instant(member(place, "from"));
  const to = instant(member(place, "to"));
  return to >= from ? { from, to } : unreadable(member(place, "to"), "an instant not before from");
}

function readOutage(place: Place): Outage {
  const from = instant(member(place, "from"));
  const to = instantOrNull(member(place, "to"));
  return to === null || to >= from
    ? { from, to }
    : unreadable(member(place, "to"), "an instant not before from, or null");
}

function readRound(place: Place): Round {
  const dispatchedAt = instant(member(place, "dispatchedAt"));
  const asOf = instant(member(place, "asOf"));
  if (asOf < dispatchedAt) unreadable(member(place, "asOf"), "an instant not before dispatchedAt");
  return {
    kind: oneOf(roundKinds)(member(place, "kind")),
    dispatchedAt,
    asOf,
    lengthenedAt: optional(member(place, "lengthenedAt"), instant),
    members: readMembers(member(place, "members")),
    replies: list(member(place, "replies"), readReply),
    outages: list(member(place, "outages"), readOutage),
  };
}

function readOptIn(place: Place): OptIn {
  return {
    brokenRounds: whole(0)(member(place, "brokenRounds")),
    asOf: instant(member(place, "asOf")),
    members: readMembers(member(place, "members")),
    joins: list(member(place, "joins"), (one) => ({
      member: name(member(one, "member")),
      at: instant(member(one, "at")),
    })),
    outages: optional(member(place, "outages"), (one) => list(one, readOutage)) ?? [],
  };
}

function readMembers(place: Place): RoundMember[] {
  const members = distinctList(place, readMember, (one) => one.member, "member");
  return members.length > 0 ? members : unreadable(place, "at least one member");
}

function readMember(place: Place): RoundMember {
  const zone = member(place, "zone");
  return {
    member: name(member(place, "member")),
    zone: isZone(name(zone)) ? name(zone) : unreadable(zone, "the IANA name of a time zone"),
    deliveredAt: instantOrNull(member(place, "deliveredAt")),
    weekend: optional(member(place, "weekend"), readWeekend),
    holidays: optional(member(place, "holidays"), (one) => list(one, date)),
    extraWorkingDays: optional(member(place, "extraWorkingDays"), (one) => list(one, date)),
  };
}

function readWeekend(place: Place): number[] {
  const days = distinctList(place, whole(1, 7), (day) => day, "ISO weekday");
  return days.length < 7 ? days : unreadable(place, "a weekend that leaves a working day");
}

function readReply(place: Place): Reply {
  return {
    member: name(member(place, "member")),
    word: oneOf(replyWords)(member(place, "word")),
    at: instant(member(place, "at")),
    by: optional(member(place, "by"), name) ?? replyingRole,
  };
}
