/** The versions of a text in time: what each changed, who changed it, and which amendments it carries. A page by key. */

import { and, desc, eq, lt } from "drizzle-orm";
import * as Y from "yjs";
import { candidateThing, findCandidate } from "../../../db/store/candidate.ts";
import { changeClasses, classifyChanges } from "../../../domain/definition/change-class.ts";
import type { ControlText } from "../../../domain/definition/control-text.ts";
import { textHashWords } from "../../../domain/definition/text-hash-words.ts";
import { isInCircle } from "../../../domain/membership/role.ts";
import { powers } from "../../../domain/powers.ts";
import { isRefusal, notFound } from "../../../domain/refusal.ts";
import { readHeadText } from "../../freeze-head.ts";
import { query } from "../../query.ts";
import { candidateHead } from "../candidate/candidate-head.ts";
import { clauseNames } from "./comment-view.ts";
import { authorsBetween, beforeText, enteredBetween, pointOfVersion, type TextPoint } from "./text-history.ts";

const versionsMax = 12;
/** As many changed clauses of a version as the timeline tells; all of them stand in the comparison. */
const changesMax = 6;

const emptyText: ControlText = { format: "plenary-control-text/1", reference: "", title: "", terms: [], clauses: [] };

export const versionsPage = query(async (tx, actor, params: { candidate: string; before?: string | null }) => {
  const candidate = await findCandidate(tx, params.candidate);
  if (!candidate || !isInCircle(actor, candidate.committeeId)) return notFound();
  const head = await readHeadText(tx, candidate);
  if (!head) return notFound();
  const { versions, people } = tx.t;
  const before = /^\d{1,9}$/.test(params.before ?? "") ? Number(params.before) : null;
  const rows = await tx
    .select({ version: versions, frozenBy: people.name })
    .from(versions)
    .leftJoin(people, eq(people.id, versions.frozenBy))
    .where(
      and(eq(versions.definitionId, head.definition.id), before === null ? undefined : lt(versions.number, before)),
    )
    .orderBy(desc(versions.number))
    .limit(versionsMax + 1);
  const of = { definitionId: head.definition.id, candidateId: candidate.id };

  /** One stretch of the history: from the point before to this one. */
  const stretch = async ([old, from]: [ControlText, TextPoint], [now, to]: [ControlText, TextPoint]) => {
    const changes = classifyChanges(old, now);
    const [oldName, newName] = [clauseNames(old.clauses), clauseNames(now.clauses)];
    const nameOf = (nid: string) => (newName(nid).gone ? oldName(nid) : newName(nid));
    const authors = await authorsBetween(tx, of, from, to);
    return {
      counts: changeClasses.flatMap((name) => {
        const count = changes.filter((change) => change.class === name).length;
        return count > 0 ? [{ class: name, count }] : [];
      }),
      changes: changes.slice(0, changesMax).map((change) => ({ ...change, clause: nameOf(change.nid) })),
      changesLeft: Math.max(0, changes.length - changesMax),
      authors: authors.map(({ nids, ...share }) => ({
        ...share,
        clauses: nids.filter((nid) => nid !== "").map((nid) => ({ nid, clause: nameOf(nid) })),
      })),
      amendments: await enteredBetween(tx, candidate.id, from.sequence, to.sequence),
    };
  };

  const point = (row: (typeof rows)[number]): [ControlText, TextPoint] => [
    JSON.parse(row.version.text) as ControlText,
    pointOfVersion(row.version),
  ];
  const shown = rows.slice(0, versionsMax);
  const points = rows.map(point);
  const told = [];
  for (const [at, { version, frozenBy }] of shown.entries()) {
    const from = points[at + 1] ?? [emptyText, beforeText];
    told.push({
      number: version.number,
      reason: version.reason,
      frozenAt: version.frozenAt,
      frozenBy,
      words: textHashWords(version.textHash),
      ...(await stretch(from, points[at]!)),
    });
  }
  const latest = points[0] ?? [emptyText, beforeText];
  const isNewest = before === null;
  const headPoint: TextPoint = {
    sequence: head.loaded.head.sequence,
    state: Y.decodeStateVector(Y.encodeStateVector(head.loaded.doc)),
    doc: head.loaded.doc,
  };
  const draft =
    isNewest && headPoint.sequence > latest[1].sequence
      ? { changedAt: head.definition.changedAt, ...(await stretch(latest, [head.text, headPoint])) }
      : null;
  const may = powers["restore-version"](actor, await candidateThing(tx, candidate));
  return {
    candidate: candidateHead(candidate),
    /** What was written since the newest version; null where nothing was. */
    draft,
    versions: told,
    next: rows.length > versionsMax ? String(shown.at(-1)!.version.number) : null,
    may: { "restore-version": isRefusal(may) ? may : null },
    topics: [`candidate:${candidate.id}`],
  };
});
