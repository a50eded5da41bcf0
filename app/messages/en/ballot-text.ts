/** The words of the text of a ballot and of who sees its positions, in English. */
export default {
  mode: {
    RECORDED: "Recorded",
    SEALED: "Sealed",
    SECRET: "Secret",
  },
  whoSees: {
    RECORDED: "The committee sees each position as it is made, government reviewers with the certified result.",
    SEALED: "Nobody sees a position before the key holders open the ballot; until then only how many seats have one.",
    SECRET: "Nobody here ever sees a position; the verified result comes back from the outside election.",
  },
  title: {
    position: "Text, changed since your last position",
    look: "Text, changed since you last looked",
    version: "Text, changed since version {{number}}",
  },
  since: "Compared with",
  basis: {
    position: "version {{number}}: your last position, {{date}}",
    look: "version {{number}}: you looked at it, {{date}}",
    version: "version {{number}}: the one before",
    whole: "nothing: the whole text",
  },
  looked: "You looked at this version on",
  lookedNote: "Nothing of it can have changed since: a frozen version is never changed.",
  look: "I have read this text",
  lookNote: "The next version is then shown against this one. Only you see it; it is no act and stands in no record.",
  reasons: "Named in a reason:",
  reasonOf: "{{word}}, {{seat}}",
  toClause: "on clause {{clause}}",
  readClause: "read clause {{clause}}",
  former: "{{word}} on version {{version}}",
  textSince: "text since {{classes}}",
  textSame: "text unchanged since",
} as const;
