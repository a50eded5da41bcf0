/** The checks of the log (T3, T4): minutes and their leaves, proofs, the signed heads, and that one continues the other. */

import {
  canonical,
  hmac,
  isCheckpointSigned,
  isContinued,
  isIncluded,
  leafHash,
  readCheckpoint,
  readKey,
} from "./bytes.mjs";

const hex = (text) => Buffer.from(text, "hex");

export function leafFaults({ minutes }) {
  const faults = [];
  let last = -1;
  for (const { index, body, salt, stream, commitment, hash, said } of minutes) {
    const name = `Minute ${index} (${said.type}, ${said.at})`;
    if (!(index > last)) faults.push(`${name} stands out of order.`);
    last = index;
    if (canonical(said) !== body) faults.push(`${name} is not canonical JSON.`);
    if (!hmac(hex(salt), body).equals(hex(commitment))) faults.push(`${name} is not what its leaf committed to.`);
    if (stream !== (said.committeeId ?? "regime")) faults.push(`${name} stands in the stream ${stream}.`);
    const content = canonical({ v: 1, stream, type: said.type, time: said.at, commitment });
    if (!leafHash(content).equals(hex(hash))) faults.push(`${name} does not have the hash of its leaf.`);
  }
  return faults;
}

export function inclusionFaults({ data, minutes }) {
  const { size, root } = readCheckpoint(data.checkpoint);
  return minutes
    .filter(({ index, hash, proof }) => !isIncluded(index, size, hex(hash), proof.map(hex), root))
    .map(
      ({ index, said }) => `The proof of minute ${index} (${said.type}) does not lead to the checkpoint of ${size}.`,
    );
}

export function signatureFaults({ data }, trusted) {
  const checkpoint = readCheckpoint(data.checkpoint);
  const keys = (trusted.length > 0 ? trusted : data.keys).map(readKey);
  if (isCheckpointSigned(checkpoint, keys)) return [];
  return [
    `No ${trusted.length > 0 ? "trusted " : ""}key of ${checkpoint.origin} signed the checkpoint of ${checkpoint.size}.`,
  ];
}

/** Whether the export proves that its checkpoint continues the other one. */
function continues(data, other) {
  const head = readCheckpoint(data.checkpoint);
  if (other.origin !== head.origin) return `It is of the log ${other.origin}, the export of ${head.origin}.`;
  if (other.size > head.size)
    return `It has ${other.size} leaves, the log of the export only ${head.size}: the log was cut, or an old backup restored.`;
  if (other.size === head.size)
    return other.root.equals(head.root) ? null : `Another log of ${head.size} leaves was signed: the log was forked.`;
  if (other.size === 0) return null;
  const given = data.consistency.find(({ from, to }) => from === other.size && to === head.size);
  if (given === undefined)
    return `The export holds no proof from ${other.size}; ask for it with --since ${other.size}.`;
  if (isContinued(other.size, other.root, head.size, head.root, given.proof.map(hex))) return null;
  return `The first ${other.size} leaves are not those that were signed: the log was forked or rewritten.`;
}

export function earlierFaults({ data }) {
  const keys = data.keys.map(readKey);
  return data.earlier.flatMap((note) => {
    const checkpoint = readCheckpoint(note);
    const name = `The checkpoint of ${checkpoint.size}`;
    if (!isCheckpointSigned(checkpoint, keys)) return [`${name} is not signed by a key of the export.`];
    const fault = continues(data, checkpoint);
    return fault === null ? [] : [`${name}: ${fault}`];
  });
}

export function keptFaults({ data }, kept) {
  return kept.flatMap((note) => {
    const fault = continues(data, readCheckpoint(note));
    return fault === null ? [] : [`The kept checkpoint of ${readCheckpoint(note).size}: ${fault}`];
  });
}
