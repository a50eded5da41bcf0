/** Brings a table of comments in: a file is read, each row says what it would do, and only then is it done. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { CommentImport, ImportFile } from "~/components/definition/comment-import.tsx";
import { type ImportAnswer, importComments } from "~/import-comments.ts";
import { loadPage, requireViewer } from "~/page.ts";
import { StateBadge } from "~/ui/badge.tsx";
import { LinkButton } from "~/ui/button.tsx";
import { PageHead } from "~/ui/layout.tsx";
import "~/components/definition/definition.css";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Bring in comments on ${data?.candidate.title ?? "a candidate"} · Plenary` },
];

export async function loader(args: LoaderFunctionArgs) {
  requireViewer(args);
  return loadPage(args, "commentImportPage", { candidate: args.params.candidate! });
}

export async function action(args: ActionFunctionArgs) {
  return importComments(args);
}

export default function CommentImportPage() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData() as ImportAnswer | undefined;
  const { t } = useTranslation("definition");
  const here = `/candidates/${page.candidate.slug}`;
  return (
    <>
      <PageHead
        trail={[
          { to: "/candidates", label: t("candidates") },
          { to: here, label: page.candidate.reference },
          { to: `${here}/comments`, label: t("comments.title") },
          { label: t("import.title") },
        ]}
        title={t("import.of", { title: page.candidate.title })}
        marking={page.candidate.marking}
        badges={<StateBadge state={page.candidate.state} />}
        acts={<LinkButton to={`${here}/comments`}>{t("import.back")}</LinkButton>}
      />
      {answer && answer.fault === null ? <CommentImport page={page} answer={answer} /> : null}
      <ImportFile page={page} fault={answer?.fault ?? null} isFirst={!answer || answer.fault !== null} />
    </>
  );
}

export { PageFault as ErrorBoundary } from "~/ui/page-fault.tsx";
