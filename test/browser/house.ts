/**
 * The whole product for the browser suites: the production build on a free port of this machine, a database of its own, a
 * clock that the test moves, and Chromium with one context for each person. What a page complains of is gathered.
 */
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import pino from "pino";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import type { MovableClock } from "../../db/open.ts";
import { type Product, type ProductOptions, startProduct } from "../../server/product.ts";

export const day_ms = 24 * 60 * 60 * 1000;
export const hour_ms = 60 * 60 * 1000;

const chromiumArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
];

export function chromiumPath(): string {
  const places = [
    process.env.CHROMIUM_PATH,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
  ];
  const found = places.find((path) => path !== undefined && existsSync(path));
  if (found === undefined) throw new Error("Chromium was not found; CHROMIUM_PATH says where it is.");
  return found;
}

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath(), args: chromiumArguments });

export type House = {
  product: Product;
  origin: string;
  browser: Browser;
  clock: MovableClock;
  databaseUrl: string;
  /** Messages of the consoles and what pages threw, with the address of the page. */
  complaints: string[];
  /** Moves the committee's clock on; the product's own clock then does what is due. */
  pass(time: { days?: number; hours?: number }): void;
  close(): Promise<void>;
};

/** Starts the product over an empty database; `demo` fills it first. */
export async function openHouse(demo?: ProductOptions["demo"]): Promise<House> {
  // React's own builds ask for this name when the server build loads them.
  process.env.NODE_ENV = "production";
  const folder = await mkdtemp(join(tmpdir(), "plenary-browser-"));
  const databaseUrl = join(folder, "plenary.sqlite");
  const clock = { offset_ms: 0 };
  const [product, browser] = await Promise.all([
    startProduct({
      databaseUrl,
      dataFolder: folder,
      port: 0,
      host: "127.0.0.1",
      logger: pino({ level: "warn" }, pino.destination({ dest: 2, sync: true })),
      clock,
      demo,
      pages: {
        files: resolve("build/client"),
        build: (await import(/* @vite-ignore */ pathToFileURL(resolve("build/server/index.js")).href)) as ServerBuild,
      },
    }),
    openBrowser(),
  ]);
  return {
    product,
    origin: product.origin,
    browser,
    clock,
    databaseUrl,
    complaints: [],
    pass({ days = 0, hours = 0 }) {
      clock.offset_ms += days * day_ms + hours * hour_ms;
    },
    async close() {
      await browser.close();
      await product.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The browser says this of a page that is left while its socket still opens, as people in a hurry do. A failed connection reads otherwise. */
const leftWhileConnecting = /WebSocket is closed before the connection is established/;

type Place = Pick<House, "browser" | "origin" | "complaints">;

/** A new context with one page in it, as a person's own browser. */
export async function openPage(house: Place, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await house.browser.newContext({
    baseURL: house.origin,
    viewport: { width: 1280, height: 900 },
    reducedMotion: "reduce",
    ...options,
  });
  // Long, for a busy machine: what is waited for is a condition, so a good run waits for nothing.
  context.setDefaultTimeout(45_000);
  context.on("console", (message) => {
    const isComplaint = message.type() === "error" || message.type() === "warning";
    if (isComplaint && !leftWhileConnecting.test(message.text()))
      house.complaints.push(`${message.page()?.url()}: ${message.text()}`);
  });
  context.on("weberror", (fault) => house.complaints.push(`${fault.page()?.url()}: ${fault.error().stack}`));
  return context.newPage();
}

/** What every open page shows, for the reader of a failed test. */
export async function tellPages({ browser }: Pick<House, "browser">): Promise<void> {
  for (const page of browser.contexts().flatMap((context) => context.pages())) {
    const words = await page
      .locator("main")
      .innerText({ timeout: 1000 })
      .catch(() => "nothing");
    process.stderr.write(`\n── ${page.url()}\n${words.slice(0, 3000)}\n`);
  }
}
