/** Founds the demo regime by the acts of its secretariat: members, bodies, people, committees, seats, roles. */
import type { Person } from "../../domain/membership/role.ts";
import { isRefusal } from "../../domain/refusal.ts";
import { enterFirstSecretariat } from "../first-secretariat.ts";
import {
  type CommitteeCode,
  firstSecretariat,
  organisationKindOf,
  type SeedPerson,
  seedCommittees,
  seedPeople,
} from "./cast.ts";
import { holidaysIn } from "./holidays.ts";
import { type SeedMember, seedMembers } from "./members.ts";
import type { Telling } from "./telling.ts";

const head = firstSecretariat.name;

export type Regime = {
  committees: Record<CommitteeCode, string>;
  members: Record<string, string>;
  organisations: Record<string, string>;
};

/** `Étienne Varenne` of France is `etienne.varenne@france.example`. */
export function emailOf({ name, member, organisation }: Pick<SeedPerson, "name" | "member" | "organisation">): string {
  const plain = (words: string) =>
    words
      .normalize("NFD")
      .replace(/\p{M}|[’']/gu, "")
      .replaceAll("ø", "o")
      .toLowerCase();
  const [first, ...rest] = plain(name).split(" ");
  const place = organisation ?? seedMembers.find((one) => one.code === member)?.name ?? "secretariat";
  const domain = plain(place)
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
    .split(" ")
    .slice(0, 3)
    .join("-");
  return `${first}.${rest.join("")}@${domain}.example`;
}

const asActor = (personId: string, name: string, memberId: string | null): Person => ({
  kind: "person",
  personId,
  name,
  memberId,
  roles: [],
});

async function registerMembers(telling: Telling): Promise<Record<string, string>> {
  const thisYear = new Date(telling.endsAt).getUTCFullYear();
  const years = [thisYear - 1, thisYear, thisYear + 1, thisYear + 2];
  const ids: Record<string, string> = {};
  for (const { code, name, zone, city, holidays } of seedMembers) {
    const member = await telling.act(head, "register-member", {
      code,
      name,
      zone,
      city,
      weekend: [6, 7],
      holidays: holidaysIn(years, holidays),
      extraWorkingDays: [],
      contact: `Export control desk, ${city}`,
    });
    ids[code] = member.id;
    await telling.later(4);
  }
  return ids;
}

async function registerPeople(telling: Telling, regime: Regime): Promise<void> {
  for (const person of seedPeople) {
    const { organisation, member } = person;
    if (organisation && !regime.organisations[organisation]) {
      const kind = organisationKindOf(organisation);
      const fields = { name: organisation, kind, member: member ?? "" } as const;
      regime.organisations[organisation] = (await telling.act(head, "register-organisation", fields)).id;
    }
    const at = person.at ?? (seedMembers.find((one) => one.code === member) as SeedMember);
    const { id } = await telling.act(head, "register-person", {
      name: person.name,
      email: emailOf(person),
      title: person.title,
      member: member ?? "",
      organisation: organisation ? regime.organisations[organisation]! : "",
      zone: at.zone,
      city: at.city,
    });
    telling.cast.set(person.name, asActor(id, person.name, member ? regime.members[member]! : null));
    await telling.later(2);
  }
}

async function fillSeats(telling: Telling, regime: Regime): Promise<void> {
  const seatOf: Record<string, string> = {};
  for (const { member, seats = [], industry, organisation } of seedPeople) {
    for (const committee of seats) {
      const fields = { committee: regime.committees[committee], member: member!, kind: "delegation" } as const;
      seatOf[`${committee} ${member}`] = (await telling.act(head, "create-seat", fields)).id;
    }
    if (industry && organisation) {
      const fields = {
        committee: regime.committees[industry],
        member: member!,
        kind: "industry",
        organisation: regime.organisations[organisation]!,
      } as const;
      seatOf[`${industry} ${organisation}`] = (await telling.act(head, "create-seat", fields)).id;
    }
  }
  for (const person of seedPeople) {
    const who = { person: telling.person(person.name).personId };
    const give = (role: Parameters<typeof telling.act<"give-role">>[2]["role"], place: Record<string, string>) =>
      telling.act(head, "give-role", { ...who, role, ...place });
    const { member, organisation } = person;
    for (const committee of person.seats ?? []) await give("holder", { seat: seatOf[`${committee} ${member}`]! });
    for (const committee of person.stands ?? []) await give("alternate", { seat: seatOf[`${committee} ${member}`]! });
    if (person.industry) await give("holder", { seat: seatOf[`${person.industry} ${organisation}`]! });
    if (person.office) await give(person.office[1], { committee: regime.committees[person.office[0]] });
    if (person.reviews) await give("government-reviewer", { member: regime.members[member!]! });
    for (const committee of person.keeps ?? []) await give("secretariat", { committee: regime.committees[committee] });
    if (person.observes) await give("observer", { committee: regime.committees[person.observes] });
    await telling.later(1);
  }
}

export async function foundRegime(telling: Telling): Promise<Regime> {
  const first = await enterFirstSecretariat(telling.context, {
    ...firstSecretariat,
    email: emailOf({ name: head, member: null }),
  });
  if (isRefusal(first)) throw new Error(`The demo is told into an empty database only: ${first.reason}`);
  telling.cast.set(head, asActor(first.personId, head, null));
  const regime: Regime = {
    committees: {} as Regime["committees"],
    members: await registerMembers(telling),
    organisations: {},
  };
  for (const committee of seedCommittees) {
    const fields = { ...committee, zone: firstSecretariat.zone, city: firstSecretariat.city };
    regime.committees[committee.code] = (await telling.act(head, "found-committee", fields)).id;
    await telling.later(3);
  }
  await registerPeople(telling, regime);
  await fillSeats(telling, regime);
  return regime;
}
