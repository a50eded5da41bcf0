/**
 * Opens a sealed ballot from its export, with Node's own cryptography and no library: shares of the key over GF(256), ECDH on
 * P-256, HKDF-SHA-256, AES-256-GCM. How envelopes and shares are made is described in README.md.
 */
import { createDecipheriv, createECDH, hkdfSync } from "node:crypto";
import { canonical, hexHash } from "./bytes.mjs";

const shareLength = 33;
const publicLength = 65;
const tagLength = 16;
const paddedLength = 16_384;

/** The product in GF(256) over x^8 + x^4 + x^3 + x + 1. */
function times(one, other) {
  let product = 0;
  for (let bit = 0; bit < 8; bit++) {
    if ((other >> bit) & 1) product ^= one;
    one = (one << 1) ^ (one & 0x80 ? 0x11b : 0);
  }
  return product;
}

/** Every element but 0 is undone by its 254th power. */
function inverse(element) {
  let power = 1;
  for (let count = 0; count < 254; count++) power = times(power, element);
  return power;
}

/** The secret behind shares, each of which ends with its place: the value of their polynomial at 0. */
function combine(shares) {
  const places = shares.map((share) => share[shareLength - 1]);
  const weights = places.map((place) =>
    places.reduce(
      (weight, other) => (other === place ? weight : times(weight, times(other, inverse(other ^ place)))),
      1,
    ),
  );
  return Buffer.from(
    Array.from({ length: shareLength - 1 }, (_, at) =>
      shares.reduce((sum, share, index) => sum ^ times(share[at], weights[index]), 0),
    ),
  );
}

function publicOf(privateKey) {
  const pair = createECDH("prime256v1");
  pair.setPrivateKey(privateKey);
  return pair.getPublicKey("base64");
}

function openEnvelope(privateKey, publicKey, purpose, envelope) {
  const own = envelope.subarray(0, publicLength);
  const pair = createECDH("prime256v1");
  pair.setPrivateKey(privateKey);
  const information = Buffer.concat([Buffer.from(purpose), own, Buffer.from(publicKey, "base64")]);
  const derived = Buffer.from(hkdfSync("sha256", pair.computeSecret(own), Buffer.alloc(0), information, 44));
  const decipher = createDecipheriv("aes-256-gcm", derived.subarray(0, 32), derived.subarray(32));
  decipher.setAuthTag(envelope.subarray(-tagLength));
  return Buffer.concat([decipher.update(envelope.subarray(publicLength, -tagLength)), decipher.final()]);
}

const words = ["yes", "no-objection", "discuss", "no", "abstain"];
const isText = (value) => typeof value === "string";

function isSaid(said) {
  if (typeof said !== "object" || said === null || Object.keys(said).length !== 1) return false;
  if (isText(said.word)) return words.includes(said.word);
  if (Array.isArray(said.set)) return said.set.every(isText);
  return (
    Array.isArray(said.ranking) &&
    said.ranking.every((place) => isText(place) || (Array.isArray(place) && place.every(isText)))
  );
}

/** What an envelope says in its place; null where it does not open or read, which is no fault: it then counts for nothing. */
function insideOf(privateKey, publicKey, identity, { seatId, sealed }) {
  try {
    const envelope = Buffer.from(sealed, "base64");
    const padded = openEnvelope(privateKey, publicKey, `plenary-sealed-position/1 ${identity} ${seatId}`, envelope);
    const length = padded.readUInt32BE(0);
    if (padded.length !== paddedLength || length > paddedLength - 4) return null;
    const content = new TextDecoder("utf-8", { fatal: true }).decode(padded.subarray(4, 4 + length));
    const { format, ballot, seat, said, reason, clause } = JSON.parse(content);
    if (format !== "plenary-sealed-position/1" || ballot !== identity || seat !== seatId) return null;
    return isText(reason) && isText(clause) && clause.length <= 80 && isSaid(said)
      ? { said, reason: reason.trim(), clause }
      : null;
  } catch {
    return null;
  }
}

/** What is wrong with the key, its shares and what they open. */
export function unsealingFaults({ data, record, own }) {
  const { unsealing } = data;
  const { publicKey, needed, holders } = record.sealing;
  const faults = [];
  const used = [];
  for (const { number, share } of unsealing.shares) {
    const holder = holders.find((one) => one.number === number);
    if (hexHash(`plenary-share/1\n${record.reference}\n${share}`) !== holder?.commitment)
      faults.push(`Share ${number} does not answer to the commitment that the record froze.`);
    if (unsealing.used.includes(number)) used.push(Buffer.from(share, "base64"));
  }
  if (new Set(unsealing.used).size !== needed || used.length !== needed)
    return [...faults, `${used.length} of the shares were used; the record asks for ${needed}.`];
  const privateKey = combine(used);
  if (publicOf(privateKey) !== publicKey) return [...faults, "The shares do not give the key of the record."];
  if (privateKey.toString("base64") !== unsealing.privateKey)
    faults.push("The private key is not the one the shares give.");
  const minute = own("ballot-unsealed")[0]?.said;
  if (minute === undefined) return [...faults, "There is no minute of the unsealing."];
  const early = own("share-submitted").filter(({ said }) => Date.parse(said.at) < Date.parse(data.ballot.closedAt));
  faults.push(...early.map(({ said }) => `Share ${said.values.number} was handed in at ${said.at}, before the close.`));
  const opened = unsealing.envelopes.map((envelope) => {
    const { sequence, seatId } = envelope;
    const inside = insideOf(privateKey, publicKey, data.ballot.identity, envelope);
    faults.push(...positionFaults(data, envelope, inside));
    return { sequence, seatId, inside };
  });
  if (hexHash(canonical(opened)) !== minute.values.openedHash)
    faults.push("What the envelopes hold is not what the minute of the unsealing names by hash.");
  return faults;
}

function positionFaults(data, { sequence, seatId, personId, at }, inside) {
  const position = data.positions.find((one) => one.sequence === sequence);
  if (position === undefined) return [`The envelope of number ${sequence} became no position.`];
  const { word, set, ranking } = inside?.said ?? { word: "unreadable" };
  const same =
    (word === undefined || position.word === word) &&
    (set === undefined || canonical(position.set ?? null) === canonical(set)) &&
    (ranking === undefined || canonical(position.ranking ?? null) === canonical(ranking)) &&
    position.reason === (inside?.reason ?? "") &&
    (position.nid ?? "") === (inside?.clause ?? "") &&
    position.seatId === seatId &&
    position.personId === personId &&
    position.at === at;
  return same ? [] : [`Position ${sequence} of ${position.seat} is not what its envelope says.`];
}
