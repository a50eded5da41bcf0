/** What a ballot can be drafted on in a committee, or on a candidate: the kinds of question, and the fields of the chosen one. */
import type { Reader } from "../../../db/open.ts";
import { findLatestFrozen } from "../../../db/store/ballot.ts";
import { isTypeChosen } from "../../../db/store/ballot-question.ts";
import { presentRoll } from "../../../db/store/ballot-roll.ts";
import { candidateThing, findCandidate } from "../../../db/store/candidate.ts";
import { findCommittee, loadRecusals } from "../../../db/store/membership.ts";
import { type BallotType, ballotTypes, typeRule } from "../../../domain/ballot/ballot-type.ts";
import {
  type BallotSubject,
  chosenTypes,
  markOf,
  optionsMax,
  optionsMin,
  subjectCheck,
} from "../../../domain/ballot/question.ts";
import type { Candidate } from "../../../domain/candidate/candidate.ts";
import { day_ms } from "../../../domain/instant.ts";
import { isInCircle } from "../../../domain/membership/role.ts";
import { powers } from "../../../domain/powers.ts";
import { slugOf } from "../../../domain/record/reference.ts";
import { isRefusal, notFound } from "../../../domain/refusal.ts";
import { query } from "../../query.ts";

export type Asking = { subject: BallotSubject; type: BallotType };

export type NewBallotParams = {
  committee?: string | null;
  candidate?: string | null;
  /** `subject:type`, as the form of the first step gives it. */
  ask?: string | null;
};

export const newBallotPage = query(async (tx, actor, params: NewBallotParams) => {
  const candidate = await findCandidate(tx, params.candidate || null);
  if (params.candidate && !candidate) return notFound();
  const committee = await findCommittee(tx, candidate?.committeeId ?? params.committee ?? "");
  if (!committee || !isInCircle(actor, committee.id)) return notFound();
  const thing = candidate
    ? await candidateThing(tx, candidate)
    : { committeeId: committee.id, ...(await loadRecusals(tx, committee.id, null)) };
  const answer = powers["draft-ballot"](actor, thing);
  const kinds = await kindsOf(tx, candidate);
  const chosen = kinds.find(({ subject, type }) => `${subject}:${type}` === params.ask) ?? null;
  const version = candidate ? await findLatestFrozen(tx, candidate.id) : null;
  return {
    committee: { code: committee.code, name: committee.name },
    candidate: candidate && {
      slug: slugOf(candidate.reference),
      reference: candidate.reference,
      title: candidate.title,
      state: candidate.state,
    },
    version: version?.number ?? null,
    kinds,
    chosen: chosen && (await fieldsOf(tx, committee.id, candidate, chosen)),
    may: isRefusal(answer) ? answer : null,
  };
});

/** The questions that can be put, by what they are about; a text has the types that were chosen for it (rules B29, M6). */
async function kindsOf(tx: Reader, candidate: Candidate | null): Promise<Asking[]> {
  const ofText: Asking[] = [];
  if (candidate !== null) {
    ofText.push({ subject: "text", type: "recommendation" });
    for (const type of chosenTypes)
      if (await isTypeChosen(tx, candidate.id, type)) ofText.push({ subject: "text", type });
  }
  const others = (candidate === null ? (["procedure", "office"] as const) : (["procedure"] as const)).flatMap(
    (subject) => ballotTypes.map((type) => ({ subject, type })).filter((one) => !isRefusal(subjectCheck(one))),
  );
  return [...ofText, ...others];
}

async function fieldsOf(tx: Reader, committeeId: string, candidate: Candidate | null, { subject, type }: Asking) {
  const { choices, durationMin_ms } = typeRule(type);
  const kind = markOf(type);
  const roll = kind === null ? [] : await presentRoll(tx, committeeId);
  return {
    subject,
    type,
    days: Math.ceil(durationMin_ms / day_ms),
    /** A straw poll may have options or be decided by words. */
    options: choices.length === 0 ? null : { least: optionsMin, most: optionsMax, required: type !== "straw-poll" },
    tieOrder: type === "ranked-irv",
    atMost: type === "approval",
    chosenTypes: candidate !== null && subject === "procedure" && type === "simple-majority" ? [...chosenTypes] : [],
    marks: kind && { kind, seats: roll.map(({ seatId, name }) => ({ id: seatId, name })) },
  };
}
