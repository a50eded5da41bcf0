/** All that is still bracketed in one text, to be settled one by one; printed for the meeting. */
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { QuestionList } from "~/components/definition/question-list.tsx";
import { loadPage, requireViewer } from "~/page.ts";
import { StateBadge } from "~/ui/badge.tsx";
import { LinkButton } from "~/ui/button.tsx";
import { Empty, PageHead } from "~/ui/layout.tsx";
import { LiveRefresh } from "~/ui/live-refresh.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.candidate.title ?? "Brackets"}: not agreed · Plenary` },
];

export async function loader(args: LoaderFunctionArgs) {
  requireViewer(args);
  return loadPage(args, "bracketsPage", { candidate: args.params.candidate! });
}

export default function BracketsPage() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation("definition");
  const { candidate } = page;
  const here = `/candidates/${candidate.slug}`;
  return (
    <>
      <LiveRefresh topics={page.topics} />
      <PageHead
        trail={[
          { to: "/candidates", label: t("candidates") },
          { to: here, label: candidate.reference },
          { to: `${here}/definition`, label: t("title") },
          { label: t("brackets.title") },
        ]}
        title={t("brackets.of", { title: candidate.title })}
        marking={candidate.marking}
        badges={
          <>
            <StateBadge state={candidate.state} />
            <span>{t("brackets.count", { count: page.questions.length })}</span>
          </>
        }
        acts={<LinkButton to={`${here}/definition`}>{t("brackets.text")}</LinkButton>}
      />
      <p className="prose">{t("brackets.sentence")}</p>
      {page.questions.length === 0 ? (
        <Empty title={t("brackets.none")}>
          {t("brackets.noneNext")} <Link to={`${here}/definition`}>{t("brackets.text")}</Link>
        </Empty>
      ) : (
        <QuestionList page={page} />
      )}
    </>
  );
}

export { PageFault as ErrorBoundary } from "~/ui/page-fault.tsx";
