/** The way from a ballot to its console, for those whose page it is. */
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { BallotData } from "./ballot-data.ts";

export function ConsoleLink({ page }: { page: BallotData }) {
  const { t } = useTranslation("console");
  if (!page.mayReadConsole) return null;
  return (
    <p className="console-link">
      <Link to={`/ballots/${page.ballot.slug}/console`}>{t("link")}</Link>
      <span className="note">{t("linkNote")}</span>
    </p>
  );
}
