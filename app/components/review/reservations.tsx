/** Reservations of members: what stands, and the form of the reviewer's own member (rules S1 to S5). */
import { useTranslation } from "react-i18next";
import { ActForm } from "~/ui/act-form.tsx";
import { Badge } from "~/ui/badge.tsx";
import { Button } from "~/ui/button.tsx";
import { ChecksField, HiddenField, TextField } from "~/ui/field.tsx";
import { Empty, Section } from "~/ui/layout.tsx";
import { Rule } from "~/ui/rule.tsx";
import { When } from "~/ui/time.tsx";
import type { RoundData } from "./review-data.ts";
import { inWords, ScopeRowWords } from "./review-words.tsx";

export function Reservations({ page }: { page: RoundData }) {
  const { t } = useTranslation("review");
  return (
    <Section title={t("reservation.title")} id="reservations">
      {page.reservations.length === 0 ? <Empty title={t("reservation.none")}>{t("reservation.noneNext")}</Empty> : null}
      <ul className="rows">
        {page.reservations.map((one) => (
          <li key={one.id} className="stack">
            <p className="line">
              <strong>{one.member}</strong>
              {one.state === "active" ? null : <Badge tone="outline">{t(`reservation.state.${one.state}`)}</Badge>}
              <span className="note">
                {t("reservation.until")} <When at={one.sunsetAt} dateOnly />
              </span>
            </p>
            {one.rows === null ? (
              <p>{t("reservation.whole")}</p>
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name than their place.
              one.rows.map((row, index) => <ScopeRowWords key={index} row={row} />)
            )}
            <p className="prose note">{one.reason}</p>
            {one.mayWithdraw ? (
              <ActForm intent="withdraw-reservation" part={one.id}>
                <HiddenField name="reservation" value={one.id} />
                <Button tone="withdraw">{t("reservation.withdraw")}</Button>
              </ActForm>
            ) : null}
          </li>
        ))}
      </ul>
      {page.own && page.may["enter-reservation"] === null ? <ReservationForm page={page} own={page.own} /> : null}
    </Section>
  );
}

function ReservationForm({ page, own }: { page: RoundData; own: NonNullable<RoundData["own"]> }) {
  const { t } = useTranslation("review");
  return (
    <details className="disclosure" id="reserve">
      <summary>{t("reservation.open", { member: own.name })}</summary>
      <ActForm intent="enter-reservation" refusal={page.may["enter-reservation"]} framed>
        <p>
          {t("reservation.sentence", { member: own.name })} <Rule id="S4" />
        </p>
        <RowFields index={0} lists={page.scopeLists} />
        <details className="disclosure">
          <summary>{t("reservation.anotherRow")}</summary>
          <RowFields index={1} lists={page.scopeLists} />
        </details>
        <TextField name="reason" label={t("reservation.reason")} rows={3} charactersMax={8000} />
        <TextField name="sunset" type="date" label={t("reservation.sunset")} hint={t("reservation.sunsetHint")} />
        <Button>{t("reservation.button")}</Button>
      </ActForm>
    </details>
  );
}

function RowFields({ index, lists }: { index: number; lists: RoundData["scopeLists"] }) {
  const { t } = useTranslation("review");
  return (
    <fieldset className="stack reservation-row">
      <legend className="unseen">{t("reservation.row", { number: index + 1 })}</legend>
      {(["countries", "endUses", "endUsers"] as const).map((column) => (
        <ChecksField
          key={column}
          inline
          name={`rows.${index}.${column}`}
          label={t(`column.${column}`)}
          options={["all", ...lists[column]].map((word) => ({ value: word, label: inWords(word) }))}
        />
      ))}
    </fieldset>
  );
}
