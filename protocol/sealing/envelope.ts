/**
 * An envelope that only the holder of a private key opens: a key pair of its own, ECDH with the receiver's, HKDF, AES-GCM.
 * Its purpose is part of the derived key, so that an envelope made for one place opens in no other.
 *
 *     65 bytes  the envelope's own public key
 *      n bytes  the content under AES-256-GCM
 *     16 bytes  its tag
 *
 * Key (32 bytes) and nonce (12) are HKDF-SHA-256 of the shared secret, without salt, with the purpose in UTF-8, the
 * envelope's and the receiver's public key as information. A key pair serves once, so the nonce is never used twice.
 */
import { publicKeyBytes, readPublicKey } from "./key-pair.ts";
import { type Bytes, fromBase64, joined, utf8 } from "./sealing-bytes.ts";

export const tagBytes = 16;
const keyBytes = 32;
const nonceBytes = 12;

/** How much longer an envelope is than its content. */
export const envelopeBytes = publicKeyBytes + tagBytes;

async function contentKey(privateKey: CryptoKey, other: CryptoKey, information: Bytes) {
  const secret = await crypto.subtle.deriveBits({ name: "ECDH", public: other }, privateKey, 256);
  const material = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
  const how = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(0), info: information };
  const bits = new Uint8Array(await crypto.subtle.deriveBits(how, material, 8 * (keyBytes + nonceBytes)));
  const key = await crypto.subtle.importKey("raw", bits.slice(0, keyBytes), "AES-GCM", false, ["encrypt", "decrypt"]);
  return { key, how: { name: "AES-GCM", iv: bits.slice(keyBytes) } };
}

/** Seals the content to a public key. Throws where that does not read. */
export async function seal(publicKey: string, purpose: string, content: Bytes): Promise<Bytes> {
  const receiver = await readPublicKey(publicKey);
  if (receiver === null) throw new TypeError("The public key to seal to does not read.");
  const own = await crypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, true, ["deriveBits"]);
  const ownPublic = new Uint8Array(await crypto.subtle.exportKey("raw", own.publicKey));
  const information = joined(utf8(purpose), ownPublic, fromBase64(publicKey)!);
  const { key, how } = await contentKey(own.privateKey, receiver, information);
  return joined(ownPublic, new Uint8Array(await crypto.subtle.encrypt(how, key, content)));
}

/** Opens an envelope; null where it was sealed to another key, for another purpose, or changed on the way. */
export async function open(
  receiver: { publicKey: string; privateKey: CryptoKey },
  purpose: string,
  envelope: Bytes,
): Promise<Bytes | null> {
  if (envelope.length < envelopeBytes) return null;
  const ownPublic = envelope.slice(0, publicKeyBytes);
  try {
    const other = await crypto.subtle.importKey("raw", ownPublic, { name: "ECDH", namedCurve: "P-256" }, true, []);
    const information = joined(utf8(purpose), ownPublic, fromBase64(receiver.publicKey)!);
    const { key, how } = await contentKey(receiver.privateKey, other, information);
    return new Uint8Array(await crypto.subtle.decrypt(how, key, envelope.slice(publicKeyBytes)));
  } catch {
    return null;
  }
}
