/**
 * The leaf of a minute (rule T3): what is hashed, and the body that the leaf commits to without showing it. Members that
 * are null are left out of a body, so that a later edition may add members without changing what stands in the log.
 */
import { canonicalJson } from "../definition/canonical-text.ts";
import { type Instant, writeInstant } from "../instant.ts";
import type { Minute } from "./minute.ts";

/** What a leaf hashes; the commitment stands in hexadecimal. */
export type LeafContent = { v: 1; stream: string; type: string; time: string; commitment: string };

/** Minutes of no committee stand in the regime's own stream. */
export const regimeStream = "regime";

export function streamOf({ committeeId }: Pick<Minute, "committeeId">): string {
  return committeeId ?? regimeStream;
}

/** The canonical JSON of a minute, as the commitment covers it. */
export function minuteBody({ at, ...minute }: Minute): string {
  const said = Object.entries(minute).filter(([, value]) => value !== null);
  return canonicalJson({ ...Object.fromEntries(said), at: writeInstant(at) });
}

/** The canonical JSON of a leaf. */
export function leafContent(of: { stream: string; type: string; at: Instant; commitment: string }): string {
  const { stream, type, at, commitment } = of;
  return canonicalJson({ v: 1, stream, type, time: writeInstant(at), commitment } satisfies LeafContent);
}
