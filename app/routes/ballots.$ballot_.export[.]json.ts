/** The export of a ballot, for the chairs and the secretariat (rule T5). */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { textFile } from "~/file-answer.ts";
import { loadPage, requireViewer } from "~/page.ts";

export async function loader(args: LoaderFunctionArgs) {
  requireViewer(args);
  const file = await loadPage(args, "ballotExportFile", { ballot: args.params.ballot! });
  return textFile(file.name, file.characters, "application/json");
}
