/** The register: members, organisations, people, committees. Told on the engine under test. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../../../domain/membership/role.ts";
import { theClock, thePublic } from "../../../domain/membership/role.ts";
import type { Intent } from "../../../server/acts.ts";
import { givenRegime, type Regime, rowCounts } from "../../given/regime.ts";

let regime: Regime;
beforeAll(async () => {
  regime = await givenRegime();
});
afterAll(() => regime.close());

const place = { zone: "Europe/Vienna", city: "Vienna" };
const member = {
  ...{ code: "NZ", name: "New Zealand", zone: "Pacific/Auckland", city: "Wellington" },
  ...{ weekend: [6, 7], holidays: ["2026-12-25"], extraWorkingDays: [], contact: "export.control@nz.example" },
};
const person = { name: "Aroha Ngata", email: "Aroha.Ngata@Example.org", title: "Engineer", ...place };
const committee = { code: "BTAC", name: "Biotechnology Committee", field: "Biotechnology.", listCode: "BT", ...place };
const organisation = { name: "Harbour Photonics", kind: "company" as const };

const lastMinute = async () => {
  const rows = await regime.db.read(async (tx) => tx.select().from(tx.t.minutes));
  return rows.sort((one, other) => other.sequence - one.sequence)[0]!;
};

/** The refused act has written nothing. */
async function refusedWithout(actor: Actor, intent: Intent, fields: object) {
  const before = await rowCounts(regime.db);
  const refusal = await regime.refused(actor, intent, fields as never);
  expect(await rowCounts(regime.db)).toEqual(before);
  return refusal;
}

describe("done by the regime's secretariat", () => {
  test("[M1 V5] a member stands under the name it registers, with its calendar, and once", async () => {
    const { id } = await regime.done(regime.regimeSecretariat, "register-member", member);
    const rows = await regime.db.read(async (tx) => tx.select().from(tx.t.members));
    expect(rows.find((row) => row.id === id)).toMatchObject(member);
    expect(await lastMinute()).toMatchObject({
      ...{ type: "member-registered", objectKind: "member", objectId: id, role: "secretariat" },
      ...{ personId: regime.regimeSecretariat.personId, rules: ["M1", "V5"] },
    });
    const again = await refusedWithout(regime.regimeSecretariat, "register-member", { ...member, name: "Other" });
    expect(again).toMatchObject({ code: "state", rule: "M1", field: "code" });
    expect(again.reason).toContain('"NZ"');
  });

  test("[M2] an organisation is entered once, for a member that is there", async () => {
    await regime.done(regime.regimeSecretariat, "register-organisation", { ...organisation, member: "NO" });
    expect(await lastMinute()).toMatchObject({ type: "organisation-registered", rules: ["M2"] });
    const again = await refusedWithout(regime.regimeSecretariat, "register-organisation", organisation);
    expect(again).toMatchObject({ code: "state", rule: "M2", field: "name" });
    const lost = { ...organisation, name: "Other", member: "ZZ" };
    expect(await refusedWithout(regime.regimeSecretariat, "register-organisation", lost)).toMatchObject({
      code: "not-found",
    });
  });

  test("[W4] a person is entered once by mail address, whatever its case, and has no role by that", async () => {
    const { id } = await regime.done(regime.regimeSecretariat, "register-person", { ...person, member: "NO" });
    const rows = await regime.db.read(async (tx) => tx.select().from(tx.t.people));
    expect(rows.find((row) => row.id === id)).toMatchObject({
      ...{ email: "aroha.ngata@example.org", memberId: regime.members.NO.id, organisationId: null },
    });
    const roles = await regime.db.read(async (tx) => tx.select().from(tx.t.roles));
    expect(roles.filter((role) => role.personId === id)).toEqual([]);
    const accounts = await regime.db.read(async (tx) => tx.select().from(tx.t.accounts));
    expect(accounts.filter((account) => account.personId === id)).toEqual([]);
    const again = { ...person, name: "Other", email: "AROHA.NGATA@example.org" };
    expect(await refusedWithout(regime.regimeSecretariat, "register-person", again)).toMatchObject({
      ...{ code: "state", rule: "W4", field: "email" },
    });
    for (const lost of [{ member: "ZZ" }, { organisation: "0".repeat(32) }]) {
      const other = { ...person, email: "other@example.org", ...lost };
      expect(await refusedWithout(regime.regimeSecretariat, "register-person", other)).toMatchObject({
        code: "not-found",
      });
    }
  });

  test("[M4 L3] a committee's code, name and list are its own", async () => {
    const { id } = await regime.done(regime.regimeSecretariat, "found-committee", committee);
    expect(await lastMinute()).toMatchObject({ type: "committee-founded", committeeId: id, objectId: id });
    const others = { code: "XTAC", name: "Another Committee", listCode: "XT" };
    for (const taken of ["code", "name", "listCode"] as const) {
      const again = { ...committee, ...others, [taken]: committee[taken] };
      const refusal = await refusedWithout(regime.regimeSecretariat, "found-committee", again);
      expect(refusal).toMatchObject({ code: "state", rule: "M4" });
      expect(refusal.reason).toContain("Biotechnology Committee");
    }
  });
});

describe("refused", () => {
  const acts: [Intent, object, string][] = [
    ["register-member", { ...member, code: "AU" }, "M1"],
    ["register-organisation", { ...organisation, name: "Third" }, "M2"],
    ["register-person", { ...person, email: "third@example.org" }, "W4"],
    ["found-committee", { ...committee, code: "CTAC", name: "Third", listCode: "CT" }, "M4"],
  ];

  test.each(acts)("[W4] %s is the regime's secretariat's alone", async (intent, fields, rule) => {
    for (const who of [regime.secretariat, regime.chair, regime.reviewers.NO, regime.observer, regime.stranger])
      expect(await refusedWithout(who, intent, fields)).toMatchObject({ code: "role", rule });
    for (const who of [theClock, thePublic])
      expect(await refusedWithout(who, intent, fields)).toMatchObject({ refused: true });
  });

  test.each<[Intent, object, string]>([
    ["register-member", { ...member, code: "nz" }, "code"],
    ["register-member", { ...member, code: "" }, "code"],
    ["register-member", { ...member, code: "AU", zone: "Mars/Olympus" }, "zone"],
    ["register-member", { ...member, code: "AU", weekend: [0] }, "weekend.0"],
    ["register-member", { ...member, code: "AU", weekend: [1, 2, 3, 4, 5, 6, 7] }, "weekend"],
    ["register-member", { ...member, code: "AU", holidays: ["24.12.2026"] }, "holidays.0"],
    ["register-member", { ...member, code: "AU", name: "x".repeat(121) }, "name"],
    ["register-person", { ...person, email: "not an address" }, "email"],
    ["register-person", { ...person, email: "a@b.example\nBcc: c@d.example" }, "email"],
    ["register-person", { ...person, email: "fourth@example.org", zone: "" }, "zone"],
    ["register-person", { ...person, email: "fourth@example.org", name: "a\u0000b" }, "name"],
    ["register-organisation", { name: "Fourth", kind: "cartel" }, "kind"],
    ["found-committee", { ...committee, code: "QT1" }, "code"],
    ["found-committee", { ...committee, code: "DTAC", listCode: "toolong" }, "listCode"],
    ["found-committee", {}, "code"],
  ])("[W1] %s with %o says which field does not read and what it holds", async (intent, fields, field) => {
    const refusal = await refusedWithout(regime.regimeSecretariat, intent, fields);
    expect(refusal).toMatchObject({ code: "malformed", field });
    expect(refusal.reason).toContain(`"${field}"`);
    expect(refusal.reason).toMatch(/It holds (nothing|".*")\.$/s);
  });
});
