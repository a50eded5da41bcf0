/** The whole live text as the editor shows it: used when it opens, and to check that editor and text agree. */
import type { Node as EditorNode } from "prosemirror-model";
import type * as Y from "yjs";
import { definitionRoots, readEmbed } from "../../protocol/definition-shape.ts";
import { attributesFromMap, type Formats, inlineNodeOf, marksOf } from "./inline-units.ts";
import { editorSchema, newClause } from "./schema.ts";

type DeltaPart = { insert?: unknown; attributes?: Formats };

/** Shows every unit of the text, known or not; a text without units shows one empty virtual clause. */
export function projectionOf(doc: Y.Doc): EditorNode {
  const { text, clauses: fields } = definitionRoots(doc);
  const shown: EditorNode[] = [];
  let nid: string | null = null;
  let content: EditorNode[] = [];
  const close = () => {
    if (nid === null && content.length === 0) return;
    shown.push(newClause({ nid, ...attributesFromMap(fields, nid) }, fragmentOf(content)));
  };
  for (const part of text.toDelta() as DeltaPart[]) {
    const marks = marksOf(part.attributes);
    if (typeof part.insert === "string") {
      content.push(editorSchema.text(part.insert, marks));
      continue;
    }
    const embed = readEmbed(part.insert);
    if (embed !== null && "clause" in embed) {
      close();
      nid = embed.clause;
      content = [];
    } else content.push(inlineNodeOf(part.insert, fields, marks));
  }
  close();
  return editorSchema.node("doc", null, shown.length > 0 ? shown : [newClause({})]);
}

function fragmentOf(content: EditorNode[]): EditorNode["content"] {
  return editorSchema.node("clause", null, content).content;
}
