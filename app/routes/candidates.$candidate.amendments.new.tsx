/** Suggesting a change: in the editor on a fork of the text, or without script clause by clause in a form. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { SuggestionDesk } from "~/components/definition/suggestion-desk.tsx";
import { SuggestionForm } from "~/components/definition/suggestion-form.tsx";
import { performAct } from "~/form.ts";
import { loadPage, requireViewer } from "~/page.ts";
import { StateBadge } from "~/ui/badge.tsx";
import { LinkButton } from "~/ui/button.tsx";
import { PageHead } from "~/ui/layout.tsx";
import { Refused } from "~/ui/refused.tsx";
import "~/components/definition/definition.css";
import "~/components/definition/amendment.css";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Suggest a change to ${data?.candidate.title ?? "a text"} · Plenary` },
];

export async function loader(args: LoaderFunctionArgs) {
  requireViewer(args);
  const { searchParams } = new URL(args.request.url);
  return loadPage(args, "newAmendmentPage", {
    candidate: args.params.candidate!,
    names: searchParams.getAll("names"),
    rebase: searchParams.get("rebase"),
    clause: searchParams.get("clause"),
    threshold: searchParams.get("threshold"),
    value: searchParams.get("value"),
  });
}

export async function action(args: ActionFunctionArgs) {
  const candidate = args.params.candidate!;
  return performAct(args, ["propose-amendment", "rebase-amendment"], {
    fields: { candidate },
    then: ({ number }: { number: number }) => `/candidates/${candidate}/amendments/${number}`,
  });
}

export default function SuggestPage() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation("amendment");
  const [isEditing, setEditing] = useState(false);
  const onReady = useCallback(() => setEditing(true), []);
  const { candidate, rebase, names } = page;
  const here = `/candidates/${candidate.slug}`;
  const title = rebase === null ? t("suggest.title") : t("suggest.titleRebase", { number: rebase });
  return (
    <>
      <PageHead
        trail={[
          { to: "/candidates", label: t("candidates") },
          { to: here, label: candidate.reference },
          { to: `${here}/amendments`, label: t("title") },
          { label: title },
        ]}
        title={title}
        marking={candidate.marking}
        badges={
          <>
            <StateBadge state={candidate.state} />
            <span>{candidate.title}</span>
          </>
        }
        acts={<LinkButton to={`${here}/definition`}>{t("toText")}</LinkButton>}
      />
      {page.may ? (
        <Refused refusal={page.may} />
      ) : (
        <>
          <p>{t(rebase === null ? "suggest.sentence" : "suggest.sentenceRebase")}</p>
          {names.length > 0 ? <p>{t("suggest.sentenceNames", { numbers: names.join(", ") })}</p> : null}
          <SuggestionDesk key={`${rebase} ${names.join()}`} page={page} onReady={onReady} />
          <details className="disclosure" open={!isEditing || page.chosen !== null}>
            <summary>{t("suggest.form")}</summary>
            <SuggestionForm page={page} />
          </details>
        </>
      )}
    </>
  );
}

export { PageFault as ErrorBoundary } from "~/ui/page-fault.tsx";
