/** One port: files of the build, announcements, pages; and, through `upgrade`, live text. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Logger } from "pino";
import sirv from "sirv";
import { tokenOf } from "../auth/sessions.ts";
import { createLoadContext, type LoadContextParts } from "../load-context.ts";
import { setHeaders } from "./headers.ts";
import { streamAnnouncements } from "./page-announcements.ts";
import type { PageHandler } from "./remix-adapter.ts";
import { isSameOrigin } from "./same-origin.ts";
import { takesFiles, uploadBytesMax, uploadType } from "./uploads.ts";

export type ServeParts = LoadContextParts & {
  pages: PageHandler;
  /** The folder of the client build; null while developing, where Vite serves it. */
  files: string | null;
  /** Vite's own handler while developing. */
  middleware?: (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
  logger: Logger;
};

const methods = ["GET", "HEAD", "POST"];
/** Forms hold at most a long definition's worth of text; a few pages take files (`uploads.ts`). */
const bodyBytesMax = 2 * 1024 * 1024;
/** No other form carries files, and this type always reads: a broken multipart body would be a fault of ours. */
const formType = "application/x-www-form-urlencoded";

function plain(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" }).end(`${sentence}\n`);
}

/** What is wrong with the request before any page sees it; null if nothing. */
function turnedAway(request: IncomingMessage, origin: string): [number, string] | null {
  const target = request.url ?? "";
  if (!target.startsWith("/") || target.startsWith("//")) return [400, "The address is not one of this server."];
  if (!methods.includes(request.method ?? "")) return [405, "This server answers GET, HEAD and POST."];
  if (!isSameOrigin(request, origin)) return [403, "This form was not sent from a page of Plenary."];
  if (request.method === "POST") {
    const type = (request.headers["content-type"] ?? "").split(";")[0]!.trim().toLowerCase();
    const isUpload = takesFiles(target);
    if (type !== formType && !(isUpload && type === uploadType)) return [415, `A form is sent as ${formType}.`];
    const most = isUpload ? uploadBytesMax : bodyBytesMax;
    const length = Number(request.headers["content-length"] ?? Number.NaN);
    if (!Number.isFinite(length)) return [411, "A form says its length."];
    if (length > most) return [413, `A form may have at most ${most} bytes; this one has ${length}.`];
  }
  return null;
}

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => void;

export function createRequestHandler(parts: ServeParts): RequestHandler {
  const dev = parts.files === null;
  const file =
    parts.files === null
      ? undefined
      : sirv(parts.files, {
          brotli: true,
          gzip: true,
          setHeaders: (response, path) =>
            response.setHeader(
              "Cache-Control",
              path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
            ),
        });

  async function answer(request: IncomingMessage, response: ServerResponse, nonce: string): Promise<void> {
    const started = performance.now();
    if (request.url === "/health") return plain(response, 200, "well");
    const token = tokenOf(request.headers.cookie);
    const signedIn = await parts.sessions.find(token);
    if (request.url?.startsWith("/announcements?"))
      return streamAnnouncements(parts, request, response, { signedIn, token });
    const address = request.socket.remoteAddress ?? "";
    const loadContext = await createLoadContext(parts, { nonce, signedIn, address });
    if (signedIn) response.setHeader("Cache-Control", "no-store");
    await parts.pages(request, response, loadContext);
    // The path of a page names things by reference; its search part may hold words, so it is left out.
    parts.logger.info({
      method: request.method,
      path: request.url?.split("?")[0],
      status: response.statusCode,
      took_ms: Math.round(performance.now() - started),
    });
  }

  function safely(request: IncomingMessage, response: ServerResponse, nonce: string): void {
    answer(request, response, nonce).catch((fault: unknown) => {
      parts.logger.error({ fault, path: request.url?.split("?")[0] }, "a request failed");
      if (response.headersSent) response.end();
      else plain(response, 500, "Something went wrong here; it has been written down.");
    });
  }

  return (request, response) => {
    // Headers and the wall come before files too: a file is nobody's to PUT, and carries `nosniff` like a page.
    const nonce = setHeaders(request, response, { dev });
    const away = turnedAway(request, parts.origin);
    if (away) return plain(response, ...away);
    const next = () => safely(request, response, nonce);
    if (request.method === "POST") next();
    else if (parts.middleware) parts.middleware(request, response, next);
    else if (file) file(request, response, next);
    else next();
  };
}
