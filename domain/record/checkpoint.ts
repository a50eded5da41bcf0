/**
 * Checkpoints (rule T4) in the text form of C2SP `tlog-checkpoint`: origin, size and root, then the signature lines of a
 * `signed-note`. Keys stand in the form of that specification too: name, key id and key with a `+` between.
 */
export type Checkpoint = {
  origin: string;
  /** Leaves. */
  size: number;
  root: Uint8Array;
};

/** A line of a note: whose signature, under which key id (four bytes), and the signature itself. */
export type NoteSignature = { name: string; keyId: Uint8Array; signature: Uint8Array };

export type SignedNote = { text: string; signatures: NoteSignature[] };

/** The number that stands for Ed25519 in a key of a signed note. */
export const ed25519KeyKind = 1;
const keyIdBytes = 4;

export function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/** Null where the text is no base64 in its one canonical form. */
export function fromBase64(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return null;
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return toBase64(bytes) === text ? bytes : null;
}

/** Looked up, since an export writes millions of bytes this way. */
const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

export function toHex(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += hexOfByte[byte]!;
  return text;
}

/** Null where the text is no even number of hexadecimal digits in small letters. */
export function fromHex(text: string): Uint8Array | null {
  if (!/^([0-9a-f]{2})*$/.test(text)) return null;
  return Uint8Array.from({ length: text.length / 2 }, (_, index) =>
    Number.parseInt(text.slice(2 * index, 2 * index + 2), 16),
  );
}

/** The text that is signed: three lines, each with its end. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

/** Null where the text is no checkpoint. Lines after the third are left to later editions. */
export function readCheckpoint(text: string): Checkpoint | null {
  const [origin, size, root, ...rest] = text.split("\n");
  if (!origin || size === undefined || root === undefined || rest.at(-1) !== "") return null;
  if (!/^(0|[1-9][0-9]{0,14})$/.test(size)) return null;
  const bytes = fromBase64(root);
  return bytes?.length === 32 ? { origin, size: Number(size), root: bytes } : null;
}

/** A signature line of a note. */
export function signatureLine({ name, keyId, signature }: NoteSignature): string {
  return `— ${name} ${toBase64(Uint8Array.of(...keyId, ...signature))}\n`;
}

/** A note with its signatures, as it is kept and handed on. */
export function writeNote({ text, signatures }: SignedNote): string {
  return `${text}\n${signatures.map(signatureLine).join("")}`;
}

/** Reads a note; null where it is none. The text keeps its last line end, which is part of what is signed. */
export function readNote(note: string): SignedNote | null {
  const end = note.lastIndexOf("\n\n");
  if (end < 0 || !note.endsWith("\n")) return null;
  const lines = note.slice(end + 2, -1).split("\n");
  const signatures = lines.map((line): NoteSignature | null => {
    const [, name, encoded] = /^— ([^ +]+) ([A-Za-z0-9+/=]+)$/.exec(line) ?? [];
    const bytes = encoded === undefined ? null : fromBase64(encoded);
    if (name === undefined || bytes === null || bytes.length <= keyIdBytes) return null;
    return { name, keyId: bytes.slice(0, keyIdBytes), signature: bytes.slice(keyIdBytes) };
  });
  if (signatures.some((one) => one === null)) return null;
  return { text: note.slice(0, end + 1), signatures: signatures as NoteSignature[] };
}

/** What is hashed for a key id; its first four bytes are the id. */
export function keyIdPreimage(name: string, publicKey: Uint8Array): Uint8Array {
  return Uint8Array.of(...new TextEncoder().encode(`${name}\n`), ed25519KeyKind, ...publicKey);
}

/** A public key as people hand it on. */
export function verifierKey(name: string, keyId: Uint8Array, publicKey: Uint8Array): string {
  return `${name}+${toHex(keyId)}+${toBase64(Uint8Array.of(ed25519KeyKind, ...publicKey))}`;
}

/** Null where the text is no Ed25519 key of a signed note. Whether the id belongs to the key is for who can hash. */
export function readVerifierKey(key: string): { name: string; keyId: Uint8Array; publicKey: Uint8Array } | null {
  const [, name, id, encoded] = /^([^ +]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(key.trim()) ?? [];
  const bytes = encoded === undefined ? null : fromBase64(encoded);
  if (name === undefined || id === undefined || bytes?.length !== 33 || bytes[0] !== ed25519KeyKind) return null;
  return { name, keyId: fromHex(id)!, publicKey: bytes.slice(1) };
}
