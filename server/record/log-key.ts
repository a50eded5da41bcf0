/**
 * The key that signs checkpoints and receipts (rules T4, P20): Ed25519. It stands in the data folder, readable by the server's
 * account alone, or comes by the environment; never in the database, its backups or the logs.
 */
import { createPrivateKey, createPublicKey, type KeyObject, randomBytes, sign, verify } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "../../db/store/log.ts";
import { fromBase64, keyIdPreimage, readVerifierKey, toBase64, verifierKey } from "../../domain/record/checkpoint.ts";

export type LogKey = {
  /** The origin line of the log's checkpoints, and the name of the key. */
  name: string;
  keyId: Uint8Array;
  /** The public key in the form of a signed note; for everybody. */
  verifierKey: string;
  sign(text: string): Uint8Array;
};

const keyFile = "log.key";
const seedBytes = 32;
/** What stands before a seed and before a public key in their DER forms (RFC 8410). */
const seedPrefix = Buffer.from("302e020100300506032b657004220420", "hex");
const publicPrefix = Buffer.from("302a300506032b6570032100", "hex");

function keyIdOf(name: string, publicKey: Uint8Array): Uint8Array {
  return sha256(keyIdPreimage(name, publicKey)).slice(0, 4);
}

function logKeyOf(name: string, seed: Buffer): LogKey {
  const key = createPrivateKey({ key: Buffer.concat([seedPrefix, seed]), format: "der", type: "pkcs8" });
  const publicKey = createPublicKey(key).export({ format: "der", type: "spki" }).subarray(publicPrefix.length);
  const keyId = keyIdOf(name, publicKey);
  return {
    name,
    keyId,
    verifierKey: verifierKey(name, keyId, publicKey),
    sign: (text) => sign(null, Buffer.from(text), key),
  };
}

/** Reads a written key: name and seed with a `+` between. Throws a sentence that does not show the key. */
function readLogKey(written: string, from: string): LogKey {
  const [, name, encoded] = /^([^ +]+)\+([A-Za-z0-9+/=]+)$/.exec(written.trim()) ?? [];
  const seed = encoded === undefined ? null : fromBase64(encoded);
  if (name === undefined || seed?.length !== seedBytes)
    throw new Error(`The log's key in ${from} does not read; it is a name, a + and 32 bytes in base64.`);
  return logKeyOf(name, Buffer.from(seed));
}

/** A new key, kept nowhere: for tests, and for what `loadLogKey` keeps. */
export function newLogKey(name: string, seed: Buffer = randomBytes(seedBytes)): LogKey {
  return logKeyOf(name, seed);
}

/** Where the key is: given by the environment, or a file in the folder of the data. */
export type LogKeyPlace = { given: string | undefined; folder: string; origin: string };

/** The key of this product's log; at the first start it is made, and named after the address under which people reach it. */
export function loadLogKey({ given, folder, origin }: LogKeyPlace): LogKey {
  if (given !== undefined) return readLogKey(given, "PLENARY_LOG_KEY");
  const file = join(folder, keyFile);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    const name = `${new URL(origin).host}/log`;
    writeFileSync(file, `${name}+${toBase64(randomBytes(seedBytes))}\n`, { mode: 0o600, flag: "wx" });
  }
  return readLogKey(readFileSync(file, "utf8"), file);
}

/** The key whose signatures can be checked, or null where the text is none: its id must be the one of its name and key. */
export function readPublicKey(key: string): { name: string; keyId: Uint8Array; key: KeyObject } | null {
  const read = readVerifierKey(key);
  if (read === null || !Buffer.from(read.keyId).equals(keyIdOf(read.name, read.publicKey))) return null;
  const der = Buffer.concat([publicPrefix, read.publicKey]);
  return { ...read, key: createPublicKey({ key: der, format: "der", type: "spki" }) };
}

/** Whether this key signed the text. */
export function isSigned(key: string, text: string, signature: Uint8Array): boolean {
  const known = readPublicKey(key);
  return known !== null && verify(null, Buffer.from(text), known.key, signature);
}
