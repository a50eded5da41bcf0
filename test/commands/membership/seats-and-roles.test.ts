/** Seats, their holders and alternates, offices, and how a role begins and ends. Told on the engine under test. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Person } from "../../../domain/membership/role.ts";
import type { Intent } from "../../../server/acts.ts";
import { candidateFields, givenRegime, type Regime, rowCounts } from "../../given/regime.ts";

let regime: Regime;
beforeEach(async () => {
  regime = await givenRegime();
});
afterEach(() => regime.close());

async function refusedWithout(actor: Person, intent: Intent, fields: object) {
  const before = await rowCounts(regime.db);
  const refusal = await regime.refused(actor, intent, fields as never);
  expect(await rowCounts(regime.db)).toEqual(before);
  return refusal;
}

let people = 0;
async function newPerson(member: string | null): Promise<Person> {
  people += 1;
  const { id } = await regime.done(regime.regimeSecretariat, "register-person", {
    ...{ name: `Person ${people}`, email: `person.${people}@example.org`, title: "Expert", member: member ?? "" },
    ...{ zone: "UTC", city: "Vienna" },
  });
  const memberId = member === null ? null : regime.members[member as "NO"].id;
  return { kind: "person", personId: id, name: `Person ${people}`, memberId, roles: [] };
}

const rolesOf = async (who: Person) =>
  (await regime.db.read(async (tx) => tx.select().from(tx.t.roles))).filter((role) => role.personId === who.personId);

describe("seats", () => {
  test("[M2] a member has one delegation seat and up to two industry seats of named bodies in a committee", async () => {
    const { regimeSecretariat: keeper, committee, members, organisation } = regime;
    const seat = { committee: committee.id, member: members.NO.id };
    expect(await refusedWithout(keeper, "create-seat", { ...seat, kind: "delegation" })).toMatchObject({
      ...{ code: "limit", rule: "M2", field: "kind" },
    });
    expect(await refusedWithout(keeper, "create-seat", { ...seat, kind: "industry" })).toMatchObject({
      ...{ code: "reason-missing", rule: "M2", field: "organisation" },
    });
    const second = await regime.done(regime.secretariat, "create-seat", {
      ...{ ...seat, kind: "industry", organisation: organisation.id },
    });
    expect(second.name).toBe("Norway, industry 2");
    const third = { ...seat, kind: "industry", organisation: organisation.id };
    const full = await refusedWithout(keeper, "create-seat", third);
    expect(full).toMatchObject({ code: "limit", rule: "M2" });
    expect(full.reason).toContain("Norway has 2 industry seats");
  });

  test("[M2] a seat is made by the secretariat, in a committee and for a member and a body that are there", async () => {
    const { committee, members } = regime;
    const seat = {
      committee: committee.id,
      member: members.JP.id,
      kind: "industry",
      organisation: regime.organisation.id,
    };
    for (const who of [regime.chair, regime.holders.JP, regime.observer, regime.reviewers.JP])
      expect(await refusedWithout(who, "create-seat", seat)).toMatchObject({ code: "role", rule: "M2" });
    expect(await refusedWithout(regime.stranger, "create-seat", seat)).toMatchObject({ code: "not-found" });
    for (const lost of [{ committee: "none" }, { member: "ZZ" }, { organisation: "0".repeat(32) }])
      expect(await refusedWithout(regime.secretariat, "create-seat", { ...seat, ...lost })).toMatchObject({
        code: "not-found",
      });
    expect(await refusedWithout(regime.secretariat, "create-seat", { ...seat, kind: "guest" })).toMatchObject({
      ...{ code: "malformed", field: "kind" },
    });
  });
});

describe("roles", () => {
  test("[M2] a seat has one holder and at most two alternates", async () => {
    const seat = regime.seats.JP.id;
    const [one, other, third] = [await newPerson("JP"), await newPerson("JP"), await newPerson("JP")];
    const holder = { person: one.personId, role: "holder", seat };
    const taken = await refusedWithout(regime.secretariat, "give-role", holder);
    expect(taken).toMatchObject({ code: "limit", rule: "M2", field: "role" });
    await regime.done(regime.secretariat, "give-role", { person: other.personId, role: "alternate", seat });
    const full = await refusedWithout(regime.secretariat, "give-role", {
      person: third.personId,
      role: "alternate",
      seat,
    });
    expect(full.reason).toContain("There are 2 alternate there already");
    const [held] = await rolesOf(regime.holders.JP);
    await regime.done(regime.secretariat, "end-role", { role: held!.id });
    await regime.done(regime.secretariat, "give-role", { person: one.personId, role: "holder", seat });
    expect(await rolesOf(one)).toMatchObject([
      { role: "holder", seatId: seat, memberId: regime.members.JP.id, toAt: null },
    ]);
  });

  test("[W4] a role for a member is given to that member's own people", async () => {
    const guest = await newPerson("FR");
    for (const fields of [
      { role: "alternate", seat: regime.seats.JP.id },
      { role: "government-reviewer", member: "JP" },
    ]) {
      const refusal = await refusedWithout(regime.regimeSecretariat, "give-role", {
        person: guest.personId,
        ...fields,
      });
      expect(refusal).toMatchObject({ code: "own-delegation", rule: "W4", field: "person" });
    }
  });

  test("[M6] a committee has one chair and one vice-chair, of different members", async () => {
    const { committee, secretariat } = regime;
    const [french, japanese] = [await newPerson("FR"), await newPerson("JP")];
    const chair = { role: "chair", committee: committee.id };
    expect(await refusedWithout(secretariat, "give-role", { person: japanese.personId, ...chair })).toMatchObject({
      ...{ code: "limit", field: "role" },
    });
    const [, office] = await rolesOf(regime.chair);
    expect(office!.role).toBe("chair");
    await regime.done(secretariat, "end-role", { role: office!.id });
    const same = await refusedWithout(secretariat, "give-role", { person: french.personId, ...chair });
    expect(same).toMatchObject({ code: "own-delegation", rule: "M6", field: "person" });
    expect(same.reason).toContain("Holder FR");
    await regime.done(secretariat, "give-role", { person: japanese.personId, ...chair } as never);
  });

  test("[W5] nobody is chair and government reviewer, or secretariat and seat holder", async () => {
    const { committee, regimeSecretariat: keeper } = regime;
    const refusals: [Person, object, string][] = [
      [regime.reviewers.JP, { role: "vice-chair", committee: committee.id }, "government-reviewer"],
      [regime.chair, { role: "government-reviewer", member: "CA" }, "chair"],
      [regime.viceChair, { role: "government-reviewer", member: "FR" }, "vice-chair"],
      [regime.holders.JP, { role: "secretariat", committee: committee.id }, "holder"],
      [regime.alternates.JP, { role: "secretariat" }, "alternate"],
      [regime.secretariat, { role: "alternate", seat: regime.seats.JP.id }, "secretariat"],
    ];
    for (const [who, fields, held] of refusals) {
      const refusal = await refusedWithout(keeper, "give-role", { person: who.personId, ...fields });
      expect(refusal).toMatchObject({ code: "role", rule: "W5" });
      expect(refusal.reason).toContain(`is ${held} already`);
    }
  });

  test("[W4] the committee's secretariat gives roles there; those of the whole regime are its secretariat's", async () => {
    const { committee, secretariat } = regime;
    const guest = await newPerson(null);
    const own = { person: guest.personId, role: "observer", committee: committee.id } as const;
    for (const who of [regime.chair, regime.holders.JP, regime.observer])
      expect(await refusedWithout(who, "give-role", own)).toMatchObject({ code: "role", rule: "W4" });
    expect(await refusedWithout(regime.stranger, "give-role", own)).toMatchObject({ code: "not-found" });
    await regime.done(secretariat, "give-role", own);
    const japanese = await newPerson("JP");
    for (const wide of [{ role: "government-reviewer", member: "JP" }, { role: "secretariat" }])
      expect(await refusedWithout(secretariat, "give-role", { person: japanese.personId, ...wide })).toMatchObject({
        ...{ code: "role", rule: "W4" },
      });
  });

  test("[W4] a role names a seat, a member or a committee that is there, and a person who is registered", async () => {
    const guest = await newPerson("JP");
    const keeper = regime.regimeSecretariat;
    for (const fields of [
      { person: guest.personId, role: "holder" },
      { person: guest.personId, role: "holder", seat: "0".repeat(32) },
      { person: guest.personId, role: "government-reviewer" },
      { person: guest.personId, role: "chair" },
      { person: guest.personId, role: "observer", committee: "none" },
      { person: "0".repeat(32), role: "observer", committee: regime.committee.id },
    ])
      expect(await refusedWithout(keeper, "give-role", fields)).toMatchObject({ code: "not-found" });
    expect(await refusedWithout(keeper, "give-role", { person: guest.personId, role: "king" })).toMatchObject({
      ...{ code: "malformed", field: "role" },
    });
  });

  test("[W4] a role ends once, what was done under it stays, and the person acts no more", async () => {
    const proposed = await regime.done(regime.holders.NO, "propose-candidate", candidateFields(regime));
    const [held] = await rolesOf(regime.holders.NO);
    for (const who of [regime.chair, regime.holders.NO, regime.observer])
      expect(await refusedWithout(who, "end-role", { role: held!.id })).toMatchObject({ code: "role", rule: "W4" });
    expect(await refusedWithout(regime.stranger, "end-role", { role: held!.id })).toMatchObject({ code: "not-found" });
    await regime.done(regime.secretariat, "end-role", { role: held!.id });
    const again = await refusedWithout(regime.secretariat, "end-role", { role: held!.id });
    expect(again).toMatchObject({ code: "state", rule: "W4" });
    expect(await refusedWithout(regime.secretariat, "end-role", { role: "0".repeat(32) })).toMatchObject({
      code: "not-found",
    });
    const gone = await refusedWithout(regime.holders.NO, "withdraw-candidate", {
      candidate: proposed.id,
      reason: "Ours.",
    });
    expect(gone).toMatchObject({ code: "not-found" });
    // The seat sponsors the candidate, not the person: its alternate goes on.
    await regime.done(regime.alternates.NO, "withdraw-candidate", { candidate: proposed.id, reason: "Taken back." });
    expect(await rolesOf(regime.holders.NO)).toMatchObject([{ role: "holder", toAt: expect.any(Number) }]);
  });

  test("[M3] an alternate acts with the holder's powers, and the minute names the role", async () => {
    const { id } = await regime.done(regime.alternates.TW, "propose-candidate", candidateFields(regime));
    const minutes = await regime.db.read(async (tx) => tx.select().from(tx.t.minutes));
    expect(minutes.find((minute) => minute.objectId === id)).toMatchObject({
      ...{ type: "candidate-proposed", role: "alternate", personId: regime.alternates.TW.personId },
    });
  });

  test("[B46] while nobody is chair the vice-chair presides; else the vice-chair does not", async () => {
    const { id } = await regime.done(regime.holders.NO, "propose-candidate", candidateFields(regime));
    const early = await refusedWithout(regime.viceChair, "accept-candidate", { candidate: id });
    expect(early).toMatchObject({ code: "role", rule: "C3" });
    const office = (await rolesOf(regime.chair)).find((role) => role.role === "chair");
    await regime.done(regime.secretariat, "end-role", { role: office!.id });
    await regime.done(regime.viceChair, "accept-candidate", { candidate: id });
  });
});
