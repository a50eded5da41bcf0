/** The reader's own receipt, with words to compare, and the export that lets others recount. */
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Section } from "~/ui/layout.tsx";
import type { BallotData } from "./ballot-data.ts";

export function BallotReceipt({ page }: { page: BallotData }) {
  const { t } = useTranslation("log");
  const { receipt, ballot } = page;
  if (receipt === null) return null;
  return (
    <Section title={t("receipt.title")} id="receipt">
      <div className="stack">
        <p className="receipt-words">{receipt.words.join(" ")}</p>
        <p className="note">
          {t("receipt.sentence", { sequence: receipt.sequence, seat: receipt.seat, leaf: receipt.leafIndex })}
        </p>
        <p>
          <a href={`/ballots/${ballot.slug}/receipt.txt`}>{t("receipt.download")}</a>
        </p>
        <p>
          <Link to={`/records/log?check=${receipt.leafIndex}`}>{t("receipt.check")}</Link>
        </p>
      </div>
    </Section>
  );
}

export function BallotExport({ page }: { page: BallotData }) {
  const { t } = useTranslation("log");
  if (!page.mayExport) return null;
  return (
    <Section title={t("export.title")} note={t("export.note")} id="export">
      <p>
        <a href={`/ballots/${page.ballot.slug}/export.json`}>{t("export.download")}</a>
      </p>
    </Section>
  );
}
