/** The library of published control lists: search by code, heading and text. It is public. */
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { CategoryTable, LibraryTable } from "~/components/list/library-table.tsx";
import { loadPage } from "~/page.ts";
import { Button } from "~/ui/button.tsx";
import { HiddenField, SelectField, TextField } from "~/ui/field.tsx";
import { Empty, PageHead } from "~/ui/layout.tsx";
import "~/components/list/library.css";

export const meta: MetaFunction = () => [{ title: "Library · Plenary" }];

export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  return loadPage(args, "libraryPage", {
    words: searchParams.get("words"),
    list: searchParams.get("list"),
    category: searchParams.get("category"),
    after: searchParams.get("after"),
    for: searchParams.get("for"),
  });
}

type Page = Awaited<ReturnType<typeof loader>>;

function SearchForm({ page }: { page: Page }) {
  const { t } = useTranslation("library");
  const { chosen, candidate } = page;
  const all = { value: "", label: t("all") };
  return (
    <Form method="get" className="filters library-search" role="search">
      <TextField name="words" type="search" label={t("words")} hint={t("wordsHint")} defaultValue={chosen.words} />
      <SelectField
        name="list"
        label={t("list")}
        defaultValue={chosen.list ?? ""}
        options={[all, ...(["us", "eu"] as const).map((list) => ({ value: list, label: t(`lists.${list}`) }))]}
      />
      <SelectField
        name="category"
        label={t("category")}
        defaultValue={chosen.category ?? ""}
        options={[
          all,
          ...[..."0123456789"].map((name) => ({ value: name, label: `${name} ${t(`categories.${name}`)}` })),
        ]}
      />
      {candidate ? <HiddenField name="for" value={candidate.slug} /> : null}
      <Button tone="primary">{t("search")}</Button>
    </Form>
  );
}

export default function LibraryPage() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation("library");
  const [search] = useSearchParams();
  const next = new URLSearchParams(search);
  if (page.next) next.set("after", page.next);
  const found =
    page.chosen.words !== "" && page.total > page.rows.length
      ? t("foundFirst", { shown: page.rows.length, count: page.total })
      : t("found", { count: page.total });
  return (
    <>
      <PageHead title={t("title")} badges={<span>{t("sentence", page.size)}</span>} />
      {page.candidate ? (
        <p className="library-for">
          <Link to={`/candidates/${page.candidate.slug}/definition`}>{t("for", { title: page.candidate.title })}</Link>
        </p>
      ) : null}
      <SearchForm key={String(search)} page={page} />
      {page.categories.length > 0 ? (
        <CategoryTable categories={page.categories} candidate={page.candidate?.slug ?? null} />
      ) : page.rows.length === 0 ? (
        <Empty title={t("none")}>{t("noneNext")}</Empty>
      ) : (
        <>
          <p className="note" role="status">
            {found}
          </p>
          <LibraryTable rows={page.rows} candidate={page.candidate?.slug ?? null} />
        </>
      )}
      {page.next ? (
        <p className="line library-next">
          <Link to={`?${next}`}>{t("more")}</Link>
        </p>
      ) : null}
    </>
  );
}

export { PageFault as ErrorBoundary } from "~/ui/page-fault.tsx";
