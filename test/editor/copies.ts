/** Several copies of one definition, each with an editor without a view, and a network that delays and is cut off. */
import { EditorState, type Transaction } from "prosemirror-state";
import * as Y from "yjs";
import { housekeeping } from "../../app/editor/housekeeping.ts";
import { LiveBinding } from "../../app/editor/live-binding.ts";
import { projectionOf } from "../../app/editor/projection.ts";
import type { Clause } from "../../domain/definition/control-text.ts";
import { definitionRoots } from "../../protocol/definition-shape.ts";
import { writeClauses } from "../../protocol/definition-text.ts";

export class Copy {
  readonly doc = new Y.Doc();
  state: EditorState;
  readonly binding: LiveBinding;
  readonly mends: string[] = [];
  /** Updates that are on their way to this copy, in the order in which each sender sent them. */
  readonly inbox: Uint8Array[] = [];
  offline = false;
  private idCount = 0;

  constructor(
    readonly name: string,
    clientId: number,
    start: Uint8Array,
  ) {
    this.doc.clientID = clientId;
    definitionRoots(this.doc);
    Y.applyUpdate(this.doc, start);
    const newId = this.newId;
    this.state = EditorState.create({ doc: projectionOf(this.doc), plugins: [housekeeping(newId)] });
    const host = {
      state: () => this.state,
      show: (state: EditorState) => {
        this.state = state;
      },
    };
    this.binding = new LiveBinding(this.doc, host, newId, (reason) => this.mends.push(reason));
    // The clock of the machine decides nothing in a test: groups of undo are cut where the test says.
    this.binding.undoManager.captureTimeout = Number.MAX_SAFE_INTEGER;
  }

  newId = (): string => {
    this.idCount += 1;
    return `${this.name}${this.idCount}`;
  };

  dispatch = (transaction: Transaction): void => this.binding.dispatch(transaction);

  /** The characters of the text, without the words of inline embeds. */
  words(): string {
    let words = "";
    this.state.doc.descendants((node) => {
      words += node.text ?? "";
    });
    return words;
  }

  receive(count: number): void {
    for (const update of this.inbox.splice(0, count)) Y.applyUpdate(this.doc, update, "network");
  }
}

/** Copies that start from the same clauses; what one writes goes to the inboxes of all others. */
export function copiesOf(clauses: Clause[], names: string[]): Copy[] {
  const origin = new Y.Doc();
  origin.clientID = 1;
  writeClauses(origin, clauses);
  const start = Y.encodeStateAsUpdate(origin);
  const copies = names.map((name, index) => new Copy(name, 10 + index, start));
  for (const copy of copies) {
    copy.doc.on("update", (update: Uint8Array, updateOrigin: unknown) => {
      if (updateOrigin === "network") return;
      for (const other of copies) if (other !== copy) other.inbox.push(update);
    });
  }
  return copies;
}

/** Everything that is on its way arrives, until nothing is. */
export function deliverAll(copies: Copy[]): void {
  while (copies.some((copy) => copy.inbox.length > 0)) {
    for (const copy of copies) copy.receive(copy.inbox.length);
  }
}

export function itemClause(nid: string, words: string): Clause {
  return {
    nid,
    level: 1,
    kind: "item",
    marking: "AMBER",
    caveat: [],
    content: words === "" ? [] : [{ text: words }],
  };
}
