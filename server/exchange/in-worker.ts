/**
 * Runs a task on a file in a thread of its own, which ends when its time or its memory is over; the server goes on. Few run at
 * once, few may wait.
 */
import { Worker } from "node:worker_threads";
import type { ExchangeTask } from "./exchange-worker.ts";
import { atOnceMax, readingMax_ms, waitingMax, workerMemoryMax_MiB } from "./limits.ts";
import type { Read } from "./word-file.ts";

const door = new URL("./worker-door.mjs", import.meta.url);

function runOnce<T>(task: ExchangeTask, time_ms: number): Promise<Read<T>> {
  return new Promise((settle) => {
    const worker = new Worker(door, {
      workerData: task,
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: workerMemoryMax_MiB, stackSizeMb: 4 },
    });
    const end = (answer: Read<T>) => {
      clearTimeout(timer);
      settle(answer);
      void worker.terminate();
    };
    const timer = setTimeout(
      () => end({ unread: `The file took longer than ${time_ms / 1000} seconds to read; it was given up.` }),
      time_ms,
    );
    worker.once("message", (answer: Read<T>) => end(answer));
    worker.once("error", (fault: Error & { code?: string }) =>
      end({
        unread:
          fault.code === "ERR_WORKER_OUT_OF_MEMORY"
            ? `The file needs more than ${workerMemoryMax_MiB} MiB of memory to read; it was given up.`
            : "The file cannot be read.",
      }),
    );
    worker.once("exit", () => end({ unread: "The file cannot be read." }));
  });
}

let running = 0;
const waiting: (() => void)[] = [];

/** The answer of the task, or a sentence: a file never brings the server down, and never makes it throw. */
export async function inWorker<T>(task: ExchangeTask, time_ms = readingMax_ms): Promise<Read<T>> {
  if (running >= atOnceMax) {
    if (waiting.length >= waitingMax)
      return { unread: "Many files are being read at the moment; try again in a minute." };
    await new Promise<void>((go) => waiting.push(go));
  }
  running += 1;
  try {
    return await runOnce<T>(task, time_ms);
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}
