/** A small committee for tests of live text: a real database, a real http server, and people known by their cookie. */
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import pg from "pg";
import { openMigrated } from "../../db/migrate.ts";
import type { Database, Tx } from "../../db/open.ts";
import { openTextDefinition, raiseEpoch } from "../../db/store/definition-text.ts";
import { allowed, notFound, refuse } from "../../domain/refusal.ts";
import type { LiveTextHost, Participant } from "../../server/coediting/host.ts";
import { attachLiveText, type LiveTextOptions } from "../../server/coediting/live-text.ts";

export const people = ["ana", "bo", "cy", "dee", "eve"] as const;

/** Writes the rows that a text's rows refer to. */
async function found(tx: Tx): Promise<void> {
  const { committees, people: persons } = tx.t;
  const at = { zone: "UTC", city: "Vienna" };
  await tx.insert(committees).values({
    ...at,
    id: "qtac",
    code: "QTAC",
    name: "Quantum",
    field: "Quantum",
    listCode: "Q",
    foundedAt: tx.now,
  });
  for (const id of people) {
    const email = `${id}@example.org`;
    const name = `${id[0]!.toUpperCase()}${id.slice(1)} Person`;
    await tx.insert(persons).values({ ...at, id, name, email, title: "Dr", colour: 0, registeredAt: tx.now });
  }
}

/** Opens a candidate in drafting, with an empty definition under the given id. */
export async function openDefinition(db: Database, id: string): Promise<void> {
  await db.write(async (tx) => {
    await tx.insert(tx.t.candidates).values({
      id: `candidate-${id}`,
      reference: `QTAC/2026/${id}`,
      committeeId: "qtac",
      title: `Candidate ${id}`,
      class: "emerging",
      state: "drafting",
      proposedBy: "ana",
      rationale: "",
      producers: "",
      foreignAvailability: "",
      evidence: "",
      harms: [] as never,
      harmsOfControl: "",
      touches: [],
      marking: "AMBER",
      proposedAt: tx.now,
      changedAt: tx.now,
    });
    await openTextDefinition(tx, id, `candidate-${id}`);
  });
}

/** What a command does that freezes: the state moves and the epoch rises, in one transaction. */
export async function freeze(db: Database, id: string): Promise<void> {
  await db.write(async (tx) => {
    const { candidates } = tx.t;
    await tx
      .update(candidates)
      .set({ state: "commenting" })
      .where(eq(candidates.id, `candidate-${id}`));
    await raiseEpoch(tx, id);
  });
}

/** The cookie of a person: `session=<person>.<any word>`. */
export const cookieOf = (personId: string, session = "one") => `session=${personId}.${session}`;

function participantOf(request: IncomingMessage): Participant | null {
  const [, personId, word] = /(?:^|; )session=([a-z]+)\.(\w+)/.exec(request.headers.cookie ?? "") ?? [];
  if (personId === undefined || !people.some((known) => known === personId)) return null;
  return { personId, sessionId: `${personId}.${word}`, name: `${personId} Person`, delegation: "Norway" };
}

/** Who is kept out by tests: sessions that were signed out, people who may only read or not even that. */
export type Standing = { signedOut: Set<string>; readers: Set<string>; strangers: Set<string> };

export function createHost(db: Database, standing: Standing, isOwnOrigin: (origin: string) => boolean) {
  const listeners = new Set<() => void>();
  const reports: string[] = [];
  const host: LiveTextHost = {
    db,
    isOwnOrigin: (request) => isOwnOrigin(request.headers.origin ?? ""),
    authenticate: async (request) => {
      const participant = participantOf(request);
      return participant === null || standing.signedOut.has(participant.sessionId) ? null : participant;
    },
    isSignedIn: async (_tx, { sessionId }) => !standing.signedOut.has(sessionId),
    mayRead: async (_tx, { personId }) => (standing.strangers.has(personId) ? notFound() : allowed),
    mayWrite: async (tx, { personId }, definitionId) => {
      if (standing.readers.has(personId)) return refuse("role", "W4", "You may read this text.");
      const { candidates } = tx.t;
      const [row] = await tx
        .select({ state: candidates.state })
        .from(candidates)
        .where(eq(candidates.id, `candidate-${definitionId}`));
      return row?.state === "drafting" ? allowed : refuse("frozen", "C6", "The text is frozen.");
    },
    onAnnounce: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    report: (what, fault) => void reports.push(`${what} ${fault instanceof Error ? fault.message : ""}`),
  };
  return { host, reports, announce: () => [...listeners].forEach((listener) => void listener()) };
}

/** A new PostgreSQL database on the server that the environment names; null where it names none. */
async function newPostgresUrl(): Promise<string | null> {
  const server = process.env.PLENARY_TEST_POSTGRES;
  if (server === undefined) return null;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  const name = `live_text_${randomBytes(6).toString("hex")}`;
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  return Object.assign(new URL(server), { pathname: `/${name}` }).href;
}

/**
 * Opens a new database with the committee's people and one definition `d1`: SQLite in a folder of its own, or
 * PostgreSQL where `PLENARY_TEST_POSTGRES` names a server.
 */
export async function openCommittee() {
  const folder = await mkdtemp(join(tmpdir(), "plenary-live-text-"));
  const url = (await newPostgresUrl()) ?? join(folder, "plenary.db");
  const db = await openMigrated({ url });
  await db.write(found);
  await openDefinition(db, "d1");
  /** Removes the folder of a database that is closed. */
  const remove = () => rm(folder, { recursive: true, force: true });
  const close = async () => {
    await db.close();
    await remove();
  };
  return { db, url, remove, close };
}

export type Meeting = Awaited<ReturnType<typeof openMeeting>>;

/** A committee with a server that serves its live text; a second server when a committee is given. */
export async function openMeeting(options: LiveTextOptions = {}, first?: { db: Database }) {
  const committee =
    first === undefined
      ? await openCommittee()
      : { db: first.db, url: "", close: async () => undefined, remove: async () => undefined };
  const standing: Standing = { signedOut: new Set(), readers: new Set(), strangers: new Set() };
  let origin = "";
  const { host, announce, reports } = createHost(committee.db, standing, (asked) => asked === origin);
  const server = createServer();
  const liveText = attachLiveText(server, host, options);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  origin = `http://127.0.0.1:${port}`;
  return {
    ...committee,
    standing,
    announce,
    reports,
    liveText,
    server,
    origin,
    port,
    url: `ws://127.0.0.1:${port}/live`,
    async close() {
      await liveText.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await committee.close();
    },
  };
}
