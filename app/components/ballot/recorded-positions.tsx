/** Positions that another person recorded for a seat: the form of the chairs and the secretariat, the list, and the seat's dispute. */
import { useTranslation } from "react-i18next";
import { ActForm } from "~/ui/act-form.tsx";
import { Badge } from "~/ui/badge.tsx";
import { Button } from "~/ui/button.tsx";
import { HiddenField, SelectField, TextField } from "~/ui/field.tsx";
import { Section } from "~/ui/layout.tsx";
import { Rule } from "~/ui/rule.tsx";
import { When } from "~/ui/time.tsx";
import type { BallotData, LifeData } from "./ballot-data.ts";
import { OptionFields } from "./option-fields.tsx";
import { WordMark } from "./word-mark.tsx";

export function RecordedPositionForm({ page }: { page: BallotData }) {
  const { t } = useTranslation("ballotLife");
  const recording = page.life?.recording;
  if (!recording) return null;
  return (
    <Section title={t("record.title")} id="record-position">
      <details className="disclosure">
        <summary>{t("record.open")}</summary>
        <ActForm intent="record-position" refusal={recording.refusal}>
          <p className="note">
            {t("record.note")} <Rule id="P9" />
          </p>
          <HiddenField name="textHash" value={page.version?.textHash ?? ""} />
          <HiddenField name="key" value={recording.key} />
          <SelectField
            name="person"
            label={t("record.person")}
            options={recording.people.map(({ value, seat, name }) => ({
              value,
              label: t("record.personLine", { seat, name }),
            }))}
          />
          {page.ballot.options ? (
            // What the recorder's own seat said is no start for what another said.
            <OptionFields page={{ ...page, result: null }} options={page.ballot.options} />
          ) : (
            <SelectField
              name="word"
              label={t("record.word")}
              options={recording.words.map((word) => ({ value: word, label: t(`ballot:word.${word}`) }))}
            />
          )}
          <SelectField
            name="clause"
            label={t("record.clause")}
            options={[
              { value: "", label: t("record.clauseNone") },
              ...page.clauseOptions.map(({ nid, label, words }) => ({ value: nid, label: `${label} ${words}`.trim() })),
            ]}
          />
          <TextField
            name="reason"
            label={t("record.reason")}
            hint={t("record.reasonHint")}
            rows={3}
            charactersMax={8000}
          />
          <TextField name="change" label={t("record.change")} rows={2} charactersMax={8000} />
          <TextField
            name="evidence"
            label={t("record.evidence")}
            hint={t("record.evidenceHint")}
            rows={2}
            charactersMax={4000}
            required
          />
          <Button>{t("record.button")}</Button>
        </ActForm>
      </details>
    </Section>
  );
}

type Recorded = LifeData["recorded"][number];

export function RecordedPositions({ life }: { life: LifeData }) {
  const { t } = useTranslation("ballotLife");
  if (life.recorded.length === 0) return null;
  return (
    <Section title={t("recorded.title")} note={<Rule id="P9" />} id="recorded">
      <ul className="rows">
        {life.recorded.map((one) => (
          <RecordedItem key={one.sequence} one={one} />
        ))}
      </ul>
    </Section>
  );
}

function RecordedItem({ one }: { one: Recorded }) {
  const { t } = useTranslation("ballotLife");
  const { disputed } = one;
  return (
    <li className="stack">
      <p className="line">
        <strong>{one.seat}</strong> <WordMark word={one.word} />
        {disputed ? <Badge tone="warn">{t("recorded.disputed")}</Badge> : null}
      </p>
      <p className="note">
        {t("recorded.by", { person: one.person, recordedBy: one.recordedBy })}, <When at={one.at} />
      </p>
      {one.reason === "" ? null : <p className="seat-words">{one.reason}</p>}
      <p>
        <strong>{t("recorded.evidence")}</strong> {one.evidence}
      </p>
      {disputed ? (
        <p className="note">
          {t("recorded.disputedBy", { person: disputed.person })}, <When at={disputed.at} />
          {disputed.reason === "" ? "" : `: ${disputed.reason}`} <Rule id="P10" />
        </p>
      ) : one.refusal === null ? (
        <details className="disclosure">
          <summary>{t("recorded.dispute")}</summary>
          <ActForm intent="dispute-position" part={String(one.sequence)}>
            <p className="note">
              {t("recorded.disputeNote")} <Rule id="P10" />
            </p>
            <HiddenField name="sequence" value={String(one.sequence)} />
            <TextField name="reason" label={t("recorded.reason")} rows={2} charactersMax={4000} />
            <Button tone="withdraw">{t("recorded.button")}</Button>
          </ActForm>
        </details>
      ) : null}
    </li>
  );
}
