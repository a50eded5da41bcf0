/** Headers of every kind of answer: pages, redirects, refusals, faults, files. Security §1 and §4.14. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { givenRegime, type Regime } from "../../given/regime.ts";
import { type Answer, type FrontDoor, nonceOf, openFrontDoor } from "../front-door.ts";

let regime: Regime;
let door: FrontDoor;
let token: string;
beforeAll(async () => {
  regime = await givenRegime();
  door = await openFrontDoor(regime);
  token = await door.tokenFor(regime.chair);
});
afterAll(async () => {
  await door.close();
  await regime.close();
});

/** Asks for one answer of each kind. */
const kinds: [string, number, () => Promise<Answer>][] = [
  ["a page for everyone", 200, () => door.ask("/sign-in")],
  ["a page of a person who is signed in", 200, () => door.ask("/candidates", { token })],
  ["a redirect to the sign-in", 302, () => door.ask("/candidates")],
  ["a refused sign-in", 403, () => door.post("/sign-in", { email: "x@example.org", password: "x" })],
  ["an unknown page", 404, () => door.ask("/no-such-page")],
  ["an unknown thing", 404, () => door.ask("/candidates/qtac-2026-999", { token })],
  ["a form from elsewhere", 403, () => door.ask("/sign-in", { method: "POST" })],
  ["a bad address", 400, () => door.ask("//evil.test")],
  ["data of a page", 200, () => door.ask("/candidates.data", { token })],
  ["a fault", 500, () => inFault(() => door.ask("/list", { token }))],
];

/** Runs the work while a table that a page reads is gone, as a bug would make it. */
async function inFault<T>(work: () => Promise<T>): Promise<T> {
  await regime.db.raw("ALTER TABLE editions RENAME TO editions_gone");
  try {
    return await work();
  } finally {
    await regime.db.raw("ALTER TABLE editions_gone RENAME TO editions");
  }
}

test.each(kinds)(
  "%s (%i) carries the policy with a nonce of its own, and the other headers",
  async (_name, status, ask) => {
    const [first, second] = [await ask(), await ask()];
    for (const answer of [first, second]) {
      expect(answer.status).toBe(status);
      const policy = String(answer.headers["content-security-policy"]);
      for (const part of [
        "default-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
      ])
        expect(policy.split("; ")).toContain(part);
      expect(policy).not.toContain("unsafe-eval");
      expect(/script-src [^;]*/.exec(policy)?.[0]).not.toContain("unsafe-inline");
      expect(answer.headers).toMatchObject({
        "x-content-type-options": "nosniff",
        "referrer-policy": "same-origin",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
      });
      expect(answer.headers["x-powered-by"]).toBeUndefined();
      expect(Buffer.from(nonceOf(answer), "base64").length).toBe(16);
    }
    expect(nonceOf(first)).not.toBe(nonceOf(second));
  },
);

test.each(kinds)(
  "%s: every script of its page has the header's nonce, and nothing else is inline",
  async (_name, _status, ask) => {
    const answer = await ask();
    if (!String(answer.headers["content-type"]).startsWith("text/html")) return;
    const nonce = nonceOf(answer);
    const scripts = [...answer.body.matchAll(/<script\b[^>]*>/g)].map((match) => match[0]);
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
    for (const style of answer.body.matchAll(/<style\b[^>]*>/g)) expect(style[0]).toContain(`nonce="${nonce}"`);
    expect(answer.body).toMatch(new RegExp(`<meta property="csp-nonce" nonce="${nonce.replaceAll(/[+/]/g, "\\$&")}"`));
    expect(answer.body).not.toMatch(/<[^>]*\son[a-z]+=/i);
    expect(answer.body).not.toMatch(/href="javascript:/i);
  },
);

describe("a fault", () => {
  test("shows a plain page, says nothing of the database, and the product goes on", async () => {
    const answer = await inFault(() => door.ask("/list", { token }));
    expect(answer.status).toBe(500);
    for (const word of ["editions", "SELECT", "select", "Sqlite", "node_modules", ".ts:", "Drizzle"])
      expect(answer.body).not.toContain(word);
    expect((await door.ask("/list", { token })).status).toBe(200);
  });
});

describe("what a browser may keep", () => {
  test("nothing of a person who is signed in: no-store on pages, data, redirects and refusals", async () => {
    for (const path of [
      "/",
      "/candidates",
      "/candidates.data",
      "/members",
      "/sign-in",
      "/no-such-page",
      "/list",
      "/public",
    ]) {
      const answer = await door.ask(path, { token });
      expect([path, answer.headers["cache-control"]]).toEqual([path, "no-store"]);
    }
    const posted = await door.post("/members", { intent: "drop-all" }, { token });
    expect(posted.headers["cache-control"]).toBe("no-store");
  });

  test("files of the build for ever, since their names change with them", async () => {
    const page = await door.ask("/sign-in");
    const [, asset] = /"(\/assets\/[^"]+\.js)"/.exec(page.body) ?? [];
    const answer = await door.ask(asset!);
    expect(answer.status).toBe(200);
    expect(answer.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  });

  test("a file of the build is served under its own name only", async () => {
    for (const path of [
      "/../server/index.js",
      "/assets/../../server/index.js",
      "/assets/%2e%2e/%2e%2e/package.json",
      "/.plenary-built",
    ])
      expect([path, (await door.ask(path)).status]).toEqual([path, 404]);
  });
});

test("the log names the path and no word of its search part, no token and no name", async () => {
  door.log.length = 0;
  await door.ask("/candidates?title=secret-title", { token });
  await door.post("/sign-in", { email: "secret.person@example.org", password: "secret-password" });
  const log = door.log.join("");
  expect(log).toContain('"path":"/candidates"');
  for (const word of ["secret", token, "Holder CA"]) expect(log).not.toContain(word);
});
