/** The review rounds that the reader may see, the latest first. */
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { RoundStateBadge } from "~/components/review/review-words.tsx";
import { loadPage, requireViewer } from "~/page.ts";
import { DataTable } from "~/ui/data-table.tsx";
import { Empty, PageHead } from "~/ui/layout.tsx";
import { LiveRefresh } from "~/ui/live-refresh.tsx";
import { TimeLeft, When } from "~/ui/time.tsx";

export const meta: MetaFunction = () => [{ title: "Review rounds · Plenary" }];

export async function loader(args: LoaderFunctionArgs) {
  requireViewer(args);
  const after = new URL(args.request.url).searchParams.get("after");
  return { page: await loadPage(args, "roundsPage", { after }), now: args.context.now };
}

export default function RoundsPage() {
  const { page, now } = useLoaderData<typeof loader>();
  const { t } = useTranslation("review");
  return (
    <>
      <LiveRefresh topics={page.topics} />
      <PageHead title={t("rounds.title")} badges={<span>{t("rounds.sentence")}</span>} />
      {page.rows.length === 0 ? (
        <Empty title={t("rounds.none")}>{t("rounds.noneNext")}</Empty>
      ) : (
        <DataTable
          caption={t("rounds.title")}
          head={["round", "technology", "committee", "state", "dispatched", "ends"].map((name) => ({
            label: t(`rounds.${name}`),
          }))}
          rows={page.rows.map((row) => ({
            key: row.slug,
            cells: [
              <Link key="round" to={`/review-rounds/${row.slug}`}>
                {row.reference}
              </Link>,
              <span key="title">
                {row.title}
                <span className="note">
                  {" "}
                  <Link to={`/recommendations/${row.recommendation.slug}`}>{row.recommendation.reference}</Link>
                </span>
              </span>,
              row.committee,
              <span key="state">
                <RoundStateBadge state={row.state} />
              </span>,
              row.dispatchedAt === null ? "–" : <When key="dispatched" at={row.dispatchedAt} dateOnly />,
              row.endsAt === null ? (
                "–"
              ) : (
                <span key="ends">
                  <When at={row.endsAt} />
                  {row.state === "running" ? (
                    <span className="note">
                      {" "}
                      <TimeLeft until={row.endsAt} now={now} />
                    </span>
                  ) : null}
                </span>
              ),
            ],
          }))}
        />
      )}
      {page.next ? <Link to={`?after=${page.next}`}>{t("frame:next")}</Link> : null}
    </>
  );
}

export { PageFault as ErrorBoundary } from "~/ui/page-fault.tsx";
