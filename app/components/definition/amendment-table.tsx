/** The list of amendments: from whom, which clauses, why, who supports it, and what comes next. */
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ChangeClassMark } from "~/ui/badge.tsx";
import { DataTable } from "~/ui/data-table.tsx";
import { TimeLeft, When } from "~/ui/time.tsx";
import { AmendmentStateBadge, useChangedClause } from "./amendment-marks.tsx";
import type { AmendmentData } from "./amendment-types.ts";

const reasonMax = 160;
const clausesMax = 4;

/** In a few words; the page of the amendment says it in whole sentences. */
function Brief({ amendment, now }: { amendment: AmendmentData; now: number }) {
  const { t } = useTranslation("amendment");
  const { state, noticeEndsAt, decidedAt, changes } = amendment;
  if (state !== "stale" && changes.some(({ fault }) => fault !== null))
    return <p className="note">{t("brief.mayBeStale")}</p>;
  if (state === "proposed" && now < noticeEndsAt)
    return (
      <p className="note">
        {t("brief.proposed")} <When at={noticeEndsAt} /> (<TimeLeft until={noticeEndsAt} now={now} />)
      </p>
    );
  if (state === "proposed") return <p className="note">{t("brief.ripe")}</p>;
  if (state === "contested" || state === "stale") return <p className="note">{t(`brief.${state}`)}</p>;
  return decidedAt === null ? null : (
    <p className="note">
      <When at={decidedAt} />
    </p>
  );
}

function Clauses({ changes }: { changes: AmendmentData["changes"] }) {
  const nameOf = useChangedClause();
  return (
    <ul className="amended-list">
      {changes.slice(0, clausesMax).map((change) => (
        <li key={change.nid}>
          <span className="amended-name">{nameOf(change)}</span>{" "}
          {change.class ? <ChangeClassMark name={change.class} /> : null}
        </li>
      ))}
      {changes.length > clausesMax ? <li className="note">+ {changes.length - clausesMax}</li> : null}
    </ul>
  );
}

const shortened = (words: string) => (words.length > reasonMax ? `${words.slice(0, reasonMax).trimEnd()} …` : words);

export function AmendmentTable({ rows, slug, now }: { rows: AmendmentData[]; slug: string; now: number }) {
  const { t } = useTranslation("amendment");
  const columns = ["number", "from", "clauses", "reason", "support", "state"];
  return (
    <DataTable
      caption={t("title")}
      head={columns.map((name) => ({ label: t(`head.${name}`) }))}
      rows={rows.map((amendment) => ({
        key: amendment.id,
        own: amendment.own,
        cells: [
          <Link key="number" to={`/candidates/${slug}/amendments/${amendment.number}`}>
            {t("one", { number: amendment.number })}
          </Link>,
          <div key="from">
            {amendment.by.speaksFor ?? amendment.by.name}
            <p className="note">
              {amendment.by.speaksFor ? `${amendment.by.name}, ` : ""}
              <When at={amendment.proposedAt} dateOnly />
            </p>
          </div>,
          <Clauses key="clauses" changes={amendment.changes} />,
          <p key="reason" className="said">
            {shortened(amendment.reason)}
          </p>,
          amendment.supporters.length > 0
            ? amendment.supporters.map(({ memberName, name }) => memberName ?? name).join(", ")
            : t("noSupporters"),
          <div key="state">
            <AmendmentStateBadge state={amendment.state} />
            <Brief amendment={amendment} now={now} />
          </div>,
        ],
      }))}
    />
  );
}
