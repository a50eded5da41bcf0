/** All clocks that a person may see, in one order, a page at a time. No question reads more than a page of its table or what is open. */
import type { Reader } from "../../../../db/open.ts";
import { ballotClocks, discussClocks } from "./ballot-clocks.ts";
import { type Asking, type ClockKind, compareClocks, type OpenClock } from "./clock.ts";
import { interestClocks, listClocks, roundClocks, transmitClocks } from "./review-clocks.ts";
import { candidateClocks, noticeClocks, reopeningClocks } from "./text-clocks.ts";

type Source = { kinds: readonly ClockKind[]; read(tx: Reader, asking: Asking): Promise<OpenClock[]> };

const sources: Source[] = [
  { kinds: ["candidate-answer", "comment-round"], read: candidateClocks },
  { kinds: ["comment-reopen"], read: reopeningClocks },
  { kinds: ["amendment-notice"], read: noticeClocks },
  { kinds: ["ballot-close", "ballot-extend", "ballot-unseal", "ballot-certify"], read: ballotClocks },
  { kinds: ["discuss-answer", "discuss-lapse"], read: discussClocks },
  { kinds: ["transmit"], read: transmitClocks },
  { kinds: ["round-end"], read: roundClocks },
  { kinds: ["reservation-sunset", "review-by"], read: listClocks },
  { kinds: ["interest-renewal"], read: interestClocks },
];

export type ClockFilter = { kinds: ClockKind[]; mine: boolean };

/** Pages that are read through for one page of the reader's own clocks. */
const passesMax = 20;

/**
 * The clocks behind the cursor, at most as many as asked for; `next` is the last one looked at where there may be more.
 */
export async function openClocks(
  tx: Reader,
  asking: Asking,
  { kinds, mine }: ClockFilter,
): Promise<{ clocks: OpenClock[]; next: OpenClock | null }> {
  if (asking.committees.length === 0) return { clocks: [], next: null };
  const isWanted = (clock: OpenClock) => (kinds.length === 0 || kinds.includes(clock.kind)) && (!mine || clock.mine);
  const wanted = sources.filter((source) => kinds.length === 0 || source.kinds.some((kind) => kinds.includes(kind)));
  const clocks: OpenClock[] = [];
  let after = asking.after;
  for (let pass = 0; pass < passesMax; pass++) {
    const most = asking.most + 1;
    const found: OpenClock[] = [];
    for (const source of wanted) found.push(...(await source.read(tx, { ...asking, after, most })));
    found.sort(compareClocks);
    const page = found.slice(0, asking.most);
    for (const clock of page) {
      if (isWanted(clock)) clocks.push(clock);
      if (clocks.length === asking.most) return { clocks, next: clock };
    }
    if (found.length <= asking.most) return { clocks, next: null };
    after = page.at(-1)!;
  }
  return { clocks, next: after as OpenClock };
}
