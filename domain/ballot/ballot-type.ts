/** The ten types of ballot: table B as data, with the words of P1, the quorum marks of B12c and the durations of B5. */
import { day_ms } from "../instant.ts";

/** The words of a position (rule P1). */
export const positionWords = ["yes", "no-objection", "discuss", "no", "abstain", "recuse"] as const;
export type PositionWord = (typeof positionWords)[number];

export const ballotTypes = [
  "recommendation",
  "iso",
  "simple-majority",
  "two-thirds",
  "consensus",
  "weighted",
  "approval",
  "ranked-irv",
  "ranked-schulze",
  "straw-poll",
] as const;
export type BallotType = (typeof ballotTypes)[number];

/** Rules B38, B39, B43. */
export const ballotModes = ["RECORDED", "SEALED", "SECRET"] as const;
export type BallotMode = (typeof ballotModes)[number];

/** Ids of the conditions that a result lists as failing (rule B35). */
export type ConditionId =
  | "B12a"
  | "B12b"
  | "B12c"
  | "B13"
  | "B14"
  | "B15"
  | "B16"
  | "B17"
  | "B18"
  | "B19"
  | "B20"
  | "B21"
  | "B22"
  | "B24"
  | "B25"
  | "B26"
  | "B27"
  | "B28";

export type TypeRule = {
  words: readonly PositionWord[];
  /** What a position may hold beside a word. */
  choices: readonly ("set" | "ranking")[];
  /** Whether options may share a place in a ranking (rules B25, B27). */
  equalPlaces: boolean;
  conditions: readonly ConditionId[];
  /** Whether more than half of E must have a position (rule B12c). */
  quorum: boolean;
  /** Least duration (rule B5). */
  durationMin_ms: number;
  /** Whether the type may adopt text at all (rule B29). */
  adoptsText: boolean;
};

const plain = ["yes", "no", "abstain", "recuse"] as const;
const beside = ["abstain", "recuse"] as const;
const words = { choices: [], equalPlaces: false } as const;
const ranking = { words: beside, choices: ["ranking"], quorum: true, durationMin_ms: 7 * day_ms } as const;

/** Table B with B5, B29 and B30. A straw poll has no condition and no quorum. */
export const typeRules = {
  recommendation: {
    ...words,
    words: positionWords,
    conditions: ["B13", "B14", "B15", "B16"],
    quorum: false,
    durationMin_ms: 14 * day_ms,
    adoptsText: true,
  },
  iso: {
    ...words,
    words: plain,
    conditions: ["B17", "B18"],
    quorum: true,
    durationMin_ms: 14 * day_ms,
    adoptsText: true,
  },
  "simple-majority": {
    ...words,
    words: plain,
    conditions: ["B19"],
    quorum: true,
    durationMin_ms: 3 * day_ms,
    adoptsText: false,
  },
  "two-thirds": {
    ...words,
    words: plain,
    conditions: ["B20"],
    quorum: false,
    durationMin_ms: 7 * day_ms,
    adoptsText: true,
  },
  consensus: {
    ...words,
    words: ["yes", "no-objection", "discuss", "abstain", "recuse"],
    conditions: ["B14", "B16"],
    quorum: true,
    durationMin_ms: 14 * day_ms,
    adoptsText: true,
  },
  weighted: {
    ...words,
    words: plain,
    conditions: ["B21", "B22"],
    quorum: false,
    durationMin_ms: 14 * day_ms,
    adoptsText: true,
  },
  approval: {
    words: beside,
    choices: ["set"],
    equalPlaces: false,
    conditions: ["B24"],
    quorum: true,
    durationMin_ms: 7 * day_ms,
    adoptsText: false,
  },
  "ranked-irv": { ...ranking, equalPlaces: false, conditions: ["B25", "B26"], adoptsText: false },
  "ranked-schulze": { ...ranking, equalPlaces: true, conditions: ["B27", "B28"], adoptsText: false },
  "straw-poll": {
    words: positionWords,
    choices: ["set", "ranking"],
    equalPlaces: true,
    conditions: [],
    quorum: false,
    durationMin_ms: day_ms,
    adoptsText: false,
  },
} as const satisfies Record<BallotType, TypeRule>;

/** The row of table B. */
export function typeRule(type: BallotType): TypeRule {
  return typeRules[type];
}

/** The words of a type: in SEALED mode `discuss` is none of them (rule B42). */
export function wordsOf(type: BallotType, mode: BallotMode): readonly PositionWord[] {
  const all = typeRule(type).words;
  return mode === "SEALED" ? all.filter((word) => word !== "discuss") : all;
}

/** Types that are about options, whose counts are of sets and rankings (rule B11). A straw poll is one if it has options. */
export function isAboutOptions(type: BallotType, options: readonly string[] | undefined): boolean {
  if (type === "straw-poll") return options !== undefined;
  return typeRule(type).choices.length > 0;
}

/** Words that need a reason (rule P7). */
export function needsReason(word: string): boolean {
  return word === "no" || word === "discuss" || word === "recuse";
}
