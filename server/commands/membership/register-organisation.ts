/** Enters a body that nominates seats or employs people. Rule M2. Who: the regime's secretariat. Minute: organisation-registered. */
import { eq } from "drizzle-orm";
import { z } from "zod";
import { findMember } from "../../../db/store/membership.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { line, oneOfWords, optionalHandle } from "../../fields.ts";

export const organisationKinds = ["company", "institute", "university", "authority", "association"] as const;

export const registerOrganisation = command({
  act: "register-organisation",
  rules: ["M2"],
  input: z.object({ name: line(160), kind: oneOfWords(organisationKinds), member: optionalHandle }),
  async decide(tx, actor, input, context) {
    const answer = powers["register-organisation"](actor);
    if (isRefusal(answer)) return answer;
    const member = input.member === null ? null : await findMember(tx, input.member);
    if (input.member !== null && !member) return notFound();
    const { organisations } = tx.t;
    const [known] = await tx.select().from(organisations).where(eq(organisations.name, input.name));
    if (known) return refuse("state", "M2", `"${input.name}" is registered already.`, "name");
    const id = context.newId();
    await tx.insert(organisations).values({ id, name: input.name, kind: input.kind, memberId: member?.id ?? null });
    return {
      value: { id },
      minute: {
        object: ["organisation", id],
        role: roleOf(answer),
        committeeId: null,
        candidateId: null,
        values: { name: input.name, kind: input.kind },
        marking: "GREEN",
      },
    };
  },
});
