/** One ballot: what is asked, on which text, who said what, what is missing, and the reader's own position. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import "~/components/ballot/ballot.css";
import "~/components/ballot/conditions.css";
import "~/components/ballot/course.css";
import "~/components/ballot/options.css";
import "~/components/ballot/position-form.css";
import "~/components/ballot/positions.css";
import "~/components/ballot/sealing.css";
import "~/components/ballot/ranked.css";
import { BallotActs } from "~/components/ballot/ballot-acts.tsx";
import type { BallotData } from "~/components/ballot/ballot-data.ts";
import { BallotFollows, PositionsBefore } from "~/components/ballot/ballot-follows.tsx";
import { BallotHead } from "~/components/ballot/ballot-head.tsx";
import { BallotOutages } from "~/components/ballot/ballot-outages.tsx";
import { BallotReadiness } from "~/components/ballot/ballot-readiness.tsx";
import { BallotExport, BallotReceipt } from "~/components/ballot/ballot-receipt.tsx";
import { BallotFoot, BallotIdentity, BallotText } from "~/components/ballot/ballot-text.tsx";
import { BallotVerdict } from "~/components/ballot/ballot-verdict.tsx";
import { Challenges } from "~/components/ballot/challenge.tsx";
import { ConditionList } from "~/components/ballot/condition-list.tsx";
import { ConsoleLink } from "~/components/ballot/console-link.tsx";
import { Explanations } from "~/components/ballot/explanations.tsx";

import { BallotFlag, FlagActs } from "~/components/ballot/flag.tsx";

import { ModeNote } from "~/components/ballot/mode-note.tsx";

import { OptionResult } from "~/components/ballot/option-result.tsx";
import { PositionForm } from "~/components/ballot/position-form.tsx";
import { PositionList } from "~/components/ballot/position-list.tsx";
import { RecordedPositionForm, RecordedPositions } from "~/components/ballot/recorded-positions.tsx";
import { SealDraft } from "~/components/ballot/seal-draft.tsx";
import { SealHolders } from "~/components/ballot/seal-holders.tsx";
import { SealedForm } from "~/components/ballot/sealed-form.tsx";
import { SealedVerdict } from "~/components/ballot/sealed-verdict.tsx";
import { SecretBridge } from "~/components/ballot/secret-bridge.tsx";
import { SecondRequests } from "~/components/record/second-requests.tsx";
import { performAct } from "~/form.ts";
import { loadPage, requireViewer } from "~/page.ts";
import { Columns } from "~/ui/layout.tsx";
import { LiveRefresh } from "~/ui/live-refresh.tsx";
import { Refused } from "~/ui/refused.tsx";
import { slugOf } from "../../domain/record/reference.ts";

const titleOf = ({ ballot, candidate }: BallotData) =>
  `${ballot.reference}: ${ballot.subject === "text" && candidate ? candidate.title : ballot.question}`;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${titleOf(data.page)} · Plenary` : "Ballot · Plenary" },
];

export async function loader(args: LoaderFunctionArgs) {
  requireViewer(args);
  const since = new URL(args.request.url).searchParams.get("since");
  return { page: await loadPage(args, "ballotPage", { ballot: args.params.ballot!, since }), now: args.context.now };
}

const intents = [
  "open-ballot",
  "discard-ballot",
  "cast-position",
  "answer-discuss",
  "renew-discuss",
  "extend-ballot",
  "close-ballot",
  "register-holder-key",
  "seal-ballot",
  "give-shares",
  "confirm-share",
  "cast-sealed-position",
  "submit-share",
  "unseal-ballot",
  "bridge-ballot",
  "record-secret-result",
  "void-ballot",
  "consent-second",
  "decline-second",
  "withdraw-request",
  "record-position",
  "dispute-position",
  "explain-position",
  "announce-override",
  "give-override-voice",
  "decide-override",
  "challenge-ballot",
  "support-challenge",
  "answer-challenge",
  "find-interest",
  "confirm-ballot",
  "agree-confirmation",
  "re-ballot",
] as const;

export async function action(args: ActionFunctionArgs) {
  return performAct(args, intents, {
    fields: { ballot: args.params.ballot! },
    then: (value: { reference: string }, intent) =>
      intent === "re-ballot" ? `/ballots/${slugOf(value.reference)}` : null,
  });
}

export default function BallotPage() {
  const { page, now } = useLoaderData<typeof loader>();
  const { result, unseen, life } = page;
  const isSealed = page.sealing?.isSealed === true;
  return (
    <>
      <LiveRefresh topics={page.topics} />
      <BallotHead page={page} now={now} />
      <Columns
        main={
          <>
            <ModeNote page={page} />
            {isSealed ? <SealedVerdict page={page} /> : <BallotVerdict page={page} />}
            <BallotFlag flag={page.flag} committee={page.committee} now={now} />
            <BallotReadiness page={page} />
            {result ? <ConditionList page={page} result={result} /> : null}
            {result ? <OptionResult page={page} result={result} /> : null}
            {result ? <PositionList page={page} result={result} now={now} /> : null}
            {life ? <RecordedPositions life={life} /> : null}
            {life ? <Explanations page={page} life={life} /> : null}
            {life ? <Challenges page={page} life={life} /> : null}
            {unseen && page.ballot.opensAt !== null && page.ballot.mode === "RECORDED" ? (
              <Refused refusal={unseen} />
            ) : null}
            <BallotText page={page} />
            <BallotFoot page={page} />
          </>
        }
        rail={
          <>
            <SecondRequests requests={page.asked} />
            {isSealed ? <SealedForm page={page} sealing={page.sealing!} /> : null}
            {isSealed || page.ballot.mode === "SECRET" ? null : <PositionForm page={page} />}
            <BallotReceipt page={page} />
            <ConsoleLink page={page} />
            <RecordedPositionForm page={page} />
            <BallotActs page={page} />
            <SealHolders page={page} />
            <SealDraft page={page} />
            <SecretBridge page={page} />
            {life ? <BallotOutages life={life} /> : null}
            <FlagActs flag={page.flag} />
            <BallotFollows page={page} />
            <PositionsBefore page={page} />
            <BallotIdentity page={page} />
            <BallotExport page={page} />
          </>
        }
      />
    </>
  );
}

export { PageFault as ErrorBoundary } from "~/ui/page-fault.tsx";
