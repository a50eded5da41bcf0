/** The cookie of a session, which lives until the browser closes, and where a reader goes back to. The server's own copy of the cookie's name is in `server/auth`. */
export function cookieHeader(token: string | null): HeadersInit {
  const kept = token === null ? "; Max-Age=0" : "";
  return { "Set-Cookie": `__Host-session=${token ?? ""}; Path=/; Secure; HttpOnly; SameSite=Lax${kept}` };
}

/** The path if it is one of this product's pages, else the desk: a link cannot send a reader elsewhere. */
export function pathWithin(path: string | null): string {
  return path && /^\/[^/\\]/.test(path) && !path.startsWith("/sign-") ? path : "/";
}
