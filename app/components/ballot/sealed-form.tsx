/**
 * My position on a sealed ballot. Word and reason stand outside of any form, so that they are never sent; the browser seals
 * them, and the envelope is what goes out. A recusal is made openly, by a form of its own.
 */
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ActForm } from "~/ui/act-form.tsx";
import { Button } from "~/ui/button.tsx";
import { HiddenField, TextField } from "~/ui/field.tsx";
import { Icon } from "~/ui/icon.tsx";
import { Section } from "~/ui/layout.tsx";
import { Refused } from "~/ui/refused.tsx";
import { When } from "~/ui/time.tsx";
import { needsReason } from "../../../domain/ballot/ballot-type.ts";
import type { BallotData } from "./ballot-data.ts";
import { type Prepared, PreparedAct } from "./prepared-act.tsx";
import { iconOf } from "./word-mark.tsx";

type SealingData = NonNullable<BallotData["sealing"]>;

export function SealedForm({ page, sealing }: { page: BallotData; sealing: SealingData }) {
  const { t } = useTranslation(["sealing", "ballot"]);
  const { form, ballot } = page;
  const refusal = page.may["cast-position"];
  if (ballot.state !== "open" || form === null || refusal !== null)
    return form === null && refusal === null ? null : (
      <Section title={t("form.title")} id="position">
        <OwnCast sealing={sealing} />
        {refusal === null ? null : <Refused refusal={refusal} />}
      </Section>
    );
  return (
    <section className="position-form position-form-sealed" id="position" aria-labelledby="position-title">
      <h2 id="position-title">
        <Icon name="lock" /> {t("form.title")}
      </h2>
      <p className="note">
        {page.version
          ? t("form.noteSeat", { seat: form.seat, version: page.version.number })
          : t("form.noteSeatPlain", { seat: form.seat })}
      </p>
      <OwnCast sealing={sealing} />
      <Envelope page={page} form={form} sealing={sealing} />
      <details className="disclosure">
        <summary>{t("form.recuse")}</summary>
        <p className="note">{t("form.recuseNote")}</p>
        <ActForm intent="cast-position">
          <HiddenField name="seat" value={form.seatId} />
          {page.version ? <HiddenField name="textHash" value={page.version.textHash} /> : null}
          <HiddenField name="key" value={form.key} />
          <HiddenField name="word" value="recuse" />
          <TextField name="reason" label={t("form.reason")} rows={3} charactersMax={8000} required />
          <Button tone="withdraw">{t("form.recuseButton")}</Button>
        </ActForm>
      </details>
    </section>
  );
}

function OwnCast({ sealing: { ownCast } }: { sealing: SealingData }) {
  const { t } = useTranslation("sealing");
  if (ownCast === null) return null;
  return (
    <p>
      {t("form.has", { sequence: ownCast.sequence })} <When at={ownCast.at} />. {t("form.forget")}
    </p>
  );
}

type EnvelopeProps = { page: BallotData; form: NonNullable<BallotData["form"]>; sealing: SealingData };

function Envelope({ page, form, sealing }: EnvelopeProps) {
  const { t } = useTranslation(["sealing", "ballot"]);
  const [word, setWord] = useState("");
  const [clause, setClause] = useState("");
  const reason = useRef<HTMLTextAreaElement>(null);
  const prepare = async (): Promise<Prepared> => {
    const said = reason.current?.value.trim() ?? "";
    if (word === "") return { fault: t("form.word") };
    if (needsReason(word) && said === "") return { fault: t("form.needsReason") };
    const { sealPosition } = await import("../../../protocol/sealing/sealed-position.ts");
    const place = { identity: sealing.identity!, seatId: form.seatId };
    const made = await sealPosition(sealing.sealing!.publicKey!, place, { said: { word }, reason: said, clause });
    if ("tooMany" in made) return { fault: t("form.tooLong", { count: made.tooMany }) };
    if (reason.current) reason.current.value = "";
    setWord("");
    return {
      fields: [
        ["seat", form.seatId],
        ["textHash", page.version?.textHash ?? ""],
        ["key", form.key],
        ["sealed", made.sealed],
      ],
    };
  };
  return (
    <>
      <fieldset className="choices">
        <legend className="unseen">{t("ballot:form.word")}</legend>
        {sealing.words.map((one) => (
          <label className="choice" key={one}>
            <input
              type="radio"
              name="sealed-word"
              value={one}
              checked={word === one}
              onChange={() => setWord(one)}
              autoComplete="off"
            />
            <span>
              <span className={`choice-label word-${one}`}>
                <Icon name={iconOf(one)} /> {t(`ballot:word.${one}`)}
              </span>
              <span className="note choice-means">{t(`ballot:wordMeans.${one}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="field">
        <label htmlFor="sealed-clause">{t("ballot:form.clause")}</label>
        <select
          id="sealed-clause"
          className="control"
          value={clause}
          onChange={(chosen) => setClause(chosen.currentTarget.value)}
        >
          <option value="">{t("ballot:form.clauseNone")}</option>
          {page.clauseOptions.map(({ nid, label, words }) => (
            <option key={nid} value={nid}>
              {`${label} ${words}`.trim()}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="sealed-reason">{t("form.reason")}</label>
        <span className="hint" id="sealed-reason-hint">
          {t("form.reasonHint")}
        </span>
        <textarea
          id="sealed-reason"
          className="control"
          rows={4}
          ref={reason}
          aria-describedby="sealed-reason-hint"
          autoComplete="off"
        />
      </div>
      <PreparedAct
        intent="cast-sealed-position"
        prepare={prepare}
        tone="primary"
        label={t("form.button")}
        working={t("form.working")}
      />
    </>
  );
}
