/** What the page shows of an open editor: replaced whenever something in it changes, and compared so that it is not drawn anew for nothing. */
import type { EditorState } from "prosemirror-state";
import type { ClauseKind } from "../../domain/definition/control-text.ts";
import type { Marking } from "../../domain/record/marking.ts";
import { closeCodes } from "../../protocol/close-codes.ts";
import type { PresentPerson } from "../../protocol/presence.ts";
import { selectedClauses } from "./clause-selection.ts";
import type { ConnectionState } from "./live-connection.ts";
import { hasSameOutline, type OutlineClause, outlineOf } from "./outline.ts";
import type { SavingState } from "./saving.ts";
import { clauseAt } from "./text-index.ts";

export type PersonPresent = PresentPerson & { nid: string | null };

/** The clause with the caret. */
export type CurrentClause = { nid: string | null; level: number; kind: ClauseKind; marking: Marking; stray: boolean };

export type EditorSnapshot = {
  /** False until the text has arrived for the first time. */
  loaded: boolean;
  editable: boolean;
  connection: ConnectionState;
  saving: SavingState;
  outline: OutlineClause[];
  current: CurrentClause;
  people: PersonPresent[];
  canUndo: boolean;
  canRedo: boolean;
  /** What others did last: the clause and the people known to have written, for a polite announcement. */
  remote: { count: number; nid: string | null; names: string[] };
};

export function currentClause(state: EditorState): CurrentClause {
  const { clause } = selectedClauses(state)[0] ?? clauseAt(state.doc, state.selection.head);
  const { nid, level, kind, marking, gone } = clause.attrs;
  return { nid, level, kind, marking, stray: gone && clause.content.size > 0 };
}

/** The list of clauses: at once when its shape changed; first words follow in a quiet moment, so that typing draws no list. */
export class OutlineKeeper {
  private doc: EditorState["doc"];
  private outline: OutlineClause[];

  constructor(doc: EditorState["doc"]) {
    this.doc = doc;
    this.outline = outlineOf(doc);
  }

  read(doc: EditorState["doc"], isQuiet: boolean): OutlineClause[] {
    if (doc === this.doc || (!isQuiet && hasSameOutline(this.doc, doc))) return this.outline;
    this.doc = doc;
    this.outline = outlineOf(doc);
    return this.outline;
  }
}

export function isSameSnapshot(one: EditorSnapshot, other: EditorSnapshot): boolean {
  if (one.outline !== other.outline) return false;
  const { outline: _one, ...first } = one;
  const { outline: _other, ...second } = other;
  return JSON.stringify(first) === JSON.stringify(second);
}

/** Whether the server ended the connection because the text was frozen. */
export function isFrozen(snapshot: EditorSnapshot): boolean {
  return snapshot.connection.state === "closed" && snapshot.connection.code === closeCodes.frozen.code;
}
