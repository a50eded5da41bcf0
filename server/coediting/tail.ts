/** Reading the end of the log: what commands and other server processes have written. */
import { findTextHead, firstBrokenUpdate, loadTextClients, loadTextUpdates } from "../../db/store/definition-text.ts";
import { applyAll, BrokenText } from "./head.ts";
import type { LiveRoom } from "./room.ts";
import { broadcast } from "./telling.ts";

/**
 * Brings the room to the head of the log and passes on what it lacked.
 * @returns whether there was anything
 */
export async function catchUp(room: LiveRoom): Promise<boolean> {
  const { definitionId, host, head } = room;
  const tail = await host.db.read(async (tx) => {
    const now = await findTextHead(tx, definitionId);
    if (now === null || now.sequence === head.sequence) return { now, updates: [], clients: [] };
    const updates = await loadTextUpdates(tx, definitionId, head.sequence);
    return { now, updates, clients: await loadTextClients(tx, definitionId) };
  });
  if (tail.now === null) throw new BrokenText(`Definition ${definitionId} is gone.`);
  const broken = firstBrokenUpdate(head.hash, head.sequence, tail.updates);
  if (broken !== null) throw new BrokenText(`Update ${broken} of definition ${definitionId} does not follow.`);
  room.head = tail.now;
  if (tail.updates.length === 0) return false;
  for (const { clientId, personId, sessionId } of tail.clients) room.owners.set(clientId, { personId, sessionId });
  const news = tail.updates.map((update) => update.bytes);
  applyAll(room.doc, news);
  room.updatesSinceSnapshot += news.length;
  room.bytes += news.reduce((sum, bytes) => sum + bytes.length, 0);
  broadcast(
    room,
    news.map((bytes) => ({ bytes, from: null })),
  );
  return true;
}
