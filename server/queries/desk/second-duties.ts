/** What awaits a second person: requests of others that this person may consent to (rule W6). */
import type { Reader } from "../../../db/open.ts";
import { namesOfPeople } from "../../../db/store/membership.ts";
import { findStandingOf, loadSeconds, type SecondRequest } from "../../../db/store/second-request.ts";
import type { Person } from "../../../domain/membership/role.ts";
import { slugOf } from "../../../domain/record/reference.ts";
import { committeesOf, type Duty, rowsMax } from "./duty.ts";

export async function secondDuties(tx: Reader, person: Person): Promise<Duty[]> {
  const committees = committeesOf(person, "chair", "vice-chair", "holder");
  const standing = (await findStandingOf(tx, committees, rowsMax)).filter((one) => one.askedBy !== person.personId);
  const own: SecondRequest[] = [];
  for (const request of standing) {
    const seconds = await loadSeconds(tx, request, request.askedBy);
    if (seconds.some(({ personId }) => personId === person.personId)) own.push(request);
  }
  if (own.length === 0) return [];
  const askers = await namesOfPeople(
    tx,
    own.map(({ askedBy }) => askedBy),
  );
  return own.map(({ act, askedBy, expiresAt, objectKind, values }) => ({
    kind: "consent-second",
    title: `${act.replace("-", " ")} ${String(values.reference ?? "")}`.trim(),
    to: `/${objectKind === "round" ? "review-rounds" : "ballots"}/${slugOf(String(values.reference))}#second`,
    dueAt: expiresAt,
    rule: "W6",
    note: askers.get(askedBy) ?? "",
    count: 1,
  }));
}
