/** A signed head of the log as text: the latest, or that of a size. Public. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { textFile } from "~/file-answer.ts";
import { loadPage } from "~/page.ts";

export async function loader(args: LoaderFunctionArgs) {
  const size = new URL(args.request.url).searchParams.get("size");
  const checkpoint = await loadPage(args, "checkpointFile", { size });
  return textFile(`log-checkpoint-${checkpoint.size}.txt`, checkpoint.note);
}
