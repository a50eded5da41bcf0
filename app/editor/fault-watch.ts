/**
 * Looks for faults while nobody types: 300 ms after the last change, first clause by clause and then, still in idle time,
 * the text as a whole. A sign in the margin and the list beside the text show what was found.
 */
import { type EditorState, Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";
import type { FaultDesk } from "./fault-desk.ts";
import { findFaults, type LiveFault } from "./fault-finding.ts";
import { clauseOf, isClauseRead } from "./fault-text.ts";
import { whenIdle } from "./idle.ts";
import type { Say } from "./param-words.ts";

const marksKey = new PluginKey<DecorationSet>("fault-marks");

const pauseMilliseconds = 300;

/** The element that holds the sentences of a clause's faults, for screen readers. */
export function sentencesId(nid: string, at: number): string {
  return `faults-${nid === "" ? at : nid}`;
}

const svgSpace = "http://www.w3.org/2000/svg";

function drawSign(name: string, isOpenBracketOnly: boolean): HTMLElement {
  const element = document.createElement("span");
  element.className = isOpenBracketOnly ? "margin-fault margin-fault-bracket" : "margin-fault";
  element.contentEditable = "false";
  element.setAttribute("role", "img");
  element.setAttribute("aria-label", name);
  element.title = name;
  const sign = document.createElementNS(svgSpace, "svg");
  sign.setAttribute("viewBox", "0 0 16 16");
  sign.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(svgSpace, "path");
  path.setAttribute("d", isOpenBracketOnly ? "M6 3H3.5v10H6M10 3h2.5v10H10" : "M8 2l6.5 12h-13zM8 6.5v3.5M8 11.5v1.2");
  sign.append(path);
  element.append(sign);
  return element;
}

function marksOf(state: EditorState, faults: LiveFault[], say: Say): DecorationSet {
  const byClause = new Map<number, LiveFault[]>();
  for (const fault of faults) byClause.set(fault.at, [...(byClause.get(fault.at) ?? []), fault]);
  const decorations: Decoration[] = [];
  state.doc.forEach((clause, start, at) => {
    const here = byClause.get(at);
    if (here === undefined) return;
    const names = here.map((fault) => say(`faults.name.${fault.code}`)).join(", ");
    const isBracketOnly = here.every(({ code }) => code === "open-bracket");
    const attributes = { class: "clause-faulty", "aria-describedby": sentencesId(clause.attrs.nid ?? "", at) };
    decorations.push(Decoration.node(start, start + clause.nodeSize, attributes));
    const draw = () => drawSign(say("faults.sign", { names }), isBracketOnly);
    const key = `fault ${isBracketOnly} ${names}`;
    decorations.push(Decoration.widget(start + 1, draw, { key, side: -1, ignoreSelection: true }));
  });
  return DecorationSet.create(state.doc, decorations);
}

class FaultWatch {
  private pause: ReturnType<typeof setTimeout> | undefined;
  private stopLooking: (() => void) | undefined;
  private judged: { doc: EditorState["doc"]; known: unknown } | null = null;

  constructor(
    private readonly view: EditorView,
    private readonly desk: FaultDesk,
    private readonly say: Say,
  ) {
    desk.watchedBy(() => this.wait(0));
    this.wait(pauseMilliseconds);
  }

  update(view: EditorView, before: EditorState): void {
    if (before.doc !== view.state.doc) this.wait(pauseMilliseconds);
  }

  destroy(): void {
    this.desk.watchedBy(null);
    clearTimeout(this.pause);
    this.stopLooking?.();
  }

  private wait(milliseconds: number): void {
    clearTimeout(this.pause);
    this.stopLooking?.();
    this.pause = setTimeout(() => this.look(), milliseconds);
  }

  private look(): void {
    if (this.view.composing) {
      this.wait(pauseMilliseconds);
      return;
    }
    if (this.desk.surroundings() === null) return;
    const unread = this.view.state.doc.children.filter((clause) => !isClauseRead(clause));
    // The last step judges the whole, in an idle moment of its own.
    this.stopLooking = whenIdle(
      [...unread, null],
      (clause) => (clause === null ? this.judge() : clauseOf(clause)),
      () => {},
    );
  }

  private judge(): void {
    const { view, desk } = this;
    const known = desk.surroundings();
    const { doc } = view.state;
    if (known === null || view.isDestroyed || view.composing) return;
    if (this.judged?.doc === doc && this.judged.known === known) return;
    this.judged = { doc, known };
    const faults = findFaults(doc, known);
    if (!desk.found(faults) && marksKey.getState(view.state)?.find().length === 2 * countOfClauses(faults)) return;
    view.updateState(view.state.apply(view.state.tr.setMeta(marksKey, marksOf(view.state, faults, this.say))));
  }
}

function countOfClauses(faults: LiveFault[]): number {
  return new Set(faults.flatMap(({ at }) => (at < 0 ? [] : [at]))).size;
}

export function faultWatch(desk: FaultDesk, say: Say): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: marksKey,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, held) {
        const told = transaction.getMeta(marksKey) as DecorationSet | undefined;
        return told ?? held.map(transaction.mapping, transaction.doc);
      },
    },
    props: {
      decorations(state) {
        return marksKey.getState(state);
      },
    },
    view: (view) => new FaultWatch(view, desk, say),
  });
}
