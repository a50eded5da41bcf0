/** The silence room of one round. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import "~/components/review/review.css";
import { SecondRequests } from "~/components/record/second-requests.tsx";
import { DeliveryForm } from "~/components/review/delivery-form.tsx";
import { ReplyForm } from "~/components/review/reply-form.tsx";
import { Reservations } from "~/components/review/reservations.tsx";
import { RoundStateBadge } from "~/components/review/review-words.tsx";
import { RoundEnd, RoundSteps } from "~/components/review/round-clock.tsx";
import { RoundMembers } from "~/components/review/round-members.tsx";
import { RoundOffice } from "~/components/review/round-office.tsx";
import { RoundReplies } from "~/components/review/round-replies.tsx";
import { performAct } from "~/form.ts";
import { loadPage, requireViewer } from "~/page.ts";
import { ClauseList } from "~/ui/law.tsx";
import { Columns, PageHead, Section } from "~/ui/layout.tsx";
import { LiveRefresh } from "~/ui/live-refresh.tsx";
import { Refused } from "~/ui/refused.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.page.round.reference ?? "Round"}: ${data?.page.candidate.title ?? ""} · Plenary` },
];

export async function loader(args: LoaderFunctionArgs) {
  requireViewer(args);
  return { page: await loadPage(args, "roundPage", { round: args.params.round! }), now: args.context.now };
}

const intents = [
  "dispatch-round",
  "acknowledge-delivery",
  "reply-round",
  "lengthen-round",
  "cancel-round",
  "enter-reservation",
  "withdraw-reservation",
  "consent-second",
  "decline-second",
  "withdraw-request",
] as const;

export async function action(args: ActionFunctionArgs) {
  return performAct(args, intents, { fields: { round: args.params.round! } });
}

export default function RoundPage() {
  const { page, now } = useLoaderData<typeof loader>();
  const { t } = useTranslation("review");
  const { round, candidate, recommendation, own } = page;
  const undelivered = own !== null && page.may["acknowledge-delivery"] === null;
  return (
    <>
      <LiveRefresh topics={page.topics} />
      <PageHead
        trail={[
          { to: "/review-rounds", label: t("rounds.title") },
          { label: round.reference },
          { to: `/recommendations/${recommendation.slug}`, label: recommendation.reference },
        ]}
        title={candidate.title}
        badges={
          <>
            <RoundStateBadge state={round.state} />
            <span>{t("round.kind", { kind: t(`kind.${round.kind}`), count: round.lengthDays })}</span>
            {page.members.length > 0 ? <span>{t("round.members", { count: page.members.length })}</span> : null}
            {round.lengthenedAt === null ? null : <span>{t("round.lengthened")}</span>}
          </>
        }
        marking="AMBER+STRICT"
      />
      <RoundEnd page={page} now={now} />
      <RoundSteps page={page} now={now} />
      <Columns
        main={
          <>
            <RoundMembers page={page} />
            <RoundReplies replies={page.replies} />
            <Reservations page={page} />
            <Section
              title={t("round.text")}
              note={<Link to={`/recommendations/${recommendation.slug}`}>{t("round.scopeLink")}</Link>}
            >
              <p className="note">
                {t("round.version", { number: page.text.number })}{" "}
                <strong className="hash-words">{page.text.words.join(" ")}</strong>
              </p>
              <ClauseList clauses={page.text.clauses} />
            </Section>
          </>
        }
        rail={
          <>
            {undelivered ? <DeliveryForm page={page} own={own} /> : null}
            {own && round.state !== "prepared" ? <ReplyForm page={page} own={own} /> : null}
            {own?.openedBy ? (
              <p className="note">{t("round.openedBy", { member: own.name, person: own.openedBy })}</p>
            ) : null}
            {own === null && page.may["reply-round"]?.code === "own-delegation" ? (
              <Refused refusal={page.may["reply-round"]} />
            ) : null}
            <SecondRequests requests={page.asked} />
            <RoundOffice page={page} />
          </>
        }
      />
    </>
  );
}

export { PageFault as ErrorBoundary } from "~/ui/page-fault.tsx";
