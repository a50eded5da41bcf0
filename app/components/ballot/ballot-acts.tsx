/**
 * What the chair may do: open or discard a draft; extend an open ballot, close it before its time, or declare it void. All but
 * discarding is asked of a second person. Where it is refused, why; nothing on others' pages.
 */
import { useTranslation } from "react-i18next";
import { ActForm } from "~/ui/act-form.tsx";
import { Button } from "~/ui/button.tsx";
import { SelectField, TextField } from "~/ui/field.tsx";
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
  if (!["open", "sealed", "closed"].includes(ballot.state) || isOthers(may["void-ballot"])) return null;
  return (
    <Section title={t("act.title")} note={t("act.byTwo")}>
      <div className="stack">
        {ballot.state === "open" ? (
          <>
            <ActForm intent="extend-ballot" refusal={may["extend-ballot"]} framed>
              <TextField name="hours" type="number" label={t("act.hours")} hint={t("act.hoursHint")} required />
              <Button>{t("act.extend")}</Button>
            </ActForm>
            <ActForm intent="close-ballot" refusal={may["close-ballot"]} framed>
              <p className="note">{t("act.closeNote")}</p>
              <Button>{t("act.close")}</Button>
            </ActForm>
          </>
        ) : null}
        <details className="disclosure">
          <summary>{t("act.void")}</summary>
          <ActForm intent="void-ballot" refusal={may["void-ballot"]}>
            <p className="note">{t("act.voidNote")}</p>
            <SelectField
              name="wrong"
              label={t("act.wrong")}
              options={(["roll", "text", "options"] as const).map((value) => ({
                value,
                label: t(`act.ground.${value}`),
              }))}
            />
            <TextField name="reason" label={t("act.voidReason")} rows={2} charactersMax={2000} required />
            <Button tone="withdraw">{t("act.void")}</Button>
          </ActForm>
        </details>
      </div>
    </Section>
  );
}
