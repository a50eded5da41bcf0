/** The versions of a text in time: who changed what, and the way back to an earlier one as an amendment. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { VersionTimeline } from "~/components/definition/version-timeline.tsx";
import { performAct } from "~/form.ts";
import { loadPage, requireViewer } from "~/page.ts";
import { StateBadge } from "~/ui/badge.tsx";
import { LinkButton } from "~/ui/button.tsx";
import { Empty, PageHead } from "~/ui/layout.tsx";
import { LiveRefresh } from "~/ui/live-refresh.tsx";
import "~/components/definition/definition.css";
import "~/components/definition/amendment.css";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.candidate.title ?? "Versions"}: versions in time · Plenary` },
];

export async function loader(args: LoaderFunctionArgs) {
  requireViewer(args);
  const { searchParams } = new URL(args.request.url);
  return loadPage(args, "versionsPage", { candidate: args.params.candidate!, before: searchParams.get("before") });
}

export async function action(args: ActionFunctionArgs) {
  const candidate = args.params.candidate!;
  return performAct(args, ["restore-version"], {
    fields: { candidate },
    then: ({ number }: { number: number }) => `/candidates/${candidate}/amendments/${number}`,
  });
}

export default function VersionsPage() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation("amendment");
  const { candidate } = page;
  const here = `/candidates/${candidate.slug}`;
  return (
    <div className="printed">
      <LiveRefresh topics={page.topics} />
      <PageHead
        trail={[
          { to: "/candidates", label: t("candidates") },
          { to: here, label: candidate.reference },
          { to: `${here}/definition`, label: t("definition") },
          { label: t("timeline.title") },
        ]}
        title={t("timeline.of", { title: candidate.title })}
        marking={candidate.marking}
        badges={
          <>
            <StateBadge state={candidate.state} />
            <span>{t("timeline.sentence")}</span>
          </>
        }
        acts={<LinkButton to={`${here}/definition`}>{t("toText")}</LinkButton>}
      />
      {page.versions.length === 0 ? <Empty title={t("timeline.none")} /> : null}
      <VersionTimeline page={page} />
      {page.next ? (
        <p className="line">
          <Link to={`?before=${page.next}`}>{t("timeline.earlier")}</Link>
        </p>
      ) : null}
    </div>
  );
}

export { PageFault as ErrorBoundary } from "~/ui/page-fault.tsx";
