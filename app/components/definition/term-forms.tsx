/** The two forms of a term list: a new term, and another definition for one that has one. */
import { useTranslation } from "react-i18next";
import { ActForm } from "~/ui/act-form.tsx";
import { Button } from "~/ui/button.tsx";
import { HiddenField, SelectField, TextField } from "~/ui/field.tsx";
import type { Refusal } from "../../../domain/refusal.ts";

type Candidates = { id: string; reference: string; title: string }[];

export function DefineTerm({ candidates, refusal }: { candidates: Candidates; refusal: Refusal | null }) {
  const { t } = useTranslation("term");
  return (
    <ActForm intent="define-term" refusal={refusal}>
      <TextField name="term" label={t("term")} required charactersMax={120} />
      <TextField name="definition" label={t("definition")} rows={4} required charactersMax={4000} />
      <SelectField
        name="candidate"
        label={t("scope")}
        options={[
          { value: "", label: t("everyText") },
          ...candidates.map(({ id, reference, title }) => ({ value: id, label: `${reference} ${title}` })),
        ]}
      />
      <Button>{t("define")}</Button>
    </ActForm>
  );
}

type Listed = { key: string; term: string; definition: string; candidateId: string | null };

export function DefineAnew({ term, refusal }: { term: Listed; refusal: Refusal | null }) {
  const { t } = useTranslation("term");
  return (
    <ActForm intent="redefine-term" part={term.key} refusal={refusal} framed>
      <HiddenField name="term" value={term.term} />
      <HiddenField name="candidate" value={term.candidateId ?? ""} />
      <TextField
        name="definition"
        label={t("definition")}
        rows={4}
        required
        charactersMax={4000}
        defaultValue={term.definition}
      />
      <TextField name="reason" label={t("reason")} hint={t("reasonHint")} rows={2} required charactersMax={2000} />
      <Button>{t("anew")}</Button>
    </ActForm>
  );
}
