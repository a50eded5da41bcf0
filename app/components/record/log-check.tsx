/** Paste a receipt, a checkpoint that you kept or the number of a leaf, and this page checks it against the log. */
import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "~/ui/icon.tsx";
import { Section } from "~/ui/layout.tsx";
import { type CheckStep, checkLog } from "./check-log.ts";

function StepItem({ step }: { step: CheckStep }) {
  const { t } = useTranslation("log");
  const state = step.holds === true ? "holds" : step.holds === false ? "broken" : "unknown";
  const icon = { holds: "tick", broken: "cross", unknown: "none" } as const;
  return (
    <li className={`check-step check-${state}`}>
      <Icon name={icon[state]} />
      <span>
        <span className="unseen">{t(`check.${state}`)}: </span>
        {t(`step.${step.name}.${step.holds === false ? "broken" : "holds"}`, step.values)}
      </span>
    </li>
  );
}

export function LogCheck({ logKey, asked }: { logKey: string; asked: string }) {
  const { t } = useTranslation("log");
  const [field, keyField] = [useId(), useId()];
  const [steps, setSteps] = useState<CheckStep[] | null>(null);
  const [isUnderWay, setUnderWay] = useState(false);
  const check = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    setUnderWay(true);
    const found = await checkLog(String(given.get("key")).trim(), String(given.get("asked"))).catch((): CheckStep[] => [
      { name: "notReached", holds: "unknown" },
    ]);
    setSteps(found);
    setUnderWay(false);
  };
  const state = steps?.some(({ holds }) => holds === false)
    ? "broken"
    : steps?.every(({ holds }) => holds === true)
      ? "holds"
      : "unknown";
  return (
    <Section title={t("check.title")} note={t("check.note")} id="check">
      <form onSubmit={check} className="stack">
        <div className="field">
          <label htmlFor={field}>{t("check.field")}</label>
          <span className="hint" id={`${field}-hint`}>
            {t("check.hint")}
          </span>
          <textarea
            id={field}
            name="asked"
            rows={5}
            required
            className="control hash-field"
            defaultValue={asked}
            aria-describedby={`${field}-hint`}
          />
        </div>
        <details className="disclosure">
          <summary>{t("check.key")}</summary>
          <div className="field">
            <label htmlFor={keyField}>{t("check.keyField")}</label>
            <span className="hint" id={`${keyField}-hint`}>
              {t("check.keyHint")}
            </span>
            <input
              id={keyField}
              name="key"
              className="control hash-field"
              defaultValue={logKey}
              aria-describedby={`${keyField}-hint`}
            />
          </div>
        </details>
        <p>
          <button className="button button-primary" type="submit" aria-disabled={isUnderWay ? true : undefined}>
            {t(isUnderWay ? "check.underWay" : "check.button")}
          </button>
        </p>
        <noscript>
          <p className="note">{t("check.noScript")}</p>
        </noscript>
      </form>
      <div role="status">
        {steps === null ? null : (
          <div className={`check-answer check-answer-${state}`}>
            <p className="check-verdict">{t(`check.verdict.${state}`)}</p>
            <ul className="check-steps">
              {steps.map((step) => (
                <StepItem key={step.name} step={step} />
              ))}
            </ul>
          </div>
        )}
      </div>
    </Section>
  );
}
