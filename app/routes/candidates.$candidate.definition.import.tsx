/** Brings a text in: a file or pasted words are read, shown as clauses, and only then does the definition begin from them. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DefinitionImport, DefinitionImportForm } from "~/components/definition/definition-import.tsx";
import { type DefinitionImportAnswer, importDefinition } from "~/import-definition.ts";
import { loadPage, requireViewer } from "~/page.ts";
import { StateBadge } from "~/ui/badge.tsx";
import { LinkButton } from "~/ui/button.tsx";
import { PageHead } from "~/ui/layout.tsx";
import "~/components/definition/definition.css";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Bring in a text for ${data?.candidate.title ?? "a candidate"} · Plenary` },
];

export async function loader(args: LoaderFunctionArgs) {
  requireViewer(args);
  return loadPage(args, "definitionImportPage", { candidate: args.params.candidate! });
}

export async function action(args: ActionFunctionArgs) {
  requireViewer(args);
  return importDefinition(args);
}

export default function DefinitionImportPage() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData() as DefinitionImportAnswer | undefined;
  const { t } = useTranslation("exchange");
  const here = `/candidates/${page.candidate.slug}`;
  return (
    <>
      <PageHead
        trail={[
          { to: "/candidates", label: t("definition:candidates") },
          { to: here, label: page.candidate.reference },
          { to: `${here}/definition`, label: t("definition:title") },
          { label: t("in.title") },
        ]}
        title={t("in.of", { title: page.candidate.title })}
        marking={page.candidate.marking}
        badges={
          <>
            <StateBadge state={page.candidate.state} />
            <span>{t(page.isEmpty ? "in.sentence" : "in.sentenceStanding")}</span>
          </>
        }
        acts={<LinkButton to={`${here}/definition`}>{t("in.back")}</LinkButton>}
      />
      {answer?.fault === null ? <DefinitionImport answer={answer} /> : null}
      <DefinitionImportForm
        isFirst={answer?.fault !== null}
        fault={answer?.fault ?? null}
        words={answer && answer.fault !== null ? answer.words : ""}
      />
    </>
  );
}

export { PageFault as ErrorBoundary } from "~/ui/page-fault.tsx";
