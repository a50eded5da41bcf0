/**
 * My position: the words with what each would change, the clause and the reason. Two clicks, and it works without script:
 * what depends on the chosen word is shown by style sheets alone.
 */
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ActForm, useFormState } from "~/ui/act-form.tsx";
import { Button } from "~/ui/button.tsx";
import { HiddenField, SelectField, TextField } from "~/ui/field.tsx";
import { Icon } from "~/ui/icon.tsx";
import { Section } from "~/ui/layout.tsx";
import { Refused } from "~/ui/refused.tsx";
import { When } from "~/ui/time.tsx";
import type { BallotData } from "./ballot-data.ts";
import { choiceText } from "./choice-words.tsx";
import { OptionFields } from "./option-fields.tsx";
import { iconOf, WordMark } from "./word-mark.tsx";

type FormData = NonNullable<BallotData["form"]>;

export function PositionForm({ page }: { page: BallotData }) {
  const { t } = useTranslation("ballot");
  const { form, ballot } = page;
  const refusal = page.may["cast-position"];
  if (ballot.state === "drafted") return <MayVote page={page} />;
  const own = page.result?.lines.find((line) => line.own);
  const now =
    own?.word && own.at !== null ? (
      <p className="line">
        <WordMark word={own.word} />
        {own.choice ? <span>{choiceText(own.choice)}</span> : null}
        <span className="note">
          <When at={own.at} />
        </span>
      </p>
    ) : null;
  if (ballot.state !== "open")
    return own === undefined ? null : (
      <Section title={t("form.closedTitle")} id="position">
        {now ?? <WordMark word={own.countedAs} />}
      </Section>
    );
  if (form === null || refusal !== null)
    return (
      <Section title={t("form.closedTitle")} id="position">
        {now}
        {refusal === null ? null : <Refused refusal={refusal} />}
      </Section>
    );
  const hasDiscuss = form.outlook.some((one) => one.word === "discuss");
  return (
    <section className="position-form" id="position" aria-labelledby="position-title">
      <h2 id="position-title">{t("form.title")}</h2>
      <p className="note">
        {page.version
          ? t("form.seat", { seat: form.seat, version: page.version.number })
          : t("form.seatPlain", { seat: form.seat })}
      </p>
      {now}
      <ActForm intent="cast-position">
        <HiddenField name="seat" value={form.seatId} />
        {page.version ? <HiddenField name="textHash" value={page.version.textHash} /> : null}
        <HiddenField name="key" value={form.key} />
        {ballot.options ? <OptionFields page={page} options={ballot.options} /> : <Words form={form} />}
        {page.clauseOptions.length > 0 ? (
          <SelectField
            name="clause"
            label={t("form.clause")}
            options={[
              { value: "", label: t("form.clauseNone") },
              ...page.clauseOptions.map(({ nid, label, words }) => ({ value: nid, label: `${label} ${words}`.trim() })),
            ]}
          />
        ) : null}
        <TextField
          name="reason"
          label={t("form.reason")}
          hint={t(ballot.options ? "form.reasonHintOptions" : "form.reasonHint")}
          rows={4}
          charactersMax={8000}
        />
        {hasDiscuss && ballot.options === null ? (
          <div className="only-discuss">
            <TextField
              name="change"
              label={t("form.change")}
              hint={t("form.changeHint")}
              rows={3}
              charactersMax={8000}
            />
          </div>
        ) : null}
        <Button tone="primary">
          <span>
            {t("form.button")}
            {form.outlook.map(({ word }) => (
              <span key={word} className={`button-word button-word-${word}`}>
                : {t(`word.${word}`).toLowerCase()}
              </span>
            ))}
          </span>
        </Button>
      </ActForm>
    </section>
  );
}

/** The words as radios. What a word would change stands beneath the one that is chosen. */
function Words({ form }: { form: FormData }) {
  const { t } = useTranslation("ballot");
  const { answer } = useFormState();
  return (
    <fieldset className="choices">
      <legend className="unseen">{t("form.word")}</legend>
      {form.outlook.map(({ word, refused, outcome, sentence }) => (
        <label className="choice" key={word}>
          <input
            type="radio"
            name="word"
            value={word}
            required
            disabled={refused}
            defaultChecked={answer?.values.word === word}
          />
          <span>
            <span className={`choice-label word-${word}`}>
              <Icon name={iconOf(word)} /> {t(`word.${word}`)}
            </span>
            <span className="note choice-means">{refused ? t("form.used") : t(`wordMeans.${word}`)}</span>
            {refused ? null : (
              <span className="note choice-outlook">
                {t("form.outlook", { outcome: t(`verdict.outcome.${outcome}`), sentence })}
              </span>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** "Can I vote on this?", answered before the opening. */
function MayVote({ page }: { page: BallotData }) {
  const { t } = useTranslation("ballot");
  return (
    <Section title={t("form.mayTitle")} id="position">
      {page.mayVote === null ? (
        <p className="line">
          <span className="word word-yes">
            <Icon name="tick" />
          </span>
          {t("form.mayYes", { seat: page.form?.seat })}
        </p>
      ) : (
        <Refused refusal={page.mayVote} />
      )}
      {page.form === null || page.candidate === null ? null : (
        <p>
          <Link to={`/candidates/${page.candidate.slug}#interests`}>{t("form.interest")}</Link>
        </p>
      )}
    </Section>
  );
}
