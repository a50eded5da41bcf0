/** The comments of a candidate in the ISO form, with filters and paging by key; and the same as a file. */
import { stringify } from "csv-stringify/sync";
import type { Reader } from "../../../db/open.ts";
import { candidateThing, findCandidate } from "../../../db/store/candidate.ts";
import { countComments, findComments } from "../../../db/store/comment.ts";
import { findCommittee } from "../../../db/store/membership.ts";
import type { Candidate } from "../../../domain/candidate/candidate.ts";
import {
  type CommentState,
  type CommentType,
  commentStates,
  commentTypes,
} from "../../../domain/definition/comment.ts";
import { clauseText } from "../../../domain/definition/control-text.ts";
import { type Actor, isInCircle, roleIn } from "../../../domain/membership/role.ts";
import { powers } from "../../../domain/powers.ts";
import { slugOf } from "../../../domain/record/reference.ts";
import { type Answer, isRefusal, notFound } from "../../../domain/refusal.ts";
import { readHeadText } from "../../freeze-head.ts";
import { query } from "../../query.ts";
import { type CommentView, clauseNames, viewComments } from "./comment-view.ts";

const rowsMax = 50;
const rowsAtOnce = 500;

export type CommentsParams = {
  candidate: string;
  states?: string[];
  type?: string | null;
  clause?: string | null;
  after?: string | null;
};

function filterOf(params: CommentsParams) {
  const states = (params.states ?? []).filter((one): one is CommentState =>
    (commentStates as readonly string[]).includes(one),
  );
  const type = (commentTypes as readonly string[]).includes(params.type ?? "")
    ? (params.type as CommentType)
    : undefined;
  return { states, type, nid: params.clause || undefined };
}

async function textAround(tx: Reader, actor: Actor, candidate: Candidate) {
  const thing = await candidateThing(tx, candidate);
  const committee = (await findCommittee(tx, candidate.committeeId))!;
  const clauses = (await readHeadText(tx, candidate))?.text.clauses ?? [];
  return { actor, thing, committee, clauses };
}

export const commentsPage = query(async (tx, actor, params: CommentsParams) => {
  const candidate = await findCandidate(tx, params.candidate);
  if (!candidate || !isInCircle(actor, candidate.committeeId)) return notFound();
  const around = await textAround(tx, actor, candidate);
  const filter = filterOf(params);
  const after = /^\d{1,9}$/.test(params.after ?? "") ? Number(params.after) : undefined;
  const found = await findComments(tx, candidate.id, { ...filter, after, most: rowsMax + 1 });
  const rows = found.slice(0, rowsMax);
  const nameOf = clauseNames(around.clauses);
  const may = powers["make-comment"](actor, around.thing) as Answer;
  return {
    candidate: {
      reference: candidate.reference,
      slug: slugOf(candidate.reference),
      title: candidate.title,
      state: candidate.state,
      marking: candidate.marking,
    },
    committee: { code: around.committee.code, name: around.committee.name },
    clauses: around.clauses.map((clause) => ({
      nid: clause.nid,
      clause: nameOf(clause.nid),
      words: clauseText(clause).slice(0, 60),
    })),
    chosen: { states: filter.states, type: filter.type ?? null, clause: filter.nid ?? null },
    counts: await countComments(tx, candidate.id),
    rows: await viewComments(tx, rows, around),
    next: found.length > rowsMax ? String(rows.at(-1)!.number) : null,
    may: { "make-comment": isRefusal(may) ? may : null },
    /** Whether the page offers dispositions at all: to those who preside, whoever made the single comment. */
    presides: roleIn(actor, candidate.committeeId, "chair", "vice-chair") !== undefined,
    topics: [`candidate:${candidate.id}`],
  };
});

const head = [
  "Number",
  "From",
  "Clause",
  "Quoted text",
  "Type",
  "Comment",
  "Proposed change",
  "Version",
  "Made at",
  "Late",
  "State",
  "Disposition",
  "Reason",
];

/** A row of the file, in the order of the ISO form. */
function cellsOf(comment: CommentView): string[] {
  const instant = (at: number) => new Date(at).toISOString();
  return [
    String(comment.number),
    comment.by.speaksFor ?? comment.by.name,
    comment.clause.label || (comment.clause.kind ?? ""),
    comment.quote,
    comment.type,
    comment.body,
    comment.proposedChange,
    comment.version === null ? "" : String(comment.version),
    instant(comment.madeAt),
    comment.late ? "late" : "",
    comment.state,
    comment.disposition ?? "",
    comment.dispositionReason ?? "",
  ];
}

/** The filtered comments as CSV. Cells are quoted, and a cell that a spreadsheet would read as a formula is marked as text. */
export const commentsFile = query(async (tx, actor, params: CommentsParams) => {
  const candidate = await findCandidate(tx, params.candidate);
  if (!candidate || !isInCircle(actor, candidate.committeeId)) return notFound();
  const around = await textAround(tx, actor, candidate);
  const filter = filterOf(params);
  const rows: string[][] = [];
  for (let after = 0; ; ) {
    const found = await findComments(tx, candidate.id, { ...filter, after, most: rowsAtOnce });
    rows.push(...(await viewComments(tx, found, around)).map(cellsOf));
    if (found.length < rowsAtOnce) break;
    after = found.at(-1)!.number;
  }
  return {
    name: `${slugOf(candidate.reference)}-comments.csv`,
    marking: candidate.marking,
    characters: stringify([head, ...rows], { quoted: true, escape_formulas: true, record_delimiter: "windows" }),
  };
});
