/**
 * Makes known a direct interest that existed before a ballot closed: the ballot is flagged, and its account is computed again with
 * the seat recused. Rules X3, X4, X8: the interest stands in the person's declaration from now on. It may be disputed like any
 * other (X6). Who: the chairs, the secretariat; the person does it by declaring. Minute: interest-found.
 */
import { z } from "zod";
import { findBallot, lockBallot } from "../../../db/store/ballot.ts";
import { flagBallot } from "../../../db/store/ballot-flag.ts";
import { ballotThing } from "../../../db/store/ballot-roll.ts";
import { findCandidate } from "../../../db/store/candidate.ts";
import { loadDeclarations, organisationExists, saveDeclaration } from "../../../db/store/interest.ts";
import { findCommittee, loadPerson } from "../../../db/store/membership.ts";
import { sayInstant } from "../../../domain/instant.ts";
import { directOrganisationsOf, type InterestPart, interestKinds } from "../../../domain/membership/interest.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { command } from "../../command.ts";
import { handle, oneOfWords, optionalHandle, prose } from "../../fields.ts";
import { optionalDay } from "../../interest-fields.ts";

export const findInterest = command({
  act: "find-interest",
  rules: ["X8", "X3"],
  input: z.object({
    ballot: handle,
    person: handle,
    kind: oneOfWords(interestKinds),
    organisation: optionalHandle,
    since: optionalDay,
    statement: prose(2000),
  }),
  async decide(tx, actor, input, context) {
    const ballot = await findBallot(tx, input.ballot);
    if (!ballot || actor.kind !== "person") return notFound();
    await lockBallot(tx, ballot);
    const candidate = (await findCandidate(tx, ballot.candidateId))!;
    const answer = powers["find-interest"](actor, await ballotThing(tx, ballot, candidate));
    if (isRefusal(answer)) return answer;
    const { organisation, since, statement } = input;
    if (input.kind === "none")
      return refuse("word", "X8", `"none" is no interest that could be found; say of which kind it is.`, "kind");
    if (since === null)
      return refuse("reason-missing", "X8", "A found interest says since when it stands; no day is given.", "since");
    if (since >= ballot.closedAt!)
      return refuse(
        "word",
        "X8",
        `The interest stands since ${sayInstant(since)}; the ballot closed at ${sayInstant(ballot.closedAt!)}.`,
        "since",
      );
    const person = await loadPerson(tx, input.person);
    if (!person || (organisation !== null && !(await organisationExists(tx, organisation)))) return notFound();
    const committee = (await findCommittee(tx, ballot.committeeId))!;
    const flagged = await flagBallot(
      tx,
      ballot,
      {
        ...{ personId: person.personId, since, foundBy: actor.personId },
        organisations: organisation === null ? [] : [organisation],
      },
      committee.zone,
    );
    if (!flagged)
      return refuse(
        "state",
        "X8",
        `${person.name} took no seat's last position and leaves no further seat recused; this ballot rests on nothing of it.`,
        "person",
      );
    const before = (await loadDeclarations(tx, candidate.id)).findLast((one) => one.personId === person.personId);
    const foundPart: InterestPart = {
      ...{ number: 0, kind: input.kind, class: "direct", organisationId: organisation, statement, since, until: null },
      ...{ shareHundredths: null, amount_eur: null, reference: null, issuer: null, foundBy: actor.personId },
    };
    const kept = (before?.parts ?? []).filter(
      (part) => part.kind !== foundPart.kind || part.organisationId !== organisation,
    );
    const parts = [...kept, foundPart].map((part, index) => ({ ...part, number: index + 1 }));
    const declaration = await saveDeclaration(tx, {
      ...{ id: context.newId(), candidateId: candidate.id, personId: person.personId, parts },
    });
    return {
      value: { reference: ballot.reference, seats: flagged.seats as string[] },
      minute: {
        object: ["ballot", ballot.id],
        role: roleOf(answer),
        committeeId: ballot.committeeId,
        candidateId: candidate.id,
        values: {
          ...flagged,
          reference: ballot.reference,
          person: person.personId,
          kind: input.kind,
          class: declaration.class,
          organisation,
          organisations: directOrganisationsOf(declaration.parts),
        },
      },
    };
  },
});
