/**
 * Where a comment's quoted words stand in a text as it is now. A comment never disappears when its words or its clause do
 * (rule K2): it then says so.
 */
import { type Clause, clauseText } from "./control-text.ts";

/**
 * `whole`: it is about the text as a whole; `stands`: the words (or, with none quoted, the clause) stand where they were;
 * `elsewhere`: they stand in another clause; `words-gone`: the clause stands without them; `clause-gone`: it does not.
 */
export type Standing = { kind: "whole" | "stands" | "words-gone" | "clause-gone" } | { kind: "elsewhere"; nid: string };

const plain = (words: string) => words.normalize("NFC").replaceAll(/\s+/gu, " ").trim();

export function standingIn(clauses: Clause[], comment: { nid: string; quote: string }): Standing {
  if (comment.nid === "") return { kind: "whole" };
  const quote = plain(comment.quote);
  const own = clauses.find(({ nid }) => nid === comment.nid);
  const holds = (clause: Clause) => plain(clauseText(clause)).includes(quote);
  if (own && (quote === "" || holds(own))) return { kind: "stands" };
  // Few words stand in many clauses by chance; longer ones have moved with a split or a join.
  const other =
    quote.length >= quoteCharactersMin ? clauses.find((clause) => clause !== own && holds(clause)) : undefined;
  if (other) return { kind: "elsewhere", nid: other.nid };
  return { kind: own ? "words-gone" : "clause-gone" };
}

/** As short as words may be to be known again in another clause. */
export const quoteCharactersMin = 12;

/** The first of these versions, oldest first, that no longer holds the clause; null where all do. */
export function removedIn(nid: string, versions: { number: number; nids: ReadonlySet<string> }[]): number | null {
  return versions.find(({ nids }) => !nids.has(nid))?.number ?? null;
}
