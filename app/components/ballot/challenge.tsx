/** Challenges of a result: the rule and the fact, who supports it, whose answer it waits for, and the forms (rule B44). */
import { useTranslation } from "react-i18next";
import { ActForm } from "~/ui/act-form.tsx";
import { Button } from "~/ui/button.tsx";
import { TextField } from "~/ui/field.tsx";
import { Section } from "~/ui/layout.tsx";
import { Rule } from "~/ui/rule.tsx";
import { When } from "~/ui/time.tsx";
import type { BallotData, LifeData } from "./ballot-data.ts";

const listed = (seats: readonly string[]) => new Intl.ListFormat("en", { type: "conjunction" }).format(seats);

export function Challenges({ page, life }: { page: BallotData; life: LifeData }) {
  const { t } = useTranslation("ballotLife");
  const { state } = page.ballot;
  if (life.challenges.length === 0 && state !== "closed") return null;
  return (
    <Section title={t("challenge.title")} note={<Rule id="B44" />} id="challenges">
      <div className="stack">
        {life.challenges.length === 0 ? <p className="note">{t("challenge.none")}</p> : null}
        <ul className="rows">
          {life.challenges.map((one) => (
            <ChallengeItem key={one.number} one={one} answerer={life.answerer} />
          ))}
        </ul>
        {state === "challenged" ? <AnswerForms life={life} /> : null}
        {state === "closed" && life.may["challenge-ballot"]?.code !== "role" ? (
          <details className="disclosure">
            <summary>{t("challenge.open")}</summary>
            <ActForm intent="challenge-ballot" refusal={life.may["challenge-ballot"]}>
              <p className="note">{t("challenge.openNote")}</p>
              <TextField
                name="rule"
                label={t("challenge.rule")}
                hint={t("challenge.ruleHint")}
                charactersMax={4}
                required
              />
              <TextField name="fact" label={t("challenge.fact")} hint={t("challenge.factHint")} rows={4} required />
              <Button>{t("challenge.button")}</Button>
            </ActForm>
          </details>
        ) : null}
      </div>
    </Section>
  );
}

type ItemProps = { one: LifeData["challenges"][number]; answerer: LifeData["answerer"] };

function ChallengeItem({ one, answerer }: ItemProps) {
  const { t } = useTranslation("ballotLife");
  const supporters = one.supports.map((support) => support.seat);
  return (
    <li className="stack">
      <p>
        <strong>
          {t("challenge.head", { seat: one.seat })} <Rule id={one.rule} />
        </strong>{" "}
        <span className="note">
          {one.person}, <When at={one.at} />
        </span>
      </p>
      <p className="seat-words">{one.fact}</p>
      {supporters.length > 0 ? <p className="note">{t("challenge.supported", { seats: listed(supporters) })}</p> : null}
      {one.answer ? (
        <div className="discuss-said">
          <strong>{t("challenge.answer")}</strong>{" "}
          <span className="note">
            {one.answer.person}, <When at={one.answer.at} />
          </span>
          <p className="seat-words">{one.answer.text}</p>
        </div>
      ) : (
        <p>
          <strong>{t(answerer === "vice-chair" ? "challenge.waitsVice" : "challenge.waitsChair")}</strong>
        </p>
      )}
    </li>
  );
}

function AnswerForms({ life }: { life: LifeData }) {
  const { t } = useTranslation("ballotLife");
  return (
    <>
      {life.may["answer-challenge"] === null ? (
        <ActForm intent="answer-challenge">
          <TextField
            name="text"
            label={t("challenge.answerField")}
            hint={t("challenge.answerHint")}
            rows={4}
            required
          />
          <Button tone="primary">{t("challenge.answerButton")}</Button>
        </ActForm>
      ) : null}
      {life.may["support-challenge"] === null ? (
        <ActForm intent="support-challenge">
          <p className="note">{t("challenge.supportNote")}</p>
          <Button>{t("challenge.support")}</Button>
        </ActForm>
      ) : null}
    </>
  );
}
