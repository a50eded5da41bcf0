/** One fault of the text beside its clause, and the chair's waiver of it (rules D7, D8). */
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ActForm } from "~/ui/act-form.tsx";
import { Button } from "~/ui/button.tsx";
import { HiddenField, TextField } from "~/ui/field.tsx";
import { Icon } from "~/ui/icon.tsx";
import type { Refusal } from "../../../domain/refusal.ts";
import type { FaultData } from "./definition-types.ts";
import { useClauseName } from "./text-marks.tsx";

export function faultKey(fault: FaultData): string {
  return `${fault.code} ${fault.nid} ${fault.detail}`;
}

export function FaultCard({ fault, refusal }: { fault: FaultData; refusal: Refusal | null }) {
  const { t } = useTranslation("definition");
  const clauseName = useClauseName();
  const { waiver } = fault;
  return (
    <article className={waiver ? "card card-waived" : "card card-fault"}>
      <header className="card-head">
        <Icon name="fault" />
        <h3>
          {t("faults.title", { clause: clauseName(fault.clause, fault.nid) })}{" "}
          <span className="card-place">{t(`faults.code.${fault.code}`)}</span>
        </h3>
      </header>
      <p className="said">{fault.detail}</p>
      {fault.code === "open-bracket" ? (
        <p className="note">
          <Link to="../brackets" relative="path">
            {t("brackets.all")}
          </Link>
        </p>
      ) : null}
      {waiver ? (
        <p className="note">
          {t("faults.waived", { name: waiver.personName })}: {waiver.reason}
        </p>
      ) : null}
      {waiver === null && refusal === null ? (
        <details className="disclosure comment-act">
          <summary>{t("faults.waive")}</summary>
          <ActForm intent="waive-fault" part={faultKey(fault)}>
            <HiddenField name="code" value={fault.code} />
            <HiddenField name="nid" value={fault.nid} />
            <HiddenField name="detail" value={fault.detail} />
            <TextField
              name="reason"
              label={t("faults.reason")}
              hint={t("faults.reasonHint")}
              rows={2}
              charactersMax={2000}
              required
            />
            <Button>{t("faults.button")}</Button>
          </ActForm>
        </details>
      ) : null}
    </article>
  );
}
