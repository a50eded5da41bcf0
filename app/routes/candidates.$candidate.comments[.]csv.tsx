/** The filtered comments as a file. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { loadPage, requireViewer } from "~/page.ts";

export async function loader(args: LoaderFunctionArgs) {
  requireViewer(args);
  const { searchParams } = new URL(args.request.url);
  const file = await loadPage(args, "commentsFile", {
    candidate: args.params.candidate!,
    states: searchParams.getAll("state"),
    type: searchParams.get("type"),
    clause: searchParams.get("clause"),
  });
  // The mark at the beginning tells spreadsheets that the file is UTF-8.
  return new Response(`\ufeff${file.characters}`, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${file.name}"`,
      "Cache-Control": "no-store",
      "X-Marking": `TLP:${file.marking}`,
    },
  });
}
