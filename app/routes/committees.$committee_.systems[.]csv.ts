/** The table of systems as a file. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { loadPage, requireViewer } from "~/page.ts";

export async function loader(args: LoaderFunctionArgs) {
  requireViewer(args);
  const area = new URL(args.request.url).searchParams.get("area");
  const file = await loadPage(args, "systemsFile", { committee: args.params.committee!, area });
  // The mark at the beginning tells spreadsheets that the file is UTF-8.
  return new Response(`\ufeff${file.characters}`, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${file.name}"`,
      "Cache-Control": "no-store",
    },
  });
}
