/** Every namespace of the English catalogue. */
import amendment from "./en/amendment.ts";
import ballot from "./en/ballot.ts";
import ballotLife from "./en/ballot-life.ts";
import ballotText from "./en/ballot-text.ts";
import calendar from "./en/calendar.ts";
import candidate from "./en/candidate.ts";
import consequence from "./en/consequence.ts";
import consoleWords from "./en/console.ts";
import definition from "./en/definition.ts";
import desk from "./en/desk.ts";
import editor from "./en/editor.ts";
import exchange from "./en/exchange.ts";
import frame from "./en/frame.ts";
import interest from "./en/interest.ts";
import library from "./en/library.ts";
import list from "./en/list.ts";
import log from "./en/log.ts";
import membership from "./en/membership.ts";
import question from "./en/question.ts";
import ranked from "./en/ranked.ts";
import record from "./en/record.ts";
import review from "./en/review.ts";
import sealing from "./en/sealing.ts";
import second from "./en/second.ts";
import term from "./en/term.ts";

export const english = {
  amendment,
  ballot,
  ballotText,
  calendar,
  ballotLife,
  candidate,
  consequence,
  console: consoleWords,
  definition,
  desk,
  editor,
  exchange,
  frame,
  interest,
  library,
  list,
  log,
  membership,
  question,
  ranked,
  record,
  review,
  sealing,
  second,
  term,
};
