/** What the record of an amendment holds besides its changes: what was said of it, and what became of it, in order. */
export const amendmentEntryKinds = [
  "answer",
  "objection",
  "acceptance",
  "rejection",
  "bracketing",
  "stale",
  "rebase",
  "fall",
  "withdrawal",
] as const;
export type AmendmentEntryKind = (typeof amendmentEntryKinds)[number];
