/** The amendments of a candidate, with filters in the address; those that compete for a clause stand beside each other. */
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { AmendmentTable } from "~/components/definition/amendment-table.tsx";
import { CompetingAmendments } from "~/components/definition/competing-amendments.tsx";
import { useClauseName } from "~/components/definition/text-marks.tsx";
import { loadPage, requireViewer } from "~/page.ts";
import { StateBadge } from "~/ui/badge.tsx";
import { Button, LinkButton } from "~/ui/button.tsx";
import { SelectField } from "~/ui/field.tsx";
import { Empty, PageHead } from "~/ui/layout.tsx";
import { LiveRefresh } from "~/ui/live-refresh.tsx";
import { amendmentStates } from "../../domain/definition/amendment-life.ts";
import "~/components/definition/definition.css";
import "~/components/definition/amendment.css";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.page.candidate.title ?? "Amendments"}: amendments · Plenary` },
];

export async function loader(args: LoaderFunctionArgs) {
  requireViewer(args);
  const { searchParams } = new URL(args.request.url);
  const page = await loadPage(args, "amendmentsPage", {
    candidate: args.params.candidate!,
    states: searchParams.getAll("state"),
    clause: searchParams.get("clause"),
    member: searchParams.get("member"),
    before: searchParams.get("before"),
  });
  return { page, now: args.context.now };
}

type Page = Awaited<ReturnType<typeof loader>>["page"];

function Filters({ page }: { page: Page }) {
  const { t } = useTranslation("amendment");
  const clauseName = useClauseName();
  const all = { value: "", label: t("all") };
  return (
    <Form method="get" className="filters">
      <SelectField
        name="state"
        label={t("state")}
        defaultValue={page.chosen.state ?? ""}
        options={[
          all,
          ...amendmentStates.map((state) => ({
            value: state,
            label: `${t(`states.${state}`)} (${page.counts[state]})`,
          })),
        ]}
      />
      <SelectField
        name="clause"
        label={t("clause")}
        defaultValue={page.chosen.clause ?? ""}
        options={[
          all,
          ...page.clauses.map(({ nid, clause, words }) => ({
            value: nid,
            label: `${clauseName(clause, nid)} ${words}`,
          })),
        ]}
      />
      <SelectField
        name="member"
        label={t("member")}
        defaultValue={page.chosen.member ?? ""}
        options={[all, ...page.members.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <Button>{t("filter")}</Button>
    </Form>
  );
}

export default function AmendmentsPage() {
  const { page, now } = useLoaderData<typeof loader>();
  const { t } = useTranslation("amendment");
  const [search] = useSearchParams();
  const here = `/candidates/${page.candidate.slug}`;
  const next = new URLSearchParams(search);
  if (page.next) next.set("before", page.next);
  return (
    <>
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
            <span>{t("sentence")}</span>
          </>
        }
        acts={
          <>
            {page.may["propose-amendment"] === null ? (
              <LinkButton tone="primary" to={`${here}/amendments/new`}>
                {t("suggestButton")}
              </LinkButton>
            ) : null}
            <LinkButton to={`${here}/definition`}>{t("toText")}</LinkButton>
          </>
        }
      />
      <Filters key={String(search)} page={page} />
      {page.rows.length === 0 ? (
        <Empty title={t("none")}>{t("noneNext")}</Empty>
      ) : (
        <AmendmentTable rows={page.rows} slug={page.candidate.slug} now={now} />
      )}
      {page.next ? (
        <p className="line">
          <Link to={`?${next}`}>{t("frame:next")}</Link>
        </p>
      ) : null}
      <CompetingAmendments competing={page.competing} slug={page.candidate.slug} />
    </>
  );
}

export { PageFault as ErrorBoundary } from "~/ui/page-fault.tsx";
