/** Answers with an edition as a file. An edition never changes, so whoever has it need not ask again. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { loadPage } from "~/page.ts";

const types = { csv: "text/csv; charset=utf-8", json: "application/json; charset=utf-8" } as const;

export async function editionDownload(args: LoaderFunctionArgs, kind: keyof typeof types): Promise<Response> {
  const file = await loadPage(args, "editionFile", { edition: args.params.edition ?? "", kind });
  return new Response(file.characters, {
    headers: {
      "Content-Type": types[kind],
      "Content-Disposition": `attachment; filename="${file.name}"`,
      "Cache-Control": "public, max-age=31536000, immutable",
      ETag: `"${file.hash}-${kind}"`,
    },
  });
}
