/**
 * Words put into a clause by hand, and two wordings side by side in brackets. Typed parameters, terms and references whose
 * words stay are kept as what they are; those whose words change become plain text. Rules A1, A4, D6.
 */
import { canonicalJson } from "./canonical-text.ts";
import { type Bracket, type Inline, inlineText, type Parameter } from "./control-text.ts";
import { placedParameters } from "./parameters/parse-parameters.ts";
import { wordDiff, wordTokens } from "./word-diff.ts";

type BracketHead = Omit<Bracket, "content">;

/** A piece of a content that lies in one bracket or in none, with the words by which it is read. */
type Piece = { part: Exclude<Inline, { bracket: Bracket }>; words: string; bracket: BracketHead | null; run: number };

/** The pieces of a content in order. `run` tells neighbouring brackets apart. A bracket inside another counts as that one. */
function piecesOf(content: Inline[], bracket: BracketHead | null = null, from = { run: 0 }): Piece[] {
  return content.flatMap((part): Piece[] => {
    if ("bracket" in part) {
      const { content: inside, ...head } = part.bracket;
      from.run += 1;
      const pieces = piecesOf(inside, bracket ?? head, from);
      from.run += 1;
      return pieces;
    }
    return [{ part, words: inlineText([part]), bracket, run: from.run }];
  });
}

/** The content that these pieces make; neighbours of one bracket stand in one. */
function contentOf(pieces: Piece[]): Inline[] {
  const out: Inline[] = [];
  let open: { head: BracketHead; run: number; content: Inline[] } | null = null;
  for (const { part, bracket, run } of pieces) {
    if (bracket === null) open = null;
    else if (open === null || open.run !== run) {
      open = { head: bracket, run, content: [] };
      out.push({ bracket: { ...bracket, content: open.content } });
    }
    const into: Inline[] = open?.content ?? out;
    const last = into.at(-1);
    if ("text" in part && last !== undefined && "text" in last) last.text += part.text;
    else into.push("text" in part ? { text: part.text } : part);
  }
  return out;
}

/** Whether a bracket stands in the content: its words cannot be written by hand without its marks. */
export function holdsBracket(content: Inline[]): boolean {
  return content.some((part) => "bracket" in part);
}

/**
 * The content with other words: what the words keep stays as it was, a parameter or reference whole or not at all. A
 * threshold in the place of a parameter becomes its value (rule D3). The brackets of the content, which plain words cannot carry, are read as their words.
 */
export function contentWithWords(content: Inline[], words: string): Inline[] {
  const pieces = piecesOf(content);
  const out: Piece[] = [];
  const plain = (text: string) => out.push({ part: { text }, words: text, bracket: null, run: -1 });
  let at = 0;
  let offset = 0;
  /** Takes characters of the old content; those of a piece that is taken whole keep their kind. */
  const take = (length: number, keeps: boolean) => {
    let left = length;
    while (left > 0 && at < pieces.length) {
      const piece = pieces[at]!;
      const part = piece.words.slice(offset, offset + left);
      if (keeps) {
        if (offset === 0 && part.length === piece.words.length) out.push({ ...piece, bracket: null, run: -1 });
        else plain(part);
      }
      offset += part.length;
      left -= part.length;
      if (offset >= piece.words.length) {
        at += 1;
        offset = 0;
      }
    }
  };
  for (const run of wordDiff(pieces.map((piece) => piece.words).join(""), words)) {
    if (run.kind === "inserted") plain(run.text);
    else take(run.text.length, run.kind === "same");
  }
  const kept = new Set(out.map(({ part }) => part));
  const lost = pieces.flatMap(({ part }) => ("param" in part && !kept.has(part) ? [part.param] : []));
  return contentOf(out).flatMap((part) => ("text" in part ? retyped(part.text, lost) : [part]));
}

/**
 * Words that state a threshold in the unit of a parameter which they took the place of are that parameter with another
 * value. `lost` are those whose words are gone, in their order; one that is found again is taken out of it.
 */
function retyped(text: string, lost: Parameter[]): Inline[] {
  const out: Inline[] = [];
  let from = 0;
  for (const { start, end, unit, comparator, value, raw } of placedParameters(text)) {
    const at = lost.findIndex((parameter) => placedParameters(parameter.raw)[0]?.unit === unit);
    const parameter = lost[at];
    if (!parameter) continue;
    lost.splice(at, 1);
    if (start > from) out.push({ text: text.slice(from, start) });
    out.push({ param: { ...parameter, comparator, value, raw } });
    from = end;
  }
  if (from < text.length) out.push({ text: text.slice(from) });
  return out;
}

/** Pieces cut into words, so that two contents can be laid beside each other. */
function wordPieces(content: Inline[]): Piece[] {
  return piecesOf(content).flatMap((piece) => {
    const { part } = piece;
    if (!("text" in part)) return [piece];
    return wordTokens(part.text).map((text) => ({ ...piece, part: { text }, words: text }));
  });
}

const pieceKey = ({ part, bracket }: Piece) => canonicalJson([part, bracket]);

export type BracketSides = {
  /** The names of both brackets; the second says of which it is the alternative. */
  id: string;
  alternativeId: string;
  /** Who would keep the text, and who would change it. */
  keep: string[];
  change: string[];
};

/**
 * Both wordings side by side (rule A4): the words in which they differ stand twice, each in a bracket of its side; the
 * second names the first. Where a side has no words there, one word more is taken in. Null where a bracket stands in the
 * way already, or where the wordings do not differ.
 */
export function bothWordings(before: Inline[], after: Inline[], sides: BracketSides): Inline[] | null {
  const [old, now] = [wordPieces(before), wordPieces(after)];
  const [oldKeys, newKeys] = [old.map(pieceKey), now.map(pieceKey)];
  if (canonicalJson(oldKeys) === canonicalJson(newKeys)) return null;
  const shorter = Math.min(old.length, now.length);
  let front = 0;
  while (front < shorter && oldKeys[front] === newKeys[front]) front += 1;
  let back = 0;
  while (back < shorter - front && oldKeys[old.length - 1 - back] === newKeys[now.length - 1 - back]) back += 1;
  // A bracket is not left empty, and does not end with the space behind a word.
  while (front > 0 && isBare(old, now, front, back)) front -= 1;
  while (back > 0 && isBare(old, now, front, back)) back -= 1;
  while (isSpace(old, front, back) && isSpace(now, front, back)) back += 1;
  const [kept, changed] = [old.slice(front, old.length - back), now.slice(front, now.length - back)];
  if (isBare(old, now, front, back)) return null;
  if ([...kept, ...changed].some(({ bracket }) => bracket !== null)) return null;
  const inBracket = (pieces: Piece[], head: BracketHead, run: number) =>
    pieces.map((piece) => ({ ...piece, bracket: head, run }));
  const first: BracketHead = { id: sides.id, delegations: sides.keep };
  const second: BracketHead = { id: sides.alternativeId, delegations: sides.change, alternativeOf: sides.id };
  return contentOf([
    ...old.slice(0, front),
    ...inBracket(kept, first, -2),
    ...inBracket(changed, second, -3),
    ...old.slice(old.length - back),
  ]);
}

/** Whether the last of the pieces between both ends is a space with something in front of it. */
function isSpace(pieces: Piece[], front: number, back: number): boolean {
  return pieces.length - back - front > 1 && pieces[pieces.length - 1 - back]!.words.trim() === "";
}

function isBare(old: Piece[], now: Piece[], front: number, back: number): boolean {
  const blank = (pieces: Piece[]) =>
    pieces
      .slice(front, pieces.length - back)
      .map(({ words }) => words)
      .join("")
      .trim() === "";
  return blank(old) || blank(now);
}

/** A whole clause in a bracket: one that only one side wants. */
export function wholeInBracket(content: Inline[], id: string, delegations: string[]): Inline[] | null {
  if (holdsBracket(content) || inlineText(content).trim() === "") return null;
  return [{ bracket: { id, delegations, content } }];
}
