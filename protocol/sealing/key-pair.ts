/**
 * Key pairs of sealed ballots: ECDH on P-256, which every browser in use and Node have in WebCrypto. A ballot's key is made
 * once, split, and forgotten; a holder's key stays in the holder's browser. Public keys are written as 65 bytes in base64.
 */
import { type Bytes, fromBase64, fromBase64Url, toBase64, toBase64Url } from "./sealing-bytes.ts";

const curve = { name: "ECDH", namedCurve: "P-256" } as const;
export const publicKeyBytes = 65;
export const privateKeyBytes = 32;

export type KeyPair = { publicKey: string; privateKey: Bytes };

export async function newKeyPair(): Promise<KeyPair> {
  const pair = await crypto.subtle.generateKey(curve, true, ["deriveBits"]);
  const publicKey = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  const { d } = await crypto.subtle.exportKey("jwk", pair.privateKey);
  return { publicKey: toBase64(publicKey), privateKey: fromBase64Url(d!) };
}

/** Null where the text is no public key: its bytes must be a point of the curve. */
export async function readPublicKey(publicKey: string): Promise<CryptoKey | null> {
  const bytes = fromBase64(publicKey, publicKeyBytes);
  if (bytes === null) return null;
  try {
    return await crypto.subtle.importKey("raw", bytes, curve, true, []);
  } catch {
    return null;
  }
}

/** A private key for opening; once it is read so, its bytes cannot be taken out of it again. */
export async function readPrivateKey({ publicKey, privateKey }: KeyPair): Promise<CryptoKey> {
  const point = fromBase64(publicKey, publicKeyBytes);
  if (point === null) throw new TypeError("The public key does not read.");
  const [x, y] = [toBase64Url(point.subarray(1, 33)), toBase64Url(point.subarray(33))];
  const jwk = { kty: "EC", crv: "P-256", x, y, d: toBase64Url(privateKey) };
  return crypto.subtle.importKey("jwk", jwk, curve, false, ["deriveBits"]);
}
