/** Headers of every answer (security §1), set before any page runs, so that redirects and refusals carry them too. */
import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import helmet from "helmet";

const others = helmet({
  contentSecurityPolicy: false,
  // `no-referrer` would turn the Origin of a plain form into null, and each form would fail until scripts are loaded.
  referrerPolicy: { policy: "same-origin" },
  crossOriginOpenerPolicy: { policy: "same-origin" },
  crossOriginResourcePolicy: { policy: "same-origin" },
  xFrameOptions: { action: "deny" },
});

/** Sets the headers and returns the nonce of this answer's scripts and styles. */
export function setHeaders(request: IncomingMessage, response: ServerResponse, { dev }: { dev: boolean }): string {
  const nonce = randomBytes(16).toString("base64");
  others(request, response, () => undefined);
  const styles = dev ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`;
  response.setHeader(
    "Content-Security-Policy",
    [
      "default-src 'self'",
      `script-src 'nonce-${nonce}' 'strict-dynamic'`,
      `style-src ${styles}`,
      // React Aria's server-rendered tables carry one harmless style attribute each.
      "style-src-attr 'unsafe-inline'",
      "img-src 'self' data:",
      `connect-src 'self'${dev ? " ws:" : ""}`,
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "form-action 'self'",
    ].join("; "),
  );
  response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
  return nonce;
}
