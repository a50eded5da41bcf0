/** The words of the editor, in English. */

import faults from "./editor-faults.ts";
import panels from "./editor-panels.ts";
import parameters from "./editor-parameters.ts";

export default {
  ...parameters,
  ...faults,
  ...panels,
  label: "Text of the definition",
  loading: "The text is on its way.",
  saving: {
    saving: "Saving",
    saved: "Saved {{time}}",
    unsaved: "Not saved: keep this tab open",
    unsavedSince: "What you wrote since {{time}} is not on the committee's disk yet.",
    copy: "Copy my text",
    copied: "Copied",
    download: "Download the text",
    fileName: "definition.txt",
    fileUnsaved: "Not saved when this file was written:",
    fileWhole: "The whole text as this page showed it:",
  },
  connection: {
    connecting: "Connecting",
    live: "Connected",
    away: "Not connected: the page comes back by itself",
    awayReading: "Not connected. The text here may be older than the committee's.",
    again: "Open this page anew",
  },
  reading: "You can read this text, not change it.",
  people: {
    label: "People present",
    you: "{{name}}, {{delegation}} (you)",
    one: "{{name}}, {{delegation}}",
    inClause: "{{name}}, {{delegation}}, in {{clause}}",
    alone: "Nobody else is here",
    more: "+{{count}}",
  },
  clause: {
    unnumbered: "unnumbered clause",
    empty: "Empty clause",
    stray: "Stray",
    strayMeaning: "Somebody deleted this clause while it was being written in. Keep it, or delete what is left.",
  },
  outline: { label: "Clauses" },
  tools: {
    label: "Clause",
    kind: "Kind",
    shallower: "Level up",
    deeper: "Level down",
    moveUp: "Move up",
    moveDown: "Move down",
    add: "Add clause",
    delete: "Delete clause",
    keepStray: "Keep this clause",
    undo: "Undo",
    redo: "Redo",
    comment: "Comment",
    keys: "Enter: new clause. Tab and Shift-Tab: level. Alt and arrows: move. Escape, then Tab: leave the text.",
  },
  kind: {
    heading: "Heading",
    item: "Item",
    note: "Note",
    "technical-note": "Technical note",
    "nota-bene": "N.B.",
    "related-control": "Related control",
    exclusion: "Exclusion",
    text: "Text",
  },
  announce: {
    entered: "{{number}} {{kind}}",
    renumbered: "Your clause is now {{number}}",
    remote: "{{names}} changed {{clause}}",
    remoteSomebody: "Somebody changed the text",
  },
};
