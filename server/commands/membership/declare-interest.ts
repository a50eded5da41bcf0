/**
 * Declares a person's interests in a candidate, all in one act; "none" is a declaration too, and each takes the place of the one
 * before. Rules X1, X3, X7, X8: a direct one bars the person from casting and presiding, lasts 365 × 24 h, and flags a ballot that
 * closed after it began. What others found stays in it. Who: those who take part in the decision. Minute: interest-declared.
 */
import { eq } from "drizzle-orm";
import type { Tx } from "../../../db/open.ts";
import { closedBallots, flagBallot } from "../../../db/store/ballot-flag.ts";
import { candidateThing, findCandidate } from "../../../db/store/candidate.ts";
import { type Declaration, loadDeclarations, organisationExists, saveDeclaration } from "../../../db/store/interest.ts";
import type { Candidate } from "../../../domain/candidate/candidate.ts";
import { directOrganisationsOf, type InterestPart } from "../../../domain/membership/interest.ts";
import { factsCheck, setCheck } from "../../../domain/membership/interest-facts.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import type { MinuteValue } from "../../../domain/record/minute.ts";
import { firstRefusal, isRefusal, notFound } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { declarationFields, factsOf } from "../../interest-fields.ts";

export const declareInterest = command({
  act: "declare-interest",
  rules: ["X1", "X3", "X7", "X8"],
  input: declarationFields,
  async decide(tx, actor, input, context) {
    const candidate = await findCandidate(tx, input.candidate);
    if (!candidate || actor.kind !== "person") return notFound();
    const answer = powers["declare-interest"](actor, await candidateThing(tx, candidate));
    if (isRefusal(answer)) return answer;
    const given = factsOf(input);
    const told = firstRefusal(setCheck(given), ...given.map((facts) => factsCheck(facts, tx.now)));
    if (isRefusal(told)) return told;
    for (const { organisationId } of given)
      if (organisationId !== null && !(await organisationExists(tx, organisationId))) return notFound();
    const said: InterestPart[] = given
      .filter((facts) => facts.kind !== "none")
      .map((facts, index) => ({ ...facts, number: index + 1, foundBy: null }));
    const parts = await withFound(tx, candidate, actor.personId, said);
    const declaration = await saveDeclaration(tx, {
      ...{ id: context.newId(), candidateId: candidate.id, personId: actor.personId, parts },
    });
    const found = await flagBallots(tx, candidate, declaration);
    return {
      value: { class: declaration.class },
      minute: {
        object: ["candidate", candidate.id],
        role: roleOf(answer),
        committeeId: candidate.committeeId,
        candidateId: candidate.id,
        values: {
          reference: candidate.reference,
          kind: declaration.kind,
          kinds: declaration.parts.map((part) => part.kind),
          class: declaration.class,
          organisation: declaration.organisationId,
          organisations: directOrganisationsOf(declaration.parts),
          ...(found.length === 0 ? {} : { found }),
        },
      },
    };
  },
});

/** What was found by others stays in the person's declaration, unless it is said there by the person. */
async function withFound(
  tx: Tx,
  candidate: Candidate,
  personId: string,
  said: InterestPart[],
): Promise<InterestPart[]> {
  const before = (await loadDeclarations(tx, candidate.id)).findLast((one) => one.personId === personId);
  const found = (before?.parts ?? []).filter(
    (part) =>
      part.foundBy !== null &&
      !said.some(
        (one) => one.kind === part.kind && one.organisationId === part.organisationId && one.class === "direct",
      ),
  );
  return [...said, ...found].map((part, index) => ({ ...part, number: index + 1 }));
}

/** A direct interest that says since when it stands flags each ballot that closed after that (rule X8). */
async function flagBallots(tx: Tx, candidate: Candidate, declaration: Declaration): Promise<MinuteValue[]> {
  const direct = declaration.parts.filter((part) => part.class === "direct" && part.foundBy === null);
  if (!direct.some((part) => part.since !== null)) return [];
  const { committees } = tx.t;
  const [committee] = await tx.select().from(committees).where(eq(committees.id, candidate.committeeId));
  const told: MinuteValue[] = [];
  for (const ballot of await closedBallots(tx, candidate.id)) {
    const before = direct.filter((part) => part.since !== null && part.since < ballot.closedAt!);
    if (before.length === 0) continue;
    const flagged = await flagBallot(
      tx,
      ballot,
      {
        personId: declaration.personId,
        organisations: directOrganisationsOf(before),
        since: Math.min(...before.map((part) => part.since!)),
        foundBy: declaration.personId,
      },
      committee!.zone,
    );
    if (flagged) told.push(flagged);
  }
  return told;
}
