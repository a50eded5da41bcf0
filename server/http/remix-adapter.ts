/** node:http ⇄ Remix: the request handler of the pages. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import type { ServerBuild } from "@remix-run/node";
import { createRequestHandler } from "@remix-run/node";
import type { LoadContext } from "../load-context.ts";

export type PageHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  loadContext: LoadContext,
) => Promise<void>;

const withoutBody = ["GET", "HEAD"];

/** Headers that a client could use to speak for another host; Remix trusts one of them. */
const dropped = ["x-forwarded-host", "x-forwarded-proto", "forwarded"];

/**
 * The wall has compared the Origin with ours exactly. Remix compares it once more with the Host, which is another one where
 * a proxy asks for the server's own address: so the host that Remix sees is ours.
 */
function headersOf(request: IncomingMessage, host: string): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value === undefined || dropped.includes(name) || name.startsWith(":")) continue;
    for (const one of Array.isArray(value) ? value : [value]) headers.append(name, one);
  }
  headers.set("host", host);
  return headers;
}

export function createPageHandler(
  build: ServerBuild | (() => Promise<ServerBuild>),
  mode: string,
  origin: string,
): PageHandler {
  const handle = createRequestHandler(build, mode);
  const { host } = new URL(origin);
  return async (request, response, loadContext) => {
    const gone = new AbortController();
    // Single fetch starts a timer per request that only this signal clears, so it is raised after a good end too.
    response.on("close", () => gone.abort());
    const method = request.method ?? "GET";
    const answer = await handle(
      new Request(new URL(request.url ?? "/", origin), {
        method,
        headers: headersOf(request, host),
        signal: gone.signal,
        ...(withoutBody.includes(method) ? {} : { body: Readable.toWeb(request) as BodyInit, duplex: "half" }),
      } as RequestInit),
      loadContext as never,
    );
    response.statusCode = answer.status;
    for (const [name, value] of answer.headers) if (name !== "set-cookie") response.setHeader(name, value);
    const cookies = answer.headers.getSetCookie();
    if (cookies.length > 0) response.setHeader("Set-Cookie", cookies);
    if (!answer.body || method === "HEAD") {
      response.end();
      return;
    }
    await pipeline(Readable.fromWeb(answer.body as NodeReadableStream), response).catch(() => undefined);
  };
}
