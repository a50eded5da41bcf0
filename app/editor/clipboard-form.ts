/**
 * The form in which clauses travel on the clipboard from one text of the product to another: markup that says of each clause
 * its level, kind and marking, and of each parameter its value. What comes back is judged like anything from outside.
 */
import {
  DOMParser as ClauseParser,
  DOMSerializer,
  type Node as EditorNode,
  type Mark,
  type TagParseRule,
} from "prosemirror-model";
import {
  readBracket,
  readCaveat,
  readEmbed,
  readKind,
  readLevel,
  readMarking,
  readParameter,
} from "../../protocol/definition-shape.ts";
import { attributesOfNewClause, editorSchema, parameterWords } from "./schema.ts";

function jsonOf(words: string | null): unknown {
  try {
    return JSON.parse(words ?? "null");
  } catch {
    return null;
  }
}

const schemaForm = DOMSerializer.fromSchema(editorSchema);

/** What is copied. */
export const clipboardSerializer = new DOMSerializer(
  {
    ...schemaForm.nodes,
    clause: ({ attrs: { level, kind, marking, caveat } }: EditorNode) => [
      "p",
      { "data-level": level, "data-kind": kind, "data-marking": marking, "data-caveat": JSON.stringify(caveat) },
      0,
    ],
    param: ({ attrs: { value } }: EditorNode) => [
      "span",
      { "data-param": JSON.stringify(value) },
      parameterWords(value),
    ],
    termRef: ({ attrs: { term } }: EditorNode) => ["span", { "data-term": term }, `'${term}'`],
    xref: ({ attrs: { target } }: EditorNode) => ["span", { "data-xref": target }, target],
  },
  {
    ...schemaForm.marks,
    bracket: (mark: Mark) => ["span", { "data-bracket": JSON.stringify(mark.attrs.value) }, 0],
  },
);

type Read = (element: HTMLElement) => Record<string, unknown> | false;

const rule = (tag: string, node: string, getAttrs: Read): TagParseRule => ({ tag, node, getAttrs });

function readClause(element: HTMLElement): Record<string, unknown> | false {
  const { level, kind, marking, caveat } = element.dataset;
  return {
    level: readLevel(Number(level)) ?? attributesOfNewClause.level,
    kind: readKind(kind) ?? attributesOfNewClause.kind,
    marking: readMarking(marking) ?? attributesOfNewClause.marking,
    caveat: readCaveat(jsonOf(caveat ?? null)) ?? [],
  };
}

/** What is pasted from the product's own clipboard. */
export const clipboardParser = new ClauseParser(editorSchema, [
  rule("p[data-kind]", "clause", readClause),
  rule("span[data-param]", "param", (element) => {
    const value = readParameter(jsonOf(element.dataset.param ?? null));
    return value !== null && { value };
  }),
  rule("span[data-term]", "termRef", (element) => {
    const embed = readEmbed({ termRef: element.dataset.term });
    return embed !== null && "termRef" in embed && { term: embed.termRef };
  }),
  rule("span[data-xref]", "xref", (element) => {
    const embed = readEmbed({ xref: element.dataset.xref });
    return embed !== null && "xref" in embed && { target: embed.xref };
  }),
  {
    tag: "span[data-bracket]",
    mark: "bracket",
    getAttrs: (element) => {
      const value = readBracket(jsonOf(element.dataset.bracket ?? null));
      return value !== null && { value };
    },
  },
  { tag: "p", node: "clause" },
  { tag: "div", node: "clause" },
]);
