/** The comments of a candidate in the ISO form, with filters in the address and the chair's dispositions. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { CommentFilters } from "~/components/definition/comment-filters.tsx";
import { CommentTable } from "~/components/definition/comment-table.tsx";
import { performAct } from "~/form.ts";
import { loadPage, requireViewer } from "~/page.ts";
import { StateBadge } from "~/ui/badge.tsx";
import { LinkButton } from "~/ui/button.tsx";
import { Empty, PageHead } from "~/ui/layout.tsx";
import { LiveRefresh } from "~/ui/live-refresh.tsx";
import "~/components/definition/definition.css";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.candidate.title ?? "Comments"}: comments · Plenary` },
];

export async function loader(args: LoaderFunctionArgs) {
  requireViewer(args);
  const { searchParams } = new URL(args.request.url);
  return loadPage(args, "commentsPage", {
    candidate: args.params.candidate!,
    states: searchParams.getAll("state"),
    type: searchParams.get("type"),
    clause: searchParams.get("clause"),
    member: searchParams.get("member"),
    only: searchParams.getAll("only"),
    after: searchParams.get("after"),
  });
}

export async function action(args: ActionFunctionArgs) {
  return performAct(args, ["dispose-comment"]);
}

export default function CommentsPage() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation("definition");
  const [search] = useSearchParams();
  const here = `/candidates/${page.candidate.slug}`;
  const next = new URLSearchParams(search);
  if (page.next) next.set("after", page.next);
  const taken = new URLSearchParams(search);
  taken.delete("after");
  return (
    <>
      <LiveRefresh topics={page.topics} />
      <PageHead
        trail={[
          { to: "/candidates", label: t("candidates") },
          { to: here, label: page.candidate.reference },
          { label: t("comments.title") },
        ]}
        title={t("comments.of", { title: page.candidate.title })}
        marking={page.candidate.marking}
        badges={
          <>
            <StateBadge state={page.candidate.state} />
            <span>{t("comments.sentence")}</span>
          </>
        }
        acts={
          <>
            {(["docx", "csv", "json"] as const).map((kind) => (
              <LinkButton key={kind} to={`${here}/comments.${kind}?${taken}`} reload>
                {t(`comments.files.${kind}`)}
              </LinkButton>
            ))}
            <LinkButton to={`${here}/comments/import`}>{t("comments.import")}</LinkButton>
            <LinkButton to={`${here}/definition`}>{t("comments.text")}</LinkButton>
          </>
        }
      />
      <CommentFilters key={String(search)} page={page} />
      {page.rows.length === 0 ? (
        <Empty title={t("comments.none")}>{t("comments.noneNext")}</Empty>
      ) : (
        <CommentTable rows={page.rows} slug={page.candidate.slug} presides={page.presides} />
      )}
      {page.next ? (
        <p className="line">
          <Link to={`?${next}`}>{t("frame:next")}</Link>
        </p>
      ) : null}
    </>
  );
}

export { PageFault as ErrorBoundary } from "~/ui/page-fault.tsx";
