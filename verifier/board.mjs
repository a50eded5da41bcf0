/** Who held which role and seat, and who had declared an interest, as the minutes of the export tell it. */

const time = Date.parse;
const year = 365 * 24 * 3_600_000;

/** The roles and seats of the committee over time. */
export function boardOf(minutes) {
  const roles = [];
  const seats = new Map();
  for (const { said } of minutes) {
    const { role, seat } = said.values;
    if (said.type === "seat-created") {
      const { seat: name, kind, member, organisation } = said.values;
      seats.set(said.objectId, { name, kind, member, organisation: organisation ?? null, from: time(said.at) });
    }
    if (said.type === "role-given")
      roles.push({
        person: said.objectId,
        role,
        seat: seat ?? null,
        committee: said.committeeId,
        from: time(said.at),
        to: Infinity,
      });
    if (said.type === "role-ended") {
      const held = roles.find(
        (one) =>
          one.person === said.objectId && one.role === role && one.seat === (seat ?? null) && one.to === Infinity,
      );
      if (held) held.to = time(said.at);
    }
  }
  const inForce = (instant) => roles.filter((one) => one.from <= time(instant) && time(instant) < one.to);
  return {
    held: (person, role, { seat, committee }, instant) =>
      inForce(instant).some(
        (one) =>
          one.person === person &&
          one.role === role &&
          (seat === undefined ? one.committee === committee : one.seat === seat),
      ),
    peopleOn: (seat, instant) =>
      inForce(instant)
        .filter((one) => one.seat === seat && ["holder", "alternate"].includes(one.role))
        .map((one) => one.person),
    seat: (id) => seats.get(id),
    seatsOf: (person, instant) =>
      inForce(instant)
        .filter((one) => one.person === person && ["holder", "alternate"].includes(one.role))
        .flatMap((one) => seats.get(one.seat) ?? []),
    filledSeats: (instant) => {
      const held = new Set(
        inForce(instant)
          .filter((one) => one.role === "holder")
          .map((one) => one.seat),
      );
      return new Map([...seats].filter(([id]) => held.has(id)));
    },
  };
}

/** Minutes by which the class of a person's declaration was decided (X6); the declaration itself goes on. */
const decided = ["interest-classified", "classification-settled"];

/** Whose declaration a minute says something of: the actor's own, or one that another found or decided about. */
const personOf = (said) => (said.type === "interest-declared" ? said.personId : said.values.person);

/** The bodies that the direct interests name: all of them, or the one of a minute that names one only. */
const bodiesOf = ({ organisations, organisation }) => organisations ?? (organisation ? [organisation] : []);

/**
 * The declaration of each person that was in force at an instant (X7): the latest before it, for a year, whether declared or
 * found (X8); in the class that was decided since, where it was disputed (X6).
 */
function declared(minutes, instant, candidate) {
  const latest = new Map();
  for (const { said } of minutes) {
    if (said.candidateId !== candidate || time(said.at) >= time(instant)) continue;
    const person = personOf(said);
    if (["interest-declared", "interest-found"].includes(said.type))
      latest.set(person, { person, at: time(said.at), class: said.values.class, bodies: bodiesOf(said.values) });
    const known = latest.get(person);
    if (decided.includes(said.type) && said.values.decided !== null && known)
      Object.assign(known, { class: said.values.class, bodies: bodiesOf(said.values) });
  }
  return [...latest.values()].filter((one) => one.at + year > time(instant));
}

export const wasRecused = {
  /** X3: the person has a direct interest. */
  person: (minutes, person, instant, candidate) =>
    declared(minutes, instant, candidate).some((one) => one.person === person && one.class === "direct"),
  /** X4: nobody on the seat is free, or the body that nominated it has a direct interest. */
  seat: (minutes, id, instant, candidate) => {
    const direct = declared(minutes, instant, candidate).filter((one) => one.class === "direct");
    const board = boardOf(minutes);
    const people = board.peopleOn(id, instant);
    if (people.length > 0 && people.every((person) => direct.some((one) => one.person === person))) return true;
    const seat = board.seat(id);
    if (seat === undefined || seat.kind === "delegation" || seat.organisation === null) return false;
    return direct.some((one) => one.bodies.includes(seat.organisation));
  },
};
