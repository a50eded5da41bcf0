/** Amendments to texts at work, in every state, with supporters and what was said of them. */
import { type AmendmentState, amendmentStates } from "../../../domain/definition/amendment-life.ts";
import type { Clause, ControlText } from "../../../domain/definition/control-text.ts";
import { day_ms } from "../../../domain/instant.ts";
import { amendmentReference } from "../../../domain/record/reference.ts";
import type { Bulk } from "./bulk.ts";
import type { BenchCandidate } from "./candidates.ts";
import type { BenchText } from "./texts.ts";

const clausesOf = new WeakMap<BenchText, Clause[]>();

function clausesIn(text: BenchText): Clause[] {
  const known = clausesOf.get(text) ?? (JSON.parse(text.frozen("", "").text) as ControlText).clauses;
  clausesOf.set(text, known);
  return known;
}

const supportersMax = 4;
const overStates: AmendmentState[] = ["accepted", "bracketed", "rejected", "fallen", "withdrawn"];

export function enterAmendments(bulk: Bulk, candidate: BenchCandidate, text: BenchText, most: number): void {
  const { chance } = bulk;
  const clauses = clausesIn(text);
  for (let number = 1; number <= most; number += 1) {
    const id = bulk.newId();
    const seat = chance.pick(candidate.committee.seats);
    const state = chance.pick(amendmentStates);
    const isOver = overStates.includes(state);
    const proposedAt = candidate.changedAt - chance.between(1, 10) * day_ms;
    const chosen = [...new Set([chance.pick(clauses), chance.pick(clauses)])];
    const isIn = state === "accepted" || state === "bracketed";
    bulk.insert("amendments", {
      id,
      candidateId: candidate.id,
      number,
      reference: amendmentReference(candidate.reference, number),
      personId: seat.holder,
      seatId: seat.id,
      memberId: seat.memberId,
      reason: "The measures in force in five members say so, and no product lies between the two figures.",
      state,
      wording: 1,
      baseVersionId: candidate.version?.id ?? null,
      baseSequence: 1,
      names: [],
      proposedAt,
      noticeAt: proposedAt,
      decidedAt: isOver ? candidate.changedAt : null,
      decidedBy: isOver ? candidate.committee.chair : null,
      acceptedNids: isIn ? chosen.map(({ nid }) => nid) : null,
      textSequence: isIn ? 1 : null,
    });
    chosen.forEach((before, at) => {
      const content = [...before.content, { text: " as measured by the maker" }];
      const after = { ...before, content };
      const place = { amendmentId: id, wording: 1, place: at + 1, nid: before.nid };
      bulk.insert("amendmentChanges", { ...place, before, after, behind: null, baseHash: "0".repeat(64) });
    });
    const supporters = new Map(
      Array.from({ length: supportersMax }, () => chance.pick(candidate.committee.seats)).map((one) => [
        one.holder,
        one,
      ]),
    );
    for (const [personId, { id: seatId, memberId }] of supporters)
      bulk.insert("amendmentSupports", { amendmentId: id, personId, seatId, memberId, wording: 1, at: proposedAt });
    const said = { amendmentId: id, number: 1, personId: seat.holder, memberId: seat.memberId, at: proposedAt };
    bulk.insert("amendmentEntries", { ...said, kind: "answer", body: "Both figures were measured in June." });
  }
}
