/** One fault of the text beside its clause, and the chair's waiver of it (rules D7, D8). */
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ActForm } from "~/ui/act-form.tsx";
import { Button } from "~/ui/button.tsx";
import { HiddenField, TextField } from "~/ui/field.tsx";
import { Icon } from "~/ui/icon.tsx";
import type { Refusal } from "../../../domain/refusal.ts";
import { FaultFixes, type Mending } from "./fault-fixes.tsx";
import type { ShownFault } from "./shown-faults.ts";
import { useClauseName } from "./text-marks.tsx";

export type FaultCardProps = {
  fault: ShownFault;
  refusal: Refusal | null;
  /** Null until the editor is live: then faults are read, not mended. */
  mending: Mending | null;
  clauses: { nid: string; name: string }[];
};

export function FaultCard({ fault, refusal, mending, clauses }: FaultCardProps) {
  const { t } = useTranslation("definition");
  const clauseName = useClauseName();
  const editor = useTranslation("editor").t;
  const { waiver, onDisk } = fault;
  const sentence = fault.detail || editor(`faults.trouble.${fault.code}`, { words: fault.words });
  return (
    <article className={waiver ? "card card-waived" : "card card-fault"}>
      <header className="card-head">
        <Icon name="fault" />
        <h3>
          {t("faults.title", { clause: clauseName(fault.clause, fault.nid) })}{" "}
          <span className="card-place">{editor(`faults.name.${fault.code}`)}</span>
        </h3>
      </header>
      <p className="said">{sentence}</p>
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
      {mending !== null && waiver === null ? <FaultFixes fault={fault} mending={mending} clauses={clauses} /> : null}
      {waiver === null && onDisk !== null && refusal === null ? (
        <details className="disclosure comment-act">
          <summary>{t("faults.waive")}</summary>
          <ActForm intent="waive-fault" part={fault.key}>
            <HiddenField name="code" value={onDisk.code} />
            <HiddenField name="nid" value={onDisk.nid} />
            <HiddenField name="detail" value={onDisk.detail} />
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
