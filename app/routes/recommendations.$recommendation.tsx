/** One recommendation: what the governments are asked to adopt, and on which ballot it stands. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import "~/components/review/review.css";
import { ScopeView } from "~/components/candidate/scope.tsx";
import { RecommendationBallot, RecommendationDissent } from "~/components/review/recommendation-ballot.tsx";
import { RecommendationCase } from "~/components/review/recommendation-case.tsx";
import { RecommendationOffice, RecommendationRounds } from "~/components/review/recommendation-office.tsx";
import { RecommendationStateBadge } from "~/components/review/review-words.tsx";
import { performAct } from "~/form.ts";
import { loadPage, requireViewer } from "~/page.ts";
import { ClauseList } from "~/ui/law.tsx";
import { Columns, PageHead, Section } from "~/ui/layout.tsx";
import { LiveRefresh } from "~/ui/live-refresh.tsx";
import { When } from "~/ui/time.tsx";
import { slugOf } from "../../domain/record/reference.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: `${data?.page.recommendation.reference ?? "Recommendation"}: ${data?.page.candidate.title ?? ""} · Plenary`,
  },
];

export async function loader(args: LoaderFunctionArgs) {
  requireViewer(args);
  return { page: await loadPage(args, "recommendationPage", { recommendation: args.params.recommendation! }) };
}

export async function action(args: ActionFunctionArgs) {
  return performAct(args, ["transmit-recommendation", "prepare-round"], {
    fields: { recommendation: args.params.recommendation! },
    then: (value: { reference: string }, intent) =>
      intent === "prepare-round" ? `/review-rounds/${slugOf(value.reference)}` : null,
  });
}

export default function RecommendationPage() {
  const { page } = useLoaderData<typeof loader>();
  const { t } = useTranslation("review");
  const { recommendation, candidate, committee, text } = page;
  const instants = [
    { label: t("recommendation.drafted"), at: recommendation.draftedAt },
    { label: t("recommendation.transmitted"), at: recommendation.transmittedAt },
    { label: t("recommendation.decided"), at: recommendation.decidedAt },
  ];
  return (
    <>
      <LiveRefresh topics={page.topics} />
      <PageHead
        trail={[{ to: "/recommendations", label: t("recommendations.title") }, { label: recommendation.reference }]}
        title={candidate.title}
        badges={
          <>
            <RecommendationStateBadge state={recommendation.state} />
            <span>{committee.name}</span>
          </>
        }
        marking={candidate.marking}
        facts={[
          {
            label: t("recommendation.candidate"),
            value: <Link to={`/candidates/${candidate.slug}`}>{candidate.reference}</Link>,
          },
          ...instants.flatMap(({ label, at }) => (at === null ? [] : [{ label, value: <When at={at} dateOnly /> }])),
          {
            label: t("recommendation.reviewBy"),
            value: t("recommendation.reviewByValue", { count: recommendation.scope.reviewByDays }),
          },
        ]}
      />
      <Columns
        main={
          <>
            <Section title={t("recommendation.text")}>
              <p className="note">
                {t("recommendation.version", { number: text.number })}{" "}
                <strong className="hash-words">{text.words.join(" ")}</strong> {text.textHash.slice(0, 12)}
              </p>
              <ClauseList clauses={text.clauses} />
            </Section>
            <Section title={t("recommendation.scope")} id="scope">
              <ScopeView scope={recommendation.scope} />
            </Section>
            <RecommendationCase candidate={candidate} />
          </>
        }
        rail={
          <>
            <RecommendationOffice page={page} />
            <RecommendationRounds rounds={page.rounds} />
            <RecommendationBallot ballot={page.ballot} />
            <RecommendationDissent page={page} />
          </>
        }
      />
    </>
  );
}

export { PageFault as ErrorBoundary } from "~/ui/page-fault.tsx";
