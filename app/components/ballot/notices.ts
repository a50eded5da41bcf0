/**
 * Texts of notices, ready to send: neutral words, references, instants in three zones, a link. A pure function of the ballot;
 * what stands above CLEAR, a title or an outcome, is left to the page (rule Z7).
 */
import type { TFunction } from "i18next";
import type { BallotData } from "./ballot-data.ts";
import { instantWords, type ZoneOf } from "./instant-words.ts";

export type NoticeFacts = {
  ballot: Pick<
    BallotData["ballot"],
    "reference" | "slug" | "state" | "outcome" | "length_ms" | "opensAt" | "closesAt" | "closedAt" | "certifiedAt"
  >;
  /** Null where the ballot asks about no candidate or no text. */
  candidate: Pick<NonNullable<BallotData["candidate"]>, "reference" | "marking"> | null;
  version: Pick<NonNullable<BallotData["version"]>, "number" | "words"> | null;
  certifiesAt: number;
  origin: string;
  /** The committee's place and the writer's. */
  places: readonly [ZoneOf, ...ZoneOf[]];
};

const day_ms = 86_400_000;

export type NoticeName = "opening" | "extension" | "closing" | "result" | "void";

/** Which notices belong to the ballot's state, the one of its latest step first. */
function namesOf({ ballot }: NoticeFacts): NoticeName[] {
  const { state, opensAt, closesAt, length_ms } = ballot;
  if (state === "drafted") return ["opening"];
  if (state === "open") {
    const moved = opensAt !== null && closesAt !== null && closesAt > opensAt + length_ms;
    return moved ? ["extension", "opening"] : ["opening"];
  }
  if (["closed", "challenged", "sealed"].includes(state)) return ["closing"];
  if (state === "certified") return ["result", "closing"];
  return state === "void" ? ["void"] : [];
}

export function noticesOf(t: TFunction<"console">, facts: NoticeFacts): { name: NoticeName; text: string }[] {
  const { ballot, candidate, version, certifiesAt, origin, places } = facts;
  const when = (at: number | null) => (at === null ? "" : instantWords(at, places));
  const values = {
    reference: ballot.reference,
    about:
      candidate && version
        ? t("notices.about", { version: version.number, candidate: candidate.reference })
        : t("notices.aboutProcedure"),
    hash: version ? `${t("notices.hash", { words: version.words.join(" ") })}\n` : "",
    days: Math.round(ballot.length_ms / day_ms),
    closes: when(ballot.closesAt),
    closed: when(ballot.closedAt),
    certifies: when(certifiesAt),
    certified: when(ballot.certifiedAt),
    outcome: ballot.outcome === null ? "" : t(`ballot:outcome.${ballot.outcome}`).toLowerCase(),
    link: `${origin}/ballots/${ballot.slug}`,
  };
  const keyOf = (name: NoticeName) => {
    if (name === "opening" && ballot.state === "drafted") return "openingDrafted";
    return name === "result" && candidate?.marking === "CLEAR" ? "resultClear" : name;
  };
  return namesOf(facts).map((name) => ({ name, text: t(`notices.${keyOf(name)}`, values) }));
}
