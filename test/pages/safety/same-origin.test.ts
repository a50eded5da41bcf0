/** What may pass the wall before the pages: where a form comes from, what it is, how it is addressed. Security §1 and §4.3. */

import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { givenRegime, type Regime, rowCounts } from "../../given/regime.ts";
import { type Asking, type FrontDoor, openFrontDoor } from "../front-door.ts";

let regime: Regime;
let door: FrontDoor;
beforeAll(async () => {
  regime = await givenRegime();
  door = await openFrontDoor(regime);
});
afterAll(async () => {
  await door.close();
  await regime.close();
});

const evil = "https://evil.test";

/** The address of every route of the manifest, its parameters filled with a name that nothing has. */
function addressesOf(build: FrontDoor["build"]): string[] {
  const { routes } = build;
  const pathOf = (id: string | undefined): string => {
    const route = id === undefined ? undefined : routes[id];
    return route ? `${pathOf(route.parentId)}/${route.path ?? ""}` : "";
  };
  const paths = Object.keys(routes).map((id) =>
    pathOf(id)
      .replace(/\/+/g, "/")
      .replace(/(.)\/$/, "$1"),
  );
  return [...new Set(paths.map((path) => path.replace(/:\w+\??/g, "nothing-1").replace("*", "nothing")))].sort();
}

/** Requests that no page of the product sends. */
const foreign: [string, Record<string, string | undefined>][] = [
  ["a foreign origin", { origin: evil }],
  ["the origin of a sandboxed frame", { origin: "null" }],
  ["no origin at all", { origin: undefined }],
  ["the right origin, but the browser says cross-site", { "sec-fetch-site": "cross-site" }],
  ["the right origin, but the browser says same-site", { "sec-fetch-site": "same-site" }],
  ["the right origin, but the browser says a person typed it", { "sec-fetch-site": "none" }],
  ["a foreign origin that the browser calls ours", { origin: evil, "sec-fetch-site": "same-origin" }],
  ["a foreign origin with a forwarded host to match", { origin: evil, "x-forwarded-host": "evil.test" }],
  ["a foreign origin with a host to match", { origin: "http://evil.test", host: "evil.test" }],
  ["our host with another port", { origin: "http://127.0.0.1:1" }],
  ["our host over another scheme", { origin: "https://127.0.0.1" }],
];

describe("every route of the manifest", () => {
  test("is known here: the product has pages, files and doors", () => {
    const addresses = addressesOf(door.build);
    expect(addresses).toContain("/candidates/nothing-1");
    expect(addresses).toContain("/sign-in");
    expect(addresses.length).toBeGreaterThan(15);
  });

  test.each(foreign)("refuses a form with %s", async (_name, headers) => {
    const before = await rowCounts(regime.db);
    const token = await door.tokenFor(regime.chair);
    for (const address of addressesOf(door.build))
      for (const path of [address, `${address === "/" ? "/_root" : address}.data`]) {
        const answer = await door.post(path, { intent: "found-committee" }, { headers, token });
        expect([path, answer.status, answer.body]).toEqual([
          path,
          403,
          "This form was not sent from a page of Plenary.\n",
        ]);
      }
    expect(await rowCounts(regime.db)).toMatchObject({ ...before, sessions: expect.any(Number) });
  });

  test("lets a form of its own page through the wall", async () => {
    const token = await door.tokenFor(regime.chair);
    for (const headers of [{}, { "sec-fetch-site": "same-origin" }]) {
      const answer = await door.post("/candidates/nothing-1", { intent: "accept-candidate" }, { headers, token });
      expect(answer.status).toBe(404);
    }
    const unknown = await door.post("/members", { intent: "drop-all" }, { token });
    expect(unknown.status).toBe(400);
    expect(unknown.body).toContain("is no act of this page");
  });

  test("answers PUT, PATCH, DELETE, TRACE and a made-up method with 405, whoever asks", async () => {
    for (const method of ["PUT", "PATCH", "DELETE", "TRACE", "OPTIONS", "PROPFIND"])
      for (const path of ["/", "/members", "/sign-in.data", "/favicon.svg"]) {
        const answer = await door.ask(path, { method, headers: { origin: door.origin } });
        expect([method, path, answer.status]).toEqual([method, path, 405]);
      }
  });
});

describe("addresses", () => {
  test.each(["//evil.test/x", "//evil.test/%2e%2e", "http://evil.test/x", "https://evil.test", "*", "evil.test:443"])(
    "%s is refused: the client does not choose the host",
    async (target) => {
      for (const method of ["GET", "POST"]) {
        const answer = await door.ask(target, { method, headers: { origin: door.origin } });
        expect(answer.status).toBe(400);
        expect(JSON.stringify(answer.headers)).not.toContain("evil.test");
      }
    },
  );

  test("the host of a forwarding header, or of the request, is in no answer", async () => {
    const token = await door.tokenFor(regime.chair);
    const headers = {
      "x-forwarded-host": "evil.test",
      "x-forwarded-proto": "https",
      forwarded: "host=evil.test;proto=https",
      "x-original-host": "evil.test",
    };
    for (const path of ["/", "/candidates", "/sign-in?back=//evil.test", "/members", "/nothing"])
      for (const asking of [
        { headers },
        { headers: { ...headers, host: "evil.test" } },
        { headers, token },
      ] as Asking[]) {
        const answer = await door.ask(path, asking);
        expect(answer.status).toBeLessThan(500);
        expect(String(answer.headers.location ?? "/")).toMatch(/^\/(?!\/)/);
        if (!path.includes("evil")) expect(answer.body).not.toContain("evil.test");
      }
  });

  test("signing in leads back to a page of ours only", async () => {
    const token = await door.tokenFor(regime.chair);
    for (const back of ["//evil.test", "https://evil.test", "/\\evil.test", "javascript:alert(1)", "/sign-out"]) {
      const answer = await door.ask(`/sign-in?back=${encodeURIComponent(back)}`, { token });
      expect([back, answer.status, answer.headers.location]).toEqual([back, 302, "/"]);
    }
  });

  test("behind a proxy the public address counts, whatever host the proxy asks for", async () => {
    const port = await new Promise<number>((done) => {
      const server = createServer().listen(0, "127.0.0.1", () => {
        const taken = (server.address() as AddressInfo).port;
        server.close(() => done(taken));
      });
    });
    const behind = await openFrontDoor(regime, { origin: "https://plenary.example.org/", port });
    try {
      const form = { email: "nobody@example.org", password: "a password of nobody" };
      const host = `127.0.0.1:${port}`;
      const own = await behind.post("/sign-in", form, { headers: { host } });
      expect(own.status).toBe(403);
      expect(own.body).toContain("Address and password do not match.");
      const other = await behind.post("/sign-in", form, { headers: { host, origin: `http://${host}` } });
      expect(other.body).toBe("This form was not sent from a page of Plenary.\n");
    } finally {
      await behind.close();
    }
  });
});

describe("bodies", () => {
  test.each([
    "application/json",
    "text/plain",
    "application/xml",
    "",
    "multipart/mixed",
    "x",
    "text/plain;charset=utf-8",
  ])("a form of type %o is answered with 415", async (type) => {
    const headers = { origin: door.origin, "content-type": type || undefined };
    for (const path of ["/sign-in", "/members", "/sign-in.data"]) {
      const answer = await door.ask(path, { method: "POST", body: "{}", headers });
      expect([path, answer.status]).toEqual([path, 415]);
    }
  });

  test("a form above two mebibytes is answered with 413, one without a length with 411, before any page sees it", async () => {
    const type = { origin: door.origin, "content-type": "application/x-www-form-urlencoded" };
    const large = await door.ask("/sign-in", {
      method: "POST",
      body: `a=${"x".repeat(2 * 1024 * 1024)}`,
      headers: type,
    });
    expect(large.status).toBe(413);
    const without = await door.ask("/sign-in", {
      method: "POST",
      body: "a=1",
      headers: { ...type, "content-length": undefined, "transfer-encoding": "chunked" },
    });
    expect(without.status).toBe(411);
  });

  test("a form with a deep name or a name of the prototype is answered without a fault", async () => {
    const token = await door.tokenFor(regime.regimeSecretariat);
    const names = {
      "__proto__.polluted": "yes",
      "a.b.c.d.e.f": "1",
      "constructor.prototype.polluted": "yes",
      "rows.99.x": "1",
    };
    const odd = await door.post("/members", { intent: "register-organisation", ...names }, { token });
    expect(odd.status).toBe(400);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
