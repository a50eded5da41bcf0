/** The next legal step in a sentence, with its instant and rule, and what may be done besides. */
import { useTranslation } from "react-i18next";
import { Rule } from "~/ui/rule.tsx";
import { Deadline, When } from "~/ui/time.tsx";
import type { BallotData } from "./ballot-data.ts";
import type { ConsoleDesk } from "./console-data.ts";

type ConsoleNextProps = { desk: ConsoleDesk; page: BallotData; now: number };

export function ConsoleNext({ desk, page, now }: ConsoleNextProps) {
  const { t } = useTranslation("console");
  const { step, chances } = desk;
  const unmet = page.readiness?.lines.filter((line) => !line.met).length ?? 0;
  return (
    <section className="next-step" aria-labelledby="next-step-title">
      <p className="next-step-label">{t("next.label")}</p>
      <h2 id="next-step-title">{t(`next.${step.name}`, { count: unmet })}</h2>
      <p className="line">
        {step.at === null ? null : <Deadline at={step.at} now={now} second={page.committee} />}
        <span className="note">{t(`next.by.${step.by}`)}</span>
        <Rule id={step.rule} />
      </p>
      {chances.length === 0 ? null : (
        <>
          <p>{t("next.besides")}</p>
          <ul className="next-step-chances">
            {chances.map((chance) => (
              <li key={chance.name}>
                {t(`chance.${chance.name}`)}
                {chance.until === null ? null : (
                  <>
                    ; {t("next.until")} <When at={chance.until} />
                  </>
                )}{" "}
                <Rule id={chance.rule} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
