/** Which texts and clauses name something. */
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

type Use = { reference: string; slug: string; title: string; clauses: { nid: string; label: string }[] };

export function UsedIn({ uses }: { uses: Use[] }) {
  const { t } = useTranslation("term");
  if (uses.length === 0) return <span className="note">{t("notUsed")}</span>;
  return (
    <ul className="plain-list">
      {uses.map(({ reference, slug, title, clauses }) => (
        <li key={reference}>
          <Link to={`/candidates/${slug}/definition`} title={title}>
            {reference}
          </Link>{" "}
          {clauses.map(({ nid, label }, index) => (
            <span key={nid}>
              {index > 0 ? ", " : ""}
              <Link to={`/candidates/${slug}/definition#clause-${nid}`}>{label || t("wholeText")}</Link>
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}
