import { PassThrough } from "node:stream";
import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { createWords } from "./messages/catalogue.ts";
import { Nonce } from "./ui/nonce.ts";

export const streamTimeout = 4000;
const abortAfter_ms = 5000;

const words = createWords();

/** Answers when the whole page stands: pages are small, and a reader without script gets all of it. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  { nonce }: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => stream.abort(), abortAfter_ms);
    const stop = () => clearTimeout(timer);
    request.signal.addEventListener("abort", stop);
    let responded = status;
    const stream = renderToPipeableStream(
      <I18nextProvider i18n={words}>
        <Nonce.Provider value={nonce}>
          <RemixServer context={entry} url={request.url} nonce={nonce} />
        </Nonce.Provider>
      </I18nextProvider>,
      {
        nonce,
        onAllReady() {
          stop();
          const body = new PassThrough();
          headers.set("Content-Type", "text/html; charset=utf-8");
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: responded }));
          stream.pipe(body);
        },
        onShellError(fault) {
          stop();
          reject(fault);
        },
        onError(fault) {
          responded = 500;
          if (!request.signal.aborted) console.error(fault);
        },
      },
    );
  });
}

/** A bug is written down; an unknown address or a refusal is none. */
export function handleError(fault: unknown, { request }: { request: Request }): void {
  const isAnswer = fault instanceof Response || (typeof fault === "object" && fault !== null && "status" in fault);
  if (!request.signal.aborted && !isAnswer) console.error(fault);
}
