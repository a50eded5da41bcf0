/** Bytes and texts as the format writes them: canonical JSON, hashes, keys and signatures. Node's own modules only. */
import { createHash, createHmac, createPublicKey, verify } from "node:crypto";

/** JSON with sorted members and no white space (RFC 8785); only what an export may hold. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(",")}}`;
}

export const sha256 = (...parts) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};
export const hexHash = (text) => sha256(text).toString("hex");
export const hmac = (key, text) => createHmac("sha256", key).update(text).digest();

const zero = Buffer.of(0);
const one = Buffer.of(1);
export const leafHash = (content) => sha256(zero, content);
export const nodeHash = (left, right) => sha256(one, left, right);

/** RFC 9162, 2.1.3.2: whether the proof leads from the leaf at `index` to the root of `size` leaves. */
export function isIncluded(index, size, leaf, proof, root) {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) return false;
  let [at, last, hash] = [BigInt(index), BigInt(size) - 1n, leaf];
  for (const other of proof) {
    if (last === 0n) return false;
    if (at % 2n === 1n || at === last) {
      hash = nodeHash(other, hash);
      while (at % 2n === 0n && at !== 0n) [at, last] = [at / 2n, last / 2n];
    } else hash = nodeHash(hash, other);
    [at, last] = [at / 2n, last / 2n];
  }
  return last === 0n && hash.equals(root);
}

/** RFC 9162, 2.1.4.2: whether the proof shows the second tree to begin with the first. */
export function isContinued(first, firstRoot, second, secondRoot, proof) {
  if (first === second) return proof.length === 0 && firstRoot.equals(secondRoot);
  if (first < 1 || first > second || proof.length === 0) return false;
  const isPower = (BigInt(first) & (BigInt(first) - 1n)) === 0n;
  const path = isPower ? [firstRoot, ...proof] : proof;
  let [at, last] = [BigInt(first) - 1n, BigInt(second) - 1n];
  while (at % 2n === 1n) [at, last] = [at / 2n, last / 2n];
  let [old, young] = [path[0], path[0]];
  for (const other of path.slice(1)) {
    if (last === 0n) return false;
    if (at % 2n === 1n || at === last) {
      old = nodeHash(other, old);
      young = nodeHash(other, young);
      while (at % 2n === 0n && at !== 0n) [at, last] = [at / 2n, last / 2n];
    } else young = nodeHash(young, other);
    [at, last] = [at / 2n, last / 2n];
  }
  return last === 0n && old.equals(firstRoot) && young.equals(secondRoot);
}

const publicPrefix = Buffer.from("302a300506032b6570032100", "hex");

/** A key `name+id+base64`; throws a sentence when it is none. */
export function readKey(text) {
  const [, name, id, encoded] = /^([^ +]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text.trim()) ?? [];
  const bytes = Buffer.from(encoded ?? "", "base64");
  if (bytes.length !== 33 || bytes[0] !== 1) throw new Error(`"${text}" is no Ed25519 key of a signed note.`);
  if (sha256(`${name}\n`, bytes).subarray(0, 4).toString("hex") !== id)
    throw new Error(`The id of the key "${text}" is not that of its name and bytes.`);
  const der = Buffer.concat([publicPrefix, bytes.subarray(1)]);
  return { text: text.trim(), name, id, key: createPublicKey({ key: der, format: "der", type: "spki" }) };
}

export const isSigned = (key, text, signature) => verify(null, Buffer.from(text), key.key, signature);

/** A checkpoint with its signatures: origin, size, root. Throws a sentence when it is none. */
export function readCheckpoint(note) {
  const end = note.lastIndexOf("\n\n");
  if (end < 0) throw new Error("A checkpoint is a note with a blank line before its signatures.");
  const text = note.slice(0, end + 1);
  const [origin, size, root] = text.split("\n");
  const bytes = Buffer.from(root ?? "", "base64");
  if (!origin || !/^(0|[1-9]\d{0,14})$/.test(size ?? "") || bytes.length !== 32)
    throw new Error(`The checkpoint "${text.slice(0, 80)}" lacks origin, size or root.`);
  const signatures = note
    .slice(end + 2)
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [, name, encoded] = /^\u2014 ([^ +]+) ([A-Za-z0-9+/=]+)$/.exec(line) ?? [];
      const blob = Buffer.from(encoded ?? "", "base64");
      return { name, id: blob.subarray(0, 4).toString("hex"), signature: blob.subarray(4) };
    });
  return { origin, size: Number(size), root: bytes, text, signatures };
}

/** Whether one of these keys signed the checkpoint under the name of its origin. */
export function isCheckpointSigned(checkpoint, keys) {
  return checkpoint.signatures.some(({ name, id, signature }) =>
    keys.some(
      (key) =>
        key.name === name && key.id === id && name === checkpoint.origin && isSigned(key, checkpoint.text, signature),
    ),
  );
}
