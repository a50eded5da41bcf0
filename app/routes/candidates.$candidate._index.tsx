/** One candidate: its case, its path, and what may be done with it. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { CandidateActs } from "~/components/candidate/candidate-acts.tsx";
import { CandidateCase } from "~/components/candidate/candidate-case.tsx";
import { CandidatePath } from "~/components/candidate/candidate-path.tsx";
import { CandidateThings } from "~/components/candidate/candidate-things.tsx";
import { InterestList } from "~/components/candidate/interests.tsx";
import { ScopeForm, ScopeView } from "~/components/candidate/scope.tsx";
import { InterestForm } from "~/components/membership/interest-form.tsx";
import { MinuteList } from "~/components/record/minute-list.tsx";
import { performAct } from "~/form.ts";
import { loadPage, requireViewer } from "~/page.ts";
import { StateBadge } from "~/ui/badge.tsx";
import { LinkButton } from "~/ui/button.tsx";
import { Columns, PageHead, Section } from "~/ui/layout.tsx";
import { LiveRefresh } from "~/ui/live-refresh.tsx";
import { Deadline, When } from "~/ui/time.tsx";
import { slugOf } from "../../domain/record/reference.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.page.candidate.title ?? "Candidate"} · Plenary` },
];

export async function loader(args: LoaderFunctionArgs) {
  requireViewer(args);
  return { page: await loadPage(args, "candidatePage", { candidate: args.params.candidate! }), now: args.context.now };
}

const intents = [
  "accept-candidate",
  "decline-candidate",
  "open-comment-round",
  "close-comment-round",
  "revise-text",
  "mark-ready",
  "park-candidate",
  "resume-candidate",
  "withdraw-candidate",
  "draft-scope",
  "declare-interest",
  "draft-ballot",
] as const;

export async function action(args: ActionFunctionArgs) {
  return performAct(args, intents, {
    fields: { candidate: args.params.candidate! },
    then: (value: { reference: string }, intent) =>
      intent === "draft-ballot" ? `/ballots/${slugOf(value.reference)}` : null,
  });
}

export default function CandidatePage() {
  const { page, now } = useLoaderData<typeof loader>();
  const { t } = useTranslation("candidate");
  const { candidate, committee } = page;
  return (
    <>
      <LiveRefresh topics={page.topics} />
      <PageHead
        trail={[
          { to: "/candidates", label: t("list.title") },
          { to: `/candidates?committee=${committee.code}`, label: committee.name },
        ]}
        title={candidate.title}
        badges={
          <>
            <StateBadge state={candidate.state} />
            <span>{candidate.reference}</span>
            <span>{t(`class.${candidate.class}`)}</span>
          </>
        }
        marking={candidate.marking}
        acts={<LinkButton to={`/candidates/${candidate.slug}/definition`}>{t("page.definition")}</LinkButton>}
        facts={[
          { label: t("page.sponsor"), value: page.sponsor ?? t("page.noSponsor") },
          { label: t("page.proposed"), value: <When at={candidate.proposedAt} dateOnly /> },
          { label: t("page.versions"), value: String(page.versions.length) },
          ...(candidate.dueAt === null
            ? []
            : [
                {
                  label: t(`page.due.${candidate.state}`),
                  value: <Deadline at={candidate.dueAt} now={now} second={committee} />,
                },
              ]),
        ]}
      />
      <CandidatePath path={page.path} state={candidate.state} />
      <div className="candidate-columns">
        <Columns
          main={
            <>
              <CandidateCase candidate={candidate} />
              <Section title={t("scope.title")} id="scope">
                <ScopeView scope={candidate.scope} />
                <ScopeForm
                  scope={candidate.scope}
                  lists={page.scopeLists}
                  candidateClass={candidate.class}
                  refusal={page.may["draft-scope"]}
                />
              </Section>
              <Section title={t("page.minutes")}>
                <MinuteList minutes={page.minutes} />
              </Section>
            </>
          }
          rail={
            <>
              <CandidateActs page={page} />
              <CandidateThings page={page} />
              <Section title={t("interest.title")} id="interests">
                <InterestList interests={page.interests} />
                <p className="line">
                  <Link to={`/candidates/${candidate.slug}/interests`}>{t("interest.all")}</Link>
                </p>
                <InterestForm
                  own={page.ownInterest}
                  organisations={page.organisations}
                  refusal={page.may["declare-interest"]}
                />
              </Section>
            </>
          }
        />
      </div>
    </>
  );
}

export { PageFault as ErrorBoundary } from "~/ui/page-fault.tsx";
