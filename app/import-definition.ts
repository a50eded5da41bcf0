/** How the page of imports reads a text, shows what it was understood as, and begins the definition from it. */
import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import type { ControlText } from "../domain/definition/control-text.ts";
import { readControlTextFile } from "../domain/definition/read-control-text.ts";
import { slugOf } from "../domain/record/reference.ts";
import { isRefusal } from "../domain/refusal.ts";
import type { DefinitionIn } from "../server/exchange/definition-in.ts";
import { loadPage } from "./page.ts";

type Shown = Awaited<ReturnType<typeof shownAs>>;

/** A sentence where nothing could be read or done; else what was understood. */
export type DefinitionImportAnswer =
  | { fault: string; words: string }
  | { fault: null; brought: DefinitionIn; shown: Shown };

async function formOf(request: Request): Promise<FormData | null> {
  try {
    return await request.formData();
  } catch {
    return null;
  }
}

function shownAs(args: ActionFunctionArgs, text: ControlText) {
  return loadPage(args, "definitionImportPage", { candidate: args.params.candidate!, text });
}

const fault = (sentence: string, words = "") =>
  data({ fault: sentence, words } satisfies DefinitionImportAnswer, { status: 400 });

async function readStep(args: ActionFunctionArgs, form: FormData) {
  const { files } = args.context;
  const file = form.get("file");
  const words = String(form.get("words") ?? "");
  const hasFile = file instanceof Blob && file.size > 0;
  if (!hasFile && words.trim() === "") return fault("Choose a file, or paste the words of the text.");
  const read = hasFile
    ? await files.readDefinition(new Uint8Array(await file.arrayBuffer()))
    : files.readDefinitionWords(words);
  if ("unread" in read) return fault(read.unread, hasFile ? "" : words);
  const brought = read.read;
  const shown = await shownAs(args, brought.text);
  return data({ fault: null, brought, shown } satisfies DefinitionImportAnswer);
}

async function startStep(args: ActionFunctionArgs, form: FormData) {
  const text = readControlTextFile(String(form.get("text") ?? ""));
  if (isRefusal(text)) return fault(text.reason);
  const outcome = await args.context.act("start-definition", { candidate: args.params.candidate!, text: { ...text } });
  if (isRefusal(outcome)) return fault(`${outcome.reason} (${outcome.rule})`);
  const { reference } = outcome.value as { reference: string };
  return redirect(`/candidates/${slugOf(reference)}/definition`, { status: 303 });
}

/** Reads, or begins the definition, as the form's step says. */
export async function importDefinition(args: ActionFunctionArgs) {
  // Whoever may not see the page is answered before a file of theirs is opened.
  await loadPage(args, "definitionImportPage", { candidate: args.params.candidate! });
  const form = await formOf(args.request);
  if (form === null) return fault("The form cannot be read; choose the file again.");
  return form.get("step") === "start" ? startStep(args, form) : readStep(args, form);
}
