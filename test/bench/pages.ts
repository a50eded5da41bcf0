/** Server time and size of every page, for each kind of reader, over loopback. */
import type { House } from "./fill/house.ts";
import { type PageServer, startPageServer, type Visit } from "./page-visit.ts";
import { type Page, readSite } from "./site-map.ts";

export type PageRow = {
  page: string;
  reader: string;
  /** The answers' status; several where example objects are answered differently. */
  status: string;
  p50_ms: number;
  p95_ms: number;
  max_ms: number;
  /** What a request takes of a processor on average; unlike the times it does not depend on who else uses the machine. */
  processor_ms: number;
  kilobytes: number;
  over: boolean;
};

export const target_ms = 50;

const rounded = (value: number) => Math.round(value * 10) / 10;

export function spreadOf(values: number[]) {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (part: number) => rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);
  return { p50: at(0.5), p95: at(0.95), max: rounded(sorted.at(-1) ?? 0) };
}

type Reader = [name: string, cookie: string | null];

async function measure(server: PageServer, page: Page, [reader, cookie]: Reader, requests: number): Promise<PageRow> {
  const { name, addresses } = page;
  const visits: Visit[] = [];
  const before_ms = await server.processor_ms();
  for (let turn = 0; turn < requests; turn += 1)
    visits.push(await server.get(addresses[turn % addresses.length]!, cookie));
  const processor_ms = rounded(((await server.processor_ms()) - before_ms) / requests);
  const { p50, p95, max } = spreadOf(visits.map((visit) => visit.took_ms));
  const status = [...new Set(visits.map((visit) => visit.status))].sort().join(" ");
  const kilobytes = rounded(Math.max(...visits.map((visit) => visit.bytes)) / 1024);
  const over = p95 > target_ms;
  return { page: name, reader, status, p50_ms: p50, p95_ms: p95, max_ms: max, processor_ms, kilobytes, over };
}

/** Asks for each page `requests` times, after everybody has asked for every page once. */
export async function benchPages(database: string, viewers: House["viewers"], requests: number): Promise<PageRow[]> {
  const { pages } = await readSite(database);
  const server = await startPageServer(database);
  try {
    const readers: Reader[] = [["anonymous", null]];
    for (const [name, email] of Object.entries(viewers)) readers.push([name, await server.signIn(email)]);
    for (const { addresses } of pages)
      for (const [, cookie] of readers) for (const address of addresses) await server.get(address, cookie);
    const rows: PageRow[] = [];
    for (const page of pages) for (const reader of readers) rows.push(await measure(server, page, reader, requests));
    return rows;
  } finally {
    await server.close();
  }
}

/** One line a page: p50 and p95 of each reader; another status than 200 stands in its place. */
export function tableOf(rows: PageRow[]): Record<string, string | number>[] {
  return [...new Set(rows.map((row) => row.page))].map((page) => {
    const ofPage = rows.filter((row) => row.page === page);
    const cells = ofPage.map((row) => [
      row.reader,
      row.status === "200" ? `${Math.round(row.p50_ms)} / ${Math.round(row.p95_ms)}` : `(${row.status})`,
    ]);
    return {
      page,
      ...(Object.fromEntries(cells) as Record<string, string>),
      max: Math.max(...ofPage.map((row) => row.max_ms)),
      processor: Math.max(...ofPage.map((row) => row.processor_ms)),
      KB: Math.max(...ofPage.map((row) => row.kilobytes)),
      "": ofPage.some((row) => row.over) ? `over ${target_ms}` : "",
    };
  });
}
