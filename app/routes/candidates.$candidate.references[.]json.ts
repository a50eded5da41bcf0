/** Entries of published lists to refer to, looked for while a text is written. Only who may read the text may ask. */
import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { loadPage, requireViewer } from "~/page.ts";

export async function loader(args: LoaderFunctionArgs) {
  requireViewer(args);
  const { searchParams } = new URL(args.request.url);
  const answer = await loadPage(args, "referencesFile", {
    candidate: args.params.candidate!,
    words: searchParams.get("words") ?? "",
  });
  return json(answer, { headers: { "Cache-Control": "private, max-age=300" } });
}
