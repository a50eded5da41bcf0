/** Every page's query, by its name. A route's loader asks one of them through the load context. */
import { ballotExportFile, receiptFile } from "./queries/ballot/ballot-export-file.ts";
import { ballotPage } from "./queries/ballot/ballot-page.ts";
import { ballotsPage } from "./queries/ballot/ballots-page.ts";
import { consolePage } from "./queries/ballot/console-page.ts";
import { newBallotPage } from "./queries/ballot/new-ballot-page.ts";
import { sealedFile } from "./queries/ballot/sealed-file.ts";
import { secretTemplateFile } from "./queries/ballot/secret-template-file.ts";
import { candidatePage } from "./queries/candidate/candidate-page.ts";
import { candidatesPage } from "./queries/candidate/candidates-page.ts";
import { amendmentPage } from "./queries/definition/amendment-page.ts";
import { amendmentsPage } from "./queries/definition/amendments-page.ts";
import { bracketsPage } from "./queries/definition/brackets-page.ts";
import { commentImportPage } from "./queries/definition/comment-import-page.ts";
import { commentPage } from "./queries/definition/comment-page.ts";
import { commentsFile } from "./queries/definition/comments-file.ts";
import { commentsPage } from "./queries/definition/comments-page.ts";
import { consequencesPage } from "./queries/definition/consequences-page.ts";
import { definitionFile } from "./queries/definition/definition-file.ts";
import { definitionImportPage } from "./queries/definition/definition-import-page.ts";
import { definitionPage } from "./queries/definition/definition-page.ts";
import { newAmendmentPage } from "./queries/definition/new-amendment-page.ts";
import { referencesFile } from "./queries/definition/references-file.ts";
import { systemsFile, systemsImportPage, systemsPage } from "./queries/definition/systems-page.ts";
import { termsPage } from "./queries/definition/terms-page.ts";
import { versionPage } from "./queries/definition/version-page.ts";
import { versionsPage } from "./queries/definition/versions-page.ts";
import { calendarPage } from "./queries/desk/calendar-page.ts";
import { deskPage } from "./queries/desk/desk-page.ts";
import { editionFile } from "./queries/list/edition-file.ts";
import { libraryEntryPage } from "./queries/list/library-entry-page.ts";
import { libraryPage } from "./queries/list/library-page.ts";
import { listEntryPage } from "./queries/list/list-entry-page.ts";
import { listPage } from "./queries/list/list-page.ts";
import { parallelPage } from "./queries/list/parallel-page.ts";
import { publicPage } from "./queries/list/public-page.ts";
import { committeePage } from "./queries/membership/committee-page.ts";
import { interestsFile, interestsPage, publicInterestsPage } from "./queries/membership/interests-page.ts";
import { memberPage } from "./queries/membership/member-page.ts";
import { membersPage } from "./queries/membership/members-page.ts";
import { logPage } from "./queries/record/log-page.ts";
import { checkpointFile, logConsistencyFile, logProofFile } from "./queries/record/log-proof-file.ts";
import { recommendationPage } from "./queries/review/recommendation-page.ts";
import { recommendationsPage } from "./queries/review/recommendations-page.ts";
import { roundPage } from "./queries/review/round-page.ts";
import { roundsPage } from "./queries/review/rounds-page.ts";

export const queries = {
  amendmentPage,
  amendmentsPage,
  newAmendmentPage,
  versionsPage,
  ballotExportFile,
  ballotPage,
  ballotsPage,
  newBallotPage,
  bracketsPage,
  calendarPage,
  candidatePage,
  interestsFile,
  interestsPage,
  publicInterestsPage,
  candidatesPage,
  checkpointFile,
  commentImportPage,
  commentPage,
  commentsFile,
  commentsPage,
  committeePage,
  definitionFile,
  consequencesPage,
  consolePage,
  definitionImportPage,
  definitionPage,
  deskPage,
  editionFile,
  libraryEntryPage,
  libraryPage,
  listEntryPage,
  listPage,
  logConsistencyFile,
  logPage,
  logProofFile,
  memberPage,
  membersPage,
  parallelPage,
  publicPage,
  receiptFile,
  recommendationPage,
  recommendationsPage,
  referencesFile,
  roundPage,
  roundsPage,
  sealedFile,
  secretTemplateFile,
  systemsFile,
  systemsImportPage,
  systemsPage,
  termsPage,
  versionPage,
} as const;

export type Queries = typeof queries;
