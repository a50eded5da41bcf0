/** Files that somebody brings, read behind the worker's walls. */
import { inWorker } from "./in-worker.ts";
import { packedBytesMax } from "./limits.ts";
import type { Read, WordText } from "./word-file.ts";

const tooLarge = (bytes: Uint8Array) =>
  bytes.length > packedBytesMax
    ? {
        unread: `A file may have at most ${packedBytesMax / 1024 / 1024} MiB; this one has ${(bytes.length / 1024 / 1024).toFixed(1)}.`,
      }
    : null;

/** The tree of a Word file (.docx). */
export async function readWordFile(bytes: Uint8Array): Promise<Read<WordText>> {
  return tooLarge(bytes) ?? inWorker<WordText>({ task: "read-word", bytes });
}

/** The rows of a comma-, semicolon- or tab-separated table. */
export async function readTable(bytes: Uint8Array): Promise<Read<string[][]>> {
  return tooLarge(bytes) ?? inWorker<string[][]>({ task: "read-table", bytes });
}
