/** The log: its key, signed heads and leaves, and a check that runs in the reader's browser. Public. */
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import "~/components/record/log.css";
import { LogCheck } from "~/components/record/log-check.tsx";
import { CheckpointList, LeafList } from "~/components/record/log-lists.tsx";
import { loadPage } from "~/page.ts";
import { Columns, PageHead, Section, Verdict } from "~/ui/layout.tsx";
import { When } from "~/ui/time.tsx";

export const meta: MetaFunction = () => [{ title: "Log of the record · Plenary" }];

export async function loader(args: LoaderFunctionArgs) {
  const search = new URL(args.request.url).searchParams;
  const page = await loadPage(args, "logPage", { before: search.get("before") });
  return { page, asked: (search.get("check") ?? "").slice(0, 12) };
}

export default function LogPage() {
  const { page, asked } = useLoaderData<typeof loader>();
  const { t } = useTranslation("log");
  const last = page.checkpoints[0];
  return (
    <>
      <PageHead
        title={t("title")}
        badges={<span>{t("sentence")}</span>}
        facts={[
          { label: t("head.size"), value: page.size },
          { label: t("head.signed"), value: last ? <When at={last.at} /> : t("head.never") },
          { label: t("head.origin"), value: page.origin },
          {
            label: t("head.key"),
            value: <span className="log-key short-hash">{page.key}</span>,
            note: t("head.keyNote"),
          },
        ]}
      />
      <Columns
        main={
          <>
            {page.alarm === null ? null : (
              <Verdict tone="bad" label={t("alarm")}>
                {page.alarm}
              </Verdict>
            )}
            <LogCheck key={asked} logKey={page.key} asked={asked} />
            <LeafList leaves={page.leaves} earlier={page.earlier} />
          </>
        }
        rail={
          <>
            <CheckpointList checkpoints={page.checkpoints} />
            <Section title={t("what.title")}>
              <div className="stack">
                <p>{t("what.record")}</p>
                <p>{t("what.kept")}</p>
                <p>{t("what.limits")}</p>
                <p className="note">{t("what.verifier")}</p>
              </div>
            </Section>
          </>
        }
      />
    </>
  );
}

export { PageFault as ErrorBoundary } from "~/ui/page-fault.tsx";
