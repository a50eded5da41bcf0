/** The sealing of positions as browsers and the server do it: sizes, places, shares, and what is refused. */
import { describe, expect, test } from "vitest";
import { open, seal } from "../../../protocol/sealing/envelope.ts";
import { newKeyPair, readPrivateKey, readPublicKey } from "../../../protocol/sealing/key-pair.ts";
import {
  combineShares,
  commitmentTo,
  giveOutKey,
  openShare,
  shareBytes,
} from "../../../protocol/sealing/key-shares.ts";
import {
  openedHash,
  positionOpener,
  sealedPositionBytes,
  sealedPositionCharacters,
  sealPosition,
} from "../../../protocol/sealing/sealed-position.ts";
import { fromBase64, toBase64, utf8 } from "../../../protocol/sealing/sealing-bytes.ts";

const place = { identity: "a".repeat(64), seatId: "seat-1" };
const inside = (word: string, reason = "") => ({ said: { word }, reason, clause: "" });

async function sealed(publicKey: string, word: string, reason = "", at = place): Promise<string> {
  const made = await sealPosition(publicKey, at, inside(word, reason));
  if (!("sealed" in made)) throw new Error(`${made.tooMany} bytes too many`);
  return made.sealed;
}

describe("an envelope", () => {
  test("opens with its key, for its purpose, unchanged, and in no other way", async () => {
    const pair = await newKeyPair();
    const other = await newKeyPair();
    const receiver = { publicKey: pair.publicKey, privateKey: await readPrivateKey(pair) };
    const envelope = await seal(pair.publicKey, "one", utf8("words"));
    expect(await open(receiver, "one", envelope)).toEqual(utf8("words"));
    expect(await open(receiver, "two", envelope)).toBeNull();
    const otherReceiver = { publicKey: other.publicKey, privateKey: await readPrivateKey(other) };
    expect(await open(otherReceiver, "one", envelope)).toBeNull();
    for (const at of [3, 70, envelope.length - 1]) {
      const changed = envelope.slice();
      changed[at]! ^= 1;
      expect(await open(receiver, "one", changed)).toBeNull();
    }
    expect(await open(receiver, "one", envelope.slice(0, 60))).toBeNull();
  });

  test("a public key must be a point of the curve", async () => {
    const { publicKey } = await newKeyPair();
    expect(await readPublicKey(publicKey)).not.toBeNull();
    const bytes = fromBase64(publicKey)!;
    bytes[40]! ^= 1;
    for (const wrong of [toBase64(bytes), publicKey.slice(4), "", "no key", toBase64(new Uint8Array(65))])
      expect(await readPublicKey(wrong)).toBeNull();
  });
});

describe("a sealed position", () => {
  test("[B39] has one size, whatever the word and however long the reason", async () => {
    const { publicKey } = await newKeyPair();
    const said = [
      await sealed(publicKey, "yes"),
      await sealed(publicKey, "no-objection"),
      await sealed(publicKey, "no", "The threshold is set too low. ".repeat(300)),
      await sealed(publicKey, "abstain", "雪".repeat(4000)),
    ];
    const sizes = said.map((text) => fromBase64(text)!.length);
    expect(new Set(sizes)).toEqual(new Set([sealedPositionBytes]));
    expect(new Set(said.map((text) => text.length))).toEqual(new Set([sealedPositionCharacters]));
    expect(new Set(said.map((text) => text.slice(0, 200))).size).toBe(said.length);
  });

  test("[B39] a reason that does not fit is refused with the number of bytes", async () => {
    const { publicKey } = await newKeyPair();
    const most = await sealPosition(publicKey, place, inside("no", "x".repeat(17_000)));
    expect(most).toMatchObject({ tooMany: expect.any(Number) });
    const { tooMany } = most as { tooMany: number };
    expect(await sealPosition(publicKey, place, inside("no", "x".repeat(17_000 - tooMany)))).toHaveProperty("sealed");
    expect(await sealPosition(publicKey, place, inside("no", "x".repeat(17_001 - tooMany)))).toEqual({ tooMany: 1 });
  });

  test("[B39 B40] reads only in the place it was made for; a recusal in an envelope is none", async () => {
    const pair = await newKeyPair();
    const opened = await positionOpener(pair);
    const made = await sealed(pair.publicKey, "no", " Too low. ");
    expect(await opened(place, made)).toEqual({ said: { word: "no" }, reason: "Too low.", clause: "" });
    expect(await opened({ ...place, seatId: "seat-2" }, made)).toBeNull();
    expect(await opened({ ...place, identity: "b".repeat(64) }, made)).toBeNull();
    expect(await opened(place, await sealed(pair.publicKey, "recuse", "An interest."))).toBeNull();
    expect(await opened(place, made.slice(0, 400))).toBeNull();
    const ranking = await sealPosition(pair.publicKey, place, {
      said: { ranking: ["A", ["B", "C"]] },
      reason: "",
      clause: "",
    });
    expect(await opened(place, (ranking as { sealed: string }).sealed)).toMatchObject({
      said: { ranking: ["A", ["B", "C"]] },
    });
  });

  test("[B39] what was opened has a hash that any order of the lines gives", async () => {
    const lines = [1, 2, 3].map((sequence) => ({ sequence, seatId: `s${sequence}`, inside: inside("yes") }));
    expect(await openedHash([...lines].reverse())).toBe(await openedHash(lines));
    expect(await openedHash(lines.slice(1))).not.toBe(await openedHash(lines));
  });
});

describe("shares of the key", () => {
  test("[B39] any k of n give the key; fewer, or wrong ones, do not", async () => {
    const holders = await Promise.all([newKeyPair(), newKeyPair(), newKeyPair()]);
    const { publicKey, shares } = await giveOutKey(
      "QTAC/B/1",
      2,
      holders.map((holder) => holder.publicKey),
    );
    const keys = await Promise.all(
      holders.map(async (pair) => ({ publicKey: pair.publicKey, privateKey: await readPrivateKey(pair) })),
    );
    const own = await Promise.all(shares.map((share, index) => openShare("QTAC/B/1", share, keys[index]!)));
    expect(own.every((share) => share !== null && fromBase64(share, shareBytes) !== null)).toBe(true);
    for (const [one, other] of [
      [0, 1],
      [1, 2],
      [2, 0],
    ] as const) {
      const pair = (await combineShares(publicKey, [own[one]!, own[other]!]))!;
      const made = await sealed(publicKey, "abstain");
      expect(await (await positionOpener(pair))(place, made)).toMatchObject({ said: { word: "abstain" } });
    }
    expect(await combineShares(publicKey, [own[0]!])).toBeNull();
    expect(await combineShares(publicKey, [own[0]!, own[0]!])).toBeNull();
    const strange = await giveOutKey(
      "QTAC/B/1",
      2,
      holders.map((holder) => holder.publicKey),
    );
    const foreign = (await openShare("QTAC/B/1", strange.shares[1]!, keys[1]!))!;
    expect(await combineShares(publicKey, [own[0]!, foreign])).toBeNull();
  });

  test("[B39] a share opens for its holder and ballot alone, and answers to its commitment", async () => {
    const holders = await Promise.all([newKeyPair(), newKeyPair()]);
    const { shares } = await giveOutKey(
      "QTAC/B/1",
      2,
      holders.map((holder) => holder.publicKey),
    );
    const keys = await Promise.all(
      holders.map(async (pair) => ({ publicKey: pair.publicKey, privateKey: await readPrivateKey(pair) })),
    );
    expect(await openShare("QTAC/B/1", shares[0]!, keys[1]!)).toBeNull();
    expect(await openShare("QTAC/B/2", shares[0]!, keys[0]!)).toBeNull();
    expect(await openShare("QTAC/B/1", { ...shares[0]!, commitment: "0".repeat(64) }, keys[0]!)).toBeNull();
    const share = (await openShare("QTAC/B/1", shares[0]!, keys[0]!))!;
    expect(await commitmentTo("QTAC/B/1", share)).toBe(shares[0]!.commitment);
  });
});
