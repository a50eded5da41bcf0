/** The regime of the bench: fifteen members, five committees of sixty seats, two hundred people with their roles. */
import { hashPassword } from "../../../server/auth/password.ts";
import { holidaysIn } from "../../../server/seed/holidays.ts";
import { seedMembers } from "../../../server/seed/members.ts";
import type { Bulk } from "./bulk.ts";
import { sha256 } from "./texts.ts";

export const day_ms = 24 * 60 * 60 * 1000;
export const password = "one long measured sentence";
/** The token of a one-time link that nobody has used. */
export const linkToken = "a-link-that-nobody-has-used";

export type HousePerson = { id: string; email: string; memberId: string | null };
export type HouseSeat = { id: string; name: string; memberId: string; holder: string; alternate: string };
export type HouseCommittee = { id: string; code: string; listCode: string; seats: HouseSeat[]; chair: string };
export type HouseMember = {
  id: string;
  name: string;
  zone: string;
  city: string;
  holidays: string[];
  people: HousePerson[];
  reviewer: HousePerson;
};
export type House = {
  now: number;
  foundedAt: number;
  members: HouseMember[];
  committees: HouseCommittee[];
  secretariat: HousePerson;
  /** Who looks at the pages: their mail addresses. */
  viewers: { expert: string; chair: string; official: string; secretariat: string };
};

const committeeNames = [
  ["QTAC", "Quantum Technical Advisory Committee", "QT"],
  ["STAC", "Semiconductor Technical Advisory Committee", "SC"],
  ["BTAC", "Biotechnology Technical Advisory Committee", "BT"],
  ["MTAC", "Materials Technical Advisory Committee", "AM"],
  ["CTAC", "Computing Technical Advisory Committee", "CP"],
] as const;

const membersCount = 15;
const peoplePerMember = 13;
const industrySeats = 2;
const delegationSeats = 2;
const weekend = [6, 7];

function enterPerson(
  bulk: Bulk,
  house: House,
  name: string,
  member: { id: string; zone: string; city: string } | null,
) {
  const id = bulk.newId();
  const email = `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, ".")}@example.org`;
  const { zone, city } = member ?? { zone: "Europe/Vienna", city: "Vienna" };
  const memberId = member?.id ?? null;
  const colour = bulk.chance.between(0, 7);
  const person = { id, name, email, title: "Expert", memberId, zone, city, colour, registeredAt: house.foundedAt };
  bulk.insert("people", person);
  return { id, email, memberId };
}

type RoleAt = { committeeId?: string; seatId?: string; memberId?: string | null };
type RoleWord = "holder" | "alternate" | "chair" | "vice-chair" | "secretariat" | "government-reviewer";

function giveRole(bulk: Bulk, house: House, personId: string, role: RoleWord, at: RoleAt): void {
  bulk.insert("roles", { id: bulk.newId(), personId, role, ...at, fromAt: house.foundedAt });
}

function enterMembers(bulk: Bulk, house: House): void {
  const years = Array.from({ length: 8 }, (_, index) => new Date(house.now).getUTCFullYear() - 5 + index);
  for (let index = 0; index < membersCount; index += 1) {
    const seed = seedMembers[index % seedMembers.length]!;
    const again = index >= seedMembers.length;
    const id = bulk.newId();
    const holidays = holidaysIn(years, seed.holidays);
    const member = { id, name: again ? `${seed.name} II` : seed.name, zone: seed.zone, city: seed.city, holidays };
    const code = again ? `${seed.code[0]}${index}` : seed.code;
    const contact = `control@${code.toLowerCase()}.example`;
    bulk.insert("members", { ...member, code, weekend, extraWorkingDays: [], contact, joinedAt: house.foundedAt });
    const people = Array.from({ length: peoplePerMember }, (_, number) =>
      enterPerson(bulk, house, `Expert ${code} ${String(number + 1).padStart(2, "0")}`, member),
    );
    const reviewer = people.at(-1)!;
    giveRole(bulk, house, reviewer.id, "government-reviewer", { memberId: id });
    house.members.push({ ...member, people, reviewer });
  }
}

function enterSeat(
  bulk: Bulk,
  house: House,
  committee: HouseCommittee,
  member: HouseMember,
  place: { kind: "delegation" | "industry"; number: number; turn: number },
): void {
  const { kind, number, turn } = place;
  const experts = member.people.length - 1;
  const holder = member.people[turn % experts]!.id;
  const alternate = member.people[(turn + 1) % experts]!.id;
  const name = kind === "delegation" && number === 1 ? member.name : `${member.name}, ${kind} ${number}`;
  const id = bulk.newId();
  const organisationId = kind === "industry" ? bulk.newId() : null;
  if (organisationId) {
    const body = {
      id: organisationId,
      name: `Works of ${name} ${committee.code}`,
      memberId: member.id,
      kind: "company",
    };
    bulk.insert("organisations", body);
  }
  const seat = { id, committeeId: committee.id, memberId: member.id, kind, number, name, organisationId };
  bulk.insert("seats", { ...seat, createdAt: house.foundedAt });
  const at = { committeeId: committee.id, seatId: id, memberId: member.id };
  giveRole(bulk, house, holder, "holder", at);
  giveRole(bulk, house, alternate, "alternate", at);
  committee.seats.push({ id, name, memberId: member.id, holder, alternate });
}

function enterCommittees(bulk: Bulk, house: House): void {
  committeeNames.forEach(([code, name, listCode], index) => {
    const { foundedAt } = house;
    const committee: HouseCommittee = { id: bulk.newId(), code, listCode, seats: [], chair: "" };
    const at = { zone: "Europe/Vienna", city: "Vienna", foundedAt };
    bulk.insert("committees", { id: committee.id, code, name, listCode, field: `The field of ${name}.`, ...at });
    for (const member of house.members) {
      let turn = index * (delegationSeats + industrySeats);
      for (const [kind, most] of [
        ["delegation", delegationSeats],
        ["industry", industrySeats],
      ] as const)
        for (let number = 1; number <= most; number += 1, turn += 1)
          enterSeat(bulk, house, committee, member, { kind, number, turn });
    }
    committee.chair = committee.seats[0]!.holder;
    giveRole(bulk, house, committee.chair, "chair", { committeeId: committee.id });
    giveRole(bulk, house, committee.seats[5]!.holder, "vice-chair", { committeeId: committee.id });
    giveRole(bulk, house, enterPerson(bulk, house, `Secretary ${code}`, null).id, "secretariat", {
      committeeId: committee.id,
    });
    house.committees.push(committee);
  });
}

/** Everyone who signs in has one password, hashed once as the product hashes it. */
export async function fillHouse(bulk: Bulk, now: number): Promise<House> {
  const passwordHash = await hashPassword(password);
  const nobody = { id: "", email: "", memberId: null };
  const viewers = { expert: "", chair: "", official: "", secretariat: "" };
  const foundedAt = now - 5 * 365 * day_ms;
  const house: House = { now, foundedAt, members: [], committees: [], secretariat: nobody, viewers };
  bulk.step("members, committees, people", () => {
    enterMembers(bulk, house);
    enterCommittees(bulk, house);
    house.secretariat = enterPerson(bulk, house, "Secretary Regime", null);
    giveRole(bulk, house, house.secretariat.id, "secretariat", {});
    const people = house.members.flatMap((member) => member.people);
    const committee = house.committees[0]!;
    const [first, second] = [committee.chair, committee.seats[9]!.holder].map((id) =>
      people.find((person) => person.id === id),
    );
    const looking = {
      chair: first!,
      expert: second!,
      official: house.members[3]!.reviewer,
      secretariat: house.secretariat,
    };
    for (const [name, person] of Object.entries(looking)) {
      house.viewers[name as keyof typeof looking] = person.email;
      bulk.insert("accounts", { personId: person.id, passwordHash });
    }
    const invited = house.members.at(-1)!.people[0]!;
    bulk.insert("accounts", { personId: invited.id, linkHash: sha256(linkToken), linkEndsAt: now + 365 * day_ms });
  });
  return house;
}
