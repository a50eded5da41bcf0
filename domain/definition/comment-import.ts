/**
 * What a table of comments that somebody brings would do, row by row: new comments of the own delegation, dispositions by the
 * chair, or nothing. A cell that is not understood stops its own row and no other (rules K1, K4, K9, K10).
 */
import type { Refusal } from "../refusal.ts";
import { type CommentType, carrierWord, checkComment, checkDisposition, type DispositionWord } from "./comment.ts";
import {
  type CommentCells,
  type CommentColumn,
  carrierOf,
  commentColumns,
  type NamedClause,
  readClause,
  readObservation,
  readRowId,
  readType,
  writeObservation,
} from "./comment-layout.ts";

/** A row as the file holds it; `nid` where the file names the clause by its id. */
export type BroughtRow = { line: number; cells: CommentCells; nid?: string };

export type KnownComment = {
  id: string;
  number: number;
  nid: string;
  quote: string;
  type: CommentType;
  body: string;
  proposedChange: string;
  memberCode: string | null;
  own: boolean;
  observations: string;
  /** Why this person may not dispose of it now; null where the person may. */
  mayDispose: Refusal | null;
};

export type ImportAround = {
  reference: string;
  clauses: NamedClause[];
  amendments: { id: string; number: number }[];
  /** The member for which the person comments; null for observers. */
  ownMember: string | null;
  mayMake: Refusal | null;
  comments: KnownComment[];
};

export type CellFault = { column: CommentColumn; reason: string };
export type NewComment = { nid: string; quote: string; type: CommentType; body: string; proposedChange: string };
export type NewDisposition = {
  comment: string;
  number: number;
  type: CommentType;
  word: DispositionWord;
  reason: string;
  carriedBy: string;
};

export type ReadRow = {
  line: number;
  cells: CommentCells;
  faults: CellFault[];
  /** What was left aside though the row is understood. */
  notes: string[];
  /** The comment that the row is about, where there is one. */
  number: number | null;
} & (
  | { will: "make"; make: NewComment }
  | { will: "dispose"; dispose: NewDisposition }
  | { will: "leave" }
  | { will: "unread" }
);

const plain = (words: string) => words.replaceAll(/\r\n?/g, "\n").trim();
const same = (one: string, other: string) => plain(one) === plain(other);

const lengthsMax: Partial<Record<CommentColumn, number>> = {
  quote: 500,
  body: 8000,
  proposedChange: 8000,
  observations: 4000,
};

function tooLong(cells: CommentCells): CellFault[] {
  return commentColumns.flatMap((column) => {
    const most = lengthsMax[column];
    const has = cells[column].trim().length;
    return most !== undefined && has > most
      ? [{ column, reason: `It may have at most ${most} characters; this has ${has}.` }]
      : [];
  });
}

/** A row about a comment that is there: only its observations can do anything. */
function readKnown(row: BroughtRow, known: KnownComment, around: ImportAround): ReadRow {
  const base = { line: row.line, cells: row.cells, number: known.number };
  const changed = (["quote", "body", "proposedChange"] as const).filter(
    (column) => row.cells[column].trim() !== "" && !same(row.cells[column], known[column]),
  );
  const notes =
    changed.length === 0
      ? []
      : ["Its words differ from those of the comment; what was said is never changed by a file."];
  const { observations } = row.cells;
  if (plain(observations) === "" || same(observations, known.observations))
    return { ...base, faults: [], notes, will: "leave" };
  const fault = (reason: string): ReadRow => ({
    ...base,
    notes,
    faults: [{ column: "observations", reason }],
    will: "unread",
  });
  const said = readObservation(observations)!;
  if (!("word" in said)) return fault(said.reason);
  if (known.mayDispose) return fault(known.mayDispose.reason);
  const carrier = said.carrier === null ? null : carrierOf(said.carrier, around.amendments);
  if (said.carrier !== null && carrier === null) return fault("No amendment of this candidate has that number.");
  const form = checkDisposition(said.word, said.reason, carrier);
  if ("refused" in form)
    return fault(
      said.word === "accepted"
        ? `${form.reason} Write, for example, "${writeObservation({ ...said, carrier: { version: 2 } })}".`
        : form.reason,
    );
  const dispose = {
    comment: known.id,
    number: known.number,
    type: known.type,
    word: said.word,
    reason: said.reason,
    carriedBy: carrier === null ? "" : carrierWord(carrier),
  };
  return { ...base, faults: [], notes, will: "dispose", dispose };
}

/** The clause by the file's own id where the text still has it, else by its name. */
function clauseOf(row: BroughtRow, around: ImportAround) {
  if (row.nid !== undefined && (row.nid === "" || around.clauses.some(({ nid }) => nid === row.nid)))
    return { nid: row.nid };
  return readClause(row.cells.clause, around.clauses);
}

function faultsOfNew(row: BroughtRow, around: ImportAround, type: CommentType | null): CellFault[] {
  const { cells } = row;
  const faults = tooLong(cells);
  const member = cells.member.trim().toUpperCase();
  if (around.mayMake) faults.push({ column: "body", reason: around.mayMake.reason });
  if (member !== "" && member !== (around.ownMember ?? "OBS"))
    faults.push({
      column: "member",
      reason: `You bring comments for ${around.ownMember ?? "an observer"}; this one is of "${cells.member.trim().slice(0, 20)}".`,
    });
  if (type === null)
    faults.push({ column: "type", reason: `The type is ge, te or ed; this is "${cells.type.trim().slice(0, 20)}".` });
  const form = type === null ? null : checkComment({ type, body: cells.body, proposedChange: cells.proposedChange });
  if (form && "refused" in form)
    faults.push({ column: form.field === "proposedChange" ? "proposedChange" : "body", reason: form.reason });
  return faults;
}

function readNew(row: BroughtRow, around: ImportAround): ReadRow {
  const { cells, line } = row;
  const type = readType(cells.type);
  const clause = clauseOf(row, around);
  const faults = faultsOfNew(row, around, type);
  if (!("nid" in clause)) faults.push({ column: "clause", reason: clause.reason });
  if (faults.length > 0 || type === null || !("nid" in clause))
    return { line, cells, faults, notes: [], number: null, will: "unread" };
  const make = {
    nid: clause.nid,
    quote: cells.quote.trim(),
    type,
    body: cells.body.trim(),
    proposedChange: cells.proposedChange.trim(),
  };
  const twin = around.comments.find(
    (known) =>
      known.own &&
      known.nid === make.nid &&
      known.type === make.type &&
      same(known.body, make.body) &&
      same(known.quote, make.quote) &&
      same(known.proposedChange, make.proposedChange),
  );
  if (twin)
    return {
      line,
      cells,
      faults: [],
      notes: [`It stands already, as comment ${twin.number}.`],
      number: twin.number,
      will: "leave",
    };
  const notes =
    cells.observations.trim() === ""
      ? []
      : ["Observations on a new comment are left aside: dispositions are the chair's."];
  return { line, cells, faults: [], notes, number: null, will: "make", make };
}

function readRow(row: BroughtRow, around: ImportAround): ReadRow {
  const { cells, line } = row;
  if (cells.id.trim() === "") return readNew(row, around);
  const unread = (reason: string): ReadRow => ({
    ...{ line, cells, notes: [], number: null },
    ...{ faults: [{ column: "id", reason }], will: "unread" },
  });
  const id = readRowId(cells.id);
  if (!id) return unread(`An id is like ${around.reference}#12; leave it empty for a new comment.`);
  if (id.reference !== around.reference.toUpperCase())
    return unread(`This is a comment on ${id.reference}, not on ${around.reference}.`);
  const known = around.comments.find(({ number }) => number === id.number);
  return known ? readKnown(row, known, around) : unread(`There is no comment ${id.number}.`);
}

/** Every row, in the order of the file. A row that repeats an earlier one is left, and says so. */
export function readRows(rows: BroughtRow[], around: ImportAround): ReadRow[] {
  const seen = new Map<string, number>();
  return rows.map((row): ReadRow => {
    const read = readRow(row, around);
    if (read.will !== "make" && read.will !== "dispose") return read;
    const key = read.will === "make" ? JSON.stringify(read.make) : `#${read.dispose.number}`;
    const earlier = seen.get(key);
    seen.set(key, earlier ?? read.line);
    if (earlier === undefined) return read;
    return { ...read, will: "leave", notes: [...read.notes, `It repeats row ${earlier}.`] };
  });
}
