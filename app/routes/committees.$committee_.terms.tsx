/** The term list of a committee, with where each term is used, and what its texts refer to. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DefineAnew, DefineTerm } from "~/components/definition/term-forms.tsx";
import { UsedIn } from "~/components/definition/used-in.tsx";
import { performAct } from "~/form.ts";
import { loadPage, requireViewer } from "~/page.ts";
import { LinkButton } from "~/ui/button.tsx";
import { DataTable } from "~/ui/data-table.tsx";
import { Columns, Empty, PageHead, Section } from "~/ui/layout.tsx";
import { LiveRefresh } from "~/ui/live-refresh.tsx";
import { When } from "~/ui/time.tsx";
import "~/components/definition/terms.css";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Terms of ${data?.committee.name ?? "a committee"} · Plenary` },
];

export async function loader(args: LoaderFunctionArgs) {
  requireViewer(args);
  const term = new URL(args.request.url).searchParams.get("term");
  return loadPage(args, "termsPage", { committee: args.params.committee!, term });
}

export async function action(args: ActionFunctionArgs) {
  return performAct(args, ["define-term", "redefine-term"], {
    fields: { committee: args.params.committee! },
    then: () => new URL(args.request.url).pathname.replace(/\.data$/, ""),
  });
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;
type Listed = Page["terms"][number];

function Scope({ term }: { term: Listed }) {
  const { t } = useTranslation("term");
  if (term.isCommon) return <span className="note">{t("scopes.common")}</span>;
  const { candidate } = term;
  return (
    <span className="note">
      {candidate ? t("scopes.candidate", { reference: candidate.reference }) : t("scopes.committee")}
    </span>
  );
}

function Term({ term, page }: { term: Listed; page: Page }) {
  const { t } = useTranslation("term");
  return (
    <li id={`term-${term.key}`} className="term">
      <div className="line">
        <h3>{term.term}</h3>
        <Scope term={term} />
        {page.may["redefine-term"] === null && page.anew !== term.key ? (
          <Link to={`?term=${encodeURIComponent(term.key)}#term-${term.key}`} preventScrollReset>
            {t("anew")}
            <span className="unseen">: {term.term}</span>
          </Link>
        ) : null}
      </div>
      <p className="term-definition">{term.definition}</p>
      {page.anew === term.key ? <DefineAnew term={term} refusal={page.may["redefine-term"]} /> : null}
      <div className="term-facts">
        <span className="term-label">{t("usedIn")}</span>
        <UsedIn uses={term.usedIn} />
      </div>
      {term.now ? (
        <p className="note">
          {t("definedBy", { name: term.now.personName })}, <When at={term.now.at} dateOnly />
          {term.now.reason ? `: ${term.now.reason}` : ""}
        </p>
      ) : null}
      {term.before.length > 0 ? (
        <details>
          <summary>{t("before", { count: term.before.length })}</summary>
          <ul className="rows">
            {term.before.map((one) => (
              <li key={one.at}>
                <p>{one.definition}</p>
                <p className="note">
                  {one.personName}, <When at={one.at} dateOnly />
                  {one.reason ? `: ${one.reason}` : ""}
                </p>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </li>
  );
}

export default function TermsPage() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation("term");
  const { committee } = page;
  return (
    <>
      <LiveRefresh topics={page.topics} />
      <PageHead
        trail={[
          { to: "/members", label: t("members") },
          { to: `/committees/${committee.code}`, label: committee.code },
          { label: t("title") },
        ]}
        title={t("of", { committee: committee.name })}
        badges={<span>{t("sentence", { count: page.terms.length })}</span>}
        acts={<LinkButton to={`/committees/${committee.code}/systems`}>{t("systems.title")}</LinkButton>}
      />
      <Columns
        main={
          <>
            {page.undefinedTerms.length > 0 ? (
              <Section title={t("undefinedTerms")}>
                <ul className="rows">
                  {page.undefinedTerms.map(({ term, usedIn }) => (
                    <li key={term}>
                      <strong>{term}</strong>
                      <UsedIn uses={usedIn} />
                    </li>
                  ))}
                </ul>
              </Section>
            ) : null}
            <Section title={t("title")}>
              <ul className="term-list">
                {page.terms.map((term) => (
                  <Term key={term.key} term={term} page={page} />
                ))}
              </ul>
            </Section>
          </>
        }
        rail={
          <>
            <Section title={t("define")}>
              <DefineTerm candidates={page.candidates} refusal={page.may["define-term"]} />
            </Section>
            <Section title={t("references")}>
              {page.references.length === 0 ? <Empty title={t("referencesNone")} /> : null}
              {page.references.length > 0 ? (
                <DataTable
                  caption={t("references")}
                  head={[{ label: t("reference") }, { label: t("usedIn") }]}
                  rows={page.references.map(({ target, usedIn }) => ({
                    key: target,
                    cells: [target, <UsedIn key="used" uses={usedIn} />],
                  }))}
                />
              ) : null}
            </Section>
          </>
        }
      />
    </>
  );
}

export { PageFault as ErrorBoundary } from "~/ui/page-fault.tsx";
