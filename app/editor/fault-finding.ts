/** The faults of the text as it stands in the editor, each with what can be done about it. Table D, by the gate's own linter. */
import type { Node as EditorNode } from "prosemirror-model";
import { canonicalClause } from "../../domain/definition/canonical-text.ts";
import { termsNamed } from "../../domain/definition/common-terms.ts";
import type { ClauseKind, ControlText, Term } from "../../domain/definition/control-text.ts";
import { type FaultCode, lint } from "../../domain/definition/linter.ts";
import { numbers } from "../../domain/definition/numbering.ts";
import { fixesOf } from "./fault-fixes.ts";
import { clauseOf, lintedClauses, type Trouble, type TroubleCode, troublesOf } from "./fault-text.ts";

/** What stands around the text and the linter must know, as the page was handed it. */
export type FaultSurroundings = {
  /** Reference of the candidate. */
  reference: string;
  terms: Term[];
  /** Codes of entries and references of candidates. */
  entries: string[];
};

/** `name` says which fix; `choices` are the values to choose among, where there are several. */
export type FaultFix = { name: string; values?: Record<string, string | number>; choices?: "clauses" };

export type LiveFault = {
  /** Names the fault among those that stand; the same for the same fault found again. */
  key: string;
  code: FaultCode | TroubleCode;
  nid: string;
  /** The linter's sentence; empty for trouble with live text, whose sentence is of the catalogue. */
  detail: string;
  words: string;
  fixes: FaultFix[];
  /** The clause, by its index in the editor; -1 for the text as a whole. */
  at: number;
  /** The number of the clause as readers see it, and its kind. */
  label: string;
  kind: ClauseKind | null;
  /** The clause as a waiver is bound to it (rule D8). */
  clauseText: string;
};

/** The text as the linter reads it. */
export function controlTextOf(doc: EditorNode, { reference, terms }: FaultSurroundings): ControlText {
  const clauses = lintedClauses(doc);
  return { format: "plenary-control-text/1", reference, title: "", terms: termsNamed(clauses, terms), clauses };
}

type PlainFault = Pick<LiveFault, "key" | "code" | "nid" | "detail" | "words" | "at">;

function troubleFault({ code, nid, at, words }: Trouble): PlainFault {
  return { key: `${code} ${nid} ${at}`, code, nid, detail: "", words, at };
}

function lintedFaults(doc: EditorNode, text: ControlText, entries: string[]): PlainFault[] {
  const places = new Map(doc.children.map((clause, at) => [clause.attrs.nid as string, at]));
  const seen = new Map<string, number>();
  return lint(text, { terms: [], entries }).map((fault) => {
    const name = `${fault.code} ${fault.nid} ${fault.detail}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return { ...fault, key: count === 1 ? name : `${name} (${count})`, words: "", at: places.get(fault.nid) ?? -1 };
  });
}

/** Every fault, in the order of the text; those of the text as a whole come first. */
export function findFaults(doc: EditorNode, surroundings: FaultSurroundings): LiveFault[] {
  const text = controlTextOf(doc, surroundings);
  const found = [...lintedFaults(doc, text, surroundings.entries), ...troublesOf(doc).map(troubleFault)];
  if (found.length === 0) return [];
  const labels = numbers(text.clauses);
  return found
    .sort((one, other) => one.at - other.at)
    .map((fault) => {
      const clause = fault.at < 0 ? null : clauseOf(doc.child(fault.at));
      return {
        ...fault,
        fixes: fixesOf(text, fault),
        label: labels.get(fault.nid) ?? "",
        kind: clause?.kind ?? null,
        clauseText: clause === null ? "" : canonicalClause(clause),
      };
    });
}
