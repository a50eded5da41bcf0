/** Types words into a candidate's text as a person's update of the live text, without a browser. */
import * as Y from "yjs";
import { findDefinition } from "../../db/store/definition.ts";
import { appendTextUpdates, bindTextClients, findTextHead } from "../../db/store/definition-text.ts";
import { definitionRoots, readEmbed } from "../../protocol/definition-shape.ts";
import { readHead } from "../../server/coediting/head.ts";
import type { Regime } from "./regime.ts";

/** The index in the text of the first place of the words within a clause. */
function indexOf(text: Y.Text, nid: string, words: string): number {
  let index = 0;
  let isHere = false;
  for (const part of text.toDelta() as { insert: unknown }[]) {
    if (typeof part.insert === "string") {
      const at = isHere ? part.insert.indexOf(words) : -1;
      if (at >= 0) return index + at;
      index += part.insert.length;
      continue;
    }
    const embed = readEmbed(part.insert);
    if (embed && "clause" in embed) isHere = embed.clause === nid;
    index += 1;
  }
  throw new Error(`The clause ${nid} does not hold "${words}".`);
}

/** At the end of the text, or in the place of other words of a clause. */
export async function typeInto(
  regime: Regime,
  candidateId: string,
  words: string,
  where?: { nid: string; instead: string },
): Promise<void> {
  await regime.db.write(async (tx) => {
    const { id } = (await findDefinition(tx, candidateId))!;
    const { doc } = (await readHead(tx, id))!;
    const before = Y.encodeStateVector(doc);
    const { text } = definitionRoots(doc);
    doc.clientID = new Y.Doc().clientID;
    doc.transact(() => {
      const at = where ? indexOf(text, where.nid, where.instead) : text.length;
      if (where) text.delete(at, where.instead.length);
      text.insert(at, words, {});
    });
    const { personId } = regime.holders.NO;
    await bindTextClients(tx, id, [{ clientId: doc.clientID, personId, sessionId: null }]);
    const bytes = Y.encodeStateAsUpdate(doc, before);
    await appendTextUpdates(tx, (await findTextHead(tx, id))!, [{ bytes, personId, sessionId: null }]);
  });
}
