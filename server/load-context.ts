/**
 * What a route is handed for one request: pages to read, acts to ask for, and who is looking. Routes know neither the
 * database nor the actor; this is the only bridge between the floors `server` and `app`.
 */

import type { z } from "zod";
import type { Actor } from "../domain/membership/role.ts";
import { theClock, thePublic } from "../domain/membership/role.ts";
import { isTwoPersonAct } from "../domain/membership/second.ts";
import type { ActName } from "../domain/record/act.ts";
import { notFound, type Refusal, refuse } from "../domain/refusal.ts";
import { acts, type Intent } from "./acts.ts";
import type { Sessions, SignedIn } from "./auth/sessions.ts";
import type { SignIn } from "./auth/sign-in.ts";
import type { Command, Done } from "./command.ts";
import type { Context } from "./context.ts";
import { readCommentFile } from "./exchange/comment-file.ts";
import { readDefinitionFile, readDefinitionWords } from "./exchange/definition-in.ts";
import { readTable, readWordFile } from "./exchange/read-file.ts";
import { writeWordFile } from "./exchange/write-file.ts";
import { type Viewer, viewerOf } from "./queries/viewer.ts";
import { type Queries, queries } from "./queries.ts";
import { recentMinutes } from "./recent-minutes.ts";
import { rememberLook } from "./remember-look.ts";

/** Acts that the clock alone asks for; no form reaches them. */
const clockOnly: readonly ActName[] = [
  "certify-ballot",
  "unseal-overdue",
  "apply-outage",
  "adopt-by-silence",
  "adopt-in-part",
  "return-to-committee",
  "base-changed",
  "another-adopted",
];

type BoundQueries = {
  [Name in keyof Queries]: (params: Parameters<Queries[Name]>[2]) => ReturnType<Queries[Name]>;
};

export type DemoSignIn = { name: string; email: string; does: string };

export type LoadContext = {
  nonce: string;
  /** The address under which the product is reached, without a slash at its end. */
  origin: string;
  /** Null without a session. */
  viewer: Viewer | null;
  queries: BoundQueries;
  /** Does an act with the fields of a form; an unknown intent is refused like any other malformed input. */
  act(intent: string, fields: unknown): Promise<Done<unknown> | Refusal>;
  /** Remembers for the reader alone that the text of this ballot was looked at. */
  rememberLook(ballot: string): ReturnType<typeof rememberLook>;
  auth: {
    signIn(email: string, password: string): ReturnType<SignIn["signIn"]>;
    whoseLink: SignIn["whoseLink"];
    setPassword: SignIn["setPassword"];
    makeLink(personId: string): Promise<string | Refusal>;
    signOut(everywhere: boolean): Promise<void>;
  };
  /** Files in and out, read and written behind walls of their own; a file that cannot be read is a sentence. */
  files: {
    readComments: typeof readCommentFile;
    readDefinition: typeof readDefinitionFile;
    readDefinitionWords: typeof readDefinitionWords;
    readTable: typeof readTable;
    readWord: typeof readWordFile;
    writeWord: typeof writeWordFile;
  };
  /** Sign-ins of the demo regime and their password; null unless the server runs the demo. */
  demo: { people: DemoSignIn[]; password: string } | null;
  /** Now, by the committee's clock, in milliseconds. */
  now: number;
  /** How far this reader has heard: what is announced after it is news to the page. */
  heard: string;
};

export type LoadContextParts = {
  context: Context;
  signIn: SignIn;
  sessions: Sessions;
  demo: LoadContext["demo"];
  origin: string;
};

export async function createLoadContext(
  { context, signIn, sessions, demo, origin }: LoadContextParts,
  { nonce, signedIn, address }: { nonce: string; signedIn: SignedIn | null; address: string },
): Promise<LoadContext> {
  // Before anything is read: better told twice than never.
  const heard = recentMinutes(context).heard();
  const { viewer, now } = await context.db.read(async (tx) => ({
    viewer: signedIn ? await viewerOf(tx, signedIn.personId) : null,
    now: tx.now,
  }));
  const actor: Actor = viewer
    ? { kind: "person", personId: viewer.personId, name: viewer.name, memberId: viewer.memberId, roles: viewer.roles }
    : thePublic;
  const bound = Object.fromEntries(
    Object.entries(queries).map(([name, query]) => [
      name,
      (params: never) => (query as (c: Context, a: Actor, p: never) => Promise<unknown>)(context, actor, params),
    ]),
  ) as BoundQueries;
  return {
    nonce,
    origin,
    viewer,
    now,
    heard,
    queries: bound,
    files: {
      readComments: readCommentFile,
      readDefinition: readDefinitionFile,
      readDefinitionWords,
      readTable,
      readWord: readWordFile,
      writeWord: writeWordFile,
    },
    demo,
    async act(intent, fields) {
      if (!Object.hasOwn(acts, intent) || clockOnly.includes(intent as ActName))
        return refuse("malformed", "W2", `"${intent.slice(0, 60)}" is no act that a page may ask for.`, "intent");
      // What takes two persons is asked for: the form of the act is the same, and the second finds the request.
      if (isTwoPersonAct(intent))
        return acts["request-second"](context, actor, { act: intent, fields: fields as never });
      const run = acts[intent as Intent] as unknown as Command<z.ZodType, unknown>;
      return run(context, actor, fields as never);
    },
    rememberLook: (ballot) => rememberLook(context, actor, ballot),
    auth: {
      signIn: (email, password) => signIn.signIn({ email, password, address }),
      whoseLink: signIn.whoseLink,
      setPassword: signIn.setPassword,
      async makeLink(personId) {
        const keeper = viewer?.roles.some((held) => held.role === "secretariat" && held.committeeId === null);
        return keeper ? signIn.makeLink(personId) : notFound();
      },
      async signOut(everywhere) {
        if (!signedIn) return;
        if (everywhere) await sessions.endAll(signedIn.personId);
        else await sessions.end(signedIn.sessionId);
      },
    },
  };
}

/** Does an act as the clock. */
export function actAsClock(context: Context, intent: Intent, fields: unknown): Promise<Done<unknown> | Refusal> {
  const run = acts[intent] as unknown as Command<z.ZodType, unknown>;
  return run(context, theClock, fields as never);
}
