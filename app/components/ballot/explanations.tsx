/** Explanations of position: they change no count (rule P21). */
import { useTranslation } from "react-i18next";
import { ActForm } from "~/ui/act-form.tsx";
import { Button } from "~/ui/button.tsx";
import { TextField } from "~/ui/field.tsx";
import { Section } from "~/ui/layout.tsx";
import { Rule } from "~/ui/rule.tsx";
import { When } from "~/ui/time.tsx";
import type { BallotData, LifeData } from "./ballot-data.ts";

export function Explanations({ page, life }: { page: BallotData; life: LifeData }) {
  const { t } = useTranslation("ballotLife");
  const own = page.result?.lines.find((line) => line.own);
  const mayExplain = life.may["explain-position"] === null && own?.word != null;
  if (life.explanations.length === 0 && !mayExplain) return null;
  return (
    <Section
      title={t("explain.title")}
      note={
        <>
          {t("explain.note")} <Rule id="P21" />
        </>
      }
      id="explanations"
    >
      <ul className="rows">
        {life.explanations.map((one) => (
          <li key={one.number}>
            <p>
              <strong>{one.seat}</strong>{" "}
              <span className="note">
                {one.person}, <When at={one.at} />
              </span>
            </p>
            <p className="seat-words">{one.text}</p>
          </li>
        ))}
      </ul>
      {mayExplain ? (
        <details className="disclosure">
          <summary>{t("explain.add")}</summary>
          <ActForm intent="explain-position">
            <TextField name="text" label={t("explain.field")} hint={t("explain.hint")} rows={4} required />
            <Button>{t("explain.button")}</Button>
          </ActForm>
        </details>
      ) : null}
    </Section>
  );
}
