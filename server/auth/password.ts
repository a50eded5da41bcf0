/** Passwords: argon2id with 64 MiB, three passes, one lane (security §1). At most two are hashed at once, the rest wait. */
import { hash, verify } from "@node-rs/argon2";
import { type Refusal, refuse } from "../../domain/refusal.ts";

const options = { memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 };
const atOnceMax = 2;
const waitingMax = 50;

export const passwordCharactersMin = 15;
export const passwordCharactersMax = 128;

/** What people choose when they are told to choose something long. */
const refusedPasswords = [
  "passwordpassword",
  "password1234567",
  "123456789012345",
  "qwertyuiopasdfg",
  "plenaryplenary1",
];

let running = 0;
const waiting: (() => void)[] = [];

/** Thrown when too many sign-ins wait; the page answers 429. */
export class TooManyHashes extends Error {}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnceMax) {
    if (waiting.length >= waitingMax) throw new TooManyHashes("Too many sign-ins are under way.");
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

/** Whether the password may be set; a refusal says why not. */
export function checkPassword(password: string): Refusal | null {
  const { length } = [...password.normalize("NFKC")];
  if (length < passwordCharactersMin || length > passwordCharactersMax)
    return refuse(
      "limit",
      "W2",
      `A password has ${passwordCharactersMin} to ${passwordCharactersMax} characters; this one has ${length}.`,
      "password",
    );
  if (refusedPasswords.includes(password.toLowerCase()) || new Set(password).size < 5)
    return refuse(
      "limit",
      "W2",
      "This password is among the first that are guessed; choose several words of your own.",
      "password",
    );
  return null;
}

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize("NFKC"), options));
}

/** The hash of nobody's password: an unknown person costs the same time as a known one. */
let nobodysHash: Promise<string> | undefined;

export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  nobodysHash ??= hashPassword("nobody has this password");
  const known = passwordHash ?? (await nobodysHash);
  const matches = await inTurn(() => verify(known, password.normalize("NFKC")));
  return passwordHash !== null && matches;
}
