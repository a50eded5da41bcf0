/**
 * Puts a stale amendment onto the text as it stands now, in words that its author has seen. Rule A6. The earlier wording
 * stays in the record, and the 72 hours run anew (A3). Who: its author. Minute: amendment-rebased.
 */
import { z } from "zod";
import { changeAmendment, saveWording } from "../../../db/store/amendment.ts";
import { addEntry } from "../../../db/store/amendment-record.ts";
import { distanceOf } from "../../../domain/definition/amendment.ts";
import { powers } from "../../../domain/powers.ts";
import { isRefusal, notFound } from "../../../domain/refusal.ts";
import { clausesFromChanges, clausesFromForm, triedChanges } from "../../amendment-text.ts";
import { command } from "../../command.ts";
import { handle, optionalProse } from "../../fields.ts";
import { readHeadText } from "../../freeze-head.ts";
import { amendedFields, amendmentMinute, amendmentOf, changesOf } from "./amendment-of.ts";

export const rebaseAmendment = command({
  act: "rebase-amendment",
  rules: ["A6", "A3"],
  input: z.object({ amendment: handle, note: optionalProse(2000), ...amendedFields }),
  async decide(tx, actor, { amendment: named, note, changes, clauses }, context) {
    const at = await amendmentOf(tx, named);
    if (!at || actor.kind !== "person") return notFound();
    const answer = powers["rebase-amendment"](actor, at.thing);
    if (isRefusal(answer)) return answer;
    const head = await readHeadText(tx, at.candidate);
    if (!head) return notFound();
    const wordings = await changesOf(tx, at);
    const after = changes
      ? clausesFromChanges(head.text.clauses, changes)
      : clausesFromForm(head.text.clauses, clauses, { newId: context.newId, wordings });
    if (isRefusal(after)) return after;
    const tried = triedChanges(head, after, context.newId);
    if (isRefusal(tried)) return tried;
    const wording = at.amendment.wording + 1;
    await saveWording(tx, at.amendment.id, wording, tried);
    await changeAmendment(tx, at.amendment.id, {
      state: "proposed",
      wording,
      baseVersionId: null,
      baseSequence: head.loaded.head.sequence,
      noticeAt: tx.now,
      dueAt: null,
    });
    const { personId, memberId } = actor;
    await addEntry(tx, at.amendment.id, { kind: "rebase", personId, memberId, body: note });
    return {
      value: { number: at.amendment.number, wording },
      minute: amendmentMinute(at, null, { wording, clauses: tried.length, distance: distanceOf(tried) }),
    };
  },
});
