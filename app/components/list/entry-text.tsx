/** An entry as it is cited: in force for whom, its text or its changes, its reservations. */
import { useTranslation } from "react-i18next";
import { DataTable } from "~/ui/data-table.tsx";
import { ClauseList, RedlineView } from "~/ui/law.tsx";
import { Empty, Section, Verdict } from "~/ui/layout.tsx";
import { When } from "~/ui/time.tsx";
import { ScopeRowWords } from "../review/review-words.tsx";
import type { ListEntryData } from "./list-data.ts";

type Entry = ListEntryData["entry"];

/** Wherever an entry adopted in part is shown, it names its members (rule L6). */
export function InForceFor({ entry }: { entry: Entry }) {
  const { t } = useTranslation("list");
  const all = entry.inForceFor.length + entry.absent.length;
  if (entry.absent.length === 0)
    return (
      <p className="in-force">
        <strong>{t("inForceAll", { count: all })}</strong> {entry.inForceFor.join(", ")}
      </p>
    );
  return (
    <Verdict tone="warn" label={t("listedInPart")}>
      {t("inForceSome", { count: entry.inForceFor.length, all })}
      <span className="in-force-names">
        <span>
          <strong>{t("inForceFor")}</strong> {entry.inForceFor.join(", ")}
        </span>
        <span>
          <strong>{t("notFor")}</strong> {entry.absent.join(", ")} {t("notForWhy")}
        </span>
      </span>
    </Verdict>
  );
}

export function EntryText({ page }: { page: ListEntryData }) {
  const { t } = useTranslation("list");
  const { entry, comparison, before, change } = page;
  return (
    <>
      <Section title={t("text")} note={entry.clauses.length === 0 ? undefined : t("authentic")}>
        {entry.clauses.length === 0 ? <Empty title={t("noClauses")} /> : <ClauseList clauses={entry.clauses} />}
        {entry.terms.length > 0 ? (
          <dl className="definition-list entry-terms">
            {entry.terms.map(({ term, definition }) => (
              <div key={term} className="definition-row">
                <dt>‘{term}’</dt>
                <dd>{definition}</dd>
              </div>
            ))}
          </dl>
        ) : null}
      </Section>
      {before === null ? null : (
        <Section title={t("changes", { number: before.number })} id="changes">
          <p>{t(`change.${change}`, { number: before.number })}</p>
          {comparison ? <RedlineView lines={comparison.lines} changes={comparison.changes} /> : null}
          {page.withdrawn.length > 0 ? <p>{t("withdrawn", { members: page.withdrawn.join(", ") })}</p> : null}
        </Section>
      )}
    </>
  );
}

export function EntryReservations({ entry }: { entry: Entry }) {
  const { t } = useTranslation("list");
  return (
    <Section title={t("reservations")}>
      {entry.reservations.length === 0 ? (
        <Empty title={t("noReservations")} />
      ) : (
        <DataTable
          caption={t("reservations")}
          head={["member", "scope", "reason", "ends"].map((name) => ({ label: t(`reservation.${name}`) }))}
          rows={entry.reservations.map((one, index) => ({
            key: `${one.member}-${index}`,
            cells: [
              one.member,
              one.rows === null ? (
                t("wholeEntry")
              ) : (
                <ul key="rows" className="plain-list">
                  {one.rows.map((row, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name than their place.
                    <li key={at}>
                      <ScopeRowWords row={row} />
                    </li>
                  ))}
                </ul>
              ),
              one.reason,
              <When key="ends" at={one.sunsetAt} dateOnly />,
            ],
          }))}
        />
      )}
    </Section>
  );
}
