/**
 * What the editor can hold: a flat list of clauses with inline text. The attributes of a clause are the fields of the
 * map of live text; `nid` is null for text in front of the first clause and for a definition that is still empty.
 */
import { type Node as EditorNode, type Mark, Schema } from "prosemirror-model";
import type { ClauseKind, Parameter } from "../../domain/definition/control-text.ts";
import type { Marking } from "../../domain/record/marking.ts";
import { type BracketFormat, fieldValuesOfNewText } from "../../protocol/definition-shape.ts";

export type ClauseAttributes = {
  nid: string | null;
  level: number;
  kind: ClauseKind;
  marking: Marking;
  caveat: string[];
  gone: boolean;
};

export const attributesOfNewClause: ClauseAttributes = { nid: null, ...fieldValuesOfNewText };

/** An inline thing that is one unit of the text and is not typed character by character. */
function atom(
  name: string,
  attributes: Record<string, { default: unknown }>,
  words: (node: EditorNode) => string,
): Record<string, object> {
  return {
    [name]: {
      group: "inline",
      inline: true,
      atom: true,
      attrs: attributes,
      leafText: words,
      toDOM: (node: EditorNode) => ["span", { class: `inline-${name}`, "data-inline": name }, words(node)],
      parseDOM: [{ tag: `span[data-inline=${name}]`, ignore: true }],
    },
  };
}

/** Who does not agree, and whether the words stand against others, for the style that draws the bracket (rule D6). */
function bracketSigns({ delegations, alternativeOf }: BracketFormat): Record<string, string> {
  const signs = { class: "mark-bracket", "data-by": delegations.join(", ") };
  return alternativeOf === undefined ? signs : { ...signs, "data-alternative": alternativeOf };
}

/** The words of a parameter as the text says them. */
export function parameterWords(value: Parameter | null): string {
  return value?.raw ?? "";
}

export const editorSchema = new Schema({
  nodes: {
    doc: { content: "clause+" },
    clause: {
      content: "inline*",
      attrs: Object.fromEntries(Object.entries(attributesOfNewClause).map(([key, value]) => [key, { default: value }])),
      toDOM: () => ["div", { class: "clause" }, 0],
      parseDOM: [{ tag: "p" }, { tag: "div" }, { tag: "li" }],
    },
    text: { group: "inline" },
    ...atom("param", { pid: { default: "" }, value: { default: null } }, (node) => parameterWords(node.attrs.value)),
    ...atom("termRef", { term: { default: "" } }, (node) => `'${node.attrs.term}'`),
    ...atom("xref", { target: { default: "" } }, (node) => node.attrs.target),
    ...atom("unknown", { embed: { default: null } }, () => ""),
  },
  marks: {
    bracket: {
      attrs: { value: {} },
      inclusive: false,
      toDOM: (mark: Mark) => ["span", bracketSigns(mark.attrs.value), ["span", { class: "bracket-held" }, 0]],
    },
    comment: {
      attrs: { ids: {} },
      inclusive: false,
      toDOM: (mark: Mark) => ["span", { class: "mark-comment", "data-comments": mark.attrs.ids.join(" ") }, 0],
    },
  },
});

export const clauseType = editorSchema.nodes.clause!;
const bracketType = editorSchema.marks.bracket!;
const commentType = editorSchema.marks.comment!;

export function clauseAttributes(clause: EditorNode): ClauseAttributes {
  return clause.attrs as ClauseAttributes;
}

export function newClause(attributes: Partial<ClauseAttributes>, content?: EditorNode["content"]): EditorNode {
  return clauseType.create({ ...attributesOfNewClause, ...attributes }, content);
}

export function bracketMark(value: BracketFormat): Mark {
  return bracketType.create({ value });
}

/** One mark holds all comments of a stretch, sorted: two marks of one type would keep the order in which they came. */
export function commentMark(ids: string[]): Mark | null {
  return ids.length === 0 ? null : commentType.create({ ids: [...new Set(ids)].sort() });
}

/** A deleted clause without text is kept in the text and not shown; with text it is a stray and shown. */
export function isHidden(clause: EditorNode): boolean {
  return clause.attrs.gone === true && clause.content.size === 0;
}

export function isStray(clause: EditorNode): boolean {
  return clause.attrs.gone === true && clause.content.size > 0;
}
