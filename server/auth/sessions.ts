/**
 * Sessions: the cookie holds 32 random bytes, the database only their SHA-256. The only importer of lucia, so that one
 * file can take its place. Sessions live by the machine's clock, not by the committee's: moving the clock of a test or a
 * seed signs nobody out and keeps nobody in.
 */
import { createHash, randomBytes } from "node:crypto";
import { eq, lte } from "drizzle-orm";
import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from "lucia";
import type { Database } from "../../db/open.ts";

declare module "lucia" {
  interface Register {
    Lucia: Lucia<{ startedAt: number }>;
    DatabaseSessionAttributes: { startedAt: number };
  }
}

export const sessionCookie = "__Host-session";
const idle = new TimeSpan(30, "m");
const absolute_ms = 12 * 60 * 60 * 1000;

function adapterOver(db: Database): Adapter {
  const { sessions } = db.t;
  type Row = typeof sessions.$inferSelect;
  const read = (row: Row): DatabaseSession => ({
    id: row.id,
    userId: row.personId,
    expiresAt: new Date(row.expiresAt),
    attributes: { startedAt: row.startedAt },
  });
  return {
    async getSessionAndUser(id) {
      const [row] = await db.read(async (tx) => tx.select().from(sessions).where(eq(sessions.id, id)));
      return row ? [read(row), { id: row.personId, attributes: {} } satisfies DatabaseUser] : [null, null];
    },
    async getUserSessions(personId) {
      const rows = await db.read(async (tx) => tx.select().from(sessions).where(eq(sessions.personId, personId)));
      return rows.map(read);
    },
    async setSession({ id, userId, expiresAt, attributes }) {
      await db.write(async (tx) => {
        await tx
          .insert(sessions)
          .values({ id, personId: userId, expiresAt: expiresAt.getTime(), startedAt: attributes.startedAt });
      });
    },
    async updateSessionExpiration(id, expiresAt) {
      await db.write(async (tx) => {
        await tx.update(sessions).set({ expiresAt: expiresAt.getTime() }).where(eq(sessions.id, id));
      });
    },
    async deleteSession(id) {
      await db.write(async (tx) => {
        await tx.delete(sessions).where(eq(sessions.id, id));
      });
    },
    async deleteUserSessions(personId) {
      await db.write(async (tx) => {
        await tx.delete(sessions).where(eq(sessions.personId, personId));
      });
    },
    async deleteExpiredSessions() {
      await db.write(async (tx) => {
        await tx.delete(sessions).where(lte(sessions.expiresAt, Date.now()));
      });
    },
  };
}

export type SignedIn = { sessionId: string; personId: string };

export type Sessions = {
  /** Starts a session; the token goes into the cookie and nowhere else. */
  start(personId: string): Promise<{ token: string; sessionId: string }>;
  /** The session of a token, or null; extends it while it is used, up to twelve hours from its start. */
  find(token: string | undefined): Promise<SignedIn | null>;
  end(sessionId: string): Promise<void>;
  endAll(personId: string): Promise<void>;
};

export const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

export function createSessions(db: Database): Sessions {
  const lucia = new Lucia(adapterOver(db), {
    sessionExpiresIn: idle,
    getSessionAttributes: ({ startedAt }) => ({ startedAt }),
  });
  return {
    async start(personId) {
      const token = randomBytes(32).toString("base64url");
      const sessionId = sha256(token);
      await lucia.createSession(personId, { startedAt: Date.now() }, { sessionId });
      return { token, sessionId };
    },
    async find(token) {
      if (!token || token.length > 100) return null;
      const { session } = await lucia.validateSession(sha256(token));
      if (!session) return null;
      if (Date.now() - session.startedAt > absolute_ms) {
        await lucia.invalidateSession(session.id);
        return null;
      }
      return { sessionId: session.id, personId: session.userId };
    },
    end: (sessionId) => lucia.invalidateSession(sessionId),
    endAll: (personId) => lucia.invalidateUserSessions(personId),
  };
}

/** The token in a request's Cookie header. */
export function tokenOf(cookies: string | null | undefined): string | undefined {
  return cookies
    ?.split(";")
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${sessionCookie}=`))
    ?.slice(sessionCookie.length + 1);
}
