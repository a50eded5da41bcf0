/** Checkpoints and receipts as texts: written, read, and refused where a character is off. */
import { describe, expect, test } from "vitest";
import {
  checkpointText,
  fromBase64,
  fromHex,
  readCheckpoint,
  readNote,
  readVerifierKey,
  writeNote,
} from "../../../domain/record/checkpoint.ts";
import { leafContent, minuteBody, streamOf } from "../../../domain/record/leaf.ts";
import type { Minute } from "../../../domain/record/minute.ts";
import { readReceipt, receiptTime, writeReceiptFile } from "../../../domain/record/receipt.ts";

const root = Uint8Array.from({ length: 32 }, (_, index) => index);
const signature = { name: "plenary.example/log", keyId: Uint8Array.of(1, 2, 3, 4), signature: new Uint8Array(64) };

describe("checkpoints", () => {
  test("[T4] stand in three lines, and are read back", () => {
    const text = checkpointText({ origin: "plenary.example/log", size: 42, root });
    expect(text).toBe("plenary.example/log\n42\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n");
    expect(readCheckpoint(text)).toEqual({ origin: "plenary.example/log", size: 42, root });
  });

  test.each([
    "",
    "a\n1\n",
    "a\n01\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n",
    "a\n-1\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n",
    "a\n1\nAAEC\n",
    "a\n1\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
  ])("[T4] %j is no checkpoint", (text) => {
    expect(readCheckpoint(text)).toBeNull();
  });

  test("[T4] a note keeps its text and its signatures; the dash is the long one", () => {
    const note = { text: "one\ntwo\nthree\n", signatures: [signature, { ...signature, name: "member.example" }] };
    const written = writeNote(note);
    expect(written).toMatch(/^one\ntwo\nthree\n\n\u2014 plenary\.example\/log AQIDBAAA/);
    expect(readNote(written)).toEqual(note);
    expect(readNote(written.replace("\u2014", "-"))).toBeNull();
    expect(readNote(written.slice(0, -1))).toBeNull();
    expect(readNote("one\n")).toBeNull();
  });

  test("[T4] the published key of a signed note is read", () => {
    const key = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    const read = readVerifierKey(key)!;
    expect(read.name).toBe("PeterNeumann");
    expect(read.publicKey).toHaveLength(32);
    expect(readVerifierKey(key.replace("+AR", "+AB"))).toBeNull();
    expect(readVerifierKey("PeterNeumann")).toBeNull();
  });

  test("[T4] base64 and hexadecimal are read in one form only", () => {
    expect(fromBase64("AB==")).toBeNull();
    expect(fromBase64("AA==")).toEqual(Uint8Array.of(0));
    expect(fromHex("0A")).toBeNull();
    expect(fromHex("0a")).toEqual(Uint8Array.of(10));
  });
});

const minute: Minute = {
  id: "m1",
  type: "position-cast",
  secondPersonId: null,
  personId: null,
  role: null,
  committeeId: "c1",
  candidateId: null,
  objectKind: "ballot",
  objectId: "b1",
  values: { word: "yes", before: null },
  rules: ["P1"],
  marking: "AMBER",
  at: Date.UTC(2026, 8, 1),
};

describe("leaves", () => {
  test("[T3] the body leaves out what is null, and keeps what the values say of nothing", () => {
    expect(minuteBody(minute)).toBe(
      '{"at":"2026-09-01T00:00:00Z","committeeId":"c1","id":"m1","marking":"AMBER","objectId":"b1","objectKind":"ballot","rules":["P1"],"type":"position-cast","values":{"before":null,"word":"yes"}}',
    );
  });

  test("[T3] the leaf says stream, type, time and commitment, and nothing else", () => {
    expect(leafContent({ stream: streamOf(minute), type: minute.type, at: minute.at, commitment: "ab" })).toBe(
      '{"commitment":"ab","stream":"c1","time":"2026-09-01T00:00:00Z","type":"position-cast","v":1}',
    );
    expect(streamOf({ committeeId: null })).toBe("regime");
  });
});

describe("receipts", () => {
  const receipt = {
    ...{ format: "plenary-receipt/1" as const, origin: "plenary.example/log", ballot: "QTAC/B/1", ballotHash: "aa" },
    ...{ seat: "Japan", sequence: 3, time: "2026-09-01T00:00:00Z", leafIndex: 7, leafHash: "bb", commitment: "cc" },
    ...{ key: "k", signature: "s" },
  };

  test("[P20] the file is read back, also with words around it", () => {
    expect(readReceipt(writeReceiptFile(receipt))).toEqual(receipt);
    expect(readReceipt(`Here it is:\n${writeReceiptFile(receipt)}\nRegards`)).toEqual(receipt);
  });

  test("[P20] what is none is none", () => {
    for (const text of ["", "{", "{}", JSON.stringify({ ...receipt, leafIndex: "7" }), "} {"])
      expect(readReceipt(text)).toBeNull();
  });

  test("[P20] its time is to the minute", () => {
    expect(receiptTime(Date.UTC(2026, 8, 1, 9, 30, 59, 999))).toBe("2026-09-01T09:30:00Z");
  });
});
