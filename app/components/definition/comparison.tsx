/** What changed between two versions: the classes first, then the text with every change in its place. */
import { useTranslation } from "react-i18next";
import { ChangeClassMark } from "~/ui/badge.tsx";
import { RedlineView } from "~/ui/law.tsx";
import { Empty, Section } from "~/ui/layout.tsx";
import type { VersionPageData } from "./definition-types.ts";
import { useClauseName } from "./text-marks.tsx";

export function Comparison({ comparison }: { comparison: NonNullable<VersionPageData["comparison"]> }) {
  const { t } = useTranslation("definition");
  const clauseName = useClauseName();
  const { before, after, lines, changes, counts } = comparison;
  return (
    <>
      <Section title={t("version.changes", { before, after })}>
        {changes.length === 0 ? (
          <Empty title={t("version.same")} />
        ) : (
          <>
            <p className="line change-counts">
              {counts.map((one) => (
                <span key={one.class} className="line">
                  <ChangeClassMark name={one.class} />
                  {t("version.count", { count: one.count })}
                </span>
              ))}
            </p>
            <ul className="rows change-list">
              {changes.map((change) => (
                <li key={`${change.nid} ${change.class}`}>
                  <ChangeClassMark name={change.class} />
                  <span className="change-clause">{clauseName(change.clause, change.nid)}</span>
                  <span className="change-detail">{change.detail}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Section>
      <Section title={t("version.whole")}>
        <RedlineView lines={lines} changes={changes.map((change) => ({ ...change, detail: "" }))} />
      </Section>
    </>
  );
}
