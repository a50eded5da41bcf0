/** The ways in which an empty text begins: the entries that the candidate touches, any other by its code, or the library. */
import { useTranslation } from "react-i18next";
import { ActForm } from "~/ui/act-form.tsx";
import { Button, LinkButton } from "~/ui/button.tsx";
import { HiddenField, SelectField, TextField } from "~/ui/field.tsx";
import { Section } from "~/ui/layout.tsx";
import type { DefinitionPageData } from "./definition-types.ts";

export function StartForms({ page }: { page: DefinitionPageData }) {
  const { t } = useTranslation("definition");
  return (
    <Section title={t("start.title")} id="start">
      <p className="prose">{t("start.sentence")}</p>
      <ul className="start-list">
        {page.startingEntries.map((entry) => (
          <li key={entry.code}>
            <ActForm intent="start-definition" part={entry.code}>
              <HiddenField name="list" value={entry.list} />
              <HiddenField name="entry" value={entry.code} />
              <p className="start-heading">{entry.heading}</p>
              <Button tone="primary">{t("start.from", { code: entry.code })}</Button>
            </ActForm>
          </li>
        ))}
        <li>
          <ActForm intent="start-definition" part="other">
            <div className="start-fields">
              <TextField name="entry" label={t("start.code")} hint={t("start.codeHint")} charactersMax={5} required />
              <SelectField
                name="list"
                label={t("start.list")}
                options={(["us", "eu"] as const).map((list) => ({ value: list, label: t(`library:lists.${list}`) }))}
              />
            </div>
            <div className="line">
              <Button>{t("start.button")}</Button>
              <LinkButton tone="quiet" to={`/library?for=${page.candidate.slug}`}>
                {t("start.library")}
              </LinkButton>
              <LinkButton tone="quiet" to={`/candidates/${page.candidate.slug}/definition/import`}>
                {t("exchange:in.link")}
              </LinkButton>
            </div>
          </ActForm>
        </li>
      </ul>
    </Section>
  );
}
