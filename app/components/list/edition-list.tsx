/** Editions by number and date, each a link to itself; older ones a page at a time. */
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { When } from "~/ui/time.tsx";

type Props = { heads: { number: number; at: number }[]; current?: number; earlier: number | null };

export function EditionList({ heads, current, earlier }: Props) {
  const { t } = useTranslation("list");
  return (
    <nav aria-label={t("editions")}>
      <h2 className="list-nav-title">{t("editions")}</h2>
      <ol className="list-nav">
        {heads.map(({ number, at }) => (
          <li key={number}>
            <Link to={`/list/${number}`} aria-current={number === current ? "page" : undefined}>
              <span className="list-nav-code">{number}</span>
              <span>
                <When at={at} dateOnly />
              </span>
            </Link>
          </li>
        ))}
      </ol>
      {earlier === null ? null : (
        <p>
          <Link to={`?before=${earlier}`}>{t("earlier")}</Link>
        </p>
      )}
    </nav>
  );
}
