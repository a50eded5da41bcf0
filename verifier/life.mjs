/** The checks of what one person does in a ballot's life: recorded and disputed positions, overrides, challenges, outages. */

import { boardOf, wasRecused } from "./board.mjs";
import { canonical, hexHash } from "./bytes.mjs";
import { findings } from "./found.mjs";

const hour = 3_600_000;
const time = Date.parse;
const same = (one, other) => canonical(one ?? null) === canonical(other ?? null);

/** The minutes of positions, whoever took or recorded them, in the order of the log: of a sealed ballot those of envelopes. */
export const positionMinutes = (own) =>
  [...own("position-cast"), ...own("position-recorded"), ...own("sealed-position-cast")].sort(
    (a, b) => a.index - b.index,
  );

/** The events as the tally reads them. */
export const caseEvents = (data) =>
  data.events.map((event) => ({ ...event.values, type: event.type, seat: event.seat, at: event.at }));

/** The type of the minute of each event. */
const minuteOf = {
  answer: "discuss-answered",
  renew: "discuss-renewed",
  extend: "ballot-extended",
  announce: "override-announced",
  voice: "override-voice-given",
  override: "override-decided",
  explain: "position-explained",
  challenge: "ballot-challenged",
  support: "challenge-supported",
  "answer-challenge": "challenge-answered",
};

/** What event and minute say alike, where the event says it; a text stands in the minute by its hash. */
const alike = ["by", "closesAt", "voice", "announcedAt", "for", "against", "overridden", "challenge", "rule"];

const isTold = (event, minute) =>
  minute.type === minuteOf[event.type] &&
  minute.at === event.at &&
  minute.personId === event.personId &&
  same(minute.values.seat, event.seat) &&
  (event.values.text === undefined || minute.values.saidHash === hexHash(String(event.values.text))) &&
  alike.every((name) => event.values[name] === undefined || same(event.values[name], minute.values[name]));

/** Every event stands in its place, and none is of a type that no check looks at. */
export function listedFaults({ data }) {
  return data.events.flatMap(({ number, type }, place) => [
    ...(number === place + 1 ? [] : [`Event ${number} stands in place ${place + 1}.`]),
    ...(type in minuteOf || type === "interest-found" ? [] : [`Event ${number} is of the unknown type ${type}.`]),
  ]);
}

/** Events of these types and their minutes answer to each other, one for one and in order. */
export function eventFaults({ data, own }, types) {
  const minutes = types.flatMap((type) => own(minuteOf[type])).sort((a, b) => a.index - b.index);
  const events = data.events.filter(({ type }) => types.includes(type));
  const faults = data.events.flatMap(({ number, type }, place) =>
    types.includes(type) && number !== place + 1 ? [`Event ${number} stands in place ${place + 1}.`] : [],
  );
  if (minutes.length !== events.length)
    faults.push(`There are ${events.length} events and ${minutes.length} minutes of them.`);
  for (const [place, event] of events.entries())
    if (minutes[place] !== undefined && !isTold(event, minutes[place].said))
      faults.push(`Event ${event.number} (${event.type}, ${event.at}) is not what its minute says.`);
  return faults;
}

/** Whether the person acted for the seat then. */
const onSeat = (board, person, seat, at) =>
  ["holder", "alternate"].some((role) => board.held(person, role, { seat }, at));

/** Whether the person held the office that the minute names: of the committee, or as secretariat of the regime. */
const inOffice = (board, said, roles, committee) =>
  roles.includes(said.role) &&
  (board.held(said.personId, said.role, { committee }, said.at) ||
    (said.role === "secretariat" && board.held(said.personId, said.role, { committee: undefined }, said.at)));

/** P9: by chair, vice-chair or secretariat, of a person of the seat, with evidence. */
export function recordedFaults({ data, minutes, own }) {
  const board = boardOf(minutes);
  return positionMinutes(own).flatMap(({ said }, place) => {
    const position = data.positions[place];
    if (position === undefined) return [];
    const name = `Position ${position.sequence} of ${position.seat}`;
    const isRecorded = position.recordedBy !== position.personId;
    if (isRecorded !== (said.type === "position-recorded"))
      return [`${name} is ${isRecorded ? "" : "not "}recorded by another person; its minute says otherwise.`];
    if (!isRecorded) return position.disputedAt === undefined ? [] : [`${name} is disputed, and the seat's own.`];
    const faults = [];
    if (said.values.evidenceHash !== hexHash(String(position.evidence)))
      faults.push(`The evidence of ${name} is not what its minute names.`);
    if (!inOffice(board, said, ["chair", "vice-chair", "secretariat"], data.committee.id))
      faults.push(`${name} was recorded by a person who was not ${said.role} there then.`);
    if (said.values.person !== position.personId || !onSeat(board, position.personId, position.seatId, position.at))
      faults.push(`${name} is of a person who was not on the seat then.`);
    if (wasRecused.person(minutes, position.personId, position.at, data.candidate?.id))
      faults.push(`${name} is of a person with a direct interest (X3).`);
    return faults;
  });
}

/** P10: each dispute has its minute, is by the seat, and was made before 48 hours after the close. */
export function disputeFaults({ data, minutes, own }) {
  const board = boardOf(minutes);
  const told = own("position-disputed").map(({ said }) => said);
  const disputed = data.positions.filter(({ disputedAt }) => disputedAt !== undefined);
  const faults = [];
  if (told.length !== disputed.length)
    faults.push(`There are ${disputed.length} disputes and ${told.length} minutes of them.`);
  for (const { sequence, seat, seatId, disputedAt, disputedBy, disputeReason } of disputed) {
    const name = `The dispute of position ${sequence}`;
    const said = told.find(({ values }) => values.sequence === sequence);
    const hash = hexHash(String(disputeReason));
    if (said?.at !== disputedAt || said.personId !== disputedBy || said.values.saidHash !== hash)
      faults.push(`${name} is not what its minute says.`);
    if (!onSeat(board, disputedBy, seatId, disputedAt))
      faults.push(`${name} was made by a person who was not on the seat ${seat} then.`);
    if (data.ballot.closedAt !== null && time(disputedAt) >= time(data.ballot.closedAt) + 48 * hour)
      faults.push(`${name} came 48 hours after the close or later, at ${disputedAt}.`);
  }
  return faults;
}

/** P10, B34: the accounts that stood, in order, are those that the close and the disputes after it name. */
export function accountsFaults(from, outcome) {
  const { data, own } = from;
  const told = [...own("ballot-closed"), ...own("ballot-unsealed"), ...own("position-disputed")].map(
    ({ index, said }) => ({ index, named: said.values }),
  );
  const found = findings(from).map(({ index, found }) => ({ index, named: found }));
  const named = [...told, ...found]
    .sort((a, b) => a.index - b.index)
    .map((one) => one.named)
    .filter(({ accountHash }) => accountHash !== undefined);
  const stood = [...(data.replaced ?? []), data.ballot.account].map(hexHash);
  const faults = [];
  const hashes = named.map(({ accountHash }) => accountHash);
  if (!same(stood, hashes))
    faults.push(
      `The accounts are ${stood.join(", ")}; the minutes of the close, of disputes and of found interests name ${hashes.join(", ")}.`,
    );
  if (named.at(-1)?.outcome !== outcome)
    faults.push(`The minutes say ${named.at(-1)?.outcome}, computed is ${outcome}.`);
  return faults;
}

/** P17: announced by a chair, voiced by seats of the roll, decided 48 hours later by what they said last. */
export function overrideFaults(from) {
  const { data, minutes, own } = from;
  const board = boardOf(minutes);
  const faults = eventFaults(from, ["announce", "voice", "override"]);
  const roles = ["chair", "vice-chair"];
  for (const { said } of [...own("override-announced"), ...own("override-decided")])
    if (!inOffice(board, said, roles, data.committee.id))
      faults.push(`An override was announced or decided at ${said.at} by a person who was not ${said.role} then.`);
  const voices = data.events.filter(({ type }) => type === "voice");
  for (const voice of voices) {
    const line = data.roll.find(({ id }) => id === voice.values.bySeat);
    if (line?.seat !== voice.values.by || !onSeat(board, voice.personId, voice.values.bySeat, voice.at))
      faults.push(`Event ${voice.number}: the voice of ${voice.values.by} is not by a person of a seat of the roll.`);
    if (voice.seatId === voice.values.bySeat) faults.push(`Event ${voice.number} is a voice of the holder itself.`);
  }
  for (const event of data.events.filter(({ type }) => type === "override")) {
    const name = `The override of the Discuss of ${event.seat} (event ${event.number})`;
    const announced = data.events.find(
      ({ type, seat, at }) => type === "announce" && seat === event.seat && at === event.values.announcedAt,
    );
    if (announced === undefined) {
      faults.push(`${name} was not announced at ${event.values.announcedAt}.`);
      continue;
    }
    if (time(event.at) - time(announced.at) < 48 * hour)
      faults.push(`${name} was decided less than 48 hours after its announcement.`);
    const latest = new Map();
    for (const { number, seat, values } of voices)
      if (seat === event.seat && number > announced.number && number < event.number)
        latest.set(values.by, values.voice);
    const left = (seat) => isOut(from, seat, event.at);
    for (const voice of ["for", "against"]) {
      const said = [...latest].filter(([seat, word]) => word === voice && !left(seat)).map(([seat]) => seat);
      if (!same([...said].sort(), [...event.values[voice]].sort()))
        faults.push(
          `${name} counts ${event.values[voice].join(", ") || "nobody"} ${voice} it; ${said.join(", ") || "nobody"} said so.`,
        );
    }
  }
  return faults;
}

/** Whether the seat had left the count at the instant: recused by X4, or by a position of its own that stands then (P12). */
function isOut({ data, minutes }, seat, instant) {
  const { id } = data.roll.find((line) => line.seat === seat) ?? {};
  if (id === undefined || wasRecused.seat(minutes, id, instant, data.candidate?.id)) return true;
  return data.positions.some(
    (one) =>
      one.seat === seat &&
      one.word === "recuse" &&
      time(one.at) <= time(instant) &&
      (one.disputedAt === undefined || time(one.disputedAt) > time(instant)),
  );
}

/** P21: by a person of a seat of the roll, before the certification. */
export function explanationFaults(from) {
  const { data, minutes } = from;
  const board = boardOf(minutes);
  const { certifiedAt } = data.ballot;
  return [
    ...eventFaults(from, ["explain"]),
    ...data.events
      .filter(({ type }) => type === "explain")
      .flatMap(({ number, seatId, personId, at }) => {
        if (!onSeat(board, personId, seatId, at)) return [`Event ${number} explains for a seat that was another's.`];
        const late = certifiedAt !== null && time(at) > time(certifiedAt);
        return late ? [`Event ${number} explains after the certification.`] : [];
      }),
  ];
}

/** B44: by seats of the roll in time, answered by chair or vice-chair, none open when the result was certified. */
export function challengeFaults(from) {
  const { data, minutes, own } = from;
  const board = boardOf(minutes);
  const { closedAt, certifiedAt } = data.ballot;
  const faults = eventFaults(from, ["challenge", "support", "answer-challenge"]);
  const about = (number, type) => data.events.filter((one) => one.type === type && one.values.challenge === number);
  const answered = new Map(own("challenge-answered").map(({ said }) => [said.values.challenge, said]));
  for (const challenge of data.events.filter(({ type }) => type === "challenge")) {
    const name = `The challenge of ${challenge.seat} (event ${challenge.number})`;
    const supports = about(challenge.number, "support");
    for (const { seatId, seat, personId, at } of [challenge, ...supports]) {
      if (!data.roll.some(({ id }) => id === seatId) || !onSeat(board, personId, seatId, at))
        faults.push(`${name} is made or supported by a person who was not on a seat of the roll.`);
      if (isOut(from, seat, at)) faults.push(`${name} is made or supported by a seat that is recused (X5).`);
    }
    if (closedAt === null || time(challenge.at) < time(closedAt) || time(challenge.at) >= time(closedAt) + 72 * hour)
      faults.push(`${name} was made at ${challenge.at}; the ballot closed at ${closedAt}.`);
    const answer = answered.get(challenge.number);
    if (certifiedAt !== null && (answer === undefined || time(answer.at) > time(certifiedAt)))
      faults.push(`${name} was open when the result was certified at ${certifiedAt}.`);
    if (answer === undefined) continue;
    if (!inOffice(board, answer, ["chair", "vice-chair"], data.committee.id))
      faults.push(`${name} was answered by a person who was not ${answer.role} then.`);
    if (onSeat(board, answer.personId, challenge.seatId, answer.at))
      faults.push(`${name} was answered by a person of the seat that made it.`);
    const viceMade = board
      .peopleOn(challenge.seatId, answer.at)
      .some((person) => board.held(person, "vice-chair", { committee: data.committee.id }, answer.at));
    const supported = supports.some(({ at }) => time(at) < time(answer.at));
    if (supported && answer.role === "chair" && !viceMade)
      faults.push(`${name} was supported by a second seat, and answered by the chair.`);
  }
  return faults;
}

/** B47, V16: each outage stands in a minute of the close that it moved, and was recorded by the secretariat of the regime. */
export function outageFaults({ data, minutes, own }) {
  const board = boardOf(minutes);
  const outages = data.outages ?? [];
  const told = own("close-moved").flatMap(({ said }) => said.values.outages);
  const faults = same(outages, told) ? [] : ["The outages are not those of the minutes that moved the close."];
  for (const { outage, from, to } of outages) {
    const name = `The outage from ${from} to ${to}`;
    const about = minutes.filter(({ said }) => said.objectId === outage).map(({ said }) => said);
    const recorded = about.find(({ type }) => type === "outage-recorded");
    if (recorded === undefined || recorded.values.from !== from) {
      faults.push(`${name} is not on record.`);
      continue;
    }
    const end = recorded.values.to ?? about.find(({ type }) => type === "outage-ended")?.values.to;
    if (end !== undefined && end !== null && time(to) > time(end)) faults.push(`${name} ended at ${end} already.`);
    for (const said of about)
      if (!inOffice(board, said, ["secretariat"], undefined))
        faults.push(`${name} was recorded by a person who was not secretariat of the regime then.`);
  }
  const moved = own("close-moved").filter(({ said }) => said.personId !== undefined);
  if (moved.length > 0) faults.push("The close was moved by a person, and not by the clock.");
  return faults;
}
