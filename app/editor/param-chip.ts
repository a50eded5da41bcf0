/** A parameter drawn as a chip: the words of the text, framed. What it means is its name for screen readers. */
import type { Node as EditorNode } from "prosemirror-model";
import type { NodeView } from "prosemirror-view";
import { isKnownUnit } from "../../domain/definition/parameters/unit-expression.ts";
import { parameterOf } from "./param-commands.ts";
import { type Say, spokenParameter } from "./param-words.ts";

export class ParamChip implements NodeView {
  readonly dom: HTMLElement;

  constructor(
    node: EditorNode,
    private readonly say: Say,
  ) {
    this.dom = document.createElement("span");
    this.dom.setAttribute("role", "button");
    this.dom.setAttribute("aria-haspopup", "dialog");
    this.draw(node);
  }

  update(node: EditorNode): boolean {
    if (node.type.name !== "param") return false;
    this.draw(node);
    return true;
  }

  ignoreMutation(): boolean {
    return true;
  }

  private draw(node: EditorNode): void {
    const value = parameterOf(node);
    const isFaulty = value === null || !isKnownUnit(value.unit);
    this.dom.className = isFaulty ? "inline-param param-chip param-chip-faulty" : "inline-param param-chip";
    this.dom.dataset.inline = "param";
    this.dom.dataset.pid = node.attrs.pid;
    this.dom.textContent = value?.raw ?? "?";
    const meaning = value === null ? this.say("param.unread") : spokenParameter(this.say, value);
    this.dom.setAttribute("aria-label", this.say("param.chip", { words: value?.raw ?? "", meaning }));
  }
}
