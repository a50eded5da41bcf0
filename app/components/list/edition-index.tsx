/** The entries of an edition by committee: code, title, in force for how many, what became of it since the edition before. */
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge, type Tone } from "~/ui/badge.tsx";
import { Section } from "~/ui/layout.tsx";
import { When } from "~/ui/time.tsx";
import type { ListData } from "./list-data.ts";

const changeTones: Record<string, Tone> = { new: "ok", text: "act", reservations: "grey" };

export function EditionIndex({ page, edition }: { page: ListData; edition: number }) {
  const { t } = useTranslation("list");
  return (
    <>
      {page.groups.map(({ committee, rows }) => (
        <Section key={committee} title={committee} note={t("entryCount", { count: rows.length })}>
          <ul className="rows entry-rows">
            {rows.map((row) => (
              <li key={row.code} className="entry-row">
                <span className="entry-code">{row.code}</span>
                <div>
                  <p className="entry-title">
                    <Link to={`/list/${edition}/${row.code}`}>{row.title}</Link>
                  </p>
                  <p className="note">
                    {t(`candidate:class.${row.class}`)}. {t("adopted")} <When at={row.adoptedAt} dateOnly />.{" "}
                    {row.absent.length === 0
                      ? t("inForceAll", { count: row.members })
                      : t("rowInPart", { count: row.inForce, all: row.members, names: row.absent.join(", ") })}{" "}
                    {row.reservations > 0 ? t("reservationCount", { count: row.reservations }) : null}
                  </p>
                </div>
                <span className="line">
                  {row.absent.length > 0 ? <Badge tone="warn">{t("listedInPart")}</Badge> : null}
                  {row.change === "none" ? null : (
                    <Badge tone={changeTones[row.change]}>{t(`badge.${row.change}`)}</Badge>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      ))}
      {page.left.length > 0 ? (
        <Section title={t("left")}>
          <ul className="rows">
            {page.left.map((one) => (
              <li key={one.code}>
                {one.code} {one.title}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}
