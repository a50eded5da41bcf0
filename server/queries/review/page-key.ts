/** How a page by key continues: the time and the id of its last row, as `1780000000000_1f…` in the address. */
import type { PageKey } from "../../../db/store/review.ts";

export function readPageKey(after: string | null | undefined): PageKey | undefined {
  const [at, id] = (after ?? "").split("_");
  return /^\d{1,15}$/.test(at ?? "") && id ? { at: Number(at), id } : undefined;
}

export const writePageKey = ({ at, id }: PageKey): string => `${at}_${id}`;
