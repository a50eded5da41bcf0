/** The words of what the chair may do with a ballot, in English. */
export default {
  title: "The chair's next step",
  open: "Ask to open the ballot for {{count}} days",
  openNote:
    "Opening freezes roll, rules, text and times into one record. Nothing of it changes afterwards, and the text can no longer be edited.",
  openNotePlain: "Opening freezes roll, rules, options and times into one record. Nothing of it changes afterwards.",
  discard: "Discard this draft",
  discardNote: "The draft is put away; another can be made.",
  byTwo: "Each of these is done when the second person consents.",
  extend: "Ask to extend",
  hours: "Hours more",
  hoursHint: "At most 336, twice at most, and 24 hours before the close at the latest.",
  void: "Ask to declare the ballot void",
  voidNote: "Only if the roll, the text or the options were wrong at the opening. The reason shows to the whole roll.",
  wrong: "What was wrong",
  ground: { roll: "The roll", text: "The text", options: "The options" },
  voidReason: "Reason",
  close: "Ask to close the ballot now",
  closeNote: "Every seat has a position and no Discuss is open.",
} as const;
