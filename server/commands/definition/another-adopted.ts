/**
 * Lets a contested amendment fall because another of the same clause was adopted. Rule A5: the clauses that it would change
 * are no longer what it was about. Who: the clock. Minute: amendment-fallen.
 */
import { z } from "zod";
import { changeAmendment, loadAdoptedSince, loadChanges } from "../../../db/store/amendment.ts";
import { addEntry } from "../../../db/store/amendment-record.ts";
import { contradicts } from "../../../domain/definition/amendment.ts";
import { powers } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle } from "../../fields.ts";
import { amendmentMinute, amendmentOf, changesOf } from "./amendment-of.ts";

export const anotherAdopted = command({
  act: "another-adopted",
  rules: ["A5"],
  input: z.object({ amendment: handle }),
  async decide(tx, actor, input) {
    const at = await amendmentOf(tx, input.amendment);
    if (!at) return notFound();
    const answer = powers["another-adopted"](actor, at.thing);
    if (isRefusal(answer)) return answer;
    const adopted = await loadAdoptedSince(tx, at.candidate.id, at.amendment.baseSequence);
    const taken = await loadChanges(tx, adopted);
    const own = await changesOf(tx, at);
    const other = adopted.find(({ id, acceptedNids }) =>
      contradicts(
        taken.get(id)!.filter(({ nid }) => acceptedNids?.includes(nid)),
        own,
      ),
    );
    if (!other)
      return refuse("state", "A5", `No amendment was adopted that contradicts amendment ${at.amendment.number}.`);
    await changeAmendment(tx, at.amendment.id, { state: "fallen", decidedAt: tx.now, dueAt: null });
    await addEntry(tx, at.amendment.id, { kind: "fall", personId: null, memberId: null, body: String(other.number) });
    return {
      value: { number: at.amendment.number, adopted: other.number },
      minute: amendmentMinute(at, null, { adopted: other.number }),
    };
  },
});
