/** Going where a term or reference leads: to its clause within the text, else to its page in a new tab. */
import type { EditorSession } from "./editor-session.ts";
import { isNaming } from "./reference-commands.ts";

export function followNaming(session: EditorSession, position: number): void {
  const { doc } = session.view.state;
  const node = doc.nodeAt(position);
  if (!isNaming(node)) return;
  const meaning = session.references.meaningOf(doc, node);
  if (meaning.kind === "clause") session.goToClause(meaning.nid);
  if ((meaning.kind === "outer" || meaning.kind === "term") && meaning.to !== null) {
    window.open(meaning.to, "_blank", "noopener");
  }
}
