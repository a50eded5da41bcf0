/**
 * Marks an amendment as stale because the text beneath it has changed. Rule A6: its author rebases it, nobody merges it by
 * force. Who: the clock. Minute: amendment-base-changed.
 */
import { z } from "zod";
import { changeAmendment } from "../../../db/store/amendment.ts";
import { addEntry } from "../../../db/store/amendment-record.ts";
import { staleChanges } from "../../../domain/definition/amendment.ts";
import { powers } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle } from "../../fields.ts";
import { readHeadText } from "../../freeze-head.ts";
import { amendmentMinute, amendmentOf, changesOf } from "./amendment-of.ts";

export const baseChanged = command({
  act: "base-changed",
  rules: ["A6"],
  input: z.object({ amendment: handle }),
  async decide(tx, actor, input) {
    const at = await amendmentOf(tx, input.amendment);
    if (!at) return notFound();
    const answer = powers["base-changed"](actor, at.thing);
    if (isRefusal(answer)) return answer;
    const head = await readHeadText(tx, at.candidate);
    const stale = head ? staleChanges(await changesOf(tx, at), head.text.clauses) : [];
    if (stale.length === 0)
      return refuse("state", "A6", `The clauses of amendment ${at.amendment.number} stand as they did.`);
    await changeAmendment(tx, at.amendment.id, { state: "stale", dueAt: null });
    await addEntry(tx, at.amendment.id, { kind: "stale", personId: null, memberId: null, body: "" });
    const clauses = stale.map(({ nid }) => nid);
    return { value: { number: at.amendment.number, clauses }, minute: amendmentMinute(at, null, { clauses }) };
  },
});
