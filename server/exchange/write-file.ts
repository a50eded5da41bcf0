/** Word files that the product hands out, written behind the worker's walls so that open pages do not wait. */
import { inWorker } from "./in-worker.ts";
import type { WordFile } from "./write-word.ts";

/** The bytes of the file. A failure here is a fault of ours, not of a person's. */
export async function writeWordFile(file: WordFile): Promise<Uint8Array> {
  const written = await inWorker<Uint8Array>({ task: "write-word", file });
  if ("unread" in written) throw new Error(`The Word file could not be written: ${written.unread}`);
  return written.read;
}
