/** What the public pages and files of the list answer, without a session. */
import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { editionDownload } from "../../app/components/list/edition-download.ts";
import { canonicalJson } from "../../domain/definition/canonical-text.ts";
import { day_ms } from "../../domain/instant.ts";
import { thePublic } from "../../domain/membership/role.ts";
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import { editionFile } from "../../server/queries/list/edition-file.ts";
import { listEntryPage } from "../../server/queries/list/list-entry-page.ts";
import { listPage } from "../../server/queries/list/list-page.ts";
import { publicPage } from "../../server/queries/list/public-page.ts";
import { givenRegime, type Regime } from "../given/regime.ts";
import { givenListed } from "../given/round.ts";

let regime: Regime;
beforeAll(async () => {
  regime = await givenRegime();
});
afterAll(() => regime?.close());

async function shown<T>(page: Promise<T | Refusal>): Promise<T> {
  const answer = await page;
  if (isRefusal(answer)) throw new Error(answer.reason);
  return answer;
}
const list = (params: { edition?: string; before?: string } = {}) => shown(listPage(regime.context, thePublic, params));
const entry = (edition: string, code: string) => shown(listEntryPage(regime.context, thePublic, { edition, code }));

/** The route's own answer, with a load context that reads as the public does. */
const download = (edition: string, kind: "csv" | "json") =>
  editionDownload(
    {
      params: { edition },
      request: new Request("http://127.0.0.1/"),
      context: {
        queries: { editionFile: (params: never) => editionFile(regime.context, thePublic, params) },
      },
    } as unknown as Parameters<typeof editionDownload>[0],
    kind,
  );

describe("before the first edition", () => {
  it("[L1] says that there is none", async () => {
    expect(await list()).toMatchObject({ edition: null, groups: [], heads: [] });
    expect(await listPage(regime.context, thePublic, { edition: "1" })).toMatchObject({ code: "not-found" });
    expect(await shown(publicPage(regime.context, thePublic, {}))).toMatchObject({ edition: null, entries: 0 });
  });
});

describe("the list", () => {
  beforeAll(async () => {
    const { round } = await givenListed(regime, { title: "=Quantum computers" });
    const sunset = new Date((await regime.now()) + 90 * day_ms).toISOString().slice(0, 10);
    await regime.done(regime.reviewers.JP, "enter-reservation", {
      round,
      rows: [{ countries: ["all"], endUses: ["military-end-use"], endUsers: ["all"] }],
      reason: "A joint programme runs.",
      sunset,
    });
    await givenListed(regime, { title: "Quantum computers", qubits: "50", kind: "amendment", entry: "QT-01" });
    await givenListed(regime, { title: "Qubit devices" });
  });

  it("[L1] shows the newest edition, and each earlier one at its own address, to everyone", async () => {
    const newest = await list();
    expect(newest.edition).toMatchObject({ number: 4, newest: true });
    expect(newest.heads.map((one) => one.number)).toEqual([4, 3, 2, 1]);
    expect(newest.groups).toMatchObject([
      { committee: "Quantum Technical Advisory Committee", rows: [{ code: "QT-01" }, { code: "QT-02" }] },
    ]);
    expect((await list({ edition: "1" })).edition).toMatchObject({ number: 1, newest: false });
    for (const edition of ["0", "9", "-1", "1.5", "one", "1;2"])
      expect(await listPage(regime.context, thePublic, { edition })).toMatchObject({ code: "not-found" });
  });

  it("[L5] says of each entry what became of it since the edition before", async () => {
    const changes = async (edition: string) =>
      (await list({ edition })).groups.flatMap(({ rows }) => rows.map((row) => [row.code, row.change]));
    expect(await changes("2")).toEqual([["QT-01", "reservations"]]);
    expect(await changes("3")).toEqual([["QT-01", "text"]]);
    expect(await changes("4")).toEqual([
      ["QT-01", "none"],
      ["QT-02", "new"],
    ]);
  });

  it("[L5] compares an entry clause by clause in the classes of change", async () => {
    const page = await entry("3", "qt-01");
    expect(page).toMatchObject({ change: "text", before: { number: 2, inIt: true } });
    expect(page.comparison!.changes).toMatchObject([{ nid: "c2" }]);
    const line = page.comparison!.lines.find((one) => one.nid === "c2")!;
    expect(line.runs.filter((run) => run.kind !== "same").map((run) => [run.kind, run.text])).toEqual([
      ["deleted", "34"],
      ["inserted", "50"],
    ]);
    expect((await entry("4", "QT-01")).comparison).toBeNull();
    expect(await entry("4", "QT-02")).toMatchObject({ change: "new" });
  });

  it("[L6] keeps at a permanent address what stood there", async () => {
    const before = await entry("1", "QT-01");
    expect(before.entry).toMatchObject({ title: "=Quantum computers", reservations: [] });
    expect(before).toMatchObject({ edition: { newest: false }, newest: 4 });
    expect((await entry("2", "QT-01")).entry.reservations).toMatchObject([{ member: "Japan" }]);
    expect(await listEntryPage(regime.context, thePublic, { edition: "1", code: "QT-02" })).toMatchObject({
      code: "not-found",
    });
  });

  it("[W2] tells the public no name of a person and nothing of a round but its reference", async () => {
    const all = JSON.stringify([
      await list(),
      await entry("4", "QT-01"),
      await shown(publicPage(regime.context, thePublic, {})),
    ]);
    for (const secret of ["Holder", "Reviewer", "Alternate", "AMBER"]) expect(all).not.toContain(secret);
    const page = await shown(publicPage(regime.context, thePublic, {}));
    expect(page.members).toContain("Taiwan");
    expect(page.members).toHaveLength(7);
  });

  it("[L1] gives an edition as JSON, from which anyone computes its hash again", async () => {
    const answer = await download("2", "json");
    expect(answer.headers.get("Content-Type")).toBe("application/json; charset=utf-8");
    expect(answer.headers.get("Content-Disposition")).toContain("list-edition-2.json");
    const { format, hash, ...hashed } = JSON.parse(await answer.text());
    expect(format).toBe("plenary-edition/1");
    expect(createHash("sha256").update(canonicalJson(hashed)).digest("hex")).toBe(hash);
    expect(hashed.previousHash).toBe((await list({ edition: "1" })).edition!.hash);
  });

  it("[L6] gives an edition as CSV, with members, reservations and text, and no cell that a spreadsheet would compute", async () => {
    const answer = await download("2", "csv");
    expect(answer.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
    const characters = await answer.text();
    expect(characters).toContain(`"'=Quantum computers"`);
    expect(characters).toContain(`"Canada; France; Japan; Netherlands; Norway; Taiwan; United States"`);
    expect(characters).toContain("Japan: all × military-end-use × all, until ");
    expect(characters).toContain("a.1. Supporting 34 or more physical qubits;");
    for (const cell of characters.split(/\r\n/).flatMap((row) => row.split(`","`)))
      expect(cell.replace(/^"/, "")).not.toMatch(/^[=+\-@\t\r]/);
  });

  it("[W2] has no file of an edition that does not stand", async () => {
    await expect(download("9", "csv")).rejects.toMatchObject({ status: 404 });
    await expect(download("x", "json")).rejects.toMatchObject({ status: 404 });
  });
});
