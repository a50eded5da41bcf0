/** A frozen version: its text as it was hashed, and what changed from another version, clause by clause. */

import { findCandidate } from "../../../db/store/candidate.ts";
import { findDefinition, findVersion, loadVersionHeads, type Version } from "../../../db/store/definition.ts";
import { findCommittee } from "../../../db/store/membership.ts";
import { changeClasses, classifyRedline } from "../../../domain/definition/change-class.ts";
import type { ControlText } from "../../../domain/definition/control-text.ts";
import { redline } from "../../../domain/definition/redline.ts";
import { textHashWords } from "../../../domain/definition/text-hash-words.ts";
import { isInCircle } from "../../../domain/membership/role.ts";
import { notFound } from "../../../domain/refusal.ts";
import { sha256 } from "../../freeze-head.ts";
import { query } from "../../query.ts";
import { candidateHead } from "../candidate/candidate-head.ts";
import { clauseNames } from "./comment-view.ts";
import { carriedAmendments } from "./text-history.ts";

const numberOf = (word: string | null | undefined) => (/^\d{1,6}$/.test(word ?? "") ? Number(word) : null);

const textOf = (version: Version) => JSON.parse(version.text) as ControlText;

/** The earlier of the two stands on the left, whichever of them the page is about. */
function comparison(one: Version, other: Version) {
  const [before, after] = one.number < other.number ? [one, other] : [other, one];
  const [old, now] = [textOf(before), textOf(after)];
  const lines = redline(old, now);
  const changes = classifyRedline(old, now, lines);
  const [oldName, newName] = [clauseNames(old.clauses), clauseNames(now.clauses)];
  return {
    before: before.number,
    after: after.number,
    lines,
    changes: changes.map((change) => {
      const name = newName(change.nid);
      return { ...change, clause: name.gone ? oldName(change.nid) : name };
    }),
    counts: changeClasses.flatMap((name) => {
      const count = changes.filter((change) => change.class === name).length;
      return count > 0 ? [{ class: name, count }] : [];
    }),
  };
}

export type VersionParams = { candidate: string; version: string; with?: string | null };

export const versionPage = query(async (tx, actor, params: VersionParams) => {
  const candidate = await findCandidate(tx, params.candidate);
  const number = numberOf(params.version);
  if (!candidate || number === null || !isInCircle(actor, candidate.committeeId)) return notFound();
  const definition = await findDefinition(tx, candidate.id);
  const version = definition ? await findVersion(tx, definition.id, number) : null;
  if (!definition || !version) return notFound();
  const otherNumber = numberOf(params.with);
  const other =
    otherNumber === null || otherNumber === number ? null : await findVersion(tx, definition.id, otherNumber);
  const committee = (await findCommittee(tx, candidate.committeeId))!;
  const text = textOf(version);
  const { text: _, id: __, ...head } = version;
  return {
    candidate: candidateHead(candidate),
    committee: { code: committee.code, name: committee.name },
    version: { ...head, words: textHashWords(version.textHash), isWhole: sha256(version.text) === version.textHash },
    clauses: text.clauses,
    terms: text.terms,
    versions: (await loadVersionHeads(tx, definition.id)).map((one) => ({
      number: one.number,
      frozenAt: one.frozenAt,
      reason: one.reason,
    })),
    comparison: other ? comparison(version, other) : null,
    amendments: await carriedAmendments(tx, candidate.id, definition.id, number),
    topics: [`candidate:${candidate.id}`],
  };
});
