import * as decoding from "lib0/decoding";
import { describe, expect, it } from "vitest";
import { closeCodes, closeReasonOf } from "../../protocol/close-codes.ts";
import * as messages from "../../protocol/messages.ts";
import { presenceWith, readPresence } from "../../protocol/presence.ts";
import { definitionIdOfPath, livePath } from "../../protocol/room-name.ts";

describe("room names", () => {
  it("reads back the definition of its own path, with or without a query", () => {
    expect(definitionIdOfPath(livePath("aB_9-x"))).toBe("aB_9-x");
    expect(definitionIdOfPath("/live/abc?x=1")).toBe("abc");
  });

  it("names nothing for any other path", () => {
    for (const target of ["/live/", "/live", "/live/a/b", "//live/a", "/live/%41", "/live/../a", "/other/a", ""]) {
      expect(definitionIdOfPath(target)).toBeNull();
    }
  });
});

describe("messages", () => {
  it("reads the count of an acknowledgement back", () => {
    const decoder = decoding.createDecoder(messages.encodeAcknowledgement(70_000));
    expect(decoding.readVarUint(decoder)).toBe(messages.messageAcknowledgement);
    expect(messages.readAcknowledgement(decoder)).toBe(70_000);
  });

  it("counts sync step two and updates, and nothing else", () => {
    expect([0, 1, 2, 3].map((type) => messages.isUpdateFrame(Uint8Array.of(0, type, 0)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(messages.isUpdateFrame(Uint8Array.of(1, 2, 0))).toBe(false);
    expect(messages.isUpdateFrame(Uint8Array.of(0))).toBe(false);
  });
});

describe("presence", () => {
  const person = { personId: "p", name: "Aino Laine", initials: "AL", delegation: "Finland, industry 1", colour: 3 };
  const cursor = { anchor: "AAEC", head: "AAEC" };

  it("keeps only the cursor of what a client says of itself", () => {
    const forged = { person: { ...person, name: "Somebody else" }, cursor, more: 1 };
    expect(presenceWith(person, forged)).toEqual({ person, cursor });
    expect(presenceWith(person, { cursor: { anchor: "<b>", head: "AAEC" } })).toEqual({ person, cursor: null });
  });

  it("reads anything else as absent", () => {
    for (const odd of [null, 7, "x", [], { person: 1, cursor: [] }, { person: { ...person, colour: 8 } }]) {
      expect(readPresence(odd)).toEqual({ person: null, cursor: null });
    }
  });
});

describe("close codes", () => {
  it("are final exactly from 4400 to 4499, and each has a sentence", () => {
    for (const reason of Object.values(closeCodes)) {
      expect(reason.final).toBe(reason.code >= 4400 && reason.code < 4500);
      expect(reason.sentence).toMatch(/^[A-Z].*\.$/);
      expect(closeReasonOf(reason.code)?.code).toBe(reason.code);
    }
    expect(closeReasonOf(1006)).toBeNull();
  });
});
