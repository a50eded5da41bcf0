/** One ballot: what is asked, on which text, who said what, what is missing, and the reader's own position. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import "~/components/ballot/ballot.css";
import "~/components/ballot/conditions.css";
import "~/components/ballot/course.css";
import "~/components/ballot/position-form.css";
import "~/components/ballot/positions.css";
import "~/components/ballot/sealing.css";
import { BallotActs } from "~/components/ballot/ballot-acts.tsx";
import { BallotFollows, PositionsBefore } from "~/components/ballot/ballot-follows.tsx";
import { BallotHead } from "~/components/ballot/ballot-head.tsx";
import { BallotReadiness } from "~/components/ballot/ballot-readiness.tsx";
import { BallotExport, BallotReceipt } from "~/components/ballot/ballot-receipt.tsx";
import { BallotFoot, BallotIdentity, BallotText } from "~/components/ballot/ballot-text.tsx";
import { BallotVerdict } from "~/components/ballot/ballot-verdict.tsx";
import { ConditionList } from "~/components/ballot/condition-list.tsx";
import { ModeNote } from "~/components/ballot/mode-note.tsx";
import { PositionForm } from "~/components/ballot/position-form.tsx";
import { PositionList } from "~/components/ballot/position-list.tsx";
import { SealDraft } from "~/components/ballot/seal-draft.tsx";
import { SealHolders } from "~/components/ballot/seal-holders.tsx";
import { SealedForm } from "~/components/ballot/sealed-form.tsx";
import { SealedVerdict } from "~/components/ballot/sealed-verdict.tsx";
import { SecretBridge } from "~/components/ballot/secret-bridge.tsx";
import { performAct } from "~/form.ts";
import { loadPage, requireViewer } from "~/page.ts";
import { Columns } from "~/ui/layout.tsx";
import { LiveRefresh } from "~/ui/live-refresh.tsx";
import { Refused } from "~/ui/refused.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.page.ballot.reference}: ${data.page.candidate.title} · Plenary` : "Ballot · Plenary" },
];

export async function loader(args: LoaderFunctionArgs) {
  requireViewer(args);
  return { page: await loadPage(args, "ballotPage", { ballot: args.params.ballot! }), now: args.context.now };
}

const intents = [
  "open-ballot",
  "discard-ballot",
  "cast-position",
  "answer-discuss",
  "renew-discuss",
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
] as const;

export async function action(args: ActionFunctionArgs) {
  return performAct(args, intents, { fields: { ballot: args.params.ballot! } });
}

export default function BallotPage() {
  const { page, now } = useLoaderData<typeof loader>();
  const { result, unseen } = page;
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
            <BallotReadiness page={page} />
            {result ? <ConditionList result={result} /> : null}
            {result ? <PositionList page={page} result={result} now={now} /> : null}
            {unseen && page.ballot.opensAt !== null && page.ballot.mode === "RECORDED" ? (
              <Refused refusal={unseen} />
            ) : null}
            <BallotText page={page} />
            <BallotFoot page={page} />
          </>
        }
        rail={
          <>
            {isSealed ? <SealedForm page={page} sealing={page.sealing!} /> : null}
            {isSealed || page.ballot.mode === "SECRET" ? null : <PositionForm page={page} />}
            <BallotReceipt page={page} />
            <BallotActs page={page} />
            <SealHolders page={page} />
            <SealDraft page={page} />
            <SecretBridge page={page} />
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
