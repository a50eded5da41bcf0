/**
 * A definition as a file: its text as it stands, or a version of it, clean or with the changes from another version. Its
 * marking is the highest of all it holds, and where no delegation may read all of it, it is not taken out (rule Z4).
 */

import type { Reader } from "../../../db/open.ts";
import { candidateThing, findCandidate } from "../../../db/store/candidate.ts";
import { findDefinition, findVersion } from "../../../db/store/definition.ts";
import { findMember } from "../../../db/store/membership.ts";
import type { Candidate } from "../../../domain/candidate/candidate.ts";
import { canonicalText } from "../../../domain/definition/canonical-text.ts";
import type { ControlText } from "../../../domain/definition/control-text.ts";
import { textHashWords } from "../../../domain/definition/text-hash-words.ts";
import { writePlainText } from "../../../domain/definition/write-plain-text.ts";
import type { Actor } from "../../../domain/membership/role.ts";
import { powers } from "../../../domain/powers.ts";
import { type Circle, derivedCircle } from "../../../domain/record/marking.ts";
import { slugOf } from "../../../domain/record/reference.ts";
import { isRefusal, notFound, type Refusal, refuse } from "../../../domain/refusal.ts";
import { definitionHtml } from "../../exchange/definition-html.ts";
import { changedLines, cleanLines, type DefinitionOut } from "../../exchange/definition-out.ts";
import { definitionWord } from "../../exchange/definition-word.ts";
import { readHeadText, sha256 } from "../../freeze-head.ts";
import { query } from "../../query.ts";

export const definitionFileKinds = ["docx", "html", "json", "txt"] as const;
export type DefinitionFileKind = (typeof definitionFileKinds)[number];

/** The text as it stands has no number yet. */
export const headWord = "head";

type Taken = {
  /** `head`, or the number of the version. */
  name: string;
  words: string;
  text: ControlText;
  /** Canonical JSON, of which the hash is taken. */
  canonical: string;
  frozenAt: number;
  frozenBy: string | null;
};

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

async function takeOut(tx: Reader, candidate: Candidate, name: string): Promise<Taken | null> {
  if (name === headWord) {
    const head = await readHeadText(tx, candidate);
    if (!head) return null;
    const { text } = head;
    const words = `Draft of ${dayOf(head.definition.changedAt)}`;
    return { name, words, text, canonical: canonicalText(text), frozenAt: head.definition.changedAt, frozenBy: null };
  }
  const definition = /^\d{1,6}$/.test(name) ? await findDefinition(tx, candidate.id) : null;
  const version = definition ? await findVersion(tx, definition.id, Number(name)) : null;
  if (!version) return null;
  return {
    name: String(version.number),
    words: `Version ${version.number} of ${dayOf(version.frozenAt)}`,
    text: JSON.parse(version.text) as ControlText,
    canonical: version.text,
    frozenAt: version.frozenAt,
    frozenBy: version.frozenBy,
  };
}

/** Rules Z3, Z4: the circle of all that goes out, and whether the actor is in it. */
async function circleFor(tx: Reader, actor: Actor, texts: ControlText[]): Promise<Circle | Refusal> {
  const circle = derivedCircle(texts.flatMap(({ clauses }) => clauses));
  if (isRefusal(circle) || circle.caveat.length === 0) return circle;
  const member = actor.kind === "person" && actor.memberId ? await findMember(tx, actor.memberId) : null;
  if (member && circle.caveat.includes(member.code)) return circle;
  return refuse("marking", "Z3", `The text holds clauses that only ${circle.caveat.join(", ")} may read.`);
}

function outOf(candidate: Candidate, taken: Taken, other: Taken | null, circle: Circle): DefinitionOut {
  const textHash = sha256(taken.canonical);
  return {
    reference: candidate.reference,
    title: candidate.title,
    marking: [`TLP:${circle.marking}`, ...(circle.caveat.length > 0 ? [`only ${circle.caveat.join(", ")}`] : [])].join(
      " ",
    ),
    version: taken.words,
    hashWords: textHashWords(textHash).join(" "),
    textHash,
    changesFrom:
      other === null ? null : { version: other.words, by: taken.frozenBy ?? candidate.reference, at: taken.frozenAt },
    lines: other === null ? cleanLines(taken.text) : changedLines(other.text, taken.text),
    terms: taken.text.terms,
  };
}

/** Plain words for people and for the import: what they are of stands on the first line. */
function plainOf(out: DefinitionOut, { text }: Taken): string {
  const head = [out.marking, out.reference, out.version, out.hashWords].join(" · ");
  return `${head}\n\n${writePlainText({ reference: "", clauses: text.clauses }, "indented")}`;
}

export type DefinitionFileParams = {
  candidate: string;
  version: string;
  as: DefinitionFileKind;
  /** The version that the changes are shown from, in a Word file or a page. */
  with?: string | null;
};

export const definitionFile = query(async (tx, actor, params: DefinitionFileParams) => {
  const candidate = await findCandidate(tx, params.candidate);
  if (!candidate) return notFound();
  const answer = powers["read-definition"](actor, await candidateThing(tx, candidate));
  if (isRefusal(answer)) return notFound();
  const taken = await takeOut(tx, candidate, params.version);
  if (!taken) return notFound();
  const isMarkedUp = params.as === "docx" || params.as === "html";
  const other = params.with && isMarkedUp ? await takeOut(tx, candidate, params.with) : null;
  if (params.with && isMarkedUp && !other) return notFound();
  const circle = await circleFor(tx, actor, other ? [taken.text, other.text] : [taken.text]);
  if (isRefusal(circle)) return { refusal: circle };
  const out = outOf(candidate, taken, other, circle);
  const changes = other ? `-changes-from-${other.name}` : "";
  const file = {
    refusal: null,
    name: `${slugOf(candidate.reference)}-${taken.name === headWord ? "draft" : `version-${taken.name}`}${changes}.${params.as}`,
    marking: out.marking,
    textHash: out.textHash,
  };
  if (params.as === "docx") return { ...file, characters: null, word: definitionWord(out) };
  const characters =
    params.as === "html" ? definitionHtml(out) : params.as === "json" ? taken.canonical : plainOf(out, taken);
  return { ...file, characters, word: null };
});
