/** Answers with a definition as a file; where it may not be taken out as one thing, with the reason in a sentence. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { loadPage, notFoundResponse, requireViewer } from "~/page.ts";

const types = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  html: "text/html; charset=utf-8",
  json: "application/json; charset=utf-8",
  txt: "text/plain; charset=utf-8",
} as const;

/** Without a word for it, plain text. */
function kindOf(word: string | null): keyof typeof types | null {
  if (word === null) return "txt";
  return Object.hasOwn(types, word) ? (word as keyof typeof types) : null;
}

export async function definitionDownload(args: LoaderFunctionArgs): Promise<Response> {
  requireViewer(args);
  const { searchParams } = new URL(args.request.url);
  const as = kindOf(searchParams.get("as"));
  if (as === null) throw notFoundResponse();
  const file = await loadPage(args, "definitionFile", {
    candidate: args.params.candidate!,
    version: args.params.version!,
    as,
    with: searchParams.get("with"),
  });
  if (file.refusal)
    return new Response(`${file.refusal.reason} (${file.refusal.rule})\n`, {
      status: 403,
      headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
    });
  const body = file.word ? await args.context.files.writeWord(file.word) : file.characters;
  return new Response(body as BodyInit, {
    headers: {
      "Content-Type": types[as],
      "Content-Disposition": `attachment; filename="${file.name}"`,
      "Cache-Control": "no-store",
      "X-Marking": file.marking,
      "X-Text-Hash": file.textHash,
    },
  });
}
