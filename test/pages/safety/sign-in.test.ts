/** The door: sessions, one-time links, passwords, limits. Security §1 and §4.15 to 17. */
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Person } from "../../../domain/membership/role.ts";
import { sha256 } from "../../../server/auth/sessions.ts";
import { day_ms, givenRegime, type Regime } from "../../given/regime.ts";
import { type Answer, bodyWithout, type FrontDoor, openFrontDoor, tokenIn } from "../front-door.ts";

const password = "four plain words of a stranger";
const hour_ms = day_ms / 24;

let regime: Regime;
let door: FrontDoor;
let from: string;
let addresses = 1;
beforeAll(async () => {
  regime = await givenRegime();
  door = await openFrontDoor(regime);
});
afterAll(async () => {
  await door.close();
  await regime.close();
});
/** The limits count by address: each test asks from its own. */
beforeEach(() => {
  addresses += 1;
  from = `127.0.0.${addresses}`;
});

const emailOf = (person: Person) => `${person.name.toLowerCase().replaceAll(" ", ".")}@example.org`;
const signIn = (email: string, word: string, headers: Record<string, string> = {}) =>
  door.post("/sign-in", { email, password: word }, { headers, from });
const isSignedIn = async (token: string | undefined) => (await door.ask("/account", { token, from })).status === 200;

/** Sets the person's password through a link, and answers the token of the session that begins with it. */
async function givenPassword(person: Person, word = password): Promise<string> {
  const link = await door.product.makeLink(person.personId);
  const answer = await door.post(`/links/${link}`, { password: word }, { from });
  expect(answer.status).toBe(303);
  return tokenIn(answer)!;
}

/** Everything that the database holds, as text. */
async function wholeDatabase(): Promise<string> {
  const names = ["accounts", "sessions", "people", "minutes", "roles"] as const;
  const rows = await regime.db.read(async (tx) => {
    const found: unknown[] = [];
    for (const name of names) found.push(await tx.select().from(tx.t[name] as never));
    return found;
  });
  return JSON.stringify(rows);
}

describe("a session", () => {
  test("begins with a cookie of this host that no script reads and no other site sends, for the browser's life", async () => {
    await givenPassword(regime.chair);
    const answer = await signIn(emailOf(regime.chair), password);
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe("/");
    expect(answer.headers["set-cookie"]).toHaveLength(1);
    expect(answer.headers["set-cookie"]![0]).toMatch(
      /^__Host-session=[A-Za-z0-9_-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax$/,
    );
    expect(await isSignedIn(tokenIn(answer))).toBe(true);
  });

  test("has a token of its own at each sign-in, whatever cookie was sent; the database holds its hash alone", async () => {
    await givenPassword(regime.chair);
    const planted = "A".repeat(43);
    const tokens = [
      tokenIn(await signIn(emailOf(regime.chair), password)),
      tokenIn(await signIn(emailOf(regime.chair), password, { cookie: `__Host-session=${planted}` })),
    ] as [string, string];
    expect(new Set([...tokens, planted]).size).toBe(3);
    expect(await isSignedIn(planted)).toBe(false);
    const held = await wholeDatabase();
    for (const token of tokens) {
      expect(held).not.toContain(token);
      expect(held).toContain(sha256(token));
    }
    expect(held).not.toContain(password);
    expect(held).toContain("$argon2id$v=19$m=65536,t=3,p=1$");
  });

  test("does not begin with a token that is a hash, empty, long or made up", async () => {
    const token = await givenPassword(regime.chair);
    for (const false_ of [sha256(token), "", "x".repeat(10_000), `${token}x`, token.slice(1), "' or 1=1 --"])
      expect(await isSignedIn(false_)).toBe(false);
  });

  test("ends at sign-out, on this device alone; and everywhere when asked", async () => {
    const first = await givenPassword(regime.viceChair);
    const [second, third] = [
      tokenIn(await signIn(emailOf(regime.viceChair), password)),
      tokenIn(await signIn(emailOf(regime.viceChair), password)),
    ];
    const other = await door.tokenFor(regime.chair);
    const out = await door.post("/sign-out", {}, { token: first, from });
    expect([out.status, out.headers.location]).toEqual([303, "/sign-in"]);
    expect(out.headers["set-cookie"]![0]).toContain("Max-Age=0");
    expect(await Promise.all([first, second, third].map(isSignedIn))).toEqual([false, true, true]);
    await door.post("/sign-out", { everywhere: "yes" }, { token: second, from });
    expect(await Promise.all([second, third].map(isSignedIn))).toEqual([false, false]);
    expect(await isSignedIn(other)).toBe(true);
  });

  test("is not ended by a link that somebody follows: GET signs nobody out", async () => {
    const token = await door.tokenFor(regime.chair);
    expect((await door.ask("/sign-out", { token, from })).headers.location).toBe("/");
    expect(await isSignedIn(token)).toBe(true);
  });

  test("ends after thirty minutes without use, and is deleted; use extends it, to twelve hours at most", async () => {
    const { sessions } = regime.db.t;
    const row = async (token: string) => {
      const [found] = await regime.db.read(async (tx) =>
        tx
          .select()
          .from(sessions)
          .where(eq(sessions.id, sha256(token))),
      );
      return found;
    };
    const set = (token: string, change: { expiresAt?: number; startedAt?: number }) =>
      regime.db.write(async (tx) => {
        await tx
          .update(sessions)
          .set(change)
          .where(eq(sessions.id, sha256(token)));
      });
    const token = await door.tokenFor(regime.chair);
    expect((await row(token))!.expiresAt - Date.now()).toBeGreaterThan(29 * 60_000);
    expect((await row(token))!.expiresAt - Date.now()).toBeLessThanOrEqual(30 * 60_000);
    // Less than half of its time is left: using it begins the half hour anew.
    await set(token, { expiresAt: Date.now() + 60_000 });
    expect(await isSignedIn(token)).toBe(true);
    expect((await row(token))!.expiresAt - Date.now()).toBeGreaterThan(29 * 60_000);
    await set(token, { expiresAt: Date.now() - 1 });
    expect(await isSignedIn(token)).toBe(false);
    expect(await row(token)).toBeUndefined();

    const old = await door.tokenFor(regime.chair);
    await set(old, { startedAt: Date.now() - 12 * hour_ms + 60_000 });
    expect(await isSignedIn(old)).toBe(true);
    await set(old, { startedAt: Date.now() - 12 * hour_ms - 1 });
    expect(await isSignedIn(old)).toBe(false);
    expect(await row(old)).toBeUndefined();
  });

  test("lives by the machine's clock: moving the committee's clock signs nobody out", async () => {
    const token = await door.tokenFor(regime.chair);
    regime.pass({ days: 2 });
    expect(await isSignedIn(token)).toBe(true);
  });

  test("holds no role of its own: a role that ends is gone at the next request", async () => {
    const keeper = regime.regimeSecretariat;
    const place = { zone: "UTC", city: "Reykjavik" };
    const { id } = await regime.done(keeper, "register-person", {
      ...{ name: "Passing Person", email: "passing@example.org", title: "Observer", ...place },
    });
    const role = await regime.done(keeper, "give-role", {
      person: id,
      role: "observer",
      committee: regime.committee.id,
    });
    const token = await door.tokenFor({ personId: id });
    expect((await door.ask("/candidates", { token })).body).toContain("QTAC");
    await regime.done(keeper, "end-role", { role: role.id });
    expect((await door.ask("/candidates", { token })).body).not.toContain("Quantum Technical");
  });
});

describe("a sign-in that fails", () => {
  /** What the answer tells, without the address that was typed. */
  const told = (answer: Answer, email: string) => ({ status: answer.status, body: bodyWithout(answer, email) });

  test("is answered alike for a person who is known, one without a password, and one who is not", async () => {
    await givenPassword(regime.chair);
    const emails = [emailOf(regime.chair), emailOf(regime.observer), "nobody.at.all@example.org", "", "x".repeat(5000)];
    const answers: ReturnType<typeof told>[] = [];
    for (const email of emails)
      answers.push(told(await signIn(email, "a wrong word of some length"), email || "no address"));
    for (const answer of answers) expect(answer.status).toBe(403);
    for (const answer of answers) expect(answer.body).toContain("Address and password do not match.");
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  test("costs about the same time for a person who is known and one who is not", async () => {
    await givenPassword(regime.chair);
    const time = async (email: string) => {
      const started = performance.now();
      await signIn(email, "a wrong word of some length");
      return performance.now() - started;
    };
    await time("warm.up@example.org");
    const [known, unknown] = [[], []] as [number[], number[]];
    for (let turn = 0; turn < 3; turn++) {
      known.push(await time(emailOf(regime.chair)));
      unknown.push(await time(`nobody.${turn}@example.org`));
    }
    const ratio = Math.min(...known) / Math.min(...unknown);
    expect(ratio).toBeGreaterThan(0.4);
    expect(ratio).toBeLessThan(2.5);
  });

  test("is counted: the eleventh within a quarter of an hour is answered with 429, known or not, right or wrong", async () => {
    await givenPassword(regime.holders.JP);
    for (const email of [emailOf(regime.holders.JP), "nobody@example.org"]) {
      for (let turn = 1; turn <= 10; turn++) expect((await signIn(email, "wrong wrong wrong")).status).toBe(403);
      const refused = await signIn(email, password);
      expect(refused.status).toBe(429);
      expect(refused.body).toContain("Too many attempts.");
      expect(tokenIn(refused)).toBeUndefined();
    }
    // The person is not locked out from elsewhere.
    from = "127.0.0.200";
    expect((await signIn(emailOf(regime.holders.JP), password)).status).toBe(303);
  });

  test("is counted by address too: after thirty in a minute nobody signs in from there", async () => {
    await givenPassword(regime.holders.NL);
    const statuses: number[] = [];
    for (let turn = 1; turn <= 30; turn++) statuses.push((await signIn(`nobody.${turn}@example.org`, "wrong")).status);
    expect(new Set(statuses)).toEqual(new Set([403]));
    expect((await signIn(emailOf(regime.holders.NL), password)).status).toBe(429);
  });

  test("forgets its count once the person signs in", async () => {
    await givenPassword(regime.holders.US);
    for (let turn = 1; turn <= 3; turn++) {
      for (let wrong = 1; wrong <= 4; wrong++) await signIn(emailOf(regime.holders.US), "wrong wrong wrong");
      expect((await signIn(emailOf(regime.holders.US), password)).status).toBe(303);
    }
  });

  test("finds the address whatever its case and the spaces around it", async () => {
    await givenPassword(regime.holders.FR);
    expect((await signIn(` ${emailOf(regime.holders.FR).toUpperCase()} `, password)).status).toBe(303);
  });
});

describe("a one-time link", () => {
  test("is used up by the form alone, however often it is opened, and once", async () => {
    const link = await door.product.makeLink(regime.holders.TW.personId);
    for (let turn = 0; turn < 3; turn++) {
      for (const path of [`/links/${link}`, `/links/${link}.data`]) {
        const opened = await door.ask(path, { from });
        expect(opened.status).toBe(200);
        expect(opened.body).toContain("Holder TW");
        expect(tokenIn(opened)).toBeUndefined();
      }
      expect((await door.ask(`/links/${link}`, { method: "HEAD", from })).status).toBe(200);
    }
    const used = await door.post(`/links/${link}`, { password }, { from });
    expect(used.status).toBe(303);
    expect(await isSignedIn(tokenIn(used))).toBe(true);
    const again = await door.post(`/links/${link}`, { password: "five other words of somebody else" }, { from });
    expect(again.status).toBe(409);
    expect(again.body).not.toContain("Holder TW");
    expect((await signIn(emailOf(regime.holders.TW), password)).status).toBe(303);
  });

  test("is used once when two forms race", async () => {
    const link = await door.product.makeLink(regime.holders.TW.personId);
    const racing = [1, 2, 3].map((turn) => door.post(`/links/${link}`, { password: `${password} ${turn}` }, { from }));
    const statuses = (await Promise.all(racing)).map((answer) => answer.status);
    expect(statuses.sort()).toEqual([303, 409, 409]);
  });

  test("ends after 72 hours by the committee's clock, and when a newer one is made", async () => {
    const person = regime.alternates.NO;
    const link = await door.product.makeLink(person.personId);
    regime.pass({ ms: 72 * hour_ms - 20_000 });
    expect((await door.ask(`/links/${link}`, { from })).body).toContain("Alternate NO");
    regime.pass({ ms: 20_000 });
    expect((await door.ask(`/links/${link}`, { from })).body).not.toContain("Alternate NO");
    expect((await door.post(`/links/${link}`, { password }, { from })).status).toBe(409);
    const [older, newer] = [await door.product.makeLink(person.personId), await door.product.makeLink(person.personId)];
    expect((await door.post(`/links/${older}`, { password }, { from })).status).toBe(409);
    expect((await door.post(`/links/${newer}`, { password }, { from })).status).toBe(303);
  });

  test("is held by its hash alone; a made-up one shows the page of an ended one", async () => {
    const link = await door.product.makeLink(regime.alternates.FR.personId);
    const held = await wholeDatabase();
    expect(held).not.toContain(link);
    expect(held).toContain(sha256(link));
    for (const made of [sha256(link), "x", "..", "%00"]) {
      const answer = await door.ask(`/links/${made}`, { from });
      expect(answer.status).toBeLessThan(500);
      expect(answer.body).not.toContain("Alternate FR");
    }
  });

  test("ends every session that was opened with the old password", async () => {
    const old = await givenPassword(regime.alternates.JP);
    const renewed = await givenPassword(regime.alternates.JP, "another sentence that is long enough");
    expect(await Promise.all([old, renewed].map(isSignedIn))).toEqual([false, true]);
    expect((await signIn(emailOf(regime.alternates.JP), password)).status).toBe(403);
  });

  test("is made by the regime's secretariat alone; to all others there is no such act", async () => {
    const make = async (who: Person) =>
      door.post(
        "/members",
        { intent: "make-link", person: regime.alternates.US.personId },
        { token: await door.tokenFor(who) },
      );
    const made = await make(regime.regimeSecretariat);
    expect(made.status).toBe(200);
    expect(made.body).toMatch(new RegExp(`${door.origin}/links/[A-Za-z0-9_-]{43}`));
    for (const who of [regime.chair, regime.secretariat, regime.observer, regime.stranger]) {
      const refused = await make(who);
      expect(refused.status).toBe(404);
      expect(refused.body).not.toContain("/links/");
    }
  });
});

describe("a password", () => {
  const tryPassword = async (word: string) => {
    const link = await door.product.makeLink(regime.alternates.CA.personId);
    const answer = await door.post(`/links/${link}`, { password: word }, { from });
    if (answer.status !== 303) expect((await door.ask(`/links/${link}`, { from })).body).toContain("Alternate CA");
    return answer;
  };
  const words = (characters: number) =>
    "correct horse "
      .repeat(20)
      .slice(0, characters - 1)
      .concat("!");

  test.each([
    ["14 characters", words(14), "this one has 14"],
    ["129 characters", words(129), "this one has 129"],
    ["nothing", "", "this one has 0"],
    ["one of the first guesses", "123456789012345", "among the first that are guessed"],
    ["one of the first guesses in capitals", "PASSWORDPASSWORD", "among the first that are guessed"],
    ["four letters again and again", "abcdabcdabcdabcd", "among the first that are guessed"],
  ])("of %s is refused with the reason, and the link stays", async (_name, word, reason) => {
    const answer = await tryPassword(word);
    expect(answer.status).toBe(409);
    expect(answer.body).toContain(reason);
  });

  test.each([
    ["15 characters", words(15)],
    ["128 characters", words(128)],
    ["15 characters that two units each hold", "𝔭𝔞𝔰𝔰𝔴𝔬𝔯𝔡 𝔬𝔣 𝔪𝔦𝔫𝔢"],
  ])("of %s is taken", async (_name, word) => {
    expect((await tryPassword(word)).status).toBe(303);
    expect((await signIn(emailOf(regime.alternates.CA), word)).status).toBe(303);
  });

  test("is the same however its letters were composed", async () => {
    expect((await tryPassword("Zu\u0308rich am See im Winter")).status).toBe(303);
    expect((await signIn(emailOf(regime.alternates.CA), "Z\u00fcrich am See im Winter")).status).toBe(303);
  });
});
