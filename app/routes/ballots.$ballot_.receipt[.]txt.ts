/** The reader's own latest receipt on a ballot (rule P20). */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { textFile } from "~/file-answer.ts";
import { loadPage, requireViewer } from "~/page.ts";

export async function loader(args: LoaderFunctionArgs) {
  requireViewer(args);
  const file = await loadPage(args, "receiptFile", { ballot: args.params.ballot! });
  return textFile(file.name, file.characters);
}
