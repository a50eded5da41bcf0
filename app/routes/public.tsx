/** The reading room: what the regime is, its members, its newest edition and those before. Public. */
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import "~/components/list/list.css";
import { EditionList } from "~/components/list/edition-list.tsx";
import { EntryNav } from "~/components/list/entry-nav.tsx";
import { loadPage } from "~/page.ts";
import { LinkButton } from "~/ui/button.tsx";
import { Columns, Empty, PageHead, Section } from "~/ui/layout.tsx";

export const meta: MetaFunction = () => [{ title: "Reading room · Plenary" }];

export async function loader(args: LoaderFunctionArgs) {
  const before = new URL(args.request.url).searchParams.get("before");
  return { page: await loadPage(args, "publicPage", { before }) };
}

export default function PublicPage() {
  const { page } = useLoaderData<typeof loader>();
  const { t } = useTranslation("list");
  const { edition } = page;
  return (
    <>
      <PageHead title={t("public.title")} badges={<span>{t("public.sentence")}</span>} marking="CLEAR" />
      <Columns
        main={
          <>
            <Section title={t("public.what")}>
              <div className="stack">
                <p className="prose">{t("public.whatText")}</p>
                <p className="prose">{t("public.whatNational")}</p>
              </div>
            </Section>
            <Section title={t("public.newest")}>
              {edition === null ? (
                <Empty title={t("none")}>{t("noneNext")}</Empty>
              ) : (
                <div className="stack">
                  <p>
                    {t("public.newestSentence", {
                      number: edition.number,
                      entries: t("entryCount", { count: page.entries }),
                    })}
                  </p>
                  <EntryNav edition={edition.number} groups={page.groups} />
                  <p>
                    <LinkButton to={`/list/${edition.number}`} tone="primary">
                      {t("public.read", { number: edition.number })}
                    </LinkButton>
                  </p>
                </div>
              )}
            </Section>
            <Section title={t("public.committees")}>
              <dl className="definition-list">
                {page.committees.map(({ name, field }) => (
                  <div key={name} className="definition-row">
                    <dt>{name}</dt>
                    <dd>{field}</dd>
                  </div>
                ))}
              </dl>
            </Section>
          </>
        }
        rail={
          <>
            <Section title={t("public.members")} note={t("public.membersCount", { count: page.members.length })}>
              <ul className="public-columns">
                {page.members.map((name) => (
                  <li key={name}>{name}</li>
                ))}
              </ul>
              <p className="note">{t("names")}</p>
            </Section>
            {page.heads.length > 0 ? <EditionList heads={page.heads} earlier={page.earlier} /> : null}
          </>
        }
      />
    </>
  );
}

export { PageFault as ErrorBoundary } from "~/ui/page-fault.tsx";
