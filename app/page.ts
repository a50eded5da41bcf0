/** How a loader asks for its page: one query through the load context, and a 404 that says the same to everyone. */
import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { isRefusal, type Refusal } from "../domain/refusal.ts";
import type { Viewer } from "../server/queries/viewer.ts";
import type { Queries } from "../server/queries.ts";

type Args = Pick<LoaderFunctionArgs, "context" | "request">;
type PageOf<Name extends keyof Queries> = Exclude<Awaited<ReturnType<Queries[Name]>>, Refusal>;

/** The page, or a thrown 404: what may not be seen answers as what does not exist (rule W2). */
export async function loadPage<Name extends keyof Queries>(
  { context }: Args,
  name: Name,
  params: Parameters<Queries[Name]>[2],
): Promise<PageOf<Name>> {
  const page = await (context.queries[name] as (p: unknown) => Promise<unknown>)(params);
  if (isRefusal(page)) throw new Response(null, { status: 404 });
  return page as PageOf<Name>;
}

/** The viewer; without a session the reader goes to the sign-in page and comes back afterwards. */
export function requireViewer({ context, request }: Args): Viewer {
  if (context.viewer) return context.viewer;
  const { pathname, search } = new URL(request.url);
  const back = pathname === "/" ? "" : `?back=${encodeURIComponent(pathname.replace(/\.data$/, "") + search)}`;
  throw redirect(`/sign-in${back}`);
}

export const notFoundResponse = () => new Response(null, { status: 404 });
