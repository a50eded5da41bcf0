/** Answers with the filtered interests as a file. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { loadPage, requireViewer } from "~/page.ts";

const types = { csv: "text/csv; charset=utf-8", json: "application/json; charset=utf-8" } as const;

export async function interestDownload(args: LoaderFunctionArgs, as: keyof typeof types): Promise<Response> {
  requireViewer(args);
  const { searchParams } = new URL(args.request.url);
  const file = await loadPage(args, "interestsFile", {
    candidate: args.params.candidate!,
    kind: searchParams.get("kind"),
    class: searchParams.get("class"),
    organisation: searchParams.get("organisation"),
    as,
  });
  // The mark at the beginning tells spreadsheets that separated values are UTF-8.
  return new Response(`${as === "csv" ? "\ufeff" : ""}${file.characters}`, {
    headers: {
      "Content-Type": types[as],
      "Content-Disposition": `attachment; filename="${file.name}"`,
      "Cache-Control": "no-store",
      "X-Marking": `TLP:${file.marking}`,
    },
  });
}
