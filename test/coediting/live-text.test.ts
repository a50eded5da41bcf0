import { eq } from "drizzle-orm";
import * as encoding from "lib0/encoding";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { loadTextUpdates } from "../../db/store/definition-text.ts";
import { definitionRoots } from "../../protocol/definition-shape.ts";
import { readHead } from "../../server/coediting/head.ts";
import { cookieOf, freeze, type Meeting, openDefinition, openMeeting } from "./committee.ts";
import { openPage, openSocket, question, syncFrame, until, updateFrame } from "./page.ts";

let meeting: Meeting;
const pages: { leave(): void }[] = [];

beforeEach(async () => {
  meeting = await openMeeting();
});
afterEach(async () => {
  for (const page of pages.splice(0)) page.leave();
  await meeting.close();
});

const open = (personId: string, options = {}) => {
  const page = openPage(meeting, personId, options);
  pages.push(page);
  return page;
};
const storedText = async (definitionId = "d1") => {
  const head = await meeting.db.read((tx) => readHead(tx, definitionId));
  return head === null ? null : definitionRoots(head.doc).text.toString();
};
const storedCount = () => meeting.db.read(async (tx) => (await loadTextUpdates(tx, "d1", 0)).length);

/** An update made by a page that is not connected. */
function written(clientId: number, write: (roots: ReturnType<typeof definitionRoots>) => void, from?: Uint8Array) {
  const doc = new Y.Doc();
  const roots = definitionRoots(doc);
  if (from !== undefined) Y.applyUpdate(doc, from);
  doc.clientID = clientId;
  const before = Y.encodeStateVector(doc);
  write(roots);
  return Y.encodeStateAsUpdate(doc, before);
}

/** An update of one deleted run, as no page writes it. */
function handmadeRun(client: number, clock: number, units: number): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const number of [1, 1, client, clock]) encoding.writeVarUint(encoder, number);
  encoding.writeUint8(encoder, 0x81);
  for (const number of [client, clock - 1, units, 0]) encoding.writeVarUint(encoder, number);
  return encoding.toUint8Array(encoder);
}

describe("people who write together", () => {
  test("four people type, delete, split and mark at once: all copies and the database end equal, each edit is acknowledged", async () => {
    const four = ["ana", "bo", "cy", "dee"].map((person) => open(person));
    for (const page of four) await page.synced();
    for (let round = 0; round < 40; round += 1) {
      for (const [index, page] of four.entries()) {
        const at = (round * 7 + index * 3) % (page.text.length + 1);
        if (round % 9 === 0) page.text.insertEmbed(at, { clause: `c${index}-${round}` });
        else if (round % 11 === 0 && page.text.length > 6) page.text.delete(at % (page.text.length - 3), 2);
        else page.text.insert(at, round % 5 === 0 ? "😀" : `${"abcd"[index]}${round} `, {});
        if (round % 13 === 0) page.clauses.set(`c${index}-0:level`, 1 + (round % 6));
        if (round % 17 === 0)
          page.text.format(0, Math.min(5, page.text.length), { bracket: { delegations: ["Norway"] } });
      }
      await new Promise((resolve) => setTimeout(resolve, round % 3));
    }
    for (const page of four) await page.saved();
    const reading = ({ text, clauses }: ReturnType<typeof definitionRoots>) =>
      JSON.stringify([text.toDelta(), Object.entries(clauses.toJSON()).sort()]);
    await until(() => new Set(four.map(reading)).size === 1, "all copies equal");
    const head = await meeting.db.read((tx) => readHead(tx, "d1"));
    expect(reading(definitionRoots(head!.doc))).toBe(reading(four[0]!));
    expect(meeting.reports).toEqual([]);
    expect(four.flatMap((page) => page.closes)).toEqual([]);
  });

  test("an edit is acknowledged only when it is on disk, and passed on only then", async () => {
    const ana = open("ana");
    const bo = open("bo");
    await ana.saved();
    await bo.saved();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let isBlocked = false;
    // A slow disk: another transaction holds the row that the next commit has to move.
    const blocked = meeting.db.write(async (tx) => {
      await tx.update(tx.t.definitions).set({ changedAt: tx.now }).where(eq(tx.t.definitions.id, "d1"));
      isBlocked = true;
      await held;
    });
    await until(() => isBlocked, "the row is held");
    ana.text.insert(0, "kept");
    await new Promise((resolve) => setTimeout(resolve, 100));
    const meanwhile = [ana.unsaved(), bo.text.toString(), await storedText()];
    release();
    await blocked;
    expect(meanwhile).toEqual([1, "", ""]);
    await ana.saved();
    expect(await storedText()).toBe("kept");
    await until(() => bo.text.toString() === "kept", "bo sees it");
  });

  test("work done offline arrives when the page comes back, also what is typed before it is in step", async () => {
    const bo = open("bo");
    await bo.saved();
    const doc = new Y.Doc();
    definitionRoots(doc).text.insert(0, "written in the train. ");
    const ana = open("ana", { doc });
    ana.provider.on("status", ({ status }) => {
      if (status === "connected") ana.text.insert(ana.text.length, "typed at once");
    });
    await until(() => bo.text.toString() === "written in the train. typed at once", "bo sees both");
    await ana.saved();
    expect(ana.closes).toEqual([]);
  });

  test("each update is stored with its author, session and a chained hash", async () => {
    const ana = open("ana");
    await ana.synced();
    ana.text.insert(0, "one");
    await ana.saved();
    ana.text.insert(3, " two");
    await ana.saved();
    const rows = await meeting.db.read((tx) => loadTextUpdates(tx, "d1", 0));
    expect(rows.map(({ sequence, personId, sessionId }) => [sequence, personId, sessionId])).toEqual([
      [1, "ana", "ana.one"],
      [2, "ana", "ana.one"],
    ]);
    expect(rows[1]!.previousHash).toBe(rows[0]!.hash);
  });

  test("taking somebody's bracket away is kept, although it brings no unit", async () => {
    const ana = open("ana");
    const bo = open("bo");
    await ana.synced();
    await bo.synced();
    ana.text.insert(0, "agreed text");
    ana.text.format(0, 6, { bracket: { delegations: ["Norway"] } });
    await ana.saved();
    await until(() => bo.text.toDelta().length === 2, "bo sees the bracket");
    bo.text.format(0, 6, { bracket: null });
    await bo.saved();
    await until(() => ana.text.toDelta().length === 1, "ana sees no bracket");
    const head = await meeting.db.read((tx) => readHead(tx, "d1"));
    expect(definitionRoots(head!.doc).text.toDelta()).toEqual([{ insert: "agreed text" }]);
  });
});

describe("who is let in", () => {
  test("an origin that is not exactly ours is refused before the protocol changes", async () => {
    const { origin, port } = meeting;
    const wrong = [
      null,
      "null",
      "http://evil.test",
      `${origin}.evil.test`,
      `${origin}/`,
      origin.toUpperCase(),
      `https://127.0.0.1:${port}`,
      `http://localhost:${port}`,
    ];
    for (const asked of wrong) {
      const { end } = await openSocket(meeting, { cookie: cookieOf("ana"), origin: asked });
      expect([asked, end.status]).toEqual([asked, 403]);
    }
    expect((await openSocket(meeting, { definitionId: "d1%2F" })).end.status).toBe(404);
    expect((await openSocket(meeting, { definitionId: "a/b" })).end.status).toBe(404);
  });

  test("signed out 4401, a stranger and an unknown definition the same 4404, before any data", async () => {
    meeting.standing.strangers.add("cy");
    const cases: [number, Parameters<typeof openSocket>[1]][] = [
      [4401, { cookie: "" }],
      [4401, { cookie: "session=nobody.one" }],
      [4404, { cookie: cookieOf("cy") }],
      [4404, { cookie: cookieOf("ana"), definitionId: "unknown" }],
    ];
    for (const [code, how] of cases) {
      const socket = await openSocket(meeting, how);
      expect(await socket.closed()).toBe(code);
      expect(socket.heard).toEqual([]);
    }
    expect(meeting.liveText.liveRooms()).toEqual([]);
  });

  test("at most 20 sockets of one session", async () => {
    const sockets = [];
    for (let i = 0; i < 20; i += 1) sockets.push(await openSocket(meeting));
    expect(await (await openSocket(meeting)).closed()).toBe(4429);
    expect(sockets.every(({ end }) => end.code === null)).toBe(true);
    for (const { socket } of sockets) socket.close();
  });

  test("who may only read hears all, is not thrown out for clearing marks, and is closed with 4403 for writing", async () => {
    meeting.standing.readers.add("cy");
    const ana = open("ana");
    const cy = open("cy");
    await ana.synced();
    await cy.synced();
    ana.text.insert(0, "abcdef");
    for (let i = 0; i < 6; i += 1) {
      ana.text.format(i, 6 - i, { bracket: { delegations: ["Norway"] } });
      ana.text.format(i, 6 - i, { bracket: null });
    }
    await ana.saved();
    await until(() => cy.text.toString() === "abcdef", "cy reads");
    await cy.saved();
    const before = await storedCount();
    const marks = written(77, ({ text }) => text.format(0, 6, { bracket: null }), Y.encodeStateAsUpdate(ana.doc));
    const reader = await openSocket(meeting, { cookie: cookieOf("cy", "two") });
    reader.send(updateFrame(marks));
    cy.text.insert(0, "x");
    await until(() => cy.closes.length > 0, "cy is closed");
    expect(cy.closes).toEqual([4403]);
    expect(reader.end.code).toBeNull();
    expect(await storedCount()).toBe(before);
    expect(await storedText()).toBe("abcdef");
    reader.socket.close();
  });
});

describe("powers that end while somebody types", () => {
  test("frozen while typing: nothing is written after the commit, writers are cut with 4423 within 200 ms", async () => {
    const ana = open("ana");
    const bo = open("bo");
    await ana.saved();
    await bo.saved();
    const typing = setInterval(() => {
      for (const page of [ana, bo]) if (page.provider.wsconnected) page.text.insert(0, "x");
    }, 2);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await freeze(meeting.db, "d1");
    const atFreeze = await storedCount();
    const from = performance.now();
    meeting.announce();
    await until(() => ana.closes.length > 0 && bo.closes.length > 0, "both are cut");
    const took = performance.now() - from;
    await new Promise((resolve) => setTimeout(resolve, 200));
    clearInterval(typing);
    expect(atFreeze).toBeGreaterThan(10);
    expect(await storedCount()).toBe(atFreeze);
    expect([ana.closes, bo.closes]).toEqual([[4423], [4423]]);
    expect(took).toBeLessThan(200);
    const reader = open("cy");
    await reader.synced();
    expect(reader.text.length).toBe((await storedText())!.length);
  });

  test("frozen without an announcement: the next frame is refused in its own transaction", async () => {
    const ana = open("ana");
    await ana.synced();
    ana.text.insert(0, "in time");
    await ana.saved();
    await freeze(meeting.db, "d1");
    ana.text.insert(0, "late ");
    await until(() => ana.closes.length > 0, "ana is closed");
    expect(ana.closes).toEqual([4423]);
    expect(await storedText()).toBe("in time");
  });

  test("signed out: the sockets of that session are cut with 4401, the others stay", async () => {
    const ana = open("ana");
    const bo = open("bo");
    await ana.synced();
    await bo.synced();
    meeting.standing.signedOut.add("ana.one");
    meeting.announce();
    await until(() => ana.closes.length > 0, "ana is cut");
    expect([ana.closes, bo.closes]).toEqual([[4401], []]);
  });
});

describe("what is refused over the wire", () => {
  test("forged author 4403, clock-burn 4403, foreign client id of somebody present 4403", async () => {
    const ana = open("ana");
    await ana.synced();
    ana.text.insert(0, "abc");
    await ana.saved();
    const state = Y.encodeStateAsUpdate(ana.doc);
    const forged = written(ana.doc.clientID, ({ text }) => text.insert(3, "forged"), state);
    // Ana's next clock, taken by a run of 100,000 deleted units behind her last letter.
    const burn = handmadeRun(ana.doc.clientID, 3, 100_000);
    expect(burn.length).toBeLessThanOrEqual(22);
    for (const bytes of [forged, burn]) {
      const eve = await openSocket(meeting);
      eve.send(updateFrame(bytes));
      expect(await eve.closed()).toBe(4403);
    }
    const bo = open("bo");
    await bo.synced();
    await until(() => meeting.liveText.liveRooms()[0]!.presence.ownerOf(bo.doc.clientID) === "bo", "bo is present");
    const eve = await openSocket(meeting);
    eve.send(updateFrame(written(bo.doc.clientID, ({ text }) => text.insert(0, "stolen id"))));
    expect(await eve.closed()).toBe(4403);
    bo.text.insert(0, "still mine ");
    ana.text.insert(ana.text.length, " and mine");
    await bo.saved();
    await ana.saved();
    await until(() => ana.text.toString() === "still mine abc and mine", "both write on");
    expect(await storedText()).toBe("still mine abc and mine");
  });

  test("text frames, unknown messages, bytes of version 2: 4422; too large: 4413; over the limit of the reader: 1009", async () => {
    const doc = new Y.Doc();
    doc.getText("text").insert(0, "version two");
    const cases: [number, (socket: Awaited<ReturnType<typeof openSocket>>) => void][] = [
      [4422, ({ socket }) => socket.send("hello")],
      [4422, ({ send }) => send(Uint8Array.of(99, 1))],
      [4422, ({ send }) => send(Uint8Array.of())],
      [4422, ({ send }) => send(updateFrame(Y.encodeStateAsUpdateV2(doc)))],
      [4422, ({ send }) => send(Uint8Array.of(0, 2, 200, 1))],
      [4413, ({ send }) => send(new Uint8Array(1024 * 1024 + 1))],
      [1009, ({ send }) => send(new Uint8Array(3 * 1024 * 1024))],
    ];
    for (const [code, act] of cases) {
      const eve = await openSocket(meeting);
      act(eve);
      expect(await eve.closed()).toBe(code);
    }
    expect(await storedCount()).toBe(0);
    expect(meeting.reports).toEqual([]);
  });

  test("a flood of gaps ends with 4409; frames that come too fast end with 4429; others do not notice", async () => {
    const ana = open("ana");
    await ana.saved();
    const gap = updateFrame(Uint8Array.from([1, 1, 5, 9, 4, 1, 4, 116, 101, 120, 116, 1, 120, 0]));
    const eve = await openSocket(meeting);
    for (let i = 0; i < 100; i += 1) eve.send(gap);
    expect(await eve.closed()).toBe(4409);
    const fast = await openSocket(meeting);
    const nothing = updateFrame(Uint8Array.of(0, 0));
    for (let i = 0; i < 1000; i += 1) fast.send(nothing);
    expect(await fast.closed()).toBe(4429);
    ana.text.insert(0, "calm");
    await ana.saved();
    expect(await storedText()).toBe("calm");
  });

  test("somewhat too fast is slowed down, not closed", async () => {
    const socket = await openSocket(meeting);
    for (let i = 0; i < 200; i += 1) socket.send(updateFrame(Uint8Array.of(0, 0)));
    await until(() => socket.durable() === 200, "all are acknowledged", 8_000);
    expect(socket.end.code).toBeNull();
    socket.socket.close();
  });

  test("at most 50 client ids of one session in one definition", async () => {
    const socket = await openSocket(meeting);
    for (let id = 1; id <= 51; id += 1) socket.send(updateFrame(written(id, ({ text }) => text.insert(0, "x"))));
    expect(await socket.closed()).toBe(4429);
    expect((await storedText())!.length).toBe(50);
  });

  test("who does not read is cut and comes back; who pastes and deletes again does not fill the definition", async () => {
    await meeting.close();
    meeting = await openMeeting({ framesBurst: 2_000 });
    const slow = await openSocket(meeting);
    slow.send(question());
    await until(() => slow.heard.length > 0, "an answer");
    slow.socket.pause();
    const ana = open("ana");
    await ana.saved();
    const lump = "x".repeat(190_000);
    for (let i = 0; i < 100 && meeting.liveText.liveRooms()[0]!.connections.size === 2; i += 1) {
      ana.text.insert(0, lump);
      await ana.saved();
      ana.text.delete(0, lump.length);
      await ana.saved();
    }
    expect(meeting.liveText.liveRooms()[0]!.connections.size).toBe(1);
    expect(ana.closes).toEqual([]);
    slow.socket.terminate();
  });
});

describe("presence", () => {
  test("the server writes who somebody is; nobody speaks for another's client id; leaving is told", async () => {
    // One after the other: colours are given in the order in which people come.
    const ana = open("ana");
    await ana.synced();
    const bo = open("bo");
    await bo.synced();
    ana.provider.awareness.setLocalState({
      person: { personId: "bo", name: "Bo Person", initials: "BP", delegation: "Peru", colour: 1 },
      cursor: { anchor: "AAEC", head: "AAEC" },
      secret: "x".repeat(10),
    });
    const seen = () => bo.provider.awareness.getStates().get(ana.doc.clientID) as Record<string, unknown> | undefined;
    await until(() => seen()?.cursor !== undefined && seen()?.cursor !== null, "bo sees the caret of ana");
    expect(seen()).toEqual({
      person: { personId: "ana", name: "ana Person", initials: "AP", delegation: "Norway", colour: 0 },
      cursor: { anchor: "AAEC", head: "AAEC" },
    });
    const eve = await openSocket(meeting);
    const room = meeting.liveText.liveRooms()[0]!;
    // Her socket is open before the server has asked who she is.
    await until(() => room.connections.size >= 3, "eve is in the room");
    const states = [...room.connections].map(({ personId }) => personId).sort();
    expect(states).toEqual(["ana", "bo", "eve"]);
    // Bo's own copy has sent ana's state back by now, and is still here.
    expect(bo.closes).toEqual([]);
    eve.socket.close();
    ana.leave();
    await until(() => seen() === undefined, "ana has left");
  });

  test("a stranger to the room hears nothing of it", async () => {
    const ana = open("ana");
    await ana.synced();
    await openDefinition(meeting.db, "d2");
    const eve = await openSocket(meeting, { definitionId: "d2" });
    ana.provider.awareness.setLocalStateField("cursor", { anchor: "AAEC", head: "AAEC" });
    ana.text.insert(0, "canary");
    await ana.saved();
    eve.send(question());
    await until(() => eve.heard.length >= 2, "eve has her answer");
    expect(eve.heard.some((message) => Buffer.from(message).includes("canary"))).toBe(false);
    eve.socket.close();
  });
});

describe("rooms", () => {
  test("a room empties, keeps a snapshot, and is loaded again from it and the tail", async () => {
    await meeting.close();
    meeting = await openMeeting({ updatesPerSnapshot: 20 });
    const ana = open("ana");
    await ana.synced();
    for (let i = 0; i < 45; i += 1) {
      ana.text.insert(ana.text.length, `${i} `);
      await ana.saved();
    }
    const text = ana.text.toString();
    ana.leave();
    await until(() => meeting.liveText.liveRooms().length === 0, "the room is gone");
    const { textSnapshots } = meeting.db.t;
    const kept = await meeting.db.read((tx) => tx.select({ sequence: textSnapshots.sequence }).from(textSnapshots));
    expect(kept.map(({ sequence }) => sequence).sort((one, other) => one - other)).toEqual([40, 45]);
    const bo = open("bo");
    await bo.synced();
    expect(bo.text.toString()).toBe(text);
  });

  test("a log that was tampered with is set aside and says so; other definitions go on", async () => {
    await openDefinition(meeting.db, "d2");
    const ana = open("ana");
    await ana.synced();
    ana.text.insert(0, "true");
    await ana.saved();
    ana.leave();
    await until(() => meeting.liveText.liveRooms().length === 0, "the room is gone");
    const table = meeting.db.engine === "postgres" ? " ON text_updates" : "";
    await meeting.db.raw(`DROP TRIGGER text_updates_no_update${table}`);
    await meeting.db.raw("UPDATE text_updates SET person_id = 'bo' WHERE sequence = 1");
    expect(await (await openSocket(meeting)).closed()).toBe(4503);
    expect(await (await openSocket(meeting)).closed()).toBe(4503);
    expect(meeting.reports.join()).toContain("Update 1 of definition d1 does not follow");
    const bo = open("bo", { definitionId: "d2" });
    await bo.synced();
    bo.text.insert(0, "goes on");
    await bo.saved();
    expect(await storedText("d2")).toBe("goes on");
  });

  test("what a command writes into the log reaches the room when it is announced", async () => {
    const { appendTextUpdates, bindTextClients, findTextHead } = await import("../../db/store/definition-text.ts");
    const ana = open("ana");
    await ana.synced();
    ana.text.insert(0, "by hand");
    await ana.saved();
    const bytes = written(5, ({ text }) => text.insert(0, "by a command, "), Y.encodeStateAsUpdate(ana.doc));
    await meeting.db.write(async (tx) => {
      const head = (await findTextHead(tx, "d1"))!;
      await bindTextClients(tx, "d1", [{ clientId: 5, personId: null, sessionId: null }]);
      await appendTextUpdates(tx, head, [{ bytes, personId: null, sessionId: null }]);
    });
    ana.text.insert(7, "!");
    await until(() => ana.text.toString() === "by a command, by hand!", "ana sees it");
    await ana.saved();
    expect(await storedText()).toBe("by a command, by hand!");
  });

  test("two server processes on one database: both copies and the log end equal, nothing is lost or doubled", async () => {
    await meeting.close();
    meeting = await openMeeting({ sharedLog: true, pollMilliseconds: 50 });
    const other = await openMeeting({ sharedLog: true, pollMilliseconds: 50 }, meeting);
    const ana = open("ana");
    const bo = openPage(other, "bo");
    pages.push(bo);
    await ana.synced();
    await bo.synced();
    for (let i = 0; i < 60; i += 1) {
      ana.text.insert(ana.text.length, `a${i} `);
      bo.text.insert(0, `b${i} `);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    await ana.saved();
    await bo.saved();
    await until(() => ana.text.toString() === bo.text.toString(), "both see the same");
    expect(await storedText()).toBe(ana.text.toString());
    for (let i = 0; i < 60; i += 1)
      for (const who of ["a", "b"]) expect(ana.text.toString().split(`${who}${i} `)).toHaveLength(2);
    expect([ana.closes, bo.closes, meeting.reports, other.reports]).toEqual([[], [], [], []]);
    bo.leave();
    await other.close();
  });

  test("closing stores what was sent, and says 1012 to all", async () => {
    const ana = open("ana");
    await ana.synced();
    ana.text.insert(0, "last words");
    await ana.saved();
    await meeting.liveText.close();
    await until(() => ana.closes.length > 0, "ana is told");
    expect(ana.closes[0]).toBe(1012);
    expect(await storedText()).toBe("last words");
  });

  test("a keep-alive comes as data", async () => {
    await meeting.close();
    meeting = await openMeeting({ keepAliveMilliseconds: 30 });
    const socket = await openSocket(meeting);
    await until(() => socket.heard.filter((message) => message[0] === 103).length > 3, "keep-alives");
    expect(socket.end.code).toBeNull();
    socket.send(syncFrame(0, Uint8Array.of(0)));
    socket.socket.close();
  });
});
