/** The checks of interests found after the close, and of what the chairs decided about them (X8, X9). */

import { boardOf } from "./board.mjs";
import { canonical } from "./bytes.mjs";

const same = (one, other) => canonical(one) === canonical(other);
const shown = (value) => JSON.stringify(value)?.slice(0, 160) ?? "nothing";

/** What the minutes say was found after the close: by an office, or by the person's own declaration. */
export function findings({ data, minutes, own }) {
  const byOffice = own("interest-found").map(({ index, said }) => ({ index, said, found: said.values }));
  const bySelf = minutes
    .filter(({ said }) => said.type === "interest-declared" && said.objectId === data.candidate?.id)
    .flatMap(({ index, said }) =>
      (said.values.found ?? [])
        .filter((found) => found.ballot === data.ballot.reference)
        .map((found) => ({ index, said, found: { ...found, person: said.personId } })),
    );
  return [...byOffice, ...bySelf].sort((one, other) => one.index - other.index);
}

export function foundFaults(from) {
  const { data, minutes } = from;
  const board = boardOf(minutes);
  const told = findings(from);
  const events = data.events.filter((event) => event.type === "interest-found");
  const seats = told.flatMap(({ said, found }) =>
    found.seats.map((seat) => canonical({ seat, at: said.at, by: said.personId, person: found.person })),
  );
  const recorded = events.map(({ seat, at, personId, values }) =>
    canonical({ seat, at, by: personId, person: values.person }),
  );
  const faults = [];
  if (!same([...seats].sort(), [...recorded].sort()))
    faults.push(`The minutes tell of ${shown(seats)}; the events are ${shown(recorded)}.`);
  for (const { said, found } of told) {
    const closedAt = Date.parse(data.ballot.closedAt);
    if (Date.parse(said.at) < closedAt) faults.push(`It was found at ${said.at}, before the close.`);
    if (found.since >= closedAt) faults.push("The interest began only after the close.");
    if (said.type !== "interest-found") continue;
    const inOffice =
      said.role === "secretariat" ||
      (["chair", "vice-chair"].includes(said.role) &&
        board.held(said.personId, said.role, { committee: data.committee.id }, said.at));
    if (!inOffice) faults.push(`It was found at ${said.at} by a person in no office.`);
  }
  return [...faults, ...confirmationFaults(from)];
}

/** X9: confirming against another outcome takes the vice-chair, who is another person than the one who asked. */
function confirmationFaults({ own }) {
  return own("confirmation-agreed")
    .filter(({ said }) => said.role !== "vice-chair" || said.personId === said.values.askedBy)
    .map(({ said }) => `The confirmation of ${said.at} was not agreed to by another person as vice-chair (X9).`);
}
