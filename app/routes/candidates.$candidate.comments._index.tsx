/** The comments of a candidate in the ISO form, with filters in the address and the chair's dispositions. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { CommentTable } from "~/components/definition/comment-table.tsx";
import { performAct } from "~/form.ts";
import { loadPage, requireViewer } from "~/page.ts";
import { StateBadge } from "~/ui/badge.tsx";
import { Button, LinkButton } from "~/ui/button.tsx";
import { SelectField } from "~/ui/field.tsx";
import { Empty, PageHead } from "~/ui/layout.tsx";
import { LiveRefresh } from "~/ui/live-refresh.tsx";
import { commentStates, commentTypes } from "../../domain/definition/comment.ts";
import "~/components/definition/definition.css";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.candidate.title ?? "Comments"}: comments · Plenary` },
];

export async function loader(args: LoaderFunctionArgs) {
  requireViewer(args);
  const { searchParams } = new URL(args.request.url);
  return loadPage(args, "commentsPage", {
    candidate: args.params.candidate!,
    states: searchParams.getAll("state"),
    type: searchParams.get("type"),
    clause: searchParams.get("clause"),
    after: searchParams.get("after"),
  });
}

export async function action(args: ActionFunctionArgs) {
  return performAct(args, ["dispose-comment"]);
}

type Page = Awaited<ReturnType<typeof loader>>;

function Filters({ page }: { page: Page }) {
  const { t } = useTranslation("definition");
  const all = { value: "", label: t("comments.all") };
  return (
    <Form method="get" className="filters">
      <SelectField
        name="state"
        label={t("comments.state")}
        defaultValue={page.chosen.states[0] ?? ""}
        options={[
          all,
          ...commentStates.map((state) => ({
            value: state,
            label: `${t(`comment.states.${state}`)} (${page.counts[state]})`,
          })),
        ]}
      />
      <SelectField
        name="type"
        label={t("comments.type")}
        defaultValue={page.chosen.type ?? ""}
        options={[all, ...commentTypes.map((type) => ({ value: type, label: t(`comment.types.${type}`) }))]}
      />
      <SelectField
        name="clause"
        label={t("comments.clause")}
        defaultValue={page.chosen.clause ?? ""}
        options={[
          all,
          ...page.clauses.map(({ nid, clause, words }) => ({
            value: nid,
            label: `${clause.label || t(`clause.kind.${clause.kind ?? "text"}`)} ${words.slice(0, 40)}`,
          })),
        ]}
      />
      <Button>{t("comments.filter")}</Button>
    </Form>
  );
}

export default function CommentsPage() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation("definition");
  const [search] = useSearchParams();
  const here = `/candidates/${page.candidate.slug}`;
  const next = new URLSearchParams(search);
  if (page.next) next.set("after", page.next);
  const taken = new URLSearchParams(search);
  taken.delete("after");
  return (
    <>
      <LiveRefresh topics={page.topics} />
      <PageHead
        trail={[
          { to: "/candidates", label: t("candidates") },
          { to: here, label: page.candidate.reference },
          { label: t("comments.title") },
        ]}
        title={t("comments.of", { title: page.candidate.title })}
        marking={page.candidate.marking}
        badges={
          <>
            <StateBadge state={page.candidate.state} />
            <span>{t("comments.sentence")}</span>
          </>
        }
        acts={
          <>
            <LinkButton to={`${here}/comments.csv?${taken}`} reload>
              {t("comments.file")}
            </LinkButton>
            <LinkButton to={`${here}/definition`}>{t("comments.text")}</LinkButton>
          </>
        }
      />
      <Filters key={String(search)} page={page} />
      {page.rows.length === 0 ? (
        <Empty title={t("comments.none")}>{t("comments.noneNext")}</Empty>
      ) : (
        <CommentTable rows={page.rows} slug={page.candidate.slug} presides={page.presides} />
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
