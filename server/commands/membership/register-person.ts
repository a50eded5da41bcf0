/**
 * Enters a person. Signing in needs a one-time link, which is made apart from this act. Rule W4.
 * Who: the regime's secretariat. Minute: person-registered.
 */
import { count, eq } from "drizzle-orm";
import { z } from "zod";
import { findMember } from "../../../db/store/membership.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { isZone } from "../../../domain/review/working-day.ts";
import { command } from "../../command.ts";
import { line, optionalHandle } from "../../fields.ts";

/** People are told apart by eight fills. */
const colours = 8;

export const registerPerson = command({
  act: "register-person",
  rules: ["W4"],
  input: z.object({
    name: line(120),
    email: z.email("it is no mail address").max(200),
    title: line(160),
    member: optionalHandle,
    organisation: optionalHandle,
    zone: z.string("it is missing").refine(isZone, "it is no time zone such as Europe/Vienna"),
    city: line(80),
  }),
  async decide(tx, actor, input, context) {
    const answer = powers["register-person"](actor);
    if (isRefusal(answer)) return answer;
    const { people, organisations } = tx.t;
    const member = input.member === null ? null : await findMember(tx, input.member);
    if (input.member !== null && !member) return notFound();
    const [organisation] =
      input.organisation === null
        ? [null]
        : await tx.select().from(organisations).where(eq(organisations.id, input.organisation));
    if (organisation === undefined) return notFound();
    const email = input.email.toLowerCase();
    const [known] = await tx.select({ id: people.id }).from(people).where(eq(people.email, email));
    if (known) return refuse("state", "W4", `A person with the address "${email}" is registered already.`, "email");
    const [{ total } = { total: 0 }] = await tx.select({ total: count() }).from(people);
    const id = context.newId();
    await tx.insert(people).values({
      id,
      name: input.name,
      email,
      title: input.title,
      memberId: member?.id ?? null,
      organisationId: organisation?.id ?? null,
      zone: input.zone,
      city: input.city,
      colour: total % colours,
      registeredAt: tx.now,
    });
    return {
      value: { id },
      minute: {
        object: ["person", id],
        role: roleOf(answer),
        committeeId: null,
        candidateId: null,
        values: { member: member?.code ?? null },
        marking: "GREEN",
      },
    };
  },
});
