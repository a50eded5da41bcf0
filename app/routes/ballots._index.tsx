/** The ballots of the reader's committees, with their filters in the address and what the own seat said on each. */
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import "~/components/ballot/ballot.css";
import { BallotBadge } from "~/components/ballot/ballot-head.tsx";
import { WordMark } from "~/components/ballot/word-mark.tsx";
import { loadPage, requireViewer } from "~/page.ts";
import { Button } from "~/ui/button.tsx";
import { DataTable } from "~/ui/data-table.tsx";
import { SelectField } from "~/ui/field.tsx";
import { Empty, PageHead } from "~/ui/layout.tsx";
import { LiveRefresh } from "~/ui/live-refresh.tsx";
import { When } from "~/ui/time.tsx";
import { ballotStates } from "../../domain/ballot/ballot-life.ts";

export const meta: MetaFunction = () => [{ title: "Ballots · Plenary" }];

export async function loader(args: LoaderFunctionArgs) {
  requireViewer(args);
  const { searchParams } = new URL(args.request.url);
  return loadPage(args, "ballotsPage", {
    committee: searchParams.get("committee"),
    states: searchParams.getAll("state"),
    after: searchParams.get("after"),
  });
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>["rows"][number];

function OwnPosition({ row }: { row: Row }) {
  const { t } = useTranslation("ballot");
  if (row.own === null) return <span className="note">{t(row.roll === 0 ? "list.notAsked" : "list.notOnRoll")}</span>;
  if (row.own.word !== null) return <WordMark word={row.own.word} />;
  return row.state === "open" ? <strong className="due">{t("list.due")}</strong> : <WordMark word="none" />;
}

export default function BallotsPage() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation("ballot");
  const [search] = useSearchParams();
  const next = new URLSearchParams(search);
  if (page.next) next.set("after", page.next);
  return (
    <>
      <LiveRefresh topics={page.topics} />
      <PageHead
        title={t("list.title")}
        badges={<span>{t("list.sentence")}</span>}
        acts={page.drafts.map((code) => (
          <Link key={code} className="button" to={`/ballots/new?committee=${code}`}>
            {t("list.draft", { code })}
          </Link>
        ))}
      />
      <Form className="filters" method="get">
        <SelectField
          name="committee"
          label={t("list.committee")}
          defaultValue={page.chosen.committee ?? ""}
          options={[
            { value: "", label: t("list.all") },
            ...page.committees.map(({ code, name }) => ({ value: code, label: name })),
          ]}
        />
        <SelectField
          name="state"
          label={t("list.state")}
          defaultValue={page.chosen.states[0] ?? ""}
          options={[
            { value: "", label: t("list.all") },
            ...ballotStates.map((state) => ({ value: state, label: t(`state.${state}`) })),
          ]}
        />
        <Button>{t("list.filter")}</Button>
      </Form>
      {page.rows.length === 0 ? (
        <Empty title={t("list.none")}>{t("list.noneNext")}</Empty>
      ) : (
        <DataTable
          caption={t("list.title")}
          head={["question", "type", "state", "closes", "turnout", "own", "reference"].map((name) => ({
            label: t(`list.head.${name}`),
          }))}
          rows={page.rows.map((row) => ({
            key: row.reference,
            cells: [
              <span key="question" className="ballot-question">
                <Link to={`/ballots/${row.slug}`}>{row.technology ?? row.question}</Link>
                <span className="note">
                  {row.technology === null ? null : row.question} {row.committee}.
                </span>
              </span>,
              t(`type.${row.type}`),
              <BallotBadge key="state" state={row.state} outcome={row.outcome} />,
              row.closesAt === null ? t("list.length") : <When key="closes" at={row.closesAt} />,
              row.roll === 0 ? t("list.noRoll") : t("list.turnout", row),
              <OwnPosition key="own" row={row} />,
              row.reference,
            ],
          }))}
        />
      )}
      {page.next ? (
        <p className="line">
          <Link to={`?${next}`}>{t("frame:next")}</Link>
        </p>
      ) : null}
    </>
  );
}

export { PageFault as ErrorBoundary } from "~/ui/page-fault.tsx";
