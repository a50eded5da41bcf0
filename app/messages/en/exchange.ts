/** The words of definitions going out as files and coming in from them, in English. */
export default {
  out: {
    title: "Take the text out",
    sentence: "Each file carries the marking of all it holds and the text hash. The JSON is what the hash is taken of.",
    kinds: { docx: "Word", html: "Page to print", txt: "Plain text", json: "JSON" },
    changesFrom: "Changes from",
    withChanges: { docx: "Word with tracked changes", html: "Page with changes" },
  },
} as const;
