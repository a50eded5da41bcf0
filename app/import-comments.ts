/** How the page of imports reads a table, shows what each row would do, and does it: each row's act is an act like any other. */
import { type ActionFunctionArgs, data } from "@remix-run/node";
import type { BroughtRow, ReadRow } from "../domain/definition/comment-import.ts";
import { correctRows, importActs, readBroughtRows } from "../domain/definition/comment-import-acts.ts";
import { isRefusal } from "../domain/refusal.ts";
import { loadPage } from "./page.ts";

const rowsMax = 2000;

export type RowOutcome = { line: number; reason: string };

/** What the page is answered: a sentence where nothing could be read, else the rows, and after carrying out what was done. */
export type ImportAnswer =
  | { fault: string }
  | {
      fault: null;
      /** The rows that are not yet done, as they came or were corrected. */
      brought: BroughtRow[];
      rows: ReadRow[];
      done: { made: number; disposed: number; refused: RowOutcome[] } | null;
    };

async function formOf(request: Request): Promise<FormData | null> {
  try {
    return await request.formData();
  } catch {
    return null;
  }
}

/** The rows as the page brought them back, with what was corrected by hand. */
function broughtBack(form: FormData): BroughtRow[] | null {
  const rows = readBroughtRows(String(form.get("table") ?? ""), rowsMax);
  if (rows === null) return null;
  return correctRows(rows, (line, column) => {
    const value = form.get(`fix-${line}-${column}`);
    return typeof value === "string" ? value : null;
  });
}

async function rowsOf({ context }: ActionFunctionArgs, form: FormData): Promise<BroughtRow[] | string> {
  if (form.get("step") !== "read")
    return broughtBack(form) ?? "The rows of this page cannot be read; choose the file again.";
  const file = form.get("file");
  if (!(file instanceof Blob) || file.size === 0) return "Choose a file first.";
  const read = await context.files.readComments(new Uint8Array(await file.arrayBuffer()));
  return "unread" in read ? read.unread : read.read;
}

const fault = (sentence: string) => data({ fault: sentence } satisfies ImportAnswer, { status: 400 });

/** Reads, checks or carries out, as the form's step says. */
export async function importComments(args: ActionFunctionArgs) {
  const candidate = args.params.candidate!;
  // Whoever may not see the page is answered before a file of theirs is opened.
  await loadPage(args, "commentImportPage", { candidate });
  const form = await formOf(args.request);
  if (form === null) return fault("The form cannot be read; choose the file again.");
  const brought = await rowsOf(args, form);
  if (typeof brought === "string") return fault(brought);
  const { rows } = await loadPage(args, "commentImportPage", { candidate, rows: brought });
  if (form.get("step") !== "carry-out")
    return data({ fault: null, brought, rows: rows ?? [], done: null } satisfies ImportAnswer);
  return data(await carryOut(args, candidate, brought, rows ?? []));
}

async function carryOut(
  args: ActionFunctionArgs,
  candidate: string,
  brought: BroughtRow[],
  read: ReadRow[],
): Promise<ImportAnswer> {
  const done = { made: 0, disposed: 0, refused: [] as RowOutcome[] };
  for (const { intent, lines, fields } of importActs(candidate, read)) {
    const outcome = await args.context.act(intent, fields);
    if (isRefusal(outcome)) done.refused.push(...lines.map((line) => ({ line, reason: outcome.reason })));
    else if (intent === "make-comment") done.made += lines.length;
    else done.disposed += lines.length;
  }
  // What was not understood or was refused stays on the page, to be corrected by hand.
  const left = new Set([
    ...read.filter(({ will }) => will === "unread").map(({ line }) => line),
    ...done.refused.map(({ line }) => line),
  ]);
  const rest = brought.filter(({ line }) => left.has(line));
  const { rows } = await loadPage(args, "commentImportPage", { candidate, rows: rest });
  return { fault: null, brought: rest, rows: rows ?? [], done };
}
