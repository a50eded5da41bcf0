/** One edition as a page: its head, its entries, the editions before it, its hash. `/list` and `/list/12` both show it. */
import { useTranslation } from "react-i18next";
import { Empty, PageHead, Section } from "~/ui/layout.tsx";
import { EditionIndex } from "./edition-index.tsx";
import { EditionList } from "./edition-list.tsx";
import type { ListData } from "./list-data.ts";
import { ListHead } from "./list-head.tsx";

export function EditionPage({ page }: { page: ListData }) {
  const { t } = useTranslation("list");
  const { edition } = page;
  if (edition === null)
    return (
      <>
        <PageHead title={t("title")} />
        <Empty title={t("none")}>{t("noneNext")}</Empty>
      </>
    );
  const changed = edition.number === 1 ? "" : t("changedSince", { count: page.changed, number: edition.number - 1 });
  return (
    <article className="list-page">
      <h1 className="unseen">{t("titleOf", { number: edition.number })}</h1>
      <ListHead edition={edition}>
        {t("entryCount", { count: page.entries })}
        {changed ? `; ${changed}` : ""}.
      </ListHead>
      <div className="list-columns">
        <div className="list-columns-nav">
          <EditionList heads={page.heads} current={edition.number} earlier={page.earlier} />
        </div>
        <div className="stack list-columns-main">
          <EditionIndex page={page} edition={edition.number} />
        </div>
        <div className="list-columns-rail">
          <Section title={t("checkEdition")}>
            <p className="note">{t("editionHash")}</p>
            <p className="hash-words">{edition.words.join(" ")}</p>
            <p className="hash-figures">{edition.hash}</p>
            <p className="note">
              {edition.number === 1 ? t("first") : t("chained", { hash: edition.previousHash.slice(0, 16) })}
            </p>
          </Section>
          <p className="note">{t("names")}</p>
        </div>
      </div>
    </article>
  );
}
