/** The forms of the table of systems: a system with its first figure, a further or corrected figure, a withdrawal. */
import { useTranslation } from "react-i18next";
import { ActForm } from "~/ui/act-form.tsx";
import { Button } from "~/ui/button.tsx";
import { HiddenField, TextField } from "~/ui/field.tsx";
import type { Refusal } from "../../../domain/refusal.ts";

function FigureFields({ quantity = "", unit = "" }: { quantity?: string; unit?: string }) {
  const { t } = useTranslation("term");
  return (
    <>
      <TextField
        name="quantity"
        label={t("systems.quantity")}
        hint={t("systems.quantityHint")}
        defaultValue={quantity}
        required
      />
      <div className="pair">
        <TextField name="value" label={t("systems.value")} hint={t("systems.valueHint")} required />
        <TextField name="unit" label={t("systems.unit")} hint={t("systems.unitHint")} defaultValue={unit} required />
      </div>
      <TextField name="source" label={t("systems.source")} required charactersMax={300} />
      <TextField name="address" label={t("systems.address")} required charactersMax={500} />
      <TextField name="sourceDate" label={t("systems.sourceDate")} hint={t("systems.sourceDateHint")} required />
      <TextField name="note" label={t("systems.note")} charactersMax={500} />
    </>
  );
}

export function RecordSystem({ area, refusal }: { area: string | null; refusal: Refusal | null }) {
  const { t } = useTranslation("term");
  return (
    <ActForm intent="record-system" refusal={refusal}>
      <TextField name="area" label={t("systems.area")} defaultValue={area ?? ""} required charactersMax={60} />
      <div className="pair">
        <TextField name="name" label={t("systems.name")} required charactersMax={120} />
        <TextField name="maker" label={t("systems.makerName")} required charactersMax={120} />
      </div>
      <TextField name="country" label={t("systems.country")} hint={t("systems.countryHint")} charactersMax={2} />
      <div className="pair">
        <TextField name="kind" label={t("systems.kindName")} required charactersMax={60} />
        <TextField name="year" label={t("systems.year")} required charactersMax={4} />
      </div>
      <FigureFields />
      <Button>{t("systems.save")}</Button>
    </ActForm>
  );
}

export function CorrectFigure({ system, refusal }: { system: string; refusal: Refusal | null }) {
  const { t } = useTranslation("term");
  return (
    <ActForm intent="correct-figure" refusal={refusal}>
      <HiddenField name="system" value={system} />
      <FigureFields />
      <TextField name="reason" label={t("systems.reason")} rows={2} charactersMax={1000} />
      <Button>{t("systems.saveFigure")}</Button>
    </ActForm>
  );
}

export function WithdrawSystem({ system, refusal }: { system: string; refusal: Refusal | null }) {
  const { t } = useTranslation("term");
  return (
    <ActForm intent="withdraw-system" refusal={refusal}>
      <HiddenField name="system" value={system} />
      <TextField name="reason" label={t("systems.withdrawReason")} required charactersMax={1000} />
      <Button tone="withdraw">{t("systems.withdrawButton")}</Button>
    </ActForm>
  );
}
