/** The wall before every request that may change something: it must come from our own pages (security §1). */
import type { IncomingMessage } from "node:http";

const safeMethods = ["GET", "HEAD", "OPTIONS"];

/**
 * Whether the request may pass. The browser's own word counts where it gives one; else the exact origin.
 * A request that says neither comes from no page of ours.
 */
export function isSameOrigin(request: Pick<IncomingMessage, "method" | "headers">, origin: string): boolean {
  if (safeMethods.includes(request.method ?? "GET")) return true;
  const site = request.headers["sec-fetch-site"];
  if (request.headers.origin !== undefined && request.headers.origin !== origin) return false;
  if (site !== undefined) return site === "same-origin";
  return request.headers.origin === origin;
}
