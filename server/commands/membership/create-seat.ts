/**
 * Gives a member a seat in a committee. Rule M2: one delegation seat and up to two industry seats, nominated by named bodies.
 * Who: the secretariat. Minute: seat-created.
 */
import { and, count, eq } from "drizzle-orm";
import { z } from "zod";
import { findCommittee, findMember } from "../../../db/store/membership.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle, oneOfWords, optionalHandle } from "../../fields.ts";

const seatsMax = { delegation: 1, industry: 2 } as const;

export const createSeat = command({
  act: "create-seat",
  rules: ["M2"],
  input: z.object({
    committee: handle,
    member: handle,
    kind: oneOfWords(["delegation", "industry"]),
    organisation: optionalHandle,
  }),
  async decide(tx, actor, input, context) {
    const [committee, member] = [await findCommittee(tx, input.committee), await findMember(tx, input.member)];
    if (!committee) return notFound();
    const answer = powers["create-seat"](actor, { committeeId: committee.id });
    if (isRefusal(answer)) return answer;
    if (!member) return notFound();
    const { seats, organisations } = tx.t;
    if (input.kind === "industry" && input.organisation === null)
      return refuse(
        "reason-missing",
        "M2",
        "An industry seat is nominated by a named body; none is named.",
        "organisation",
      );
    if (input.organisation !== null) {
      const [body] = await tx.select().from(organisations).where(eq(organisations.id, input.organisation));
      if (!body) return notFound();
    }
    const [{ taken } = { taken: 0 }] = await tx
      .select({ taken: count() })
      .from(seats)
      .where(and(eq(seats.committeeId, committee.id), eq(seats.memberId, member.id), eq(seats.kind, input.kind)));
    if (taken >= seatsMax[input.kind])
      return refuse(
        "limit",
        "M2",
        `${member.name} has ${taken} ${input.kind} seat${taken === 1 ? "" : "s"} in this committee already, the most it may hold.`,
        "kind",
      );
    const id = context.newId();
    const name = input.kind === "delegation" ? member.name : `${member.name}, industry ${taken + 1}`;
    await tx.insert(seats).values({
      id,
      committeeId: committee.id,
      memberId: member.id,
      kind: input.kind,
      number: taken + 1,
      name,
      organisationId: input.organisation,
      createdAt: tx.now,
    });
    return {
      value: { id, name },
      minute: {
        object: ["seat", id],
        role: roleOf(answer),
        committeeId: committee.id,
        candidateId: null,
        values: { seat: name, kind: input.kind, member: member.id, organisation: input.organisation },
        marking: "GREEN",
      },
    };
  },
});
