/** The words of the lists for "less than" and the like, before a number and behind it. */
import type { Comparator } from "../control-text.ts";

export type Bound = Extract<Comparator, "<" | "<=" | "=" | ">=" | ">">;

/** Positions of the comparator's words; `implied` where no words say it. */
/** `quality` where only "better" says which way: less of an error, but more of a gain. */
export type FoundComparator = { start: number; end: number; bound: Bound; quality: boolean };

const more =
  "greater|more|higher|larger|longer|faster|wider|thicker|heavier|bigger|deeper|taller|broader|stronger|exceeding|exceeds|exceed|exceeded|above|over|beyond|in excess of|after";
const less =
  "less|fewer|lower|smaller|shorter|narrower|thinner|lighter|finer|slower|tighter|better|below|under|beneath|short of|before";

const sideNote = String.raw`(?:\s*\((?:better|worse|i\.e\.,? better|less|more|greater|lower|higher|smaller|larger|longer|shorter|finer)\))?`;
const side = `(?<side>${more}|${less})`;
const than = String.raw`(?:\s+than,?)?`;
/** `better than (less than)`: the second way to say it stands behind the first. */
const thanNote = String.raw`(?:\s*\((?:less|more|greater|lower|higher|smaller|larger|shorter|longer)\s+than\))?`;
const comma = String.raw`,?\s+`;

const beforeWords = new RegExp(
  String.raw`(?<![\p{L}-])(?:(?<not>(?:is |are |be |do |does |shall |must |may |can )?(?:not|no|never|cannot)(?: to)?(?: be)?)\s+)?(?:(?<equalFirst>equal(?:s|ing)?(?:\s+to)?${comma}or|meet(?:s|ing)?\s+or|at\s+or)\s+)?${side}${sideNote}${than}(?:${comma}or\s+(?<equalLast>equal(?:\s+to)?))?${than}${thanNote}\s*$`,
  "iu",
);
const beforeFixed: [RegExp, Bound][] = [
  [/(?:≥|⩾|>=|=>|≧)\s*$/u, ">="],
  [/(?:≤|⩽|<=|=<|≦)\s*$/u, "<="],
  [/>\s*$/, ">"],
  [/<\s*$/, "<"],
  [
    /(?<!\p{L})(?:at\s+least|a?\s*minimum(?:\s+\p{L}+)?\s+of|no(?:t)?\s+(?:less|fewer)\s+than|min\.?|starting\s+(?:at|from)|from\s+at\s+least)\s*$/iu,
    ">=",
  ],
  [
    /(?<!\p{L})(?:at\s+(?:the\s+)?most|a\s+maximum\s+of|up\s+to\s+and\s+including|up\s+to|as\s+much\s+as|max\.?|within|to\s+within)\s*$/iu,
    "<=",
  ],
  [/(?<!\p{L})(?:down\s+to)\s*$/iu, ">="],
];
const equalWords = /(?<!\p{L})(?:equal(?:s|ing)?(?:\s+to)?|exactly|precisely|(?<![<>])=)\s*$/iu;
const opposite: Record<Bound, Bound> = { "<": ">=", "<=": ">", "=": "=", ">=": "<", ">": "<=" };

/** The comparator whose words end where a number begins. */
export function comparatorBefore(text: string, numberStart: number): FoundComparator | null {
  const from = Math.max(0, numberStart - 90);
  const before = text
    .slice(from, numberStart)
    .replace(
      /(?:\b(?:a|an|about|approximately|nominal(?:ly)?|plus or minus|the|any|some|that of|a value of|a total of|an average of|an? (?:ambient )?(?:temperature|pressure|frequency|wavelength|speed|power|voltage|rate) of)\s+|±\s?|\()+$/iu,
      (lead) => " ".repeat(lead.length),
    );
  for (const [pattern, bound] of beforeFixed) {
    const match = pattern.exec(before);
    if (match !== null) return { start: from + match.index, end: numberStart, bound, quality: false };
  }
  const match = beforeWords.exec(before);
  if (match === null) {
    const equal = equalWords.exec(before);
    return equal === null ? null : { start: from + equal.index, end: numberStart, bound: "=", quality: false };
  }
  const { not, equalFirst, equalLast, side: word } = match.groups!;
  // "better (less) than" and "less (better) than" both say less: the note tells the quality, "better" alone means less.
  const noted = /\((less|lower|smaller|shorter|finer|more|greater|higher|larger|longer)(?:\s+than)?\)/i.exec(
    match[0],
  )?.[1];
  const said = noted !== undefined && /^better$/i.test(word!) ? noted : word!;
  const upward = new RegExp(`^(?:${more})$`, "i").test(said);
  const equal = equalFirst !== undefined || equalLast !== undefined;
  const bound: Bound = upward ? (equal ? ">=" : ">") : equal ? "<=" : "<";
  const lead = match[0].length - match[0].trimStart().length;
  const quality = /^better$/i.test(said);
  return {
    start: from + match.index + lead,
    end: numberStart,
    bound: not === undefined ? bound : opposite[bound],
    quality,
  };
}

const note = String.raw`(?:\s*\([\p{L} -]{1,20}\)(?:\/s)?)?`;
/** What may stand between a unit and "or more": `by weight`, `of ice`, `(microradians)`, `users`. */
const gap = String.raw`(?:\s+(?!or\b|and\b|at\b|with\b|having\b|than\b|when\b|for\b|in\b|to\b)[\p{L}'“”"’‘-]+){0,4}?`;
const afterWords = new RegExp(
  String.raw`^(?:\.(?=\s))?${note}${gap}${note}\s*,?\s*\(?(?:or|and|and\/or)\s+(?:\(better\)\s+|is\s+|are\s+)?(?<side>more|greater|higher|larger|longer|above|over|wider|thicker|heavier|faster|better|upwards?|up|beyond|less|fewer|lower|smaller|shorter|below|under|narrower|thinner|lighter|finer|slower)(?![\p{L}])(?:\s*\((?<note>better|worse|less|more|greater|lower|higher|smaller|larger)\))?(?!\s+than)`,
  "iu",
);
const afterFixed: [RegExp, Bound][] = [
  [/^\s*\(?(?:minimum|min\.?|at\s+least)\)?(?![\p{L}])/iu, ">="],
  [/^\s*\(?(?:maximum|max\.?|at\s+(?:the\s+)?most)\)?(?![\p{L}])/iu, "<="],
];

/** The comparator whose words begin behind a number and its unit. */
export function comparatorAfter(text: string, quantityEnd: number): FoundComparator | null {
  const rest = text.slice(quantityEnd, quantityEnd + 90);
  const match = afterWords.exec(rest);
  if (match !== null) {
    const { side: word, note: noted } = match.groups!;
    const said = /^better$/i.test(word!) && noted !== undefined && !/better|worse/i.test(noted) ? noted : word!;
    const upward =
      /^(?:more|greater|higher|larger|longer|above|over|wider|thicker|heavier|faster|up|upwards?|beyond)$/i.test(said);
    const quality = /^better$/i.test(said);
    // "10 nm (or better)" ends behind its bracket.
    const closes = /\(\s*(?:or|and)/i.test(match[0]) && rest[match[0].length] === ")" ? 1 : 0;
    return { start: quantityEnd, end: quantityEnd + match[0].length + closes, bound: upward ? ">=" : "<=", quality };
  }
  for (const [pattern, bound] of afterFixed) {
    const fixed = pattern.exec(rest);
    if (fixed !== null) return { start: quantityEnd, end: quantityEnd + fixed[0].length, bound, quality: false };
  }
  return null;
}
