/** The editor in real browsers against the real server of live text, under the product's content security policy. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { build, type Rollup } from "vite";
import { type Meeting, openMeeting } from "../../coediting/committee.ts";

const policy =
  "default-src 'self'; script-src 'self'; style-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";
const html =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Definition</title><link rel="stylesheet" href="/page.css"></head><body><div id="root"></div><script type="module" src="/page.js"></script></body></html>';

type Files = { script: string; style: string };

async function buildPage(): Promise<Files> {
  const built = (await build({
    configFile: false,
    logLevel: "error",
    mode: "production",
    // The test runner's own environment would ask for the development form of elements.
    esbuild: { jsx: "automatic", jsxDev: false },
    root: fileURLToPath(new URL(".", import.meta.url)),
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      write: false,
      lib: { entry: "page.tsx", formats: ["es"], fileName: "page", cssFileName: "page" },
    },
  })) as Rollup.RollupOutput[];
  const files = built.flatMap((one) => one.output);
  const script = files.find((file) => file.type === "chunk")!;
  const style = files.find((file) => file.type === "asset" && file.fileName.endsWith(".css"))!;
  return { script: (script as Rollup.OutputChunk).code, style: String((style as Rollup.OutputAsset).source) };
}

async function chromiumPath(): Promise<string> {
  for (const path of ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]) {
    try {
      await readFile(path, { flag: "r" });
      return path;
    } catch {
      // The next place is tried.
    }
  }
  return process.env.CHROMIUM_PATH ?? "chromium";
}

export type Stage = {
  meeting: Meeting;
  browser: Browser;
  files: Files;
  complaints: string[];
  close: () => Promise<void>;
};

export async function openStage(): Promise<Stage> {
  const [files, meeting] = await Promise.all([buildPage(), openMeeting()]);
  meeting.server.on("request", (request, response) => {
    const path = request.url ?? "/";
    const [type, body] = path.startsWith("/page.js")
      ? ["text/javascript", files.script]
      : path.startsWith("/page.css") || path === "/favicon.ico"
        ? ["text/css", files.style]
        : ["text/html; charset=utf-8", html];
    response.setHeader("Content-Security-Policy", policy).setHeader("Content-Type", type).end(body);
  });
  const browser = await chromium.launch({
    executablePath: await chromiumPath(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
  });
  const close = async () => {
    await browser.close();
    await meeting.close();
  };
  return { meeting, browser, files, complaints: [], close };
}

/** A person at a page of their own; what the browser complains of is gathered. */
export async function seat(stage: Stage, personId: string, query = ""): Promise<Page> {
  const context = await stage.browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.addCookies([{ name: "session", value: `${personId}.one`, url: stage.meeting.origin }]);
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: stage.meeting.origin });
  const page = await context.newPage();
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") stage.complaints.push(message.text());
  });
  page.on("pageerror", (fault) => stage.complaints.push(String(fault.stack)));
  await page.goto(`${stage.meeting.origin}/?person=${personId}${query}`);
  await page.locator(".editor-outline").waitFor({ timeout: 10_000 });
  return page;
}

/** The clauses as the page shows them: number and words. */
export async function clausesOf(page: Page): Promise<string[]> {
  return page.locator(".law .clause:visible").evaluateAll((clauses) =>
    clauses.map((clause) => {
      const words = clause.querySelector(".clause-text")?.cloneNode(true) as HTMLElement;
      for (const caret of words.querySelectorAll(".caret")) caret.remove();
      return `${clause.getAttribute("data-number") ?? ""} ${words.textContent ?? ""}`.trim();
    }),
  );
}

/** Waits until a reading of the page is what is wanted; says at the end what it was. */
export async function soon<Value>(read: () => Promise<Value>, holds: (value: Value) => boolean): Promise<Value> {
  const end = Date.now() + 10_000;
  let value = await read();
  while (!holds(value) && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    value = await read();
  }
  return value;
}
