/** The chair's console of a ballot: the next legal step, readiness, who has not answered, Discusses, clocks, acts, notices. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import "~/components/ballot/ballot.css";
import "~/components/ballot/conditions.css";
import "~/components/ballot/console.css";
import "~/components/ballot/course.css";
import { BallotBadge } from "~/components/ballot/ballot-head.tsx";
import { BallotReadiness } from "~/components/ballot/ballot-readiness.tsx";
import { BallotVerdict } from "~/components/ballot/ballot-verdict.tsx";
import { ConsoleActs } from "~/components/ballot/console-acts.tsx";
import type { ConsoleData } from "~/components/ballot/console-data.ts";
import { ConsoleDiscusses } from "~/components/ballot/console-discusses.tsx";
import { ConsoleNext } from "~/components/ballot/console-next.tsx";
import { ConsoleClocks, ConsoleNotices } from "~/components/ballot/console-rail.tsx";
import { ConsoleSilent } from "~/components/ballot/console-silent.tsx";
import { performAct } from "~/form.ts";
import { loadPage, requireViewer } from "~/page.ts";
import { Columns, PageHead } from "~/ui/layout.tsx";
import { LiveRefresh } from "~/ui/live-refresh.tsx";
import { Refused } from "~/ui/refused.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Console of ${data.found.page.ballot.reference} · Plenary` : "Console · Plenary" },
];

export async function loader(args: LoaderFunctionArgs) {
  requireViewer(args);
  const found = await loadPage(args, "consolePage", { ballot: args.params.ballot! });
  const { now, origin } = args.context;
  return data({ found, now, origin }, { status: found.refusal === null ? 200 : 403 });
}

const intents = [
  "remind-seat",
  "open-ballot",
  "discard-ballot",
  "extend-ballot",
  "close-ballot",
  "void-ballot",
  "consent-second",
  "decline-second",
  "withdraw-request",
] as const;

export async function action(args: ActionFunctionArgs) {
  return performAct(args, intents, { fields: { ballot: args.params.ballot! } });
}

function ConsoleHead({ found }: { found: ConsoleData }) {
  const { t } = useTranslation("console");
  const { page, desk } = found;
  const { ballot, candidate, version } = page;
  return (
    <PageHead
      trail={[
        { to: "/ballots", label: t("ballot:list.title") },
        { to: `/ballots/${ballot.slug}`, label: ballot.reference },
        { label: t("trail") },
      ]}
      title={`${ballot.reference}: ${candidate?.title ?? ballot.question}`}
      badges={
        <>
          <BallotBadge state={ballot.state} outcome={ballot.outcome} />
          <span>{t(`ballot:type.${ballot.type}`)}</span>
          {version ? <span>{t("ballot:head.version", { number: version.number })}</span> : null}
          {desk === null ? null : <span>{t("actAs", { role: t(`record:role.${desk.role}`) })}</span>}
          <Link to={`/ballots/${ballot.slug}`}>{t("back")}</Link>
        </>
      }
      marking={candidate?.marking ?? "AMBER"}
    />
  );
}

export default function ConsolePage() {
  const { found, now, origin } = useLoaderData<typeof loader>();
  const { page, desk, refusal } = found;
  if (desk === null)
    return (
      <>
        <ConsoleHead found={found} />
        {refusal === null ? null : <Refused refusal={refusal} />}
      </>
    );
  return (
    <>
      <LiveRefresh topics={page.topics} />
      <ConsoleHead found={found} />
      <Columns
        main={
          <>
            <ConsoleNext desk={desk} page={page} now={now} />
            <div className="console-verdict">
              <BallotVerdict page={page} />
            </div>
            <BallotReadiness page={page} />
            {desk.silent === null ? null : <ConsoleSilent silent={desk.silent} page={page} origin={origin} now={now} />}
            <ConsoleDiscusses desk={desk} page={page} now={now} />
            <ConsoleNotices page={page} origin={origin} />
          </>
        }
        rail={
          <>
            <ConsoleActs page={page} />
            <ConsoleClocks clocks={desk.clocks} now={now} />
          </>
        }
      />
    </>
  );
}

export { PageFault as ErrorBoundary } from "~/ui/page-fault.tsx";
