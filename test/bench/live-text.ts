/**
 * Live text, measured side by side: our server, which stores before it tells, and a peer that keeps everything in
 * memory and stores nothing, in turns within one run and each in a process of its own. Only the two columns of one run
 * may be compared.
 *
 *     node --import tsx test/bench/live-text.ts
 */
import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { WebSocket, WebSocketServer } from "ws";
import * as awareness from "y-protocols/awareness";
import * as sync from "y-protocols/sync";
import * as Y from "yjs";
import { definitionRoots } from "../../protocol/definition-shape.ts";
import { messageAcknowledgement, messageAwareness, messageSync, readAcknowledgement } from "../../protocol/messages.ts";
import { cookieOf, openCommittee, people } from "../coediting/committee.ts";
import { question, until, updateFrame } from "../coediting/page.ts";

type Spread = { p50: number; p95: number; p99: number };

/** One measure in milliseconds; `peer` is null for what the peer does not do. */
export type Row = { measure: string; unit: "ms"; samples: number; ours: Spread; peer: Spread | null };

const sockets = 100;
const writers = 10;
const rounds = 3;
const editsPerWriter = 30;
const betweenEdits_ms = 150;

/** The peer: a text and its followers in memory, as the y-protocols are meant to be served. */
function servePeer(port: number): void {
  const doc = new Y.Doc();
  const present = new awareness.Awareness(doc);
  present.setLocalState(null);
  const followers = new Set<WebSocket>();
  const tell = (message: Uint8Array) => {
    for (const socket of followers) if (socket.readyState === socket.OPEN) socket.send(message);
  };
  doc.on("update", (update: Uint8Array) => {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, messageSync);
    sync.writeUpdate(encoder, update);
    tell(encoding.toUint8Array(encoder));
  });
  const server = new WebSocketServer({ host: "127.0.0.1", port, perMessageDeflate: false });
  server.on("connection", (socket) => {
    followers.add(socket);
    socket.on("close", () => followers.delete(socket));
    socket.on("message", (data: Buffer) => {
      const decoder = decoding.createDecoder(data);
      const kind = decoding.readVarUint(decoder);
      if (kind === messageAwareness) {
        awareness.applyAwarenessUpdate(present, decoding.readVarUint8Array(decoder), socket);
        return;
      }
      const encoder = encoding.createEncoder();
      encoding.writeVarUint(encoder, messageSync);
      sync.readSyncMessage(decoder, encoder, doc, socket);
      if (encoding.length(encoder) > 1) socket.send(encoding.toUint8Array(encoder));
    });
  });
  server.on("listening", () => console.log("listening"));
}

function start(file: string, words: string[]): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", file, ...words], { stdio: ["ignore", "pipe", "inherit"] });
  return new Promise((resolve, reject) => {
    child.stdout!.on("data", (data: Buffer) => data.includes("listening") && resolve(child));
    child.on("exit", (code) => reject(new Error(`A server ended with ${code}.`)));
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** What one edit met: when it was made, who else has it, when the last had it and when it was called saved. */
type Edit = { at: number; have: number; last: number; saved: number };

type Follower = { socket: WebSocket; sent: string[]; durable: number; heard: boolean };

function follow(url: string, headers: Record<string, string>, edits: Map<string, Edit>): Follower {
  const socket = new WebSocket(url, { headers, perMessageDeflate: false });
  const follower: Follower = { socket, sent: [], durable: 0, heard: false };
  socket.on("open", () => socket.send(question()));
  socket.on("message", (data: Buffer) => {
    const now = performance.now();
    follower.heard = true;
    if (data[0] === messageAcknowledgement) {
      const decoder = decoding.createDecoder(data);
      decoding.readVarUint(decoder);
      const durable = readAcknowledgement(decoder);
      for (; follower.durable < durable; follower.durable += 1) {
        const edit = edits.get(follower.sent[follower.durable] ?? "");
        if (edit !== undefined) edit.saved = now;
      }
    } else if (data[0] === messageSync) {
      for (const [token] of data.toString("latin1").matchAll(/\{\d+\.\d+\}/g)) {
        const edit = edits.get(token);
        if (edit === undefined || follower.sent.includes(token)) continue;
        edit.have += 1;
        edit.last = now;
      }
    }
  });
  return follower;
}

/** One round against one server: everybody joins, ten write, all leave. */
async function meet(url: string, origin: string): Promise<Edit[]> {
  const edits = new Map<string, Edit>();
  const followers = Array.from({ length: sockets }, (_, index) => {
    const person = people[index % people.length]!;
    return follow(url, { origin, cookie: cookieOf(person, `s${index}`) }, edits);
  });
  await until(() => followers.every(({ heard }) => heard), "everybody has joined", 30_000);
  const writing = followers.slice(0, writers).map(async ({ socket, sent }, writer) => {
    const doc = new Y.Doc();
    const { text } = definitionRoots(doc);
    doc.on("update", (update: Uint8Array) => socket.send(updateFrame(update)));
    await new Promise((resolve) => setTimeout(resolve, (writer * betweenEdits_ms) / writers));
    for (let number = 0; number < editsPerWriter; number += 1) {
      const token = `{${writer}.${number}}`;
      edits.set(token, { at: performance.now(), have: 0, last: 0, saved: 0 });
      sent.push(token);
      text.insert(text.length, token);
      await new Promise((resolve) => setTimeout(resolve, betweenEdits_ms));
    }
  });
  await Promise.all(writing);
  await until(() => [...edits.values()].every(({ have }) => have === sockets - 1), "all have all", 20_000);
  for (const { socket } of followers) socket.terminate();
  return [...edits.values()];
}

function spread(values: number[]): Spread {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (part: number) =>
    Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(2));
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** Measures fan-out (an edit is made until the last of 99 others has it) and acknowledgement, in three rounds by turns. */
export async function benchLiveText(): Promise<Row[]> {
  const committee = await openCommittee();
  await committee.db.close();
  const ports = [await freePort(), await freePort()] as const;
  const child = fileURLToPath(new URL("../coediting/child-server.ts", import.meta.url));
  const servers = await Promise.all([
    start(child, [committee.url, String(ports[0])]),
    start(fileURLToPath(import.meta.url), ["peer", String(ports[1])]),
  ]);
  const edits: [Edit[], Edit[]] = [[], []];
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const which of round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
        const origin = `http://127.0.0.1:${ports[which]}`;
        edits[which].push(...(await meet(`ws://127.0.0.1:${ports[which]}/live/d1`, origin)));
      }
    }
  } finally {
    for (const server of servers) {
      server.removeAllListeners("exit");
      server.kill("SIGKILL");
    }
    await committee.remove();
  }
  const fanOut = (which: 0 | 1) => spread(edits[which].map(({ at, last }) => last - at));
  const samples = edits[0].length;
  const saved = spread(edits[0].filter((edit) => edit.saved > 0).map((edit) => edit.saved - edit.at));
  return [
    { measure: "100 sockets, 10 writers: edit to last reader", unit: "ms", samples, ours: fanOut(0), peer: fanOut(1) },
    { measure: "100 sockets, 10 writers: edit to saved on disk", unit: "ms", samples, ours: saved, peer: null },
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv[2] === "peer") servePeer(Number(process.argv[3]));
  else console.table((await benchLiveText()).map(({ ours, peer, ...row }) => ({ ...row, ...ours, ...rename(peer) })));
}

function rename(peer: Spread | null) {
  return { "peer p50": peer?.p50, "peer p95": peer?.p95, "peer p99": peer?.p99 };
}
