/** Signing in, and the one-time links with which a password is set. Security §1: the same answer for known and unknown. */
import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { RateLimiterMemory } from "rate-limiter-flexible";
import type { Database } from "../../db/open.ts";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import { checkPassword, hashPassword, TooManyHashes, verifyPassword } from "./password.ts";
import { type Sessions, sha256 } from "./sessions.ts";

const linkLife_ms = 72 * 60 * 60 * 1000;

export type SignIn = {
  /** The token of a new session, or a refusal that does not say whether the person exists. */
  signIn(given: { email: string; password: string; address: string }): Promise<{ token: string } | Refusal>;
  /** A one-time token with which the person sets a password; an earlier link ends. */
  makeLink(personId: string): Promise<string>;
  /** The name of the person whose link this is, without using it up: a mail scanner that opens it changes nothing. */
  whoseLink(token: string): Promise<string | null>;
  setPassword(token: string, password: string): Promise<{ token: string } | Refusal>;
};

const tooOften = refuse("limit", "W2", "Too many attempts. Wait fifteen minutes and try again.");
const noMatch = refuse("not-found", "W2", "Address and password do not match.");
const noLink = refuse("not-found", "W2", "The link was used already, or has ended. Ask the secretariat for a new one.");

export function createSignIn(db: Database, sessions: Sessions): SignIn {
  const perAccount = new RateLimiterMemory({ points: 10, duration: 15 * 60 });
  const perAddress = new RateLimiterMemory({ points: 30, duration: 60 });
  const { people, accounts } = db.t;

  async function accountOf(email: string) {
    const [row] = await db.read(async (tx) =>
      tx
        .select({ personId: people.id, passwordHash: accounts.passwordHash })
        .from(people)
        .innerJoin(accounts, eq(accounts.personId, people.id))
        .where(eq(people.email, email)),
    );
    return row ?? null;
  }

  async function liveLink(token: string) {
    const [row] = await db.read(async (tx) => {
      const found = await tx
        .select({ personId: people.id, name: people.name, endsAt: accounts.linkEndsAt })
        .from(accounts)
        .innerJoin(people, eq(people.id, accounts.personId))
        .where(eq(accounts.linkHash, sha256(token)));
      return found.filter((link) => (link.endsAt ?? 0) > tx.now);
    });
    return row ?? null;
  }

  return {
    async signIn({ email, password, address }) {
      const name = email.trim().toLowerCase();
      try {
        await perAddress.consume(address);
        await perAccount.consume(`${name} ${address}`);
      } catch {
        return tooOften;
      }
      try {
        const account = await accountOf(name);
        if (!(await verifyPassword(account?.passwordHash ?? null, password.slice(0, 1000))) || !account) return noMatch;
        await perAccount.delete(`${name} ${address}`);
        return { token: (await sessions.start(account.personId)).token };
      } catch (fault) {
        if (fault instanceof TooManyHashes) return tooOften;
        throw fault;
      }
    },
    async makeLink(personId) {
      const token = randomBytes(32).toString("base64url");
      await db.write(async (tx) => {
        const link = { linkHash: sha256(token), linkEndsAt: tx.now + linkLife_ms };
        const [known] = await tx.select().from(accounts).where(eq(accounts.personId, personId));
        if (known) await tx.update(accounts).set(link).where(eq(accounts.personId, personId));
        else await tx.insert(accounts).values({ personId, passwordHash: null, ...link });
      });
      return token;
    },
    async whoseLink(token) {
      return (await liveLink(token))?.name ?? null;
    },
    async setPassword(token, password) {
      const weak = checkPassword(password);
      if (weak) return weak;
      if (!(await liveLink(token))) return noLink;
      const passwordHash = await hashPassword(password);
      const personId = await db.write(async (tx) => {
        const [link] = await tx
          .select()
          .from(accounts)
          .where(eq(accounts.linkHash, sha256(token)));
        if (!link || (link.linkEndsAt ?? 0) <= tx.now) return noLink;
        await tx
          .update(accounts)
          .set({ passwordHash, linkHash: null, linkEndsAt: null })
          .where(eq(accounts.personId, link.personId));
        return link.personId;
      });
      if (isRefusal(personId)) return personId;
      // A changed password ends every session that was opened with the old one.
      await sessions.endAll(personId);
      return { token: (await sessions.start(personId)).token };
    },
  };
}
