/** The amendments that a version carries: author and supporters stay on record with it. */
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { CarriedAmendment } from "../../../server/queries/definition/text-history.ts";

export function CarriedAmendments({ amendments, slug }: { amendments: CarriedAmendment[]; slug: string }) {
  const { t } = useTranslation("amendment");
  return (
    <ul className="rows">
      {amendments.map(({ number, by, supporters, state }) => (
        <li key={number}>
          <Link to={`/candidates/${slug}/amendments/${number}`}>{t("one", { number })}</Link>{" "}
          {t("timeline.amendmentBy", { name: by })}
          {state === "bracketed" ? `, ${t("states.bracketed").toLowerCase()}` : ""}
          {supporters.length > 0 ? (
            <p className="note">{t("timeline.supportedBy", { names: supporters.join(", ") })}</p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
