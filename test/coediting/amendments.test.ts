/** An amendment is accepted while somebody types in its clause: the typing is in before, or merges after; nothing is lost. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import pino from "pino";
import { afterAll, beforeAll, expect, it } from "vitest";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { findCandidate } from "../../db/store/candidate.ts";
import { findDefinition } from "../../db/store/definition.ts";
import { type ControlText, clauseText } from "../../domain/definition/control-text.ts";
import type { Person } from "../../domain/membership/role.ts";
import { isRefusal } from "../../domain/refusal.ts";
import { definitionRoots } from "../../protocol/definition-shape.ts";
import { readDefinition } from "../../protocol/definition-text.ts";
import { messageAcknowledgement, messageKeepAlive } from "../../protocol/messages.ts";
import { liveFolder } from "../../protocol/room-name.ts";
import { acts } from "../../server/acts.ts";
import { createSessions, sessionCookie } from "../../server/auth/sessions.ts";
import { attachLiveText } from "../../server/coediting/live-text.ts";
import { readHeadText } from "../../server/freeze-head.ts";
import { createLiveTextHost } from "../../server/live-text-host.ts";
import { givenDrafting, givenRegime, type Regime } from "../given/regime.ts";
import { until } from "./page.ts";

let regime: Regime;
let origin: string;
let close: () => Promise<void>;

beforeAll(async () => {
  regime = await givenRegime();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const sessions = createSessions(regime.db);
  const logger = pino({ level: "silent" });
  const liveText = attachLiveText(server, createLiveTextHost({ context: regime.context, sessions, origin, logger }));
  close = async () => {
    await liveText.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
});
afterAll(async () => {
  await close();
  await regime.close();
});

const item = (nid: string, text: string) =>
  ({
    nid,
    level: 1,
    kind: "item",
    marking: "AMBER",
    caveat: [],
    content: [{ text }],
  }) as ControlText["clauses"][number];

const text: ControlText = {
  format: "plenary-control-text/1",
  reference: "",
  title: "",
  terms: [],
  clauses: [item("a", "Machines with 34 or more qubits;"), item("b", "Devices.")],
};

/** A person's open editor, without a browser. */
async function openText(person: Person, definitionId: string) {
  const { token } = await createSessions(regime.db).start(person.personId);
  const doc = new Y.Doc();
  const roots = definitionRoots(doc);
  class SignedInSocket extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { origin, cookie: `${sessionCookie}=${token}` } });
    }
  }
  const url = `${origin.replace("http", "ws")}${liveFolder}`;
  const provider = new WebsocketProvider(url, definitionId, doc, {
    WebSocketPolyfill: SignedInSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  });
  // What is durable and that the server lives does not matter here.
  for (const kind of [messageAcknowledgement, messageKeepAlive]) provider.messageHandlers[kind] = () => undefined;
  await until(() => provider.synced, "the text to arrive");
  return { doc, ...roots, close: () => provider.destroy() };
}

const wordsOf = (doc: Y.Doc, nid: string) =>
  clauseText(readDefinition(doc).clauses.find((clause) => clause.nid === nid)!);

async function headWords(candidate: string): Promise<string> {
  return regime.db.read(async (tx) => {
    const head = await readHeadText(tx, (await findCandidate(tx, candidate))!);
    return clauseText(head!.text.clauses[0]!);
  });
}

it("[A6] typing in the clause is either in before, and the amendment is stale, or merges after (16 races)", async () => {
  const outcomes = { accepted: 0, stale: 0 };
  for (let race = 0; race < 16; race++) {
    const { id: candidate } = await givenDrafting(regime);
    await regime.done(regime.chair, "start-definition", { candidate, text: { ...text } });
    const { id: amendment } = await regime.done(regime.holders.JP, "propose-amendment", {
      candidate,
      reason: "Both.",
      clauses: [{ nid: "a", words: "Machines with 50 or more qubits;", doing: "change" }],
    });
    regime.pass({ hours: 72 });
    const { id: definitionId } = await regime.db.read(async (tx) => (await findDefinition(tx, candidate))!);
    const typist = await openText(regime.holders.NO, definitionId);
    const reader = await openText(regime.holders.NL, definitionId);
    // Everything from the keystroke long before the act to the one long after it.
    const wait_ms = race % 4 === 0 ? 12 : race % 4 === 1 ? 3 : 0;
    const typing = async () => {
      if (race % 4 === 3) await new Promise((resolve) => setTimeout(resolve, 8));
      typist.text.insert(1 + "Machines".length, " sold abroad", {});
    };
    const accepting = async () => {
      await new Promise((resolve) => setTimeout(resolve, wait_ms));
      return acts["accept-amendment"](regime.context, regime.chair, { amendment });
    };
    const [, outcome] = await Promise.all([typing(), accepting()]);
    const figure = isRefusal(outcome) ? "34" : "50";
    if (isRefusal(outcome)) expect(outcome).toMatchObject({ code: "state", rule: "A6" });
    outcomes[isRefusal(outcome) ? "stale" : "accepted"] += 1;
    const wanted = `Machines sold abroad with ${figure} or more qubits;`;
    await until(() => wordsOf(reader.doc, "a") === wanted, `"${wanted}", not "${wordsOf(reader.doc, "a")}"`);
    await until(() => wordsOf(typist.doc, "a") === wanted, wanted);
    expect(await headWords(candidate)).toBe(wanted);
    typist.close();
    reader.close();
  }
  expect(outcomes.accepted).toBeGreaterThan(0);
  expect(outcomes.stale).toBeGreaterThan(0);
});
