/** How much script a page's first load takes, compressed, and how much more it may load later. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import type { ServerBuild } from "@remix-run/node";
import { readBuild } from "./site-map.ts";

export type ScriptRow = { page: string; first_kilobytes: number; later_kilobytes: number; over: boolean };

export const firstMax_kilobytes = 150;
export const editorMax_kilobytes = 300;

const sizes = new Map<string, number>();

function compressedBytes(file: string): number {
  const known = sizes.get(file);
  if (known !== undefined) return known;
  const bytes = readFileSync(join(resolve("build/client"), file));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 10 };
  const size = brotliCompressSync(bytes, { params }).length;
  sizes.set(file, size);
  return size;
}

/** Files that a script asks for while it runs: Vite writes them as imports with a name that is known when building. */
function laterOf(files: Iterable<string>): Set<string> {
  const found = new Set<string>();
  const look = (file: string) => {
    const words = readFileSync(join(resolve("build/client"), file), "utf8");
    for (const [, asked] of words.matchAll(/"((?:\.\/|\/?assets\/)[\w.$-]+\.js)"/g)) {
      const path = `/assets/${asked!.split("/").at(-1)}`;
      if (found.has(path)) continue;
      found.add(path);
      look(path);
    }
  };
  for (const file of files) look(file);
  return found;
}

function firstFiles({ assets }: ServerBuild, routeId: string): Set<string> {
  const files = new Set([assets.url, assets.entry.module, ...assets.entry.imports]);
  for (let id: string | undefined = routeId; id !== undefined; id = assets.routes[id]?.parentId) {
    const route = assets.routes[id];
    if (route) for (const file of [route.module, ...(route.imports ?? [])]) files.add(file);
  }
  return files;
}

export async function benchScripts(): Promise<ScriptRow[]> {
  const build = await readBuild();
  const kilobytes = (files: Iterable<string>) =>
    Math.round([...files].reduce((sum, file) => sum + compressedBytes(file), 0) / 102.4) / 10;
  return Object.values(build.assets.routes)
    .filter((route) => route.id !== "root" && "default" in (build.routes[route.id]?.module ?? {}))
    .map((route) => {
      const first = firstFiles(build, route.id);
      // The manifest names the files of every page; it is loaded, but what it names is not.
      const later = laterOf([...first].filter((file) => file !== build.assets.url));
      for (const file of first) later.delete(file);
      const sum = kilobytes(first);
      const more = kilobytes(later);
      const over = sum > firstMax_kilobytes || sum + more > editorMax_kilobytes;
      return { page: route.id.replace("routes/", ""), first_kilobytes: sum, later_kilobytes: more, over };
    });
}
