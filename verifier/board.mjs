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

/** The declaration of each person that was in force at an instant (X7): the latest before it, for a year. */
function declared(minutes, instant, candidate) {
  const latest = new Map();
  for (const { said } of minutes)
    if (said.type === "interest-declared" && said.objectId === candidate && time(said.at) < time(instant))
      latest.set(said.personId, said);
  return [...latest.values()].filter((said) => time(said.at) + year > time(instant));
}

export const wasRecused = {
  /** X3: the person has a direct interest. */
  person: (minutes, person, instant, candidate) =>
    declared(minutes, instant, candidate).some((said) => said.personId === person && said.values.class === "direct"),
  /** X4: nobody on the seat is free, or the body that nominated it has a direct interest. */
  seat: (minutes, id, instant, candidate) => {
    const direct = declared(minutes, instant, candidate).filter((said) => said.values.class === "direct");
    const board = boardOf(minutes);
    const people = board.peopleOn(id, instant);
    if (people.length > 0 && people.every((person) => direct.some((said) => said.personId === person))) return true;
    const seat = board.seat(id);
    if (seat === undefined || seat.kind === "delegation" || seat.organisation === null) return false;
    return direct.some((said) => said.values.organisation === seat.organisation);
  },
};
