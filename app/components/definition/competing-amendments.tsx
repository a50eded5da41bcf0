/** Amendments that change one clause, beside each other in the order in which they are voted (rule A5). */
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ChangeClassMark } from "~/ui/badge.tsx";
import { Rule } from "~/ui/rule.tsx";
import { AmendmentStateBadge } from "./amendment-marks.tsx";
import type { CompetingData } from "./amendment-types.ts";
import { RedlineRuns } from "./clause-changes.tsx";
import { useClauseName } from "./text-marks.tsx";

export function CompetingAmendments({
  competing,
  slug,
  own,
}: {
  competing: CompetingData[];
  slug: string;
  /** The number of the amendment whose page this is. */
  own?: number;
}) {
  const { t } = useTranslation("amendment");
  const clauseName = useClauseName();
  if (competing.length === 0) return null;
  return (
    <section className="section competing-section" id="competing">
      <div className="section-head">
        <h2>{t("competing.title")}</h2>
        <div className="note">
          {t("competing.sentence")} <Rule id="A5" />
        </div>
      </div>
      {competing.map(({ nid, clause, amendments }) => (
        <div key={nid} className="competing-clause">
          <h3>{clauseName(clause, nid)}</h3>
          <ol className="competing">
            {amendments.map((one, at) => (
              <li key={one.number} className={one.number === own ? "competing-one competing-own" : "competing-one"}>
                <p className="amended-head">
                  <span className="note">{t("competing.order", { place: at + 1 })}</span>
                  {one.number === own ? (
                    <strong>{t("one", { number: one.number })}</strong>
                  ) : (
                    <Link to={`/candidates/${slug}/amendments/${one.number}`}>{t("one", { number: one.number })}</Link>
                  )}
                  <AmendmentStateBadge state={one.state} />
                  {one.change.class ? <ChangeClassMark name={one.change.class} /> : null}
                </p>
                <div className="law amended-words" lang="en">
                  <p>
                    <RedlineRuns runs={one.change.runs} />
                  </p>
                </div>
                <p className="note">{t("distance", { count: one.distance })}</p>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}
