/** What stands beside an entry: when and how it was adopted, what it applies to, other lists, and its hash in words. */
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Section } from "~/ui/layout.tsx";
import { When } from "~/ui/time.tsx";
import { ScopeRowWords } from "../review/review-words.tsx";
import type { ListEntryData } from "./list-data.ts";

export function EntryFacts({ page }: { page: ListEntryData }) {
  const { t } = useTranslation("list");
  const { entry, before, edition } = page;
  return (
    <>
      <Section title={t("thisEntry")}>
        <dl className="definition-list">
          <dt>{t("adopted")}</dt>
          <dd>
            <When at={entry.adoptedAt} dateOnly />, {entry.round}
          </dd>
          <dt>{t("reviewBy")}</dt>
          <dd>
            <When at={entry.reviewBy} dateOnly />
          </dd>
          <dt>{t("class")}</dt>
          <dd>{t(`candidate:class.${entry.class}`)}</dd>
          <dt>{t("recommendedBy")}</dt>
          <dd>
            {entry.committee}, {entry.recommendation}
          </dd>
          {before?.inIt ? (
            <>
              <dt>{t("before")}</dt>
              <dd>
                <Link to={`/list/${before.number}/${entry.code}`}>
                  {t("edition", { number: before.number })}, {entry.code}
                </Link>
              </dd>
            </>
          ) : null}
          {edition.newest ? null : (
            <>
              <dt>{t("newest")}</dt>
              <dd>
                <Link to={`/list/${page.newest}/${entry.code}`}>{t("edition", { number: page.newest })}</Link>
              </dd>
            </>
          )}
        </dl>
      </Section>
      <Section title={t("appliesTo")}>
        <ul className="plain-list">
          {entry.rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name than their place.
            <li key={index}>
              <ScopeRowWords row={row} />
            </li>
          ))}
        </ul>
        {entry.exclusions.length > 0 ? (
          <p className="note">{t("except", { what: entry.exclusions.join("; ") })}</p>
        ) : null}
      </Section>
      <Section title={t("otherLists")}>
        <dl className="definition-list">
          {entry.relations.map((one) => (
            <div key={one.regime} className="definition-row">
              <dt>{t(`candidate:regime.${one.regime}`)}</dt>
              <dd>
                {t(`candidate:relation.${one.word}`)}
                {one.entries.length > 0 ? `: ${one.entries.join(", ")}` : ""}
                {one.note ? <span className="note"> {one.note}</span> : null}
              </dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title={t("check")}>
        <p className="note">{t("textHash")}</p>
        <p className="hash-words">{entry.words.join(" ")}</p>
        <p className="hash-figures">{entry.textHash}</p>
      </Section>
      <p className="note">{t("names")}</p>
    </>
  );
}
