/** Where the worker begins: it reads our sources as the server does, whatever started it. */
import { tsImport } from "tsx/esm/api";

await tsImport("./exchange-worker.ts", import.meta.url);
