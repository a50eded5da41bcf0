/** The chair's next step: open, discard, or close before the time; where it is refused, why. Nothing on others' pages. */
import { useTranslation } from "react-i18next";
import { ActForm } from "~/ui/act-form.tsx";
import { Button } from "~/ui/button.tsx";
import { Section } from "~/ui/layout.tsx";
import type { Refusal } from "../../../domain/refusal.ts";
import type { BallotData } from "./ballot-data.ts";

const day_ms = 86_400_000;

/** Refusals that say "another person does this". */
const isOthers = (refusal: Refusal | null) => refusal !== null && ["role", "not-found"].includes(refusal.code);

export function BallotActs({ page }: { page: BallotData }) {
  const { t } = useTranslation("ballot");
  const { ballot, may } = page;
  const days = Math.round(ballot.length_ms / day_ms);
  if (ballot.state === "drafted" && !isOthers(may["discard-ballot"]))
    return (
      <Section title={t("act.title")}>
        <div className="stack">
          <ActForm intent="open-ballot" refusal={may["open-ballot"]} framed>
            <p className="note">{t(ballot.subject === "text" ? "act.openNote" : "act.openNotePlain")}</p>
            <Button tone="primary">{t("act.open", { count: days })}</Button>
          </ActForm>
          <details className="disclosure">
            <summary>{t("act.discard")}</summary>
            <ActForm intent="discard-ballot" refusal={may["discard-ballot"]}>
              <p className="note">{t("act.discardNote")}</p>
              <Button tone="withdraw">{t("act.discard")}</Button>
            </ActForm>
          </details>
        </div>
      </Section>
    );
  if (ballot.state === "open" && !isOthers(may["close-ballot"]))
    return (
      <Section title={t("act.title")}>
        <ActForm intent="close-ballot" refusal={may["close-ballot"]}>
          <p className="note">{t("act.closeNote")}</p>
          <Button>{t("act.close")}</Button>
        </ActForm>
      </Section>
    );
  return null;
}
