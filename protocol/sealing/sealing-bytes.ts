/** Bytes and texts of sealed ballots, alike in browsers and in Node: no Buffer, and WebCrypto for hashes. */

/** Bytes over a plain ArrayBuffer, which is what WebCrypto takes. */
export type Bytes = Uint8Array<ArrayBuffer>;

export const utf8 = (text: string): Bytes => new TextEncoder().encode(text) as Bytes;

export function toBase64(bytes: Uint8Array): string {
  let characters = "";
  // In pieces, since a call takes only so many arguments.
  for (let from = 0; from < bytes.length; from += 8192)
    characters += String.fromCharCode(...bytes.subarray(from, from + 8192));
  return btoa(characters);
}

/** Null where the text is no base64 of exactly this many bytes, or of any number where none is named. */
export function fromBase64(text: string, length?: number): Bytes | null {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return null;
  try {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    return (length === undefined || bytes.length === length) && toBase64(bytes) === text ? bytes : null;
  } catch {
    return null;
  }
}

/** JSON Web Keys write base64 with other letters and without its end. */
export const toBase64Url = (bytes: Uint8Array): string =>
  toBase64(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

export function fromBase64Url(text: string): Bytes {
  const plain = text.replaceAll("-", "+").replaceAll("_", "/");
  const bytes = fromBase64(plain.padEnd(Math.ceil(plain.length / 4) * 4, "="));
  if (bytes === null) throw new TypeError("The member of the key is no base64.");
  return bytes;
}

export function joined(...parts: Uint8Array[]): Bytes {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** SHA-256 in hexadecimal. */
export async function hexHash(data: string | Bytes): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", typeof data === "string" ? utf8(data) : data));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
