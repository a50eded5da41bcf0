/**
 * The comments of a candidate as a file: separated values and Word in the layout of ISO, and JSON with all that is known. The
 * same comments give the same bytes of text, and what is taken out can be brought back in.
 */
import type { Reader } from "../../../db/open.ts";
import { findComments } from "../../../db/store/comment.ts";
import { findDefinition, findLatestVersion } from "../../../db/store/definition.ts";
import {
  columnHeads,
  commentColumns,
  nameClauses,
  rowId,
  typeCode,
  writeObservation,
} from "../../../domain/definition/comment-layout.ts";
import { textHashWords } from "../../../domain/definition/text-hash-words.ts";
import type { Actor } from "../../../domain/membership/role.ts";
import { slugOf } from "../../../domain/record/reference.ts";
import { notFound } from "../../../domain/refusal.ts";
import { commentsFormat } from "../../exchange/comment-json.ts";
import { writeTable } from "../../exchange/table-text.ts";
import { plainCell, plainParagraph } from "../../exchange/word-file.ts";
import type { WordFile } from "../../exchange/write-word.ts";
import { query } from "../../query.ts";
import { type CommentView, viewComments } from "./comment-view.ts";
import { type CommentsParams, commentsAround, filterOf } from "./comments-page.ts";

const rowsAtOnce = 500;

type Around = NonNullable<Awaited<ReturnType<typeof commentsAround>>>;

/** The clause as a file names it; a clause that is gone keeps its id, by which the record knows it. */
export function clauseNamer(clauses: Around["clauses"]): (nid: string) => string {
  const names = new Map(nameClauses(clauses).map(({ nid, name }) => [nid, name]));
  return (nid) => (nid === "" ? "" : (names.get(nid) ?? `removed ${nid}`));
}

export function observationsOf(comment: Pick<CommentView, "disposition" | "dispositionReason" | "carriedBy">): string {
  if (comment.disposition === null) return "";
  const { disposition: word, carriedBy: carrier, dispositionReason } = comment;
  return writeObservation({ word, carrier, reason: dispositionReason ?? "" });
}

const memberOf = (comment: CommentView) => comment.by.memberCode ?? "OBS";
const instant = (at: number) => new Date(at).toISOString();

/** The columns of ISO. */
function cellsOf(comment: CommentView, reference: string, clauseName: (nid: string) => string): string[] {
  return [
    rowId(reference, comment.number),
    memberOf(comment),
    clauseName(comment.nid),
    comment.quote,
    typeCode(comment.type),
    comment.body,
    comment.proposedChange,
    observationsOf(comment),
  ];
}

const isoHead: string[] = commentColumns.map((column) => columnHeads[column]);
const furtherHead = ["Version", "Made at", "Late", "State"];

function furtherCells(comment: CommentView): string[] {
  return [
    comment.version === null ? "" : String(comment.version),
    instant(comment.madeAt),
    comment.late ? (comment.admittedAt === null ? "late" : "late, admitted") : "",
    comment.state,
  ];
}

function jsonOf(comment: CommentView, clauseName: (nid: string) => string) {
  return {
    number: comment.number,
    member: memberOf(comment),
    name: comment.by.name,
    nid: comment.nid,
    clause: clauseName(comment.nid),
    quote: comment.quote,
    type: comment.type,
    comment: comment.body,
    proposedChange: comment.proposedChange,
    version: comment.version,
    madeAt: instant(comment.madeAt),
    late: comment.late,
    admittedAt: comment.admittedAt === null ? null : instant(comment.admittedAt),
    state: comment.state,
    disposition: comment.disposition,
    carriedBy: comment.carriedBy,
    reason: comment.dispositionReason,
    thread: comment.thread.map(({ kind, word, carriedBy, by, body, at }) => ({
      ...{ kind, word, carriedBy, by, body },
      at: instant(at),
    })),
  };
}

async function wordOf(tx: Reader, { candidate }: Around, rows: string[][]): Promise<WordFile> {
  const definition = await findDefinition(tx, candidate.id);
  const version = definition ? await findLatestVersion(tx, definition.id) : null;
  const title = `Comments on ${candidate.title}`;
  return {
    title,
    marking: `TLP:${candidate.marking}`,
    reference: candidate.reference,
    version: version ? `Version ${version.number}` : "Draft, no version yet",
    hashWords: version ? textHashWords(version.textHash).join(" ") : "",
    landscape: true,
    columns: [12, 6, 8, 16, 5, 24, 24, 24],
    blocks: [
      { paragraph: plainParagraph(title, { style: "heading 1", level: 0 }) },
      { table: { rows: [isoHead, ...rows].map((row) => row.map(plainCell)) } },
    ],
  };
}

/** Every comment of the filter, read in parts. */
async function allOf(tx: Reader, actor: Actor, around: Around, params: CommentsParams): Promise<CommentView[]> {
  const { filter } = await filterOf(tx, actor, around.candidate.id, params);
  const views: CommentView[] = [];
  for (let after = 0; ; ) {
    const found = await findComments(tx, around.candidate.id, { ...filter, after, most: rowsAtOnce });
    views.push(...(await viewComments(tx, found, around)));
    if (found.length < rowsAtOnce) return views;
    after = found.at(-1)!.number;
  }
}

export type CommentsAs = "csv" | "json" | "docx";

/** The filtered comments as a file: `characters` for text, `word` for what is still to be packed. */
export const commentsFile = query(async (tx, actor, params: CommentsParams & { as: CommentsAs }) => {
  const around = await commentsAround(tx, actor, params.candidate);
  if (!around) return notFound();
  const { reference, marking } = around.candidate;
  const views = await allOf(tx, actor, around, params);
  const clauseName = clauseNamer(around.clauses);
  const rows = views.map((view) => cellsOf(view, reference, clauseName));
  const file = { name: `${slugOf(reference)}-comments.${params.as}`, marking };
  if (params.as === "docx") return { ...file, characters: null, word: await wordOf(tx, around, rows) };
  if (params.as === "csv") {
    const table = [[...isoHead, ...furtherHead], ...rows.map((row, at) => [...row, ...furtherCells(views[at]!)])];
    return { ...file, characters: writeTable(table), word: null };
  }
  const comments = views.map((view) => jsonOf(view, clauseName));
  const json = { format: commentsFormat, reference, title: around.candidate.title, marking, comments };
  return { ...file, characters: `${JSON.stringify(json, null, 2)}\n`, word: null };
});
