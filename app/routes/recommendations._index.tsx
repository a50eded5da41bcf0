/** What the committees have recommended to the governments, the latest first. */
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { RecommendationStateBadge } from "~/components/review/review-words.tsx";
import { loadPage, requireViewer } from "~/page.ts";
import { DataTable } from "~/ui/data-table.tsx";
import { Empty, PageHead } from "~/ui/layout.tsx";
import { LiveRefresh } from "~/ui/live-refresh.tsx";
import { When } from "~/ui/time.tsx";

export const meta: MetaFunction = () => [{ title: "Recommendations · Plenary" }];

export async function loader(args: LoaderFunctionArgs) {
  requireViewer(args);
  const after = new URL(args.request.url).searchParams.get("after");
  return { page: await loadPage(args, "recommendationsPage", { after }) };
}

export default function RecommendationsPage() {
  const { page } = useLoaderData<typeof loader>();
  const { t } = useTranslation("review");
  return (
    <>
      <LiveRefresh topics={page.topics} />
      <PageHead title={t("recommendations.title")} badges={<span>{t("recommendations.sentence")}</span>} />
      {page.rows.length === 0 ? (
        <Empty title={t("recommendations.none")}>{t("recommendations.noneNext")}</Empty>
      ) : (
        <DataTable
          caption={t("recommendations.title")}
          head={["recommendation", "technology", "committee", "state", "drafted", "decided"].map((name) => ({
            label: t(`recommendations.${name}`),
          }))}
          rows={page.rows.map((row) => ({
            key: row.slug,
            cells: [
              <Link key="reference" to={`/recommendations/${row.slug}`}>
                {row.reference}
              </Link>,
              row.title,
              row.committee,
              <span key="state">
                <RecommendationStateBadge state={row.state} />
              </span>,
              <When key="drafted" at={row.draftedAt} dateOnly />,
              row.decidedAt === null ? "–" : <When key="decided" at={row.decidedAt} dateOnly />,
            ],
          }))}
        />
      )}
      {page.next ? <Link to={`?after=${page.next}`}>{t("frame:next")}</Link> : null}
    </>
  );
}

export { PageFault as ErrorBoundary } from "~/ui/page-fault.tsx";
