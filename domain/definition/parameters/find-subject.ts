/** The noun phrase that a threshold is about: `a 'C-NOT error' of less than …` is about `C-NOT error`. */
import { singular } from "./unit-expression.ts";

const stops = new Set(
  (
    "a an the any each every all such this that these those its their whose which who when where while if with without at for by " +
    "from on to under within into onto and or but nor than as via per having has have be being is are was were been using " +
    "supporting enabling containing providing achieving producing generating including comprising possessing meeting " +
    "incorporating employing exhibiting showing maintaining giving capable able designed rated specified specially " +
    "optimized optimised modified developed manufactured made used measured determined operated operate operates operating " +
    "give absorb not no only both either neither also one two three more less in through over following between"
  ).split(" "),
);
/** Words that say nothing about what is measured when they stand at an end of the phrase. */
const idleFirst =
  /^(?:maximum|minimum|max|min|typical|specified|rated|largest|entire|whole|full|complete|respective|certain|overall)$/i;
const idleLast = /^(?:value|values|level|levels|of|is|are|being|be|equal|that|rated|range|ranges|band|any|specified)$/i;

/** Words in -ing that belong to the name of a quantity. */
const ingNouns =
  /^(?:switching|processing|operating|settling|pointing|positioning|bearing|coating|spacing|sampling|scanning|focusing|melting|working|resolving|(?:sp|st|w|)ring|wing|pumping|cooling|heating|tuning|slewing|winding|boiling)$/i;

function bareWord(token: string): string {
  return token.replace(/^[“”"‘’'(]+|[“”"‘’')]+$/gu, "");
}

/** Keeps what is not written as an ordinary word: `C-NOT`, `TSV`, `pH`. */
function lowered(word: string): string {
  return /^[A-Z]?[a-z-]+$/.test(word) ? word.toLowerCase() : word;
}

/** `Through Silicon Via (TSV) aspect ratio` is called `TSV aspect ratio`; at the end the short name adds nothing. */
function withShortName(tokens: string[]): string[] {
  const at = tokens.findIndex((token) => /^\([A-Za-z]{1,6}\)$/.test(token));
  if (at < 0) return tokens;
  const letters = bareWord(tokens[at]!);
  const spelt = tokens.slice(Math.max(0, at - letters.length), at);
  const initials = spelt.map((word) => bareWord(word)[0]?.toUpperCase()).join("");
  const rest = tokens.slice(at + 1);
  if (rest.length === 0) return tokens.slice(0, at);
  if (initials === letters.toUpperCase()) return [...tokens.slice(0, at - letters.length), letters, ...rest];
  return [...tokens.slice(0, at), ...rest];
}

/** "Temperature range" is about the temperature; "dynamic range" is a name. */
function cutIdleEnd(tokens: string[]): void {
  for (let last = tokens.at(-1); last !== undefined; last = tokens.at(-1)) {
    const word = bareWord(last);
    const named =
      /^range$/i.test(word) && (tokens.length === 1 || /^(?:dynamic|a|an)$/i.test(bareWord(tokens.at(-2)!)));
    if (named || !(idleLast.test(word) || word === "")) return;
    tokens.pop();
  }
}

/** The tokens of the phrase that ends at the end of `before`, the last ones first cut back to a noun. */
function phraseTokens(before: string): string[] {
  const segment = before.split(/[;:,]|\.\s|[([](?![A-Za-z]{1,6}[)\]])/u).pop() ?? "";
  const tokens: string[] = segment.match(/\([^)]*\)|[“"][^”"]*[”"]|‘[^’]*’|(?<![\p{L}])'[^']*'|[^\s]+/gu) ?? [];
  cutIdleEnd(tokens);
  const out: string[] = [];
  for (let at = tokens.length - 1; at >= 0 && out.length < 8; at--) {
    const token = tokens[at]!;
    if (stops.has(bareWord(token).toLowerCase()) || /\d/.test(token)) break;
    if (/^\((?![A-Za-z]{1,6}\))/.test(token)) continue;
    out.unshift(token);
  }
  return withShortName(out);
}

/** The phrase in the words before a comparator; null when there is none. */
export function subjectBefore(before: string): string | null {
  const tokens = phraseTokens(
    before.replace(/\s(?:over|across)\sall\s[\p{L}\s]+?(?=\sof\s*$)/u, "").replace(/[\s(]+$/, ""),
  );
  while (tokens.length > 1 && idleFirst.test(bareWord(tokens[0]!))) tokens.shift();
  while (tokens.length > 1 && /ing$/i.test(tokens[0]!) && !ingNouns.test(tokens[0]!)) tokens.shift();
  if (tokens.length > 2 && /^total$/i.test(tokens[0]!)) tokens.shift();
  while (tokens.length > 0 && /^(?:of|in)$/i.test(tokens[0]!)) tokens.shift();
  cutIdleEnd(tokens);
  const words = tokens.flatMap((token) => bareWord(token).split(/\s+/)).map((word) => lowered(bareWord(word)));
  if (words.length === 0 || !words.some((word) => /\p{L}{2}/u.test(word))) return null;
  const last = words.length - 1;
  if (/^[a-z-]+$/.test(words[last]!) && !/(?:ss|us|is)$/.test(words[last]!)) words[last] = singular(words[last]!);
  return words.join(" ");
}

/** The phrase behind a quantity: `exceeding 1 m in diameter or major axis length`. */
export function subjectAfter(after: string): string | null {
  const match = /^\)?\s*in\s+(?:the\s+)?((?:\p{L}+[\s-]?){1,6})/u.exec(after);
  if (match === null) return null;
  const words: string[] = [];
  for (const word of match[1]!.trim().split(/\s+/)) {
    if (
      /^(?:and|capable|for|with|at|when|having|but|to|is|are|as|using|a|an|any|all|total|number|one|each|which|that|from|the)$/i.test(
        word,
      )
    )
      break;
    words.push(word);
  }
  while (words.length > 0 && /^(?:or|of)$/i.test(words.at(-1)!)) words.pop();
  return words.length === 0 ? null : words.map(lowered).join(" ");
}

/** The phrase inside the words of the comparator: `at or below a temperature of 0.1 K`. */
export function subjectWithin(words: string): string | null {
  const phrase = /(?<!\p{L})an?\s+([\p{L}\s]{3,40}?)\s+of\s*$/u.exec(words)?.[1]?.toLowerCase() ?? null;
  return phrase === null || /^(?:maximum|minimum|total|average|value)/.test(phrase) ? null : phrase;
}
