/** A frozen version: its text, its hash in words, and what changed from any other version. */
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Comparison } from "~/components/definition/comparison.tsx";
import { HashInWords } from "~/components/definition/text-marks.tsx";
import { VersionRail } from "~/components/definition/version-rail.tsx";
import { loadPage, requireViewer } from "~/page.ts";
import { StateBadge } from "~/ui/badge.tsx";
import { ClauseList } from "~/ui/law.tsx";
import { Columns, PageHead, Section, Verdict } from "~/ui/layout.tsx";
import { PrintedFoot } from "~/ui/printed-foot.tsx";
import { When } from "~/ui/time.tsx";
import "~/components/definition/definition.css";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.candidate.title ?? "Version"}: version ${data?.version.number ?? ""} · Plenary` },
];

export async function loader(args: LoaderFunctionArgs) {
  requireViewer(args);
  const { searchParams } = new URL(args.request.url);
  return loadPage(args, "versionPage", {
    candidate: args.params.candidate!,
    version: args.params.version!,
    with: searchParams.get("with"),
  });
}

export default function VersionPage() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation("definition");
  const { candidate, version } = page;
  const here = `/candidates/${candidate.slug}`;
  return (
    <div className="printed">
      <PageHead
        trail={[
          { to: "/candidates", label: t("candidates") },
          { to: here, label: candidate.reference },
          { to: `${here}/definition`, label: t("title") },
          { label: t("versions.version", { number: version.number }) },
        ]}
        title={t("version.title", { number: version.number, title: candidate.title })}
        marking={candidate.marking}
        badges={<StateBadge state={candidate.state} />}
        facts={[
          {
            label: t("version.frozenAt"),
            value: <When at={version.frozenAt} />,
            note: version.frozenBy ?? t("version.clock"),
          },
          { label: t("version.hash"), value: <HashInWords words={version.words} hash={version.textHash} /> },
          {
            label: t("version.previous"),
            value: (
              <span className="hash-figures">
                {version.number === 1 ? t("version.first") : `${version.previousHash.slice(0, 16)} …`}
              </span>
            ),
          },
        ]}
      />
      {version.isWhole ? null : (
        <Verdict tone="bad" label={t("version.hash")}>
          {t("version.broken")}
        </Verdict>
      )}
      <Columns
        main={
          page.comparison ? (
            <Comparison comparison={page.comparison} />
          ) : (
            <Section title={t("version.text")}>
              <ClauseList clauses={page.clauses} terms={page.terms} />
            </Section>
          )
        }
        rail={<VersionRail page={page} />}
      />
      <PrintedFoot>
        {t("version.printed", {
          reference: candidate.reference,
          number: version.number,
          words: version.words.join(" "),
        })}{" "}
        <span className="hash-figures">{version.textHash}</span>
      </PrintedFoot>
    </div>
  );
}

export { PageFault as ErrorBoundary } from "~/ui/page-fault.tsx";
