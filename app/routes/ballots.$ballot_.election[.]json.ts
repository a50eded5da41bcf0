/** The template from which the election of a secret ballot is set up (rule B43). */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { textFile } from "~/file-answer.ts";
import { loadPage, requireViewer } from "~/page.ts";

export async function loader(args: LoaderFunctionArgs) {
  requireViewer(args);
  const file = await loadPage(args, "secretTemplateFile", { ballot: args.params.ballot! });
  return textFile(file.name, file.characters, "application/json");
}
