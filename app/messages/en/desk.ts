/** The words of the desk, in English. */
export default {
  title: "What awaits you",
  count_zero: "Nothing is due from you.",
  count_one: "{{count}} act, by deadline.",
  count_other: "{{count}} acts, by deadline.",
  nothing: "Nothing awaits you",
  nothingTrue: "You have answered all that was asked of you.",
  nothingNext: "What comes next for your seats and offices appears here by itself.",
  news: "What happened last",
  noClock: "No clock runs",
  reminded: "You were reminded",
  group: { today: "Today", week: "This week", later: "Later", open: "Without a deadline" },
  duty: {
    "take-position": {
      sentence: "Take a position: {{title}}",
      why: "{{note}} has no position on this ballot.",
      button: "Take a position",
    },
    "answer-discuss": {
      sentence: "Answer a Discuss: {{title}}",
      why: "Your seat sponsors the candidate; unanswered, a Discuss never lapses.",
      button: "Read and answer",
    },
    "check-recorded-position": {
      sentence: "A position was recorded for {{note}}: {{title}}",
      why: "Another person recorded it. If it is not what your seat said, dispute it; it then counts as never made.",
      button: "Read it",
    },
    "give-override-voice": {
      sentence: "Say for or against an override: {{title}}",
      why: "The override of a Discuss is announced, and {{note}} has said nothing of it.",
      button: "Read and say",
    },
    "decide-override": {
      sentence: "Decide an override: {{title}}",
      why: "The 48 hours of its notice are over; after the close it can no longer be decided.",
      button: "Open the ballot",
    },
    "answer-challenge": {
      sentence: "Answer a challenge: {{title}}",
      why: "The result is not certified before the answer.",
      button: "Read and answer",
    },
    "acknowledge-delivery": {
      sentence: "Acknowledge delivery: {{title}}",
      why: "The round for {{note}} starts when every member has received the text.",
      button: "Open the round",
    },
    "reply-round": {
      sentence: "Reply for {{note}}: {{title}}",
      why: "Silence adopts the text for {{note}} at the end.",
      button: "Read and reply",
    },
    "accept-candidate": {
      sentence: "Answer the proposal: {{title}}",
      why: "The chair's silence accepts it.",
      button: "Read the proposal",
    },
    "declare-interest": {
      sentence: "Declare your interests: {{title}}",
      why: "Its ballot waits for every seat's answer; “none” is an answer.",
      button: "Declare",
    },
    "dispose-comments": {
      sentence_one: "Dispose of {{count}} technical comment: {{title}}",
      sentence_other: "Dispose of {{count}} technical comments: {{title}}",
      why: "Each needs a disposition before a ballot can open.",
      button: "Open the comments",
    },
    "answer-disposition": {
      sentence: "Read the disposition of your comment {{note}}: {{title}}",
      why: "You may reopen it once, within five working days, with a new argument.",
      button: "Read and answer",
    },
    "read-final-disposition": {
      sentence: "Read the final disposition of your comment {{note}}: {{title}}",
      why: "It was reopened, so this disposition is final. You may sustain the comment; it then travels with the recommendation.",
      button: "Read it",
    },
    "read-mention": {
      sentence: "Comment {{note}} names you: {{title}}",
      why: "It leaves this list when you answer, or say that you have looked.",
      button: "Read the comment",
    },
    "accept-amendment": {
      sentence: "Decide amendment {{note}}: {{title}}",
      why: "Nobody objected to it within 72 hours.",
      button: "Read and decide",
    },
    "settle-amendment": {
      sentence: "Settle contested amendment {{note}}: {{title}}",
      why: "Both wordings enter in brackets, or it is rejected with a reason.",
      button: "Read and decide",
    },
    "rebase-amendment": {
      sentence: "Put your amendment {{note}} onto the new text: {{title}}",
      why: "A clause that it changes has been changed since.",
      button: "Look at the changes",
    },
    "open-comment-round": {
      sentence: "Open a comment round when the draft stands: {{title}}",
      why: "The text is frozen as a version for the round.",
      button: "Open the candidate",
    },
    "mark-ready": {
      sentence: "Mark ready when the comments are resolved: {{title}}",
      why: "The text is frozen as the version that the ballot asks about.",
      button: "Open the candidate",
    },
    "open-ballot": {
      sentence: "Put to a ballot: {{title}}",
      why: "The candidate is ready.",
      button: "Open the candidate",
    },
    "consent-second": {
      sentence: "Consent as the second person, or decline: {{title}}",
      why: "{{note}} asks; without you it is not done.",
      button: "Look at the request",
    },
    "transmit-recommendation": {
      sentence: "Transmit {{note}} to the members: {{title}}",
      why: "Within five working days of certification.",
      button: "Open the recommendation",
    },
    "prepare-round": {
      sentence: "Prepare the review round for {{note}}: {{title}}",
      why: "The recommendation is transmitted; its round is not prepared.",
      button: "Open the recommendation",
    },
    "dispatch-round": {
      sentence: "Dispatch the review round: {{title}}",
      why: "The round is prepared; the members do not have it yet.",
      button: "Open the round",
    },
  },
} as const;
