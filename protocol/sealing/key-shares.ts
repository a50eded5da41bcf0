/**
 * The shares of a ballot's private key (rule B39): split and combined by an audited library over GF(256), each sealed to its
 * holder. A share's commitment is public from the opening on, so that a share handed in later is known to be the one given.
 */
import { combine, split } from "shamir-secret-sharing";
import { envelopeBytes, open, seal } from "./envelope.ts";
import { type KeyPair, newKeyPair, privateKeyBytes, readPrivateKey } from "./key-pair.ts";
import { type Bytes, fromBase64, hexHash, toBase64 } from "./sealing-bytes.ts";

/** The library puts the share's place behind its bytes. */
export const shareBytes = privateKeyBytes + 1;
export const sealedShareBytes = shareBytes + envelopeBytes;

const purposeOf = (ballot: string) => `plenary-share/1 ${ballot}`;

/** SHA-256 over the ballot's reference and the share: the share is random, so its hash says nothing about it. */
export function commitmentTo(ballot: string, share: string): Promise<string> {
  return hexHash(`plenary-share/1\n${ballot}\n${share}`);
}

export type GivenShare = { sealedShare: string; commitment: string };

/** Makes a ballot's key, splits it among the holders' public keys, and keeps nothing of it but what is handed back. */
export async function giveOutKey(
  ballot: string,
  needed: number,
  holderKeys: readonly string[],
): Promise<{ publicKey: string; shares: GivenShare[] }> {
  const { publicKey, privateKey } = await newKeyPair();
  const parts = await split(privateKey, holderKeys.length, needed);
  privateKey.fill(0);
  const shares: GivenShare[] = [];
  for (const [index, part] of parts.entries()) {
    const envelope = await seal(holderKeys[index]!, purposeOf(ballot), Uint8Array.from(part));
    shares.push({ sealedShare: toBase64(envelope), commitment: await commitmentTo(ballot, toBase64(part)) });
    part.fill(0);
  }
  return { publicKey, shares };
}

/** A holder's own share in base64; null where it does not open with this key or is not the one committed to. */
export async function openShare(
  ballot: string,
  { sealedShare, commitment }: GivenShare,
  holder: { publicKey: string; privateKey: CryptoKey },
): Promise<string | null> {
  const envelope = fromBase64(sealedShare, sealedShareBytes);
  const share = envelope === null ? null : await open(holder, purposeOf(ballot), envelope);
  if (share?.length !== shareBytes) return null;
  const text = toBase64(share);
  return (await commitmentTo(ballot, text)) === commitment ? text : null;
}

/** The ballot's private key from enough shares; null where they do not give the key that belongs to the public one. */
export async function combineShares(publicKey: string, shares: readonly string[]): Promise<KeyPair | null> {
  const parts = shares.map((share) => fromBase64(share, shareBytes));
  if (parts.length < 2 || parts.some((part) => part === null)) return null;
  try {
    const pair = { publicKey, privateKey: Uint8Array.from(await combine(parts as Bytes[])) };
    return (await isPair(pair)) ? pair : null;
  } catch {
    // Two shares of one place, or a number that is none of the curve's.
    return null;
  }
}

/**
 * The ballot's key from any `needed` of the shares, and which they were. All choices are tried, so that one share that was
 * wrong from its giving on does not keep the others from opening the ballot.
 */
export async function keyFrom(
  publicKey: string,
  needed: number,
  shares: readonly string[],
): Promise<{ pair: KeyPair; used: number[] } | null> {
  for (const used of choicesOf(shares.length, needed)) {
    const pair = await combineShares(
      publicKey,
      used.map((index) => shares[index]!),
    );
    if (pair !== null) return { pair, used };
  }
  return null;
}

/** Every way to choose so many of the indices below `of`, each in rising order. */
function* choicesOf(of: number, so: number, from = 0): Generator<number[]> {
  if (so === 0) yield [];
  else
    for (let first = from; first <= of - so; first++)
      for (const others of choicesOf(of, so - 1, first + 1)) yield [first, ...others];
}

/** Whether the private key opens what is sealed to the public one. */
async function isPair(pair: KeyPair): Promise<boolean> {
  const test = Uint8Array.from([1]);
  const privateKey = await readPrivateKey(pair);
  const opened = await open({ ...pair, privateKey }, "plenary-pair", await seal(pair.publicKey, "plenary-pair", test));
  return opened?.[0] === 1;
}
