/** Answers with the filtered comments as a file. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { loadPage, requireViewer } from "~/page.ts";

const types = {
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
} as const;

export async function commentDownload(args: LoaderFunctionArgs, kind: keyof typeof types): Promise<Response> {
  requireViewer(args);
  const { searchParams } = new URL(args.request.url);
  const file = await loadPage(args, "commentsFile", {
    candidate: args.params.candidate!,
    states: searchParams.getAll("state"),
    type: searchParams.get("type"),
    clause: searchParams.get("clause"),
    member: searchParams.get("member"),
    only: searchParams.getAll("only"),
    as: kind,
  });
  // The mark at the beginning tells spreadsheets that separated values are UTF-8.
  const body = file.word
    ? await args.context.files.writeWord(file.word)
    : `${kind === "csv" ? "\ufeff" : ""}${file.characters}`;
  return new Response(body as BodyInit, {
    headers: {
      "Content-Type": types[kind],
      "Content-Disposition": `attachment; filename="${file.name}"`,
      "Cache-Control": "no-store",
      "X-Marking": `TLP:${file.marking}`,
    },
  });
}
