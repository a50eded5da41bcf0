/** What this person may do with an amendment, each act a form; a refusal stands in its place where a person might wonder why. */
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ActForm } from "~/ui/act-form.tsx";
import { Button, LinkButton } from "~/ui/button.tsx";
import { HiddenField, TextField } from "~/ui/field.tsx";
import { Refused } from "~/ui/refused.tsx";
import { useChangedClause } from "./amendment-marks.tsx";
import type { AmendmentPageData } from "./amendment-types.ts";

function Behind({ summary, open = false, children }: { summary: string; open?: boolean; children: ReactNode }) {
  return (
    <details className="disclosure" open={open}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}

/** The clauses may be chosen one by one where there are several (rule A1). */
function AcceptForm({ page }: { page: AmendmentPageData }) {
  const { t } = useTranslation("amendment");
  const nameOf = useChangedClause();
  const { changes, id } = page.amendment;
  return (
    <Behind summary={t("act.accept")} open>
      <ActForm intent="accept-amendment">
        <p className="note">{t("act.acceptSentence")}</p>
        <HiddenField name="amendment" value={id} />
        {changes.length > 1 ? (
          <fieldset className="choices">
            <legend>{t("act.acceptWhich")}</legend>
            <HiddenField name="choosing" value="yes" />
            {changes.map((change) => (
              <label key={change.nid} className="choice">
                <input type="checkbox" name="clauses" value={change.nid} defaultChecked />
                <span>
                  {nameOf(change)}
                  {change.class ? <span className="note"> {t(`frame:changeClass.${change.class}`)}</span> : null}
                </span>
              </label>
            ))}
          </fieldset>
        ) : null}
        <TextField name="reason" label={t("act.acceptWord")} charactersMax={2000} />
        <Button tone="primary">{t("act.acceptButton")}</Button>
      </ActForm>
    </Behind>
  );
}

function ReasonForm({
  page,
  intent,
  name,
  button,
}: {
  page: AmendmentPageData;
  intent: string;
  name: string;
  button: string;
}) {
  const { t } = useTranslation("amendment");
  return (
    <ActForm intent={intent}>
      <HiddenField name="amendment" value={page.amendment.id} />
      <TextField name={name} label={t("act.reason")} rows={2} charactersMax={4000} required />
      <Button>{button}</Button>
    </ActForm>
  );
}

/** Refusals of acts that the person's office or delegation is nearest to; other people's acts are not spoken of. */
function shownRefusals({ may }: AmendmentPageData["amendment"]) {
  const spoken = ["accept-amendment", "object-amendment"] as const;
  return spoken.flatMap((act) => {
    const refusal = may[act];
    const isPlain = act === "object-amendment" && refusal?.code === "state";
    return refusal && !isPlain && !["role", "seat", "not-found"].includes(refusal.code) ? [{ act, refusal }] : [];
  });
}

export function AmendmentActs({ page }: { page: AmendmentPageData }) {
  const { t } = useTranslation("amendment");
  const { amendment, candidate, others } = page;
  const { may, id, number, state } = amendment;
  const here = `/candidates/${candidate.slug}/amendments`;
  const isOver = !["proposed", "contested", "stale"].includes(state);
  return (
    <div className="amendment-acts" key={`${state} ${amendment.wording}`}>
      {may["accept-amendment"] === null ? <AcceptForm page={page} /> : null}
      {isOver
        ? null
        : shownRefusals(amendment).map(({ act, refusal }) => (
            <div key={act}>
              <p className="note">{t(act === "accept-amendment" ? "act.accept" : "act.object")}</p>
              <Refused refusal={refusal} />
            </div>
          ))}
      {may["support-amendment"] === null ? (
        <ActForm intent="support-amendment">
          <HiddenField name="amendment" value={id} />
          <Button>{t("act.support")}</Button>
        </ActForm>
      ) : null}
      {may["withdraw-support"] === null ? (
        <ActForm intent="withdraw-support">
          <HiddenField name="amendment" value={id} />
          <Button tone="quiet">{t("act.withdrawSupport")}</Button>
        </ActForm>
      ) : null}
      {may["object-amendment"] === null ? (
        <Behind summary={t("act.object")}>
          <p className="note">{t("act.objectSentence")}</p>
          <ReasonForm page={page} intent="object-amendment" name="reason" button={t("act.objectButton")} />
        </Behind>
      ) : null}
      {may["bracket-amendment"] === null ? (
        <Behind summary={t("act.bracket")}>
          <ActForm intent="bracket-amendment">
            <p className="note">{t("act.bracketSentence")}</p>
            <HiddenField name="amendment" value={id} />
            <TextField name="reason" label={t("act.acceptWord")} charactersMax={2000} />
            <Button>{t("act.bracketButton")}</Button>
          </ActForm>
        </Behind>
      ) : null}
      {may["reject-amendment"] === null ? (
        <Behind summary={t("act.reject")}>
          <ReasonForm page={page} intent="reject-amendment" name="reason" button={t("act.rejectButton")} />
        </Behind>
      ) : null}
      {may["rebase-amendment"] === null ? (
        <p>
          <LinkButton tone="primary" to={`${here}/new?rebase=${number}`}>
            {t("act.rebase")}
          </LinkButton>
        </p>
      ) : null}
      {page.mayAmend === null && !amendment.own ? (
        <p>
          <Link to={`${here}/new?names=${number}`}>{t("act.amend")}</Link>
        </p>
      ) : null}
      {page.mayAmend === null
        ? others.slice(0, 4).map((other) => (
            <p key={other}>
              <Link to={`${here}/new?names=${number}&names=${other}`}>{t("act.combine", { number: other })}</Link>
            </p>
          ))
        : null}
      {may["withdraw-amendment"] === null ? (
        <Behind summary={t("act.withdraw")}>
          <ActForm intent="withdraw-amendment">
            <HiddenField name="amendment" value={id} />
            <TextField name="reason" label={t("act.reason")} charactersMax={2000} />
            <Button>{t("act.withdrawButton")}</Button>
          </ActForm>
        </Behind>
      ) : null}
    </div>
  );
}
