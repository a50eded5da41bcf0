/** A holder's key as a file under a passphrase, so that another device may serve where the first is lost. */
import { type KeyPair, publicKeyBytes } from "./key-pair.ts";
import { type Bytes, fromBase64, toBase64, utf8 } from "./sealing-bytes.ts";

/** As many rounds as a laptop does in half a second. */
const iterations = 600_000;
const iterationsMax = 10_000_000;

export type KeyFile = {
  format: "plenary-holder-key/1";
  publicKey: string;
  salt: string;
  iterations: number;
  nonce: string;
  sealed: string;
};

async function fileKey(passphrase: string, salt: Bytes, rounds: number): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey("raw", utf8(passphrase.normalize("NFKC")), "PBKDF2", false, [
    "deriveKey",
  ]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds };
  return crypto.subtle.deriveKey(how, material, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

export async function writeKeyFile({ publicKey, privateKey }: KeyPair, passphrase: string): Promise<string> {
  const [salt, nonce] = [crypto.getRandomValues(new Uint8Array(16)), crypto.getRandomValues(new Uint8Array(12))];
  const key = await fileKey(passphrase, salt, iterations);
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce }, key, privateKey));
  const file: KeyFile = {
    ...{ format: "plenary-holder-key/1", publicKey, iterations },
    ...{ salt: toBase64(salt), nonce: toBase64(nonce), sealed: toBase64(sealed) },
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Null where the text is no key file, or the passphrase another. */
export async function readKeyFile(text: string, passphrase: string): Promise<KeyPair | null> {
  try {
    const file = JSON.parse(text) as KeyFile;
    const [salt, nonce, sealed] = [fromBase64(file.salt, 16), fromBase64(file.nonce, 12), fromBase64(file.sealed)];
    const readable = file.format === "plenary-holder-key/1" && fromBase64(file.publicKey, publicKeyBytes) !== null;
    if (!readable || salt === null || nonce === null || sealed === null || file.iterations > iterationsMax) return null;
    const key = await fileKey(passphrase, salt, file.iterations);
    const privateKey = new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv: nonce }, key, sealed));
    return { publicKey: file.publicKey, privateKey };
  } catch {
    return null;
  }
}
