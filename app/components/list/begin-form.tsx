/** Begins the empty text of a chosen candidate from the entry that is being read. */
import { useTranslation } from "react-i18next";
import { ActForm } from "~/ui/act-form.tsx";
import { Button } from "~/ui/button.tsx";
import { HiddenField, SelectField } from "~/ui/field.tsx";
import { Section } from "~/ui/layout.tsx";

type BeginFormProps = {
  entry: { list: string; code: string };
  candidates: { id: string; reference: string; title: string }[];
  /** The name of the list, where another stands beside it. */
  from?: string;
};

export function BeginForm({ entry, candidates, from }: BeginFormProps) {
  const { t } = useTranslation("library");
  return (
    <Section
      title={from ? t("parallel.begin", { code: entry.code, list: from }) : t("entry.begin")}
      id={from ? `begin-${entry.list}` : "begin"}
    >
      <ActForm intent="start-definition" part={entry.list} className="form-page">
        <p className="prose">{t("entry.beginSentence")}</p>
        <HiddenField name="list" value={entry.list} />
        <HiddenField name="entry" value={entry.code} />
        <SelectField
          name="candidate"
          label={t("entry.candidate")}
          options={candidates.map(({ id, reference, title }) => ({ value: id, label: `${reference} ${title}` }))}
        />
        <Button tone="primary">{t("entry.beginButton")}</Button>
      </ActForm>
    </Section>
  );
}
