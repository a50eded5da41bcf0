/** The list of candidates, with its filters in the address. */
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { loadPage, requireViewer } from "~/page.ts";
import { StateBadge } from "~/ui/badge.tsx";
import { Button, LinkButton } from "~/ui/button.tsx";
import { DataTable } from "~/ui/data-table.tsx";
import { SelectField } from "~/ui/field.tsx";
import { Empty, PageHead } from "~/ui/layout.tsx";
import { LiveRefresh } from "~/ui/live-refresh.tsx";
import { When } from "~/ui/time.tsx";
import { candidateStates } from "../../domain/candidate/candidate-life.ts";

export const meta: MetaFunction = () => [{ title: "Candidates · Plenary" }];

export async function loader(args: LoaderFunctionArgs) {
  requireViewer(args);
  const { searchParams } = new URL(args.request.url);
  return loadPage(args, "candidatesPage", {
    committee: searchParams.get("committee"),
    states: searchParams.getAll("state"),
    class: searchParams.get("class"),
    after: searchParams.get("after"),
  });
}

export default function CandidatesPage() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation("candidate");
  const [search] = useSearchParams();
  const next = new URLSearchParams(search);
  if (page.next) next.set("after", page.next);
  return (
    <>
      <LiveRefresh topics={page.topics} />
      <PageHead
        title={t("list.title")}
        badges={<span>{t("list.sentence")}</span>}
        acts={
          page.mayPropose ? (
            <LinkButton to="/candidates/new" tone="primary">
              {t("list.propose")}
            </LinkButton>
          ) : null
        }
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
            ...candidateStates.map((state) => ({ value: state, label: t(`frame:state.${state}`) })),
          ]}
        />
        <SelectField
          name="class"
          label={t("list.class")}
          defaultValue={page.chosen.class ?? ""}
          options={["", "emerging", "foundational"].map((name) => ({
            value: name,
            label: name ? t(`class.${name}`) : t("list.all"),
          }))}
        />
        <Button>{t("list.filter")}</Button>
      </Form>
      {page.rows.length === 0 ? (
        <Empty title={t("list.none")}>{t("list.noneNext")}</Empty>
      ) : (
        <DataTable
          caption={t("list.title")}
          head={["technology", "state", "class", "committee", "reference", "changed"].map((name) => ({
            label: t(`list.head.${name}`),
          }))}
          rows={page.rows.map((row) => ({
            key: row.reference,
            cells: [
              <Link key="title" to={`/candidates/${row.slug}`}>
                {row.title}
              </Link>,
              <StateBadge key="state" state={row.state} />,
              t(`class.${row.class}`),
              row.committee,
              row.reference,
              <When key="changed" at={row.changedAt} dateOnly />,
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
