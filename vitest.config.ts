import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = { "~": fileURLToPath(new URL("./app", import.meta.url)) };

/**
 * Four kinds of suite: pure rules; those that open databases and sockets; those that ask the built product over HTTP; those
 * that drive real browsers.
 */
export default defineConfig({
  resolve: { alias },
  test: {
    alias,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: [
            "test/domain/**/*.test.ts",
            "test/protocol/**/*.test.ts",
            "test/editor/**/*.test.ts",
            "test/*.test.ts",
          ],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "server",
          include: ["test/{db,commands,coediting,exchange}/**/*.test.ts"],
          pool: "forks",
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "pages",
          include: ["test/pages/**/*.test.ts"],
          pool: "forks",
          globalSetup: ["test/browser/build-once.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          pool: "forks",
          fileParallelism: false,
          globalSetup: ["test/browser/build-once.ts"],
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
