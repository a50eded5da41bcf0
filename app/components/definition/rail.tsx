/** Comments and faults beside the text, each in the height of its clause where there is room for it. */
import { Link } from "@remix-run/react";
import { type RefObject, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { LiveFault } from "~/editor/fault-finding.ts";
import { Empty } from "~/ui/layout.tsx";
import { clauseText } from "../../../domain/definition/control-text.ts";
import { numbers } from "../../../domain/definition/numbering.ts";
import { useAlignedCards } from "./aligned-cards.ts";
import { AmendmentCard } from "./amendment-card.tsx";
import { CommentCard } from "./comment-card.tsx";
import { type CommentDraft, CommentForm } from "./comment-form.tsx";
import type { CommentData, DefinitionPageData } from "./definition-types.ts";
import { FaultCard } from "./fault-card.tsx";
import type { Mending } from "./fault-fixes.tsx";
import { standingNow, useLiveStandings } from "./live-standings.ts";
import { PeopleToCall } from "./mention-field.tsx";
import { type ShownFault, shownFaults } from "./shown-faults.ts";

/** As many characters of a clause as a list of choices shows. */
const wordsMax = 48;
/** Of more comments than these each has its forms on a page of its own. */
const commentsWithFormsMax = 40;

type Group = {
  nid: string;
  comments: CommentData[];
  faults: ShownFault[];
  amendments: DefinitionPageData["amendments"];
};

/** What hangs on one clause stands together, in the order of the text; what hangs on no clause comes first. */
function groupsOf({ clauses, comments, amendments }: DefinitionPageData, faults: ShownFault[]): Group[] {
  const order = clauses.map(({ nid }) => nid);
  // A clause that is newer than the page stands behind the one whose fault comes before its own.
  faults.forEach(({ nid }, at) => {
    if (nid === "" || order.includes(nid)) return;
    order.splice(order.indexOf(faults[at - 1]?.nid ?? "") + 1, 0, nid);
  });
  const groups = new Map<string, Group>(
    ["", ...order].map((nid) => [nid, { nid, comments: [], faults: [], amendments: [] }]),
  );
  const groupAt = (nid: string) => groups.get(nid) ?? groups.get("")!;
  for (const fault of faults) groupAt(fault.nid).faults.push(fault);
  for (const comment of comments) groupAt(comment.nid).comments.push(comment);
  for (const amendment of amendments) for (const nid of amendment.nids) groupAt(nid).amendments.push(amendment);
  return [...groups.values()].filter(
    (group) => group.comments.length + group.faults.length + group.amendments.length > 0,
  );
}

export type RailProps = {
  page: DefinitionPageData;
  /** The element that holds the text, whose clauses the cards stand beside. */
  text: RefObject<HTMLElement>;
  draft: CommentDraft | null;
  onDrop: () => void;
  chosenComment: string | null;
  onGoTo?: (commentId: string) => void;
  /** The faults of the live editor; null until it has judged the text. */
  liveFaults: LiveFault[] | null;
  mending: Mending | null;
};

export function Rail({ page, text, draft, onDrop, chosenComment, onGoTo, liveFaults, mending }: RailProps) {
  const { t } = useTranslation("definition");
  const rail = useRef<HTMLElement>(null);
  useAlignedCards(rail, text);
  const standings = useLiveStandings(text, page.comments);
  const { commentCounts } = page;
  const total = Object.values(commentCounts).reduce((sum, count) => sum + count, 0);
  const groups = groupsOf(page, shownFaults(page, liveFaults));
  const mayComment = page.may["make-comment"] === null && page.clauses.length > 0;
  const labels = numbers(page.clauses);
  const names = page.clauses.map((clause) => ({
    nid: clause.nid,
    name: `${labels.get(clause.nid) || t(`clause.kind.${clause.kind}`)} ${clauseText(clause).slice(0, wordsMax)}`,
  }));
  const form = (
    <CommentForm
      key={`${page.lastOwnComment} ${draft?.place ?? ""}`}
      clauses={names}
      draft={draft}
      refusal={null}
      onDrop={draft ? onDrop : undefined}
    />
  );
  return (
    <PeopleToCall.Provider value={page.people}>
      <aside className="rail" aria-label={t("comment.rail")} ref={rail}>
        <h2 className="unseen">{t("comment.rail")}</h2>
        {mayComment && draft ? form : null}
        {mayComment && !draft ? (
          <details className="disclosure" key={page.lastOwnComment}>
            <summary>{t("comment.new")}</summary>
            {form}
          </details>
        ) : null}
        {groups.length === 0 ? (
          <Empty title={t("comment.none")}>{mayComment ? t("comment.noneNext") : null}</Empty>
        ) : null}
        {groups.map((group) => (
          <div className="rail-group" key={group.nid || "whole"} data-beside={group.nid}>
            {group.faults.map((fault) => (
              <FaultCard
                key={fault.key}
                fault={fault}
                refusal={page.may["waive-fault"]}
                mending={mending}
                clauses={names}
              />
            ))}
            {group.amendments.map((amendment) => (
              <AmendmentCard key={amendment.number} amendment={amendment} slug={page.candidate.slug} />
            ))}
            {group.comments.map((comment) => (
              <CommentCard
                actsElsewhere={page.comments.length > commentsWithFormsMax}
                key={comment.id}
                comment={standingNow(comment, standings)}
                slug={page.candidate.slug}
                chosen={comment.id === chosenComment}
                onGoTo={onGoTo}
              />
            ))}
          </div>
        ))}
        {total > 0 ? (
          <p className="note">
            <Link to={`/candidates/${page.candidate.slug}/comments`}>{t("comment.all", { count: total })}</Link>
          </p>
        ) : null}
      </aside>
    </PeopleToCall.Provider>
  );
}
