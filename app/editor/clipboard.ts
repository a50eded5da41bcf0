/** What comes in from the clipboard: law with labels is read as clauses with levels, and nothing keeps an identifier. */
import { Fragment, type ResolvedPos, Slice } from "prosemirror-model";
import { Plugin } from "prosemirror-state";
import type { Passage } from "../../domain/definition/plain-text/passages.ts";
import type { ClauseDraft } from "../../domain/definition/read-plain-text.ts";
import { clauseCharacters } from "../../protocol/definition-text.ts";
import { freshBracketIds } from "./bracket-commands.ts";
import { clipboardParser, clipboardSerializer } from "./clipboard-form.ts";
import { freshPaste } from "./fresh-ids.ts";
import { insertClauses, passagesOfText, pastedDrafts } from "./pasted-clauses.ts";
import { passagesOfMarkup, withoutStyles } from "./pasted-markup.ts";
import { leafWordsIn } from "./reference-labels.ts";
import { type ClauseAttributes, clauseAttributes, editorSchema, newClause } from "./schema.ts";

/** Lines of text as clauses of the kind and level of the one they are pasted into; both ends join what is there. */
export function clausesOfLines(text: string, around: Partial<ClauseAttributes>, newId: () => string): Slice {
  const lines = text
    .split(/\r\n?|\n|\u2028|\u2029/u)
    .map((line) => clauseCharacters(line).trim())
    .filter((line) => line !== "");
  if (lines.length <= 1) {
    // One line keeps its outer spaces: it is a piece of a sentence as often as a sentence.
    const words = clauseCharacters(text.replace(/[\r\n]+$/u, ""));
    return words === "" ? Slice.empty : new Slice(Fragment.from(editorSchema.text(words)), 0, 0);
  }
  const clauses = lines.map((line) =>
    newClause({ ...around, nid: newId(), gone: false }, Fragment.from(editorSchema.text(line))),
  );
  return new Slice(Fragment.from(clauses), 1, 1);
}

function attributesAround($context: ResolvedPos): Partial<ClauseAttributes> {
  return $context.parent.type.name === "clause" ? clauseAttributes($context.parent) : {};
}

function withFreshBrackets(slice: Slice, newId: () => string): Slice {
  const rename = freshBracketIds(newId);
  const renamed = slice.content.content.map((node) => {
    if (node.type.name !== "clause") return rename(node);
    return node.copy(Fragment.fromArray(node.children.map(rename)));
  });
  return new Slice(Fragment.fromArray(renamed), slice.openStart, slice.openEnd);
}

function passagesIn(html: string): Passage[] {
  return passagesOfMarkup(new DOMParser().parseFromString(withoutStyles(html), "text/html").body);
}

function drafted(text: string, html: string): ClauseDraft[] | null {
  const fromMarkup = html === "" ? null : pastedDrafts(passagesIn(html));
  return fromMarkup ?? pastedDrafts(passagesOfText(text));
}

/** Words of another program without a structure: its plain text, and where it gave none the words of its markup. */
function plainOf(text: string, html: string): string {
  if (text !== "" || html === "") return text;
  return passagesIn(html)
    .map(({ words }) => words)
    .join("\n");
}

export function clipboard(newId: () => string): Plugin {
  return new Plugin({
    props: {
      clipboardTextParser: (text, $context) => clausesOfLines(text, attributesAround($context), newId),
      clipboardTextSerializer: (slice, view) =>
        slice.content.textBetween(0, slice.content.size, "\n", leafWordsIn(view.state.doc)),
      clipboardSerializer,
      clipboardParser,
      transformPastedHTML: withoutStyles,
      transformPasted: (slice) => withFreshBrackets(freshPaste(slice, newId), newId),
      handlePaste(view, event) {
        const html = event.clipboardData?.getData("text/html") ?? "";
        const text = event.clipboardData?.getData("text/plain") ?? "";
        // Our own clipboard says itself what each clause is.
        if (html.includes("data-pm-slice")) return false;
        const drafts = drafted(text, html);
        if (drafts !== null) {
          view.dispatch(insertClauses(view.state, drafts, newId));
          return true;
        }
        // Plain words alone take the editor's own way. Handed this event, it would ask here again, without end.
        const words = html === "" ? "" : plainOf(text, html);
        return words !== "" && view.pasteText(words);
      },
    },
  });
}
