/** Proves that a leaf is in the log, to whoever asks. Public. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { jsonAnswer } from "~/file-answer.ts";
import { loadPage } from "~/page.ts";

export async function loader(args: LoaderFunctionArgs) {
  return jsonAnswer(await loadPage(args, "logProofFile", { leaf: new URL(args.request.url).searchParams.get("leaf") }));
}
