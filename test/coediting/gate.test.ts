import * as encoding from "lib0/encoding";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { definitionRoots } from "../../protocol/definition-shape.ts";
import { judgeFrame, type OwnerOf, type Verdict } from "../../server/coediting/gate.ts";
import { createText, Known } from "../../server/coediting/known.ts";

/** A copy of the text in somebody's page: its updates are collected until they are taken. */
function page(clientId: number, from?: Y.Doc) {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  const roots = definitionRoots(doc);
  if (from !== undefined) Y.applyUpdate(doc, Y.encodeStateAsUpdate(from));
  const sent: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin !== "net") sent.push(update);
  });
  return { doc, ...roots, sent, take: () => sent.splice(0) };
}

/** A room without sockets: what it knows and whose the client ids are. */
function room(owners: Record<number, string | null> = {}) {
  const known = new Known(createText());
  const whose = new Map(Object.entries(owners).map(([client, person]) => [Number(client), person]));
  const ownerOf: OwnerOf = (client) => whose.get(client);
  const judge = (bytes: Uint8Array, personId: string) => judgeFrame(known, bytes, ownerOf, personId);
  const take = (bytes: Uint8Array, personId: string): Verdict => {
    const verdict = judge(bytes, personId);
    if (verdict.verdict === "accepted") {
      Y.applyUpdate(known.doc, verdict.bytes);
      for (const client of verdict.newClients) whose.set(client, personId);
      expect(known.doc.store.pendingStructs).toBeNull();
      expect(known.doc.store.pendingDs).toBeNull();
    }
    return verdict;
  };
  return { known, judge, take, state: () => Buffer.from(Y.encodeStateAsUpdate(known.doc)).toString("hex") };
}

const accept = (verdict: Verdict) => {
  if (verdict.verdict !== "accepted") throw new Error(`Not accepted: ${JSON.stringify(verdict)}`);
  return verdict;
};
const closeOf = (verdict: Verdict) => (verdict.verdict === "refused" ? verdict.close : verdict.verdict);

/** Judging changes nothing, so the best of three tries is what it costs when nobody else uses the machine. */
function cost(judge: () => Verdict): number {
  return Math.min(
    ...[1, 2, 3].map(() => {
      const from = performance.now();
      judge();
      return performance.now() - from;
    }),
  );
}

/** Writes an update by hand; `struct` writes what stands behind the clock. */
function handmade(
  client: number,
  clock: number,
  structs: ((encoder: encoding.Encoder) => void)[],
  deletes: [number, number, number][] = [],
) {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, structs.length === 0 ? 0 : 1);
  if (structs.length > 0) {
    encoding.writeVarUint(encoder, structs.length);
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
    for (const struct of structs) struct(encoder);
  }
  encoding.writeVarUint(encoder, deletes.length);
  for (const [whose, at, length] of deletes) {
    encoding.writeVarUint(encoder, whose);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, at);
    encoding.writeVarUint(encoder, length);
  }
  return encoding.toUint8Array(encoder);
}

const inRoot = (ref: number, root: string, content: (encoder: encoding.Encoder) => void, key?: string) => {
  return (encoder: encoding.Encoder) => {
    encoding.writeUint8(encoder, ref | (key === undefined ? 0 : 0x20));
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarString(encoder, root);
    if (key !== undefined) encoding.writeVarString(encoder, key);
    content(encoder);
  };
};
const behind = (
  ref: number,
  origin: [number, number] | null,
  right: [number, number] | null,
  content: (encoder: encoding.Encoder) => void,
) => {
  return (encoder: encoding.Encoder) => {
    encoding.writeUint8(encoder, ref | (origin === null ? 0 : 0x80) | (right === null ? 0 : 0x40));
    for (const id of [origin, right]) {
      if (id === null) continue;
      encoding.writeVarUint(encoder, id[0]);
      encoding.writeVarUint(encoder, id[1]);
    }
    content(encoder);
  };
};
const string = (text: string) => (encoder: encoding.Encoder) => encoding.writeVarString(encoder, text);
const any =
  (...values: unknown[]) =>
  (encoder: encoding.Encoder) => {
    encoding.writeVarUint(encoder, values.length);
    for (const value of values) encoding.writeAny(encoder, value as never);
  };
const length = (units: number) => (encoder: encoding.Encoder) => encoding.writeVarUint(encoder, units);
const format = (key: string, value: unknown) => (encoder: encoding.Encoder) => {
  encoding.writeVarString(encoder, key);
  encoding.writeVarString(encoder, JSON.stringify(value));
};

describe("what an honest page sends", () => {
  test("typing, embeds, brackets, comments, entries of the map and deletions are accepted as they are", () => {
    const ana = page(11);
    const { take, known } = room();
    ana.text.insertEmbed(0, { clause: "c1" });
    ana.clauses.set("c1:level", 1);
    ana.clauses.set("c1:kind", "item");
    ana.clauses.set("c1:level", 2);
    ana.clauses.set("c1:caveat", ["Norway"]);
    ana.text.insert(1, "Quantum 😀 computers");
    ana.text.format(1, 7, { bracket: { delegations: ["Norway"] } });
    ana.text.format(3, 2, { "comment:k1": true });
    ana.text.insert(4, "x", {});
    ana.text.insertEmbed(2, { param: "p1" });
    ana.clauses.set("p1:param", { quantity: "qubits", comparator: ">=", value: "34", unit: "1", raw: "34 or more" });
    ana.text.delete(6, 3);
    ana.clauses.delete("c1:kind");
    for (const update of ana.take()) expect(accept(take(update, "ana")).bytes).toBe(update);
    expect(Y.encodeStateVector(known.doc)).toEqual(Y.encodeStateVector(ana.doc));
    expect(definitionRoots(known.doc).text.toDelta()).toEqual(ana.text.toDelta());
  });

  test("one frame with the work of two client ids of one person, and what was known before, is cut to what is new", () => {
    const first = page(11);
    const { take, known } = room();
    first.text.insert(0, "ab");
    first.text.insert(2, "cd");
    const [ab] = first.take();
    accept(take(ab!, "ana"));
    const second = page(7, first.doc);
    second.text.insert(1, "zz");
    second.text.delete(3, 1);
    const whole = Y.encodeStateAsUpdate(second.doc);
    const verdict = accept(take(whole, "ana"));
    expect(verdict.newClients).toEqual([7]);
    expect(verdict.bytes.length).toBeLessThan(whole.length);
    expect(definitionRoots(known.doc).text.toString()).toBe(second.text.toString());
    expect(closeOf(take(whole, "ana"))).toBe("nothing");
  });

  test("an update frame is judged in less than 50 microseconds (median)", () => {
    const ana = page(11);
    const { take, judge } = room();
    const times: number[] = [];
    for (let i = 0; i < 2000; i += 1) {
      ana.text.insert(Math.min(i, 7 * (i % 40)), "a");
      const [update] = ana.take();
      const from = performance.now();
      judge(update!, "ana");
      times.push(performance.now() - from);
      accept(take(update!, "ana"));
    }
    expect(times.sort((one, other) => one - other)[1000]).toBeLessThan(0.05);
  });

  test("taking away somebody else's bracket is an edit; a copy that only clears spare marks is told apart", () => {
    const ana = page(11);
    const { take, judge } = room();
    ana.text.insert(0, "one two");
    ana.text.format(0, 3, { bracket: { delegations: ["Norway"] } });
    for (const update of ana.take()) accept(take(update, "ana"));
    const bo = page(12, ana.doc);
    bo.text.format(0, 3, { bracket: null });
    const [unbracket] = bo.take();
    expect(accept(judge(unbracket!, "bo")).onlyMarksGone).toBe(true);
    bo.text.delete(0, 1);
    expect(accept(judge(bo.take()[0]!, "bo")).onlyMarksGone).toBe(false);
  });

  test("offline work of thousands of places is accepted", () => {
    const ana = page(11);
    const { take, known } = room();
    ana.text.insert(0, "word ".repeat(2000));
    for (const update of ana.take()) accept(take(update, "ana"));
    const bo = page(12, ana.doc);
    for (let i = 0; i < 4000; i += 1) bo.text.insert((i * 37) % bo.text.length, i % 3 === 0 ? "😀" : "b");
    for (let i = 0; i < 1000; i += 1) bo.text.insert(5, "p");
    ana.text.insert(3, "meanwhile");
    for (const update of ana.take()) accept(take(update, "ana"));
    accept(take(Y.encodeStateAsUpdate(bo.doc, Y.encodeStateVector(known.doc)), "bo"));
    Y.applyUpdate(ana.doc, Y.encodeStateAsUpdate(known.doc));
    Y.applyUpdate(bo.doc, Y.encodeStateAsUpdate(known.doc));
    expect(ana.text.toString()).toBe(bo.text.toString());
  });
});

describe("what a hostile page sends", () => {
  /** Ana has written three letters. */
  function begun() {
    const ana = page(11);
    const it = room();
    ana.text.insert(0, "abc");
    ana.clauses.set("c1:level", 1);
    for (const update of ana.take()) accept(it.take(update, "ana"));
    return { ...it, ana };
  }

  test("the clock-burn: 15 bytes that would make everything wait that Ana types later", () => {
    const { judge, take, ana, state } = begun();
    const before = state();
    // The next clocks of Ana's id, taken by a deleted run and by a collected one.
    const burns = [
      handmade(11, 4, [behind(1, [11, 2], null, length(100_000))]),
      handmade(11, 4, [
        (encoder) => {
          encoding.writeUint8(encoder, 0);
          encoding.writeVarUint(encoder, 100_000);
        },
      ]),
      handmade(11, 4, [
        (encoder) => {
          encoding.writeUint8(encoder, 10);
          encoding.writeVarUint(encoder, 100_000);
        },
      ]),
      handmade(11, 100_000, [behind(4, [11, 2], null, string("x"))]),
    ];
    expect(burns[0]!.length).toBeLessThanOrEqual(15);
    expect(burns.map((burn) => closeOf(judge(burn, "eve")))).toEqual(["mayNot", "notInSchema", "notInSchema", "gap"]);
    expect(state()).toBe(before);
    ana.text.insert(3, "d");
    accept(take(ana.take()[0]!, "ana"));
  });

  test("a forged author is refused, and a forged copy of what is known is not passed on", () => {
    const { judge } = begun();
    expect(closeOf(judge(handmade(11, 4, [behind(4, [11, 2], null, string("forged"))]), "eve"))).toBe("mayNot");
    const overwrite = handmade(11, 0, [inRoot(4, "text", string("xyz"))]);
    expect(closeOf(judge(overwrite, "eve"))).toBe("nothing");
    const hidden = handmade(11, 0, [inRoot(4, "text", string("xyz"))], [[11, 0, 1]]);
    expect(Y.decodeUpdate(accept(judge(hidden, "eve")).bytes).structs).toEqual([]);
  });

  test("bytes of version 2 are refused", () => {
    const { judge } = begun();
    const bo = page(12);
    bo.text.insert(0, "hello");
    const second = Y.encodeStateAsUpdateV2(bo.doc);
    expect(closeOf(judge(second, "bo"))).toBe("notInSchema");
    const bomb = Uint8Array.from([0, 0, 6, 0xff, 0xff, 0xff, 0xff, 0x7f, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0]);
    expect(closeOf(judge(bomb, "bo"))).toBe("notInSchema");
  });

  test("a clock, origin or deletion beyond what is known is a gap", () => {
    const { judge } = begun();
    expect(closeOf(judge(handmade(12, 5, [inRoot(4, "text", string("x"))]), "bo"))).toBe("gap");
    expect(closeOf(judge(handmade(12, 0, [behind(4, [99, 0], null, string("x"))]), "bo"))).toBe("gap");
    expect(closeOf(judge(handmade(12, 0, [behind(4, [12, 0], null, string("x"))]), "bo"))).toBe("gap");
    expect(closeOf(judge(handmade(12, 0, [behind(4, null, [11, 50], string("x"))]), "bo"))).toBe("gap");
    expect(closeOf(judge(handmade(12, 0, [], [[11, 2, 9]]), "bo"))).toBe("gap");
    expect(closeOf(judge(handmade(12, 0, [], [[99, 0, 1]]), "bo"))).toBe("gap");
  });

  test("two structures that rest on each other are not let in", () => {
    const { judge } = begun();
    const one = handmade(12, 0, [behind(4, [13, 0], null, string("x"))]).slice(1, -1);
    const other = handmade(13, 0, [behind(4, [12, 0], null, string("y"))]).slice(1, -1);
    expect(closeOf(judge(Uint8Array.from([2, ...one, ...other, 0]), "bo"))).toBe("gap");
  });

  test("roots, keys, embeds, formats and values that no definition has are refused", () => {
    const { judge } = begun();
    const refused: [string, (encoder: encoding.Encoder) => void][] = [
      ["another root", inRoot(4, "secret", string("x"))],
      ["a key in the text", inRoot(4, "text", string("x"), "c1:level")],
      ["an entry without key", inRoot(8, "clauses", any(1))],
      ["a value in the text", inRoot(8, "text", any(1))],
      ["bytes in the text", inRoot(3, "text", (encoder) => encoding.writeVarUint8Array(encoder, Uint8Array.of(1)))],
      [
        "json in the text",
        inRoot(2, "text", (encoder) => {
          encoding.writeVarUint(encoder, 1);
          encoding.writeVarString(encoder, "1");
        }),
      ],
      [
        "a subdocument",
        inRoot(9, "text", (encoder) => {
          encoding.writeVarString(encoder, "guid");
          encoding.writeAny(encoder, {});
        }),
      ],
      ["a nested type", inRoot(7, "text", (encoder) => encoding.writeVarUint(encoder, 0))],
      ["nothing", inRoot(4, "text", string(""))],
      ["a newline", inRoot(4, "text", string("a\nb"))],
      ["a control character", inRoot(4, "text", string("a\u0007"))],
      ["an unknown embed", inRoot(5, "text", string(JSON.stringify({ image: "x" })))],
      ["two embeds in one", inRoot(5, "text", string(JSON.stringify({ clause: "a", place: "b" })))],
      ["half a pair in an embed", inRoot(5, "text", string('{"termRef":"\\ud800"}'))],
      ["an unknown format", inRoot(6, "text", format("onclick", "x"))],
      ["a bracket of no shape", inRoot(6, "text", format("bracket", { delegations: "all" }))],
      ["a bracket with a passenger", inRoot(6, "text", format("bracket", { delegations: [], extra: [[[[[[1]]]]]] }))],
      ["an unknown key", inRoot(8, "clauses", any(1), "c1:colour")],
      ["a level of 9", inRoot(8, "clauses", any(9), "c1:level")],
      ["two values at once", inRoot(8, "clauses", any(1, 2), "c1:level")],
      ["text under a key", inRoot(4, "clauses", string("x"), "c1:kind")],
      ["a neighbour from the map", behind(4, [11, 3], null, string("x"))],
      ["neighbours of two roots", behind(4, [11, 2], [11, 3], string("x"))],
    ];
    for (const [what, struct] of refused) {
      expect([what, closeOf(judge(handmade(12, 0, [struct]), "bo"))]).toEqual([what, "notInSchema"]);
    }
  });

  test("huge spans, deep values and floods of tiny pieces are refused within 20 ms each", () => {
    const { judge } = begun();
    const deep = `${"[".repeat(60_000)}${"]".repeat(60_000)}`;
    const nested = (encoder: encoding.Encoder) => {
      encoding.writeVarUint(encoder, 1);
      for (let i = 0; i < 100_000; i += 1) encoding.writeUint8Array(encoder, Uint8Array.of(117, 1));
    };
    const tiny = Array.from({ length: 11_000 }, () => behind(4, [11, 0], null, string("x")));
    const zigzag = Array.from({ length: 9_900 }, () => behind(4, [12, 0], [11, 1], string("x")));
    const frames: [string, Uint8Array][] = [
      ["tooLarge", handmade(12, 0, [inRoot(1, "text", length(200_001))])],
      ["tooLarge", handmade(12, 0, [inRoot(1, "text", length(2 ** 40))])],
      ["tooLarge", handmade(12, 0, [inRoot(4, "text", string("x".repeat(200_001)))])],
      ["notInSchema", handmade(12, 0, [inRoot(5, "text", string(deep))])],
      ["notInSchema", handmade(12, 0, [inRoot(8, "clauses", nested, "c1:level")])],
      ["tooLarge", handmade(12, 0, tiny)],
      ["tooLarge", handmade(12, 0, [inRoot(4, "text", string("s")), ...zigzag])],
    ];
    for (const [close, bytes] of frames) {
      expect(closeOf(judge(bytes, "bo"))).toBe(close);
      expect(cost(() => judge(bytes, "bo"))).toBeLessThan(20);
    }
  });

  test("a frame that makes Yjs walk a long text again and again is refused", () => {
    const { known, judge } = room();
    // Two people write in turn, so that no two letters are one unit.
    for (let i = 0; i < 30_000; i += 1) {
      const last: [number, number] = [11 + ((i + 1) % 2), (i - 1) >> 1];
      const letter = i === 0 ? inRoot(4, "text", string("a")) : behind(4, last, null, string("a"));
      Y.applyUpdate(known.doc, handmade(11 + (i % 2), i >> 1, [letter]));
    }
    const across = behind(4, [11, 0], null, string("x"));
    expect(accept(judge(handmade(13, 0, [across]), "bo")).steps).toBeGreaterThan(20_000);
    expect(closeOf(judge(handmade(13, 0, [across, across]), "bo"))).toBe("tooLarge");
  });

  test("20,000 frames of random bytes and of damaged updates change nothing and take no more than 20 ms each", () => {
    const { judge, state, ana } = begun();
    let seed = 20_261;
    const random = (below: number) => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      return (seed >>> 8) % below;
    };
    ana.text.insert(1, "typed in the middle");
    ana.text.format(0, 4, { bracket: { delegations: ["Norway"] } });
    ana.clauses.set("c1:kind", "note");
    const honest = [...ana.take(), Y.encodeStateAsUpdate(ana.doc)];
    const before = state();
    let slowest = 0;
    for (let i = 0; i < 20_000; i += 1) {
      let bytes: Uint8Array;
      if (i % 2 === 0) bytes = Uint8Array.from({ length: random(60) }, () => random(256));
      else {
        bytes = Uint8Array.from(honest[random(honest.length)]!);
        for (let n = 0; n <= random(4); n += 1) bytes[random(bytes.length)] = random(256);
      }
      const from = performance.now();
      const verdict = judge(bytes, "eve");
      if (performance.now() - from > 5)
        slowest = Math.max(
          slowest,
          cost(() => judge(bytes, "eve")),
        );
      if (verdict.verdict === "accepted") {
        // What gets through must be whole: it is applied to a copy, and leaves nothing waiting.
        const copy = createText();
        Y.applyUpdate(copy, Buffer.from(before, "hex"));
        Y.applyUpdate(copy, verdict.bytes);
        expect(copy.store.pendingStructs).toBeNull();
        expect(copy.store.pendingDs).toBeNull();
        expect(verdict.runs.every((run) => run.client !== 11)).toBe(true);
      }
    }
    expect(state()).toBe(before);
    expect(slowest).toBeLessThan(20);
  });
});
