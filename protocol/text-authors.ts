/**
 * Who wrote what stands in a live text, read off its items: each character carries the client id of its author. What was
 * taken away stands only in the updates that did it.
 */
import * as Y from "yjs";
import { layoutOf } from "./clause-layout.ts";
import { clauseFields, definitionRoots, readEmbed, readKey } from "./definition-shape.ts";

/** What one client id brought into the text: characters that stand, and the clauses in which it changed anything. */
export type ClientShare = { characters: number; nids: Set<string> };

/** How far a text has come, by client id; empty for a text before its first update. */
export type TextState = ReadonlyMap<number, number>;

export const startOfText: TextState = new Map();

export function textStateOf(update: Uint8Array): TextState {
  return Y.decodeStateVector(Y.encodeStateVectorFromUpdate(update));
}

const newUnits = (item: Y.Item, since: TextState) =>
  Math.max(0, item.id.clock + item.length - Math.max(item.id.clock, since.get(item.id.client) ?? 0));

/** What each client id has brought since then, of that which still stands. */
export function sharesSince(doc: Y.Doc, since: TextState): Map<number, ClientShare> {
  const { text, clauses: fields } = definitionRoots(doc);
  const shares = new Map<number, ClientShare>();
  const shareOf = (client: number) => {
    const known = shares.get(client) ?? { characters: 0, nids: new Set<string>() };
    shares.set(client, known);
    return known;
  };
  const clauseOfParam = new Map<string, string>();
  let nid = "";
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !item.countable) continue;
    const embed = item.content instanceof Y.ContentEmbed ? readEmbed(item.content.embed) : null;
    if (embed !== null && "clause" in embed) nid = embed.clause;
    if (embed !== null && "param" in embed) clauseOfParam.set(embed.param, nid);
    const units = newUnits(item, since);
    if (units === 0 || (embed !== null && "place" in embed)) continue;
    const share = shareOf(item.id.client);
    if (item.content instanceof Y.ContentString) share.characters += units;
    share.nids.add(nid);
  }
  const standing = new Set(layoutOf(doc).segments.map((segment) => segment.nid));
  for (const [key, item] of fields._map) {
    const known = readKey(key);
    if (known === null || newUnits(item, since) === 0) continue;
    const isOfClause = (clauseFields as readonly string[]).includes(known.field);
    const clause = isOfClause ? known.id : clauseOfParam.get(known.id);
    if (clause !== undefined && standing.has(clause)) shareOf(item.id.client).nids.add(clause);
  }
  return shares;
}

/** How many units an update takes away. Spare marks, which every copy removes by itself, count among them. */
export function unitsTaken(update: Uint8Array): number {
  const { ds } = Y.decodeUpdate(update);
  let units = 0;
  for (const ranges of ds.clients.values()) for (const { len } of ranges) units += len;
  return units;
}
