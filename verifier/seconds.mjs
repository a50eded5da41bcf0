/** The checks of acts that take two persons (W6, W7), of extensions (B8), and of ballots declared void (B37). */

import { boardOf } from "./board.mjs";
import { eventFaults } from "./life.mjs";

const time = Date.parse;
const hour = 3_600_000;

/** Minute types of two-person acts, with the act that must have been asked for. */
const actOf = {
  "ballot-opened": "open-ballot",
  "ballot-extended": "extend-ballot",
  "ballot-closed": "close-ballot",
  "ballot-voided": "void-ballot",
};

/** Every act that takes two names both, was asked for by the first within 24 hours, and both held what they had to. */
export function secondFaults({ data, minutes, own }) {
  const board = boardOf(minutes);
  const asked = own("second-requested").map(({ said }) => said);
  const faults = [];
  for (const [type, act] of Object.entries(actOf)) {
    for (const { said } of own(type)) {
      // The clock closes alone.
      if (type === "ballot-closed" && said.personId === undefined) continue;
      const name = `${type}, ${said.at}`;
      const second = said.secondPersonId;
      if (second === undefined) {
        faults.push(`${name}: it names no second person.`);
        continue;
      }
      if (second === said.personId) faults.push(`${name}: first and second are one person.`);
      const request = asked.find(
        (one) =>
          one.values.act === act &&
          one.personId === said.personId &&
          time(one.at) <= time(said.at) &&
          time(said.at) < time(one.at) + 24 * hour,
      );
      if (request === undefined) faults.push(`${name}: its first person did not ask for it in the 24 hours before.`);
      const committee = data.committee.id;
      const inOffice = (person) =>
        ["chair", "vice-chair"].some((role) => board.held(person, role, { committee }, said.at));
      if (!inOffice(said.personId)) faults.push(`${name}: the first person was neither chair nor vice-chair.`);
      const seats = board.seatsOf(second, said.at);
      if (!inOffice(second) && seats.length === 0)
        faults.push(`${name}: the second person held neither office nor seat.`);
      const members = board.seatsOf(said.personId, said.at).map(({ member }) => member);
      if (seats.some(({ member }) => members.includes(member))) faults.push(`${name}: both persons are of one member.`);
    }
  }
  return faults;
}

/** Extensions are those of the minutes, and name the two persons that these do (B8). */
export function extensionFaults(from) {
  const { data, own } = from;
  const recorded = own("ballot-extended").map(({ said }) => said);
  const named = data.events
    .filter(({ type }) => type === "extend")
    .filter(({ values }, place) => {
      const said = recorded[place];
      return said !== undefined && (values.by[0] !== said.personId || values.by[1] !== said.secondPersonId);
    })
    .map(({ at }) => `The extension of ${at} names other persons than its minute.`);
  return [...eventFaults(from, ["extend"]), ...named];
}

/** A ballot is void by decision only with a minute that gives the reason, before it was certified (B37). */
export function voidFaults({ data, own }) {
  const voided = own("ballot-voided").map(({ said }) => said);
  const certified = own("ballot-certified").map(({ said }) => said);
  const faults = [];
  if (voided.length > 1) faults.push(`It was declared void ${voided.length} times.`);
  for (const said of voided) {
    if (data.ballot.outcome !== "void" || data.ballot.state !== "void")
      faults.push(`It was declared void at ${said.at}; the export says ${data.ballot.outcome}.`);
    if (!said.values.reason) faults.push("It was declared void without a reason.");
    if (certified.length > 0) faults.push("It was declared void and certified.");
  }
  return faults;
}
