/** What opening freezes (rule B2). The SHA-256 of its canonical JSON is the ballot's identity, so its shape never changes. */
import { canonicalJson } from "../definition/canonical-text.ts";
import { type Instant, writeInstant } from "../instant.ts";
import type { BallotMode, BallotType } from "./ballot-type.ts";
import type { RollMark } from "./question.ts";

/** A seat as it is written into the record: by its name, which positions and account cite, and by its id. */
export type RecordedSeat = { seatId: string; name: string; memberId: string } & RollMark;

/** What a ballot does not have is absent, so that a later kind of ballot changes no identity of an earlier one. */
export type BallotRecord = {
  reference: string;
  /** The committee's code, and the candidate's reference where it is about one. */
  committee: string;
  candidate?: string;
  /** Named where the question is about no text (rule B1). */
  subject?: "procedure" | "office";
  question: string;
  type: BallotType;
  mode: BallotMode;
  definitionVersion?: number;
  textHash?: string;
  options?: readonly string[];
  tieOrder?: readonly string[];
  atMost?: number;
  /** The type that a question of procedure chooses (rule B29). */
  chosenType?: BallotType;
  ruleBook: string;
  opensAt: Instant;
  closesAt: Instant;
  /** In order. */
  roll: readonly RecordedSeat[];
  /** Reference of the ballot that this one comes after (rule B36). */
  previous: string | null;
  /** Of a sealed ballot only (rule B39): the key that positions are sealed to, and who holds its shares. */
  sealing?: RecordedSealing;
};

/** `needed` of the shares open the ballot; a share that is handed in later must answer to its commitment. */
export type RecordedSealing = {
  publicKey: string;
  needed: number;
  holders: readonly { number: number; person: string; seat: string; commitment: string }[];
};

/** The canonical JSON that is stored and hashed; instants stand in it as text in UTC. */
export function canonicalRecord({ opensAt, closesAt, roll, ...rest }: BallotRecord): string {
  return canonicalJson({
    format: "plenary-ballot-record/1",
    ...rest,
    opensAt: writeInstant(opensAt),
    closesAt: writeInstant(closesAt),
    roll: roll.map(recordedSeat),
  });
}

function recordedSeat({ seatId, name, memberId, class: seatClass, weight }: RecordedSeat) {
  return { id: seatId, seat: name, member: memberId, class: seatClass, weight };
}
