/** What the pages of this room are handed, as values that crossed the wire. */
import type { Refusal } from "../../../domain/refusal.ts";
import type { bracketsPage } from "../../../server/queries/definition/brackets-page.ts";
import type { commentImportPage } from "../../../server/queries/definition/comment-import-page.ts";
import type { CommentView } from "../../../server/queries/definition/comment-view.ts";
import type { commentsPage } from "../../../server/queries/definition/comments-page.ts";
import type { definitionPage } from "../../../server/queries/definition/definition-page.ts";
import type { versionPage } from "../../../server/queries/definition/version-page.ts";

type PageOf<Ask extends (...given: never[]) => Promise<unknown>> = Exclude<Awaited<ReturnType<Ask>>, Refusal>;

export type DefinitionPageData = PageOf<typeof definitionPage>;
export type BracketsPageData = PageOf<typeof bracketsPage>;
export type VersionPageData = PageOf<typeof versionPage>;
export type FaultData = DefinitionPageData["faults"][number];
export type CommentsPageData = PageOf<typeof commentsPage>;
export type CommentImportPageData = PageOf<typeof commentImportPage>;
export type CommentData = CommentView;
export type ClauseNameData = CommentView["clause"];
