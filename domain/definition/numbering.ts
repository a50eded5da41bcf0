/**
 * The numbers that readers see, computed from levels and kinds and never stored (rule D2).
 *
 * Items are lettered and numbered in turn: `a.`, `a.1.`, `a.1.a.`. What decides is the place in the tree, not the level
 * as such, so a jump from level 1 to level 3 leaves no hole. A note, technical note, N.B. or exclusion opens a list of
 * its own: the items that follow it at a deeper level are its items and are numbered afresh, until a clause comes that
 * is not deeper. A note that stands *before* the sub-items of its subject therefore has the level of those sub-items.
 */
import { type Clause, type ClauseKind, clauseText, type ReferenceWords } from "./control-text.ts";

export type NumberedClause = { nid: string; level: number; kind: ClauseKind };

/** Where a clause stands: its label, and the item or clause it belongs to. */
export type ClausePlace = {
  /** What is shown before the text: `a.1.`, `Note 2`, or nothing. */
  label: string;
  /** The item a note, exclusion or N.B. is about; null when none stands before it. */
  subject: string | null;
  /** The item, note or exclusion that holds this clause; null at the top. */
  parent: string | null;
};

type Owner = { nid: string; level: number; path: string; items: number };
/** `before` are the open items and notes around a note, to come back to when its own list ends. */
type Scope = { open: Owner[]; level: number; top: Owner };

const counted: Partial<Record<ClauseKind, string>> = {
  note: "Note",
  "technical-note": "Technical Note",
  exclusion: "Exclusion",
};
const fixed: Partial<Record<ClauseKind, string>> = { "nota-bene": "N.B.", "related-control": "Related controls" };

/** Spreadsheet letters: 1 is `a`, 26 is `z`, 27 is `aa`. */
export function letters(ordinal: number): string {
  let rest = ordinal;
  let out = "";
  while (rest > 0) {
    out = String.fromCharCode(97 + ((rest - 1) % 26)) + out;
    rest = Math.floor((rest - 1) / 26);
  }
  return out;
}

function itemPath(parentPath: string, ordinal: number): string {
  const depth = parentPath === "" ? 1 : parentPath.split(".").length + 1;
  const step = depth % 2 === 1 ? letters(ordinal) : String(ordinal);
  return parentPath === "" ? step : `${parentPath}.${step}`;
}

function popTo(open: Owner[], level: number): void {
  while (open.length > 0 && open[open.length - 1]!.level >= level) open.pop();
}

/** Notes, technical notes, exclusions and N.B. may hold items of their own. */
function opensList(kind: ClauseKind): boolean {
  return kind in counted || kind === "nota-bene";
}

/** The item a clause is about: the last one before it at the same or a smaller level, for exclusions at a smaller one (D15). */
function subjectOf(scope: Scope, clause: NumberedClause): string | null {
  const most = clause.kind === "exclusion" ? clause.level - 1 : clause.level;
  for (let at = scope.open.length - 1; at >= 0; at--) {
    const owner = scope.open[at]!;
    if (owner.level <= most) return owner.nid;
  }
  return null;
}

/** The places of all clauses, in one pass over the list. */
export function clausePlaces(clauses: NumberedClause[]): Map<string, ClausePlace> {
  const main: Scope = { open: [], level: 0, top: { nid: "", level: 0, path: "", items: 0 } };
  let inner: Scope | null = null;
  const places = new Map<string, ClausePlace>();
  const series = new Map<string, string[]>();
  for (const clause of clauses) {
    if (inner !== null && clause.level <= inner.level) inner = null;
    const scope: Scope = inner ?? main;
    const place: ClausePlace = { label: fixed[clause.kind] ?? "", subject: null, parent: null };
    if (clause.kind === "item") {
      popTo(scope.open, clause.level);
      const holder = scope.open[scope.open.length - 1] ?? scope.top;
      holder.items += 1;
      const path = itemPath(holder.path, holder.items);
      scope.open.push({ nid: clause.nid, level: clause.level, path, items: 0 });
      place.label = `${path}.`;
      place.parent = holder.nid === "" ? null : holder.nid;
    } else {
      place.subject = subjectOf(scope, clause) ?? subjectOf(main, clause);
      place.parent = place.subject ?? (inner === null ? null : inner.top.nid);
      if (clause.kind in counted) {
        const key = `${clause.kind} ${place.subject ?? ""}`;
        const sisters = series.get(key);
        if (sisters === undefined) series.set(key, [clause.nid]);
        else sisters.push(clause.nid);
      }
      if (opensList(clause.kind) && inner === null) {
        inner = { open: [], level: clause.level, top: { nid: clause.nid, level: clause.level, path: "", items: 0 } };
      }
    }
    places.set(clause.nid, place);
  }
  for (const [key, nids] of series) {
    const name = counted[key.slice(0, key.indexOf(" ")) as ClauseKind]!;
    nids.forEach((nid, at) => {
      places.get(nid)!.label = nids.length === 1 ? name : `${name} ${at + 1}`;
    });
  }
  return places;
}

/** The label of each clause by nid; headings and plain text have the empty label. Rule D2. */
export function numbers(clauses: NumberedClause[]): Map<string, string> {
  return new Map([...clausePlaces(clauses)].map(([nid, place]) => [nid, place.label]));
}

/**
 * What is read in the place of a reference: the number of its clause, else the words it begins with; other targets as they
 * are written (rules D2, D5). Of several texts the first that holds the clause decides.
 */
export function referenceWords(...texts: Clause[][]): ReferenceWords {
  const words = new Map<string, string>();
  for (const clauses of texts.toReversed()) {
    const labels = numbers(clauses);
    for (const clause of clauses) words.set(clause.nid, labels.get(clause.nid) || `“${firstWords(clause)}”`);
  }
  return (target) => words.get(target) ?? target;
}

const firstWordsMax = 40;

function firstWords(clause: Clause): string {
  const words = clauseText(clause);
  return words.length > firstWordsMax ? `${words.slice(0, firstWordsMax).trimEnd()} …` : words;
}

/**
 * How people cite each clause today: `4A906.a.1`, `Note 2 to 4A906.b`, or the reference alone where a clause has no
 * number. For display only: the record cites the nid (rule D2).
 */
export function clausePaths(reference: string, clauses: NumberedClause[]): Map<string, string> {
  const places = clausePlaces(clauses);
  const kinds = new Map(clauses.map((clause) => [clause.nid, clause.kind]));
  const paths = new Map<string, string>();
  for (const clause of clauses) {
    const place = places.get(clause.nid)!;
    const parent = place.parent;
    const around = parent === null ? reference : (paths.get(parent) ?? reference);
    if (clause.kind !== "item") {
      paths.set(clause.nid, place.label === "" ? around : `${place.label} to ${around}`);
    } else {
      const step = place.label.replace(/\.$/, "").split(".").pop() ?? "";
      const inNote = parent !== null && kinds.get(parent) !== "item";
      paths.set(clause.nid, inNote ? `${step} of ${around}` : `${around}.${step}`);
    }
  }
  return paths;
}

/** How people cite one clause; null when no clause has this nid. For many clauses use `clausePaths`. */
export function clausePath(reference: string, clauses: NumberedClause[], nid: string): string | null {
  return clausePaths(reference, clauses).get(nid) ?? null;
}
