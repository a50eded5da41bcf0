/** One comment: where it stands, what was said, what became of it, and what may be done with it. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { CommentCard } from "~/components/definition/comment-card.tsx";
import { PeopleToCall } from "~/components/definition/mention-field.tsx";
import { performAct } from "~/form.ts";
import { loadPage, requireViewer } from "~/page.ts";
import { StateBadge } from "~/ui/badge.tsx";
import { LinkButton } from "~/ui/button.tsx";
import { PageHead, Section } from "~/ui/layout.tsx";
import { LiveRefresh } from "~/ui/live-refresh.tsx";
import "~/components/definition/definition.css";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Comment ${data?.comment.number ?? ""} on ${data?.candidate.title ?? "a candidate"} · Plenary` },
];

export async function loader(args: LoaderFunctionArgs) {
  requireViewer(args);
  return loadPage(args, "commentPage", { candidate: args.params.candidate!, number: args.params.number! });
}

export async function action(args: ActionFunctionArgs) {
  return performAct(args, [
    "follow-up-comment",
    "dispose-comment",
    "reopen-comment",
    "agree-disposition",
    "withdraw-comment",
    "admit-comment",
    "sustain-comment",
    "acknowledge-mention",
  ]);
}

export default function CommentPage() {
  const { candidate, comment, clause, people, topics } = useLoaderData<typeof loader>();
  const { t } = useTranslation("definition");
  const here = `/candidates/${candidate.slug}`;
  return (
    <PeopleToCall.Provider value={people}>
      <LiveRefresh topics={topics} />
      <PageHead
        trail={[
          { to: "/candidates", label: t("candidates") },
          { to: here, label: candidate.reference },
          { to: `${here}/comments`, label: t("comments.title") },
          { label: String(comment.number) },
        ]}
        title={t("comment.one", { number: comment.number })}
        marking={candidate.marking}
        badges={
          <>
            <StateBadge state={candidate.state} />
            <span>{candidate.title}</span>
          </>
        }
        acts={
          <>
            <LinkButton to={`${here}/comments`}>{t("comment.inTable")}</LinkButton>
            <LinkButton to={`${here}/definition#comment-${comment.number}`}>{t("comments.text")}</LinkButton>
          </>
        }
      />
      <div className="comment-alone">
        <h2 className="unseen">{t("comment.thread")}</h2>
        <CommentCard comment={comment} slug={candidate.slug} chosen={false} />
        {clause === null ? null : (
          <Section title={t("comment.clauseToday")}>
            <p className="law comment-clause">
              <strong>{comment.clause.label}</strong> {clause}
            </p>
          </Section>
        )}
      </div>
    </PeopleToCall.Provider>
  );
}

export { PageFault as ErrorBoundary } from "~/ui/page-fault.tsx";
