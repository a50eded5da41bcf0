/** The inside of the worker: one task, one answer. It has no database, no network and no other file than the one it was given. */
import { parentPort, workerData } from "node:worker_threads";
import { readWord } from "./read-word.ts";
import { readTableText } from "./table-text.ts";
import type { WordFile } from "./write-word.ts";

export type ExchangeTask =
  | { task: "read-word"; bytes: Uint8Array }
  | { task: "read-table"; bytes: Uint8Array }
  | { task: "write-word"; file: WordFile };

async function carryOut(given: ExchangeTask): Promise<unknown> {
  if (given.task === "read-word") return readWord(given.bytes);
  if (given.task === "read-table") return readTableText(given.bytes);
  // The library that writes is large; a reading need not wait for it.
  const { writeWord } = await import("./write-word.ts");
  return { read: await writeWord(given.file) };
}

carryOut(workerData as ExchangeTask).then((answer) => parentPort?.postMessage(answer));
