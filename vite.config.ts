import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig, type Plugin } from "vite";
import remixConfig from "./remix.config.js";

/**
 * A route that imports the server or the database as a value would get a second copy of it in the bundle: two writers,
 * two queues, no announcements. Nothing else would warn of it.
 */
function keepFloorsApart(): Plugin {
  const root = fileURLToPath(new URL(".", import.meta.url));
  return {
    name: "keep-floors-apart",
    enforce: "pre",
    async resolveId(source, importer) {
      if (!importer?.startsWith(`${root}app/`) || importer.includes("?")) return null;
      const resolved = await this.resolve(source, importer, { skipSelf: true });
      if (resolved && /^(server|db)\//.test(resolved.id.slice(root.length)))
        this.error(
          `${importer.slice(root.length)} imports ${resolved.id.slice(root.length)} as a value; use the load context.`,
        );
      return null;
    },
  };
}

const decoderFault = "errorType && globalObj && globalObj[errorType] ? ";

/**
 * The decoder of loader data would build any global whose name stands in the data. Only our own server writes that data;
 * this is a second wall beside the content security policy. The build stops when the library no longer looks as expected.
 */
function guardDecoder(): Plugin {
  return {
    name: "guard-decoder",
    enforce: "pre",
    transform(code, id) {
      if (!/turbo-stream\/dist\/turbo-stream\.m?js/.test(id)) return null;
      if (!code.includes(decoderFault)) this.error("The decoder of loader data changed; look at it before building.");
      return code.replace(
        decoderFault,
        `/^(Eval|Range|Reference|Syntax|Type|URI)Error$/.test(errorType) && ${decoderFault}`,
      );
    },
  };
}

export default defineConfig({
  plugins: [keepFloorsApart(), guardDecoder(), remix(remixConfig)],
  resolve: { alias: { "~": fileURLToPath(new URL("./app", import.meta.url)) } },
  build: { target: "es2022", cssMinify: true, assetsInlineLimit: 0 },
  ssr: { noExternal: [/^@fontsource/] },
});
