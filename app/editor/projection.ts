/** The whole live text as the editor shows it: used when it opens, and to check that editor and text agree. */
import type { Node as EditorNode } from "prosemirror-model";
import type * as Y from "yjs";
import { layoutOf } from "../../protocol/clause-layout.ts";
import { definitionRoots, readEmbed } from "../../protocol/definition-shape.ts";
import { attributesFromMap, type Formats, inlineNodeOf, marksOf } from "./inline-units.ts";
import { editorSchema, newClause } from "./schema.ts";

type DeltaPart = { insert?: unknown; attributes?: Formats };

/** The content of each segment of the text, in the order of the text, without the places, which nobody sees. */
function contentsOf(doc: Y.Doc): EditorNode[][] {
  const { text, clauses: fields } = definitionRoots(doc);
  const contents: EditorNode[][] = [[]];
  for (const part of text.toDelta() as DeltaPart[]) {
    const marks = marksOf(part.attributes);
    const content = contents.at(-1)!;
    const embed = typeof part.insert === "string" ? null : readEmbed(part.insert);
    if (typeof part.insert === "string") content.push(editorSchema.text(part.insert, marks));
    else if (embed !== null && "clause" in embed) contents.push([]);
    else if (embed === null || !("place" in embed)) content.push(inlineNodeOf(part.insert, fields, marks));
  }
  return contents;
}

/** Shows every unit of the text that is to be seen; a text without clauses shows one empty virtual clause. */
export function projectionOf(doc: Y.Doc): EditorNode {
  const { clauses: fields } = definitionRoots(doc);
  const { segments, shown } = layoutOf(doc);
  const contents = contentsOf(doc);
  const contentOf = new Map(segments.map((segment, index) => [segment, contents[index]!]));
  const clauses = shown.map((segment) =>
    newClause({ nid: segment.nid, ...attributesFromMap(fields, segment.nid) }, fragmentOf(contentOf.get(segment)!)),
  );
  return editorSchema.node("doc", null, clauses);
}

function fragmentOf(content: EditorNode[]): EditorNode["content"] {
  return editorSchema.node("clause", null, content).content;
}
