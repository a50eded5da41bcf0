/** What the numbers of a text do: which real systems fall in, and which would, while a threshold is moved. */
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { FigureList } from "~/components/definition/consequences/figure-list.tsx";
import { Pictures } from "~/components/definition/consequences/pictures.tsx";
import { ChangedSides, SideCounts } from "~/components/definition/consequences/side-list.tsx";
import { ThresholdForm } from "~/components/definition/consequences/threshold-form.tsx";
import { useConsequences } from "~/components/definition/consequences/use-consequences.ts";
import { loadPage, requireViewer } from "~/page.ts";
import { StateBadge } from "~/ui/badge.tsx";
import { LinkButton } from "~/ui/button.tsx";
import { Empty, PageHead, Section } from "~/ui/layout.tsx";
import { LiveRefresh } from "~/ui/live-refresh.tsx";
import { PrintedFoot } from "~/ui/printed-foot.tsx";
import { quantitiesOf } from "../../domain/definition/consequences/conditions.ts";
import type { Threshold } from "../../domain/definition/consequences/thresholds.ts";
import "~/components/definition/consequences/consequences.css";
import "~/components/definition/consequences/pictures.css";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.candidate.title ?? "Candidate"}: consequences · Plenary` },
];

export async function loader(args: LoaderFunctionArgs) {
  requireViewer(args);
  const { searchParams } = new URL(args.request.url);
  return loadPage(args, "consequencesPage", {
    candidate: args.params.candidate!,
    version: searchParams.get("version"),
    threshold: searchParams.get("threshold"),
    value: searchParams.get("value"),
  });
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

/** Where the number becomes an amendment: the clause to suggest it in, or the text for those who may not suggest now. */
function ProposeLink({ page, threshold, value }: { page: Page; threshold: Threshold; value: string }) {
  const { t } = useTranslation("consequence");
  const here = `/candidates/${page.candidate.slug}`;
  const { nid } = threshold.places[0]!;
  if (page.may["propose-amendment"] === null)
    return (
      <Link to={`${here}/amendments/new?${new URLSearchParams({ clause: nid, threshold: threshold.id, value })}`}>
        {t("propose")}
      </Link>
    );
  return <Link to={`${here}/definition#clause-${nid}`}>{t("seeClause")}</Link>;
}

export default function ConsequencesPage() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation("consequence");
  const [marked, setMarked] = useState<string | null>(null);
  const { threshold, value, isMoved, after, sides, moving, sentence, reset, setTyped } = useConsequences(page);
  const quantities = useMemo(() => quantitiesOf(page.conditions), [page.conditions]);
  const here = `/candidates/${page.candidate.slug}`;
  const known = quantities.filter(({ key }) =>
    page.systems.some(({ figures }) => figures.some((figure) => figure.key === key)),
  );
  return (
    <div className="printed">
      <LiveRefresh topics={page.topics} />
      <PageHead
        trail={[
          { to: "/candidates", label: t("candidates") },
          { to: here, label: page.candidate.reference },
          { label: t("title") },
        ]}
        title={t("of", { title: page.candidate.title })}
        marking={page.candidate.marking}
        badges={
          <>
            <StateBadge state={page.candidate.state} />
            <span>{page.version === null ? t("form.head") : t("form.version", { number: page.version })}</span>
          </>
        }
        acts={
          <>
            <LinkButton to={`${here}/definition`}>{t("toText")}</LinkButton>
            <LinkButton to={`/committees/${page.committee.code}/systems`}>{t("toSystems")}</LinkButton>
          </>
        }
      />
      {threshold === null ? (
        <Empty title={t("none")}>{t("noneNext")}</Empty>
      ) : (
        <>
          <ThresholdForm
            page={page}
            threshold={threshold}
            value={value}
            isMoved={isMoved}
            onType={setTyped}
            onReset={reset}
          />
          <p className="sides-sentence" aria-live="polite">
            {isMoved ? sentence : t("present")}
          </p>
          {sides.length === 0 ? null : <SideCounts sides={sides} />}
          {page.systems.length === 0 ? (
            <Empty title={t("noSystems")}>
              <Link to={`/committees/${page.committee.code}/systems`}>{t("noSystemsNext")}</Link>
            </Empty>
          ) : (
            <Pictures
              page={page}
              sides={sides}
              after={after}
              isMoved={isMoved}
              moving={moving!}
              marked={marked}
              onMark={setMarked}
            />
          )}
          {isMoved ? (
            <Section title={t("changed")} note={<ProposeLink page={page} threshold={threshold} value={value} />}>
              <ChangedSides sides={sides} />
              {sides.every((one) => one.before === one.after) ? <p className="note">{t("sides.none")}</p> : null}
            </Section>
          ) : null}
          {sides.length === 0 ? null : (
            <Section title={t("list.title", { count: sides.length })} note={t("list.note")}>
              <FigureList sides={sides} quantities={known} onMark={setMarked} />
            </Section>
          )}
          <Section title={t("care.title")}>
            <ul className="care">
              <li>{t("care.figures")}</li>
              <li>{t("care.notes")}</li>
              {page.notInNumbers.length > 0 ? (
                <li>
                  {t("care.notInNumbers")}{" "}
                  {page.notInNumbers.map(({ label, words }) => `${label} ${words}`.trim()).join(" · ")}
                </li>
              ) : null}
            </ul>
          </Section>
        </>
      )}
      <PrintedFoot>{t("printed", { reference: page.candidate.reference })}</PrintedFoot>
    </div>
  );
}

export { PageFault as ErrorBoundary } from "~/ui/page-fault.tsx";
