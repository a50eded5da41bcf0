/** The envelopes and shares of a sealed ballot, for the browser of a holder who opens it (rule B39). */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { jsonAnswer } from "~/file-answer.ts";
import { loadPage, requireViewer } from "~/page.ts";

export async function loader(args: LoaderFunctionArgs) {
  requireViewer(args);
  return jsonAnswer(await loadPage(args, "sealedFile", { ballot: args.params.ballot! }));
}
