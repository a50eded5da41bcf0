/** One entry of a published list, with its counterpart beside it, and the way to begin a definition from it. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { BeginForm } from "~/components/list/begin-form.tsx";
import { entryAddress } from "~/components/list/library-table.tsx";
import { performAct } from "~/form.ts";
import { loadPage } from "~/page.ts";
import { LinkButton } from "~/ui/button.tsx";
import { ClauseList } from "~/ui/law.tsx";
import { Columns, Empty, PageHead, Section, Verdict } from "~/ui/layout.tsx";
import { slugOf } from "../../domain/record/reference.ts";
import "~/components/list/library.css";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.page.entry.code ?? "Entry"} · Library · Plenary` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const page = await loadPage(args, "libraryEntryPage", {
    code: args.params.code!,
    list: searchParams.get("list"),
    both: searchParams.get("both") === "yes",
    for: searchParams.get("for"),
  });
  return { page };
}

export async function action(args: ActionFunctionArgs) {
  return performAct(args, ["start-definition"], {
    then: (value: { reference: string }) => `/candidates/${slugOf(value.reference)}/definition`,
  });
}

type Page = Awaited<ReturnType<typeof loader>>["page"];
type Entry = Page["entry"];

function EntryText({ entry, titled }: { entry: Entry; titled: boolean }) {
  const { t } = useTranslation("library");
  return (
    <Section
      title={titled ? `${entry.code}, ${t(`lists.${entry.list}`)}` : t("entry.text")}
      note={entry.textDate ?? t("entry.noDate")}
    >
      {entry.needsReview ? (
        <Verdict tone="warn" label={entry.code}>
          {t("entry.review")}
        </Verdict>
      ) : null}
      {entry.clauses ? (
        <ClauseList clauses={entry.clauses} />
      ) : (
        <Empty title={t("entry.headingOnly")}>{t("entry.headingOnlyNext")}</Empty>
      )}
    </Section>
  );
}

function EntryLinks({ page, candidate }: { page: Page; candidate: string | null }) {
  const { t } = useTranslation("library");
  const { entry, counterpart, beside, before, after } = page;
  const compareWith = new URLSearchParams({
    list: entry.list,
    with: `${counterpart?.list}/${counterpart?.code}`,
    ...(candidate ? { for: candidate } : {}),
  });
  return (
    <nav className="library-links" aria-label={t("ways")}>
      {counterpart?.isWhole && entry.clauses ? (
        <LinkButton to={`/library/${entry.code}/parallel?${compareWith}`}>
          {t("parallel.compare", { code: counterpart.code, list: t(`lists.${counterpart.list}`) })}
        </LinkButton>
      ) : null}
      {counterpart?.isWhole && entry.clauses ? (
        <LinkButton tone="quiet" to={entryAddress(entry, candidate, beside === null)}>
          {beside ? t("entry.alone") : t("entry.beside", { list: t(`lists.${counterpart.list}`) })}
        </LinkButton>
      ) : null}
      {counterpart ? (
        <Link to={entryAddress(counterpart, candidate)}>{t("entry.other", { code: counterpart.code })}</Link>
      ) : null}
      {before ? (
        <Link to={entryAddress(before, candidate)}>
          {t("entry.before")}: {before.code}
        </Link>
      ) : null}
      {after ? (
        <Link to={entryAddress(after, candidate)}>
          {t("entry.after")}: {after.code}
        </Link>
      ) : null}
    </nav>
  );
}

function EntryRail({ page, candidate }: { page: Page; candidate: string | null }) {
  const { t } = useTranslation("library");
  return (
    <>
      {page.candidates.length > 0 ? <BeginForm entry={page.entry} candidates={page.candidates} /> : null}
      <Section title={t("ways")}>
        <EntryLinks page={page} candidate={candidate} />
        {page.mayPropose ? (
          <p className="library-propose">
            <Link to={`/candidates/new?touches=${page.entry.code}`}>
              {t("entry.propose", { code: page.entry.code })}
            </Link>
          </p>
        ) : null}
      </Section>
    </>
  );
}

export default function LibraryEntryPage() {
  const { page } = useLoaderData<typeof loader>();
  const { t } = useTranslation("library");
  const [search] = useSearchParams();
  const candidate = search.get("for");
  const { entry, beside } = page;
  return (
    <>
      <PageHead
        trail={[
          { to: candidate ? `/library?for=${encodeURIComponent(candidate)}` : "/library", label: t("title") },
          { label: entry.code },
        ]}
        title={entry.code}
        badges={<span>{t("entry.legal")}</span>}
        facts={[
          { label: t("entry.list"), value: t(`lists.${entry.list}`), note: t(`listName.${entry.list}`) },
          { label: t("entry.textDate"), value: entry.textDate ?? t("entry.noDate") },
          { label: t("entry.category"), value: `${entry.category} ${t(`categories.${entry.category}`)}` },
          { label: t("entry.group"), value: `${entry.group} ${t(`groups.${entry.group}`)}` },
          ...(entry.reasons.length > 0 ? [{ label: t("entry.reasons"), value: entry.reasons.join(", ") }] : []),
          ...(page.counterpart
            ? [
                {
                  label: t("entry.counterpart"),
                  value: `${page.counterpart.code}, ${t(`lists.${page.counterpart.list}`)}`,
                  note: page.counterpart.isWhole ? t("inFull") : t("headingOnly"),
                },
              ]
            : []),
        ]}
      />
      {entry.clauses ? null : <p className="library-lone-heading">{entry.heading}</p>}
      {beside ? (
        <>
          <EntryLinks page={page} candidate={candidate} />
          <div className="library-beside">
            <EntryText entry={entry} titled />
            <EntryText entry={beside} titled />
          </div>
        </>
      ) : (
        <Columns
          main={<EntryText entry={entry} titled={false} />}
          rail={<EntryRail page={page} candidate={candidate} />}
        />
      )}
    </>
  );
}

export { PageFault as ErrorBoundary } from "~/ui/page-fault.tsx";
