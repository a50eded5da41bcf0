/** The words of the log's page, in English. */
export default {
  title: "Log of the record",
  sentence: "Every act leaves a leaf here. What was signed once cannot be changed later without showing.",
  alarm: "Alarm",
  head: {
    size: "Leaves",
    origin: "Origin",
    key: "Key",
    keyNote: "Get it from somebody you trust, and compare.",
    signed: "Last signed",
    never: "not yet",
  },
  what: {
    title: "What this proves",
    record:
      "A leaf commits to a minute: who did what, when, under which rule. Its content is shown to those who may read it; its hash to everybody.",
    kept: "Keep a checkpoint. Whoever has one can show that the log was cut, forked or restored from an old copy.",
    limits:
      "It does not show who sat at the keyboard, and not that somebody was pressed. A server that is changed could send you another page: for that there is the verifier, which runs without it.",
    verifier: "The verifier checks the export of a ballot offline; it comes with the source, in the folder “verifier”.",
  },
  check: {
    title: "Check for yourself",
    note: "The proof is fetched and checked in your browser.",
    field: "A receipt, a checkpoint you kept, or the number of a leaf",
    hint: "Paste the whole file.",
    key: "Under which key",
    keyField: "Key of the log",
    keyHint: "If you got it from somebody else, put that one here.",
    button: "Check it against the log",
    underWay: "Checking…",
    noScript: "The check needs script. Without it, use the verifier on an export.",
    holds: "Holds",
    broken: "Broken",
    unknown: "Not checked",
    verdict: {
      holds: "It holds.",
      broken: "It does not hold. Keep what you have, and tell the chair and another member.",
      unknown: "Not all of it could be checked.",
    },
  },
  step: {
    leafAbsent: { broken: "The log has no leaf {{index}}." },
    leafSame: {
      holds: "Leaf {{index}} is the one that the receipt names.",
      broken: "Leaf {{index}} is another than the receipt names.",
    },
    leafWaits: {
      holds: "Leaf {{index}} is of the last minute; the next checkpoint will cover it. Check again in a minute.",
    },
    leafIncluded: {
      holds:
        "Leaf {{index}} is among the {{size}} leaves of the latest checkpoint: {{hashes}} hashes lead to its root.",
      broken: "The proof of leaf {{index}} does not lead to the root of the {{size}} leaves.",
    },
    leafWords: { holds: "In words it is: {{words}}." },
    headSigned: {
      holds: "The checkpoint of {{size}} leaves is signed by this key.",
      broken: "The checkpoint of {{size}} leaves is not signed by this key.",
    },
    keptSigned: {
      holds: "The checkpoint you kept, of {{size}} leaves, is signed by this key.",
      broken: "The checkpoint you kept, of {{size}} leaves, is not signed by this key.",
    },
    continued: {
      holds: "The {{second}} leaves of today begin with the {{first}} that you kept.",
      broken: "The {{second}} leaves of today do not begin with the {{first}} that you kept: the log was changed.",
    },
    logShorter: {
      broken: "You kept {{first}} leaves, and the log has only {{second}}: it was cut, or restored from an old copy.",
    },
    receiptKey: { holds: "The receipt names this key.", broken: "The receipt names another key." },
    receiptSigned: {
      holds: "The receipt is signed, and nothing in it was changed.",
      broken: "The receipt is not signed by its key, or was changed.",
    },
    proofUnreadable: { broken: "The server's answer cannot be read." },
    nothingRead: { broken: "This is no receipt, no checkpoint and no number." },
    noCrypto: { holds: "This browser gives pages no cryptography here. Use an address that begins with https." },
    notReached: { holds: "The server could not be reached." },
  },
  checkpoints: {
    title: "Checkpoints",
    note: "Signed each minute while acts arrive.",
    none: "Nothing was signed yet.",
    size_one: "{{count}} leaf",
    size_other: "{{count}} leaves",
  },
  leaves: {
    title: "Leaves",
    note: "The newest first.",
    none: "No act is on record yet.",
    number: "Leaf",
    what: "Minute",
    hash: "Hash",
    unseen: "not for this reader",
    check: "Check leaf {{index}}",
    body: "What it says",
    salt: "Salt of its commitment",
    earlier: "Earlier leaves",
  },
  receipt: {
    title: "Your receipt",
    sentence:
      "Position {{sequence}} of {{seat}} is leaf {{leaf}} of the log. Keep the receipt; these words must be the same wherever you check it.",
    download: "Download the receipt",
    check: "Check it against the log",
  },
  export: {
    title: "Recount",
    note: "All that others need to compute the result and check the record, without this server.",
    download: "Download the export",
  },
} as const;
