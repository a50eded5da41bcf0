/**
 * Lets a contested amendment enter in brackets, both wordings side by side. Rules A4, D6: the words that stand are
 * attributed to those who objected, the others to the author and the supporters; the second bracket names the first.
 * Who: the chair. Minute: amendment-bracketed.
 */
import { eq, inArray } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "../../../db/open.ts";
import { changeAmendment } from "../../../db/store/amendment.ts";
import { addEntry, loadEntries } from "../../../db/store/amendment-record.ts";
import { staleChanges } from "../../../domain/definition/amendment.ts";
import type { ClauseChange } from "../../../domain/definition/amendment-change.ts";
import { bothWordings, wholeInBracket } from "../../../domain/definition/clause-words.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { isRefusal, notFound, type Refusal, refuse } from "../../../domain/refusal.ts";
import { writeChanges } from "../../amendment-text.ts";
import { command } from "../../command.ts";
import { handle, optionalProse } from "../../fields.ts";
import { readHeadText } from "../../freeze-head.ts";
import { type AmendmentAtHand, amendmentMinute, amendmentOf, changesOf, markOvertaken } from "./amendment-of.ts";

type Sides = { keep: string[]; change: string[] };

/** The delegations of both sides by their codes: those who objected, and the author's with the supporters'. */
async function sidesOf(tx: Tx, { amendment, supporters }: AmendmentAtHand): Promise<Sides> {
  const entries = await loadEntries(tx, [amendment.id]);
  const { members, amendmentSupports } = tx.t;
  const named = async (ids: (string | null)[]) => {
    const known = [...new Set(ids.filter((id) => id !== null))];
    if (known.length === 0) return [];
    const rows = await tx.select({ code: members.code }).from(members).where(inArray(members.id, known));
    return rows.map(({ code }) => code).sort();
  };
  const standing = new Set(supporters.map(({ personId }) => personId));
  const supports = await tx.select().from(amendmentSupports).where(eq(amendmentSupports.amendmentId, amendment.id));
  const supporting = supports.filter(({ personId }) => standing.has(personId)).map(({ memberId }) => memberId);
  const change = await named([amendment.memberId, ...supporting]);
  const keep = await named(entries.filter(({ kind }) => kind === "objection").map(({ memberId }) => memberId));
  return { keep: keep.filter((code) => !change.includes(code)), change };
}

/** The change with both wordings in brackets; a clause that one side alone wants stands in one bracket whole. */
function inBrackets(change: ClauseChange, number: number, at: number, { keep, change: others }: Sides) {
  const id = `amendment-${number}.${at + 1}`;
  const { before, after } = change;
  if (before !== null && after !== null) {
    const sides = { id, alternativeId: `${id}.b`, keep, change: others };
    const content = bothWordings(before.content, after.content, sides);
    return content && { ...change, after: { ...before, content } };
  }
  const clause = (before ?? after)!;
  const content = wholeInBracket(clause.content, id, before ? keep : others);
  return content && { ...change, after: { ...clause, content } };
}

function bracketed(changes: ClauseChange[], number: number, sides: Sides): ClauseChange[] | Refusal {
  const out: ClauseChange[] = [];
  for (const [at, change] of changes.entries()) {
    const made = inBrackets(change, number, at, sides);
    if (!made)
      return refuse(
        "word",
        "D6",
        "A clause of the amendment cannot stand in brackets: a bracket stands there already, or its place or level alone would change.",
      );
    out.push({ ...made, behind: change.before === null ? change.behind : null });
  }
  return out;
}

export const bracketAmendment = command({
  act: "bracket-amendment",
  rules: ["A4", "D6", "A6", "A8"],
  input: z.object({ amendment: handle, reason: optionalProse(2000) }),
  async decide(tx, actor, { amendment: named, reason }, context) {
    const at = await amendmentOf(tx, named);
    if (!at || actor.kind !== "person") return notFound();
    const answer = powers["bracket-amendment"](actor, at.thing);
    if (isRefusal(answer)) return answer;
    const head = await readHeadText(tx, at.candidate);
    if (!head) return notFound();
    const changes = await changesOf(tx, at);
    if (staleChanges(changes, head.text.clauses).length > 0)
      return refuse("state", "A6", "A clause of the amendment changed since it was proposed; its author rebases it.");
    const sides = await sidesOf(tx, at);
    if (sides.keep.length === 0)
      return refuse("word", "D6", "All who objected are of the delegations that propose; there is no other side.");
    const both = bracketed(changes, at.amendment.number, sides);
    if (isRefusal(both)) return both;
    const written = await writeChanges(tx, head, [both, both], context.newId);
    const { personId, memberId } = actor;
    await changeAmendment(tx, at.amendment.id, {
      state: "bracketed",
      decidedAt: tx.now,
      decidedBy: personId,
      acceptedNids: both.map(({ nid }) => nid),
      textSequence: written.sequence,
      textClientId: written.clientId,
      dueAt: null,
    });
    await addEntry(tx, at.amendment.id, { kind: "bracketing", personId, memberId, body: reason });
    const after = await readHeadText(tx, at.candidate);
    await markOvertaken(tx, at, after!.text.clauses);
    return {
      value: { number: at.amendment.number, ...sides },
      minute: amendmentMinute(at, roleOf(answer), { ...sides, update: written.sequence }),
    };
  },
});
