/** Proves that the log continues a head of so many leaves, to whoever asks. Public. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { jsonAnswer } from "~/file-answer.ts";
import { loadPage } from "~/page.ts";

export async function loader(args: LoaderFunctionArgs) {
  const from = new URL(args.request.url).searchParams.get("from");
  return jsonAnswer(await loadPage(args, "logConsistencyFile", { from }));
}
