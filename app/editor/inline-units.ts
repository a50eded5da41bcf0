/** Formats and embeds of the text ⇄ marks and inline nodes of the editor. */
import type { Node as EditorNode, Mark } from "prosemirror-model";
import type * as Y from "yjs";
import {
  type BracketFormat,
  bracketFormatKey,
  commentFormatPrefix,
  isId,
  keyOf,
  readBracket,
  readClauseFields,
  readEmbed,
  readParameter,
  type TextEmbed,
} from "../../protocol/definition-shape.ts";
import { bracketMark, type ClauseAttributes, commentMark, editorSchema } from "./schema.ts";

export type Formats = Record<string, unknown>;

function commentOf(formatKey: string): string | null {
  const id = formatKey.startsWith(commentFormatPrefix) ? formatKey.slice(commentFormatPrefix.length) : null;
  return isId(id) ? id : null;
}

/** The marks that formats stand for; formats that are not ours mark nothing. */
export function marksOf(formats: Formats | undefined): readonly Mark[] {
  if (formats === undefined) return [];
  const bracket = readBracket(formats[bracketFormatKey]);
  const comments = Object.keys(formats).flatMap((key) => (formats[key] === true ? (commentOf(key) ?? []) : []));
  const marks = [bracket === null ? null : bracketMark(bracket), commentMark(comments)];
  return marks.filter((mark) => mark !== null);
}

export function formatsOf(marks: readonly Mark[]): Formats {
  const formats: Formats = {};
  for (const mark of marks) {
    if (mark.type.name === "bracket") formats[bracketFormatKey] = mark.attrs.value as BracketFormat;
    if (mark.type.name === "comment") {
      for (const id of mark.attrs.ids as string[]) formats[`${commentFormatPrefix}${id}`] = true;
    }
  }
  return formats;
}

/** What a unit is marked with after a change of formats: those named in `changed` anew, all others as before. */
export function marksAfter(marks: readonly Mark[], changed: Formats): readonly Mark[] {
  return marksOf({ ...formatsOf(marks), ...changed });
}

/** The formats that two sets have in common. */
export function commonFormats(one: Formats, other: Formats): Formats {
  return Object.fromEntries(
    Object.entries(one).filter(([key, value]) => JSON.stringify(value) === JSON.stringify(other[key])),
  );
}

/** What must be set (or taken away with null) so that `before` becomes `after`. */
export function formatChanges(before: Formats, after: Formats): Formats {
  const changes: Formats = {};
  for (const key of Object.keys(before)) if (!(key in after)) changes[key] = null;
  for (const [key, value] of Object.entries(after)) {
    if (JSON.stringify(before[key]) !== JSON.stringify(value)) changes[key] = value;
  }
  return changes;
}

/** What the map of live text says of a clause, as attributes of the editor. */
export function attributesFromMap(fields: Y.Map<unknown>, nid: string | null): Omit<ClauseAttributes, "nid"> {
  return readClauseFields(fields, nid ?? "");
}

/** The inline node that shows an embed other than that of a clause. */
export function inlineNodeOf(embed: unknown, fields: Y.Map<unknown>, marks: readonly Mark[]): EditorNode {
  const { param, termRef, xref, unknown } = editorSchema.nodes;
  const known = readEmbed(embed);
  if (known !== null && "param" in known) {
    return param!.create(
      { pid: known.param, value: readParameter(fields.get(keyOf(known.param, "param"))) },
      null,
      marks,
    );
  }
  if (known !== null && "termRef" in known) return termRef!.create({ term: known.termRef }, null, marks);
  if (known !== null && "xref" in known) return xref!.create({ target: known.xref }, null, marks);
  return unknown!.create({ embed }, null, marks);
}

/** The embed that an inline node other than text stands for. */
export function embedOf(node: EditorNode): TextEmbed | object {
  if (node.type.name === "param") return { param: node.attrs.pid };
  if (node.type.name === "termRef") return { termRef: node.attrs.term };
  if (node.type.name === "xref") return { xref: node.attrs.target };
  return node.attrs.embed;
}
