/**
 * Amendments whose text has moved on beneath them (rule A6). Nobody tells of a keystroke, so the clock looks at the texts that
 * open amendments are about, once they have rested a moment and only where they have grown since it last looked.
 */
import { findAmendedTexts, loadChanges, loadOpenAmendments } from "../db/store/amendment.ts";
import { findCandidate } from "../db/store/candidate.ts";
import { staleChanges } from "../domain/definition/amendment.ts";
import type { Context } from "./context.ts";
import { readHeadText } from "./freeze-head.ts";

/** Candidates and the last update of their text at which nothing was found. */
export type LookedAt = Map<string, number>;

/** While somebody types the text is left alone; an act on the amendment looks for itself in any case. */
const rest_ms = 3_000;

type Overtaken = { id: string; state: "proposed" | "contested"; dueAt: number };

/** The amendments that are stale and not said to be so yet. */
export async function findOvertaken(context: Context, lookedAt: LookedAt): Promise<Overtaken[]> {
  return context.db.read(async (tx) => {
    const found: Overtaken[] = [];
    const texts = await findAmendedTexts(tx, tx.now - rest_ms);
    for (const { candidateId, headSequence } of texts) {
      if (lookedAt.get(candidateId) === headSequence) continue;
      const candidate = await findCandidate(tx, candidateId);
      const head = candidate ? await readHeadText(tx, candidate) : null;
      const open = (await loadOpenAmendments(tx, candidateId)).filter(({ state }) => state !== "stale");
      const changes = await loadChanges(tx, open);
      const stale = open.filter(({ id }) => staleChanges(changes.get(id)!, head?.text.clauses ?? []).length > 0);
      if (stale.length === 0) lookedAt.set(candidateId, headSequence);
      for (const { id, state } of stale)
        if (state === "proposed" || state === "contested") found.push({ id, state, dueAt: tx.now });
    }
    return found;
  });
}
