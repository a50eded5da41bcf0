/** The entries of an edition by committee, to move among them. */
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ListEntryData } from "./list-data.ts";

type Props = { edition: number; groups: ListEntryData["groups"]; current?: string };

export function EntryNav({ edition, groups, current }: Props) {
  const { t } = useTranslation("list");
  return (
    <nav aria-label={t("entries")}>
      {groups.map(({ committee, rows }) => (
        <div key={committee}>
          <h2 className="list-nav-title">{committee}</h2>
          <ul className="list-nav">
            {rows.map(({ code, title }) => (
              <li key={code}>
                <Link to={`/list/${edition}/${code}`} aria-current={code === current ? "page" : undefined}>
                  <span className="list-nav-code">{code}</span>
                  <span>{title}</span>
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
