/** Rows of the room `membership`: members, organisations, people, committees, seats, roles, interests, sign-in. */
import { sql } from "drizzle-orm";
import { interestClasses, interestKinds } from "../../domain/membership/interest.ts";
import { roleNames } from "../../domain/membership/role.ts";
import type { Dialect } from "../dialect.ts";
import { oneOf } from "./one-of.ts";

export function membershipTables(d: Dialect) {
  const members = d.table("members", {
    id: d.text("id").primaryKey(),
    code: d.text("code").notNull().unique(),
    name: d.text("name").notNull(),
    zone: d.text("zone").notNull(),
    city: d.text("city").notNull(),
    weekend: d.json("weekend").$type<number[]>().notNull(),
    holidays: d.json("holidays").$type<string[]>().notNull(),
    extraWorkingDays: d.json("extra_working_days").$type<string[]>().notNull(),
    contact: d.text("contact").notNull(),
    joinedAt: d.instant("joined_at").notNull(),
  });

  const organisations = d.table("organisations", {
    id: d.text("id").primaryKey(),
    name: d.text("name").notNull().unique(),
    memberId: d.text("member_id").references(() => members.id),
    kind: d.text("kind").notNull(),
  });

  const people = d.table(
    "people",
    {
      id: d.text("id").primaryKey(),
      name: d.text("name").notNull(),
      email: d.text("email").notNull().unique(),
      title: d.text("title").notNull(),
      memberId: d.text("member_id").references(() => members.id),
      organisationId: d.text("organisation_id").references(() => organisations.id),
      zone: d.text("zone").notNull(),
      city: d.text("city").notNull(),
      colour: d.integer("colour").notNull(),
      registeredAt: d.instant("registered_at").notNull(),
    },
    (t) => [d.index("people_by_member").on(t.memberId), d.index("people_by_name").on(t.name, t.id)],
  );

  /** The secret half of a person: only `server/auth` reads it. */
  const accounts = d.table("accounts", {
    personId: d
      .text("person_id")
      .primaryKey()
      .references(() => people.id),
    passwordHash: d.text("password_hash"),
    /** SHA-256 of a one-time link's token; a link is used once and ends at its time. */
    linkHash: d.text("link_hash").unique(),
    linkEndsAt: d.instant("link_ends_at"),
  });

  const sessions = d.table(
    "sessions",
    {
      /** SHA-256 of the token in the cookie; the token itself is nowhere. */
      id: d.text("id").primaryKey(),
      personId: d
        .text("person_id")
        .notNull()
        .references(() => people.id),
      startedAt: d.instant("started_at").notNull(),
      expiresAt: d.instant("expires_at").notNull(),
    },
    (t) => [d.index("sessions_by_person").on(t.personId), d.index("sessions_by_expiry").on(t.expiresAt)],
  );

  const committees = d.table("committees", {
    id: d.text("id").primaryKey(),
    code: d.text("code").notNull().unique(),
    name: d.text("name").notNull().unique(),
    field: d.text("field").notNull(),
    listCode: d.text("list_code").notNull().unique(),
    zone: d.text("zone").notNull(),
    city: d.text("city").notNull(),
    foundedAt: d.instant("founded_at").notNull(),
  });

  const seats = d.table(
    "seats",
    {
      id: d.text("id").primaryKey(),
      committeeId: d
        .text("committee_id")
        .notNull()
        .references(() => committees.id),
      memberId: d
        .text("member_id")
        .notNull()
        .references(() => members.id),
      kind: d.text("kind").$type<"delegation" | "industry">().notNull(),
      number: d.integer("number").notNull(),
      name: d.text("name").notNull(),
      organisationId: d.text("organisation_id").references(() => organisations.id),
      createdAt: d.instant("created_at").notNull(),
    },
    (t) => [
      d.uniqueIndex("one_seat_of_a_number").on(t.committeeId, t.memberId, t.kind, t.number),
      oneOf(d, "seat_kind", t.kind, ["delegation", "industry"]),
      d.check("seat_count", sql`${t.number} between 1 and 2`),
    ],
  );

  const roles = d.table(
    "roles",
    {
      id: d.text("id").primaryKey(),
      personId: d
        .text("person_id")
        .notNull()
        .references(() => people.id),
      role: d.text("role").$type<(typeof roleNames)[number]>().notNull(),
      committeeId: d.text("committee_id").references(() => committees.id),
      seatId: d.text("seat_id").references(() => seats.id),
      memberId: d.text("member_id").references(() => members.id),
      fromAt: d.instant("from_at").notNull(),
      toAt: d.instant("to_at"),
    },
    (t) => [
      d.index("roles_by_person").on(t.personId),
      d.index("roles_by_committee").on(t.committeeId, t.role),
      d.index("roles_by_seat").on(t.seatId, t.role),
      d.uniqueIndex("one_holder_of_a_seat").on(t.seatId).where(sql`${t.role} = 'holder' and ${t.toAt} is null`),
      d
        .uniqueIndex("one_person_in_an_office")
        .on(t.committeeId, t.role)
        .where(sql`${t.role} in ('chair', 'vice-chair') and ${t.toAt} is null`),
      oneOf(d, "role_name", t.role, roleNames),
    ],
  );

  return { members, organisations, people, accounts, sessions, committees, seats, roles };
}

export function interestTables(
  d: Dialect,
  {
    people,
    organisations,
    candidates,
  }: {
    people: ReturnType<typeof membershipTables>["people"];
    organisations: ReturnType<typeof membershipTables>["organisations"];
    candidates: { id: ReturnType<typeof membershipTables>["people"]["id"] };
  },
) {
  /** Insert-only: a later declaration of the same person for the same candidate takes the place of the earlier one. */
  const interests = d.table(
    "interests",
    {
      id: d.text("id").primaryKey(),
      candidateId: d
        .text("candidate_id")
        .notNull()
        .references(() => candidates.id),
      personId: d
        .text("person_id")
        .notNull()
        .references(() => people.id),
      sequence: d.integer("sequence").notNull(),
      kind: d.text("kind").$type<(typeof interestKinds)[number]>().notNull(),
      class: d.text("class").$type<(typeof interestClasses)[number]>().notNull(),
      organisationId: d.text("organisation_id").references(() => organisations.id),
      statement: d.text("statement").notNull(),
      declaredAt: d.instant("declared_at").notNull(),
      expiresAt: d.instant("expires_at").notNull(),
    },
    (t) => [
      d.uniqueIndex("interests_in_order").on(t.candidateId, t.personId, t.sequence),
      d.index("interests_by_expiry").on(t.personId, t.expiresAt),
      oneOf(d, "interest_kind", t.kind, interestKinds),
      oneOf(d, "interest_class", t.class, interestClasses),
    ],
  );
  return { interests };
}
