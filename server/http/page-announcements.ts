/**
 * Tells an open page that something it shows has changed, over server-sent events. Only the name of a topic goes out, and
 * only after the reader's roles have been read again, so that a page learns nothing it could not load.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { loadPerson } from "../../db/store/membership.ts";
import { isInCircle, thePublic } from "../../domain/membership/role.ts";
import { type Minute, topicsOf } from "../../domain/record/minute.ts";
import type { Sessions, SignedIn } from "../auth/sessions.ts";
import type { Context } from "../context.ts";
import { recentMinutes } from "../recent-minutes.ts";

const topicsMax = 20;
const streamsPerSessionMax = 20;
const keepAlive_ms = 15_000;

const streams = new Map<string, number>();

/** Whether the reader may know that this minute's object changed. */
async function mayKnow(context: Context, signedIn: SignedIn | null, minute: Minute): Promise<boolean> {
  if (minute.marking === "CLEAR") return true;
  const actor = signedIn ? await context.db.read((tx) => loadPerson(tx, signedIn.personId)) : thePublic;
  if (!actor || actor.kind === "public") return false;
  return minute.committeeId === null || isInCircle(actor, minute.committeeId);
}

export function streamAnnouncements(
  { context, sessions }: { context: Context; sessions: Sessions },
  request: IncomingMessage,
  response: ServerResponse,
  { signedIn, token }: { signedIn: SignedIn | null; token: string | undefined },
): void {
  const { searchParams } = new URL(request.url ?? "/", "http://here");
  const topics = new Set(searchParams.getAll("topic").slice(0, topicsMax));
  const owner = signedIn?.sessionId ?? request.socket.remoteAddress ?? "";
  const open = streams.get(owner) ?? 0;
  if (open >= streamsPerSessionMax) {
    response.writeHead(429).end();
    return;
  }
  streams.set(owner, open + 1);
  response.writeHead(200, {
    "Content-Type": "text/event-stream",
    "Cache-Control": "no-store",
    "X-Accel-Buffering": "no",
  });
  response.write("retry: 3000\n\n");
  const tellAll = (minutes: Minute[]) => {
    for (const minute of minutes) {
      const topic = topicsOf(minute).find((one) => topics.has(one));
      if (topic) void tell(topic, minute).catch(() => response.end());
    }
  };
  const stop = context.onAnnounce(tellAll);
  // What happened since the page was read; where that is not known any more, the page asks for everything anew.
  const heard = searchParams.get("heard");
  const missed = heard === null ? [] : recentMinutes(context).since(heard);
  if (missed === null) response.write("event: changed\ndata: all\n\n");
  else tellAll(missed);
  async function tell(topic: string, minute: Minute) {
    if (signedIn && !(await sessions.find(token))) {
      response.end();
      return;
    }
    if (await mayKnow(context, signedIn, minute)) response.write(`event: changed\ndata: ${topic}\n\n`);
  }
  const beat = setInterval(() => response.write(": here\n\n"), keepAlive_ms);
  response.on("close", () => {
    clearInterval(beat);
    stop();
    const left = (streams.get(owner) ?? 1) - 1;
    if (left <= 0) streams.delete(owner);
    else streams.set(owner, left);
  });
}
