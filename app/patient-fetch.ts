/**
 * Asks again for the data of a page while the server is away. Without this a page that refreshes itself during a restart
 * would be replaced by the page for faults, and what stands unsaved in its forms and editor would be gone.
 */

const pause_ms = { least: 500, most: 4_000 };
/** What a proxy answers while the server behind it is away; our own answers carry a header of their own. */
const awayStatuses = [502, 503, 504];

const isOwnData = ({ origin, pathname }: URL) => origin === window.location.origin && pathname.endsWith(".data");

const isAway = (response: Response) =>
  awayStatuses.includes(response.status) && !response.headers.has("X-Remix-Response");

const statusesWithoutBody = [204, 205, 304];

/**
 * The answer with all of its body read. A reader who goes on while a body still arrives ends the reading here, where the
 * router looks for it, and not later in what decodes the stream, where nobody would catch it.
 */
async function whole(response: Response): Promise<Response> {
  if (statusesWithoutBody.includes(response.status)) return response;
  const { status, statusText, headers } = response;
  return new Response(await response.arrayBuffer(), { status, statusText, headers });
}

function pause(wait_ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, wait_ms);
    signal.addEventListener("abort", stop, { once: true });
  });
}

/** Takes the place of the browser's own fetch. Only reading is tried again: nobody knows what became of a form. */
export function installPatientFetch(): void {
  const ask = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const isRead = (input instanceof Request ? input.method : (init?.method ?? "GET")) === "GET";
    if (!isRead) return ask(input, init);
    const request = new Request(input, init);
    if (!isOwnData(new URL(request.url))) return ask(request);
    for (let wait_ms = pause_ms.least; ; wait_ms = Math.min(wait_ms * 2, pause_ms.most)) {
      try {
        const response = await ask(request.clone());
        if (!isAway(response)) return await whole(response);
      } catch (fault) {
        if (request.signal.aborted) throw fault;
      }
      // Not all open pages at the same instant when the server is back.
      await pause(wait_ms * (0.5 + Math.random()), request.signal);
    }
  };
}
