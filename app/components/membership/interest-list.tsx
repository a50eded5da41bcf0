/** Declared interests as a list: who, kind, organisation, class, since when, and whether the class is disputed. */
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ActForm } from "~/ui/act-form.tsx";
import { Badge } from "~/ui/badge.tsx";
import { Button } from "~/ui/button.tsx";
import { DataTable } from "~/ui/data-table.tsx";
import { HiddenField, SelectField, TextField } from "~/ui/field.tsx";
import { Empty } from "~/ui/layout.tsx";
import { Day, When } from "~/ui/time.tsx";
import { interestClasses, interestKinds } from "../../../domain/membership/interest.ts";
import type { InterestRowData, InterestsData } from "./interests-data.ts";

/** The facts of one interest in a line: share, amount, number, office or giver. */
function factsOf(row: InterestRowData): string {
  const facts = [
    row.share === null ? null : `${row.share} %`,
    row.amount_eur === null ? null : `${row.amount_eur.toLocaleString("en-GB")} EUR`,
    row.reference,
    row.issuer,
  ];
  return facts.filter((one) => one !== null).join(", ");
}

function What({ row }: { row: InterestRowData }) {
  const { t } = useTranslation("interest");
  const facts = factsOf(row);
  return (
    <div>
      <strong>{t(`candidate:interest.kind.${row.kind}`)}</strong>
      {row.organisation ? `, ${row.organisation}` : ""}
      {facts === "" ? null : <p>{facts}</p>}
      <p className="note">{row.statement}</p>
      {row.foundBy === null ? null : <p className="note">{t("list.foundBy", { by: row.foundBy })}</p>}
    </div>
  );
}

function Times({ row }: { row: InterestRowData }) {
  const { t } = useTranslation("interest");
  return (
    <div>
      <p>
        {row.since === null ? t("list.noSince") : <Day at={row.since} />}
        {row.until === null ? null : (
          <>
            {" "}
            {t("list.to")} <Day at={row.until} />
          </>
        )}
      </p>
      <p className="note">
        {t("list.declared")} <When at={row.declaredAt} dateOnly />
        {row.isExpired ? `, ${t("list.expired")}` : ""}
        {row.isLate ? `, ${t("list.late")}` : ""}
      </p>
    </div>
  );
}

function Dispute({ row, page }: { row: InterestRowData; page: InterestsData }) {
  const { t } = useTranslation("interest");
  if (row.dispute !== null && row.dispute !== "decided")
    return <a href="#disputes">{t(`dispute.state.${row.dispute}`)}</a>;
  const decided = row.dispute === "decided" ? t("dispute.state.decided") : null;
  if (page.may["dispute-interest"] !== null || row.isExpired) return <>{decided ?? t("list.undisputed")}</>;
  return (
    <>
      {decided}
      <details className="disclosure">
        <summary>{t("dispute.open")}</summary>
        <ActForm intent="dispute-interest" part={`${row.personId} ${row.number}`}>
          <HiddenField name="person" value={row.personId} />
          <HiddenField name="number" value={String(row.number)} />
          <TextField name="reason" label={t("dispute.reason")} rows={2} charactersMax={2000} required />
          <Button>{t("dispute.button")}</Button>
        </ActForm>
      </details>
    </>
  );
}

export function InterestFilters({ page }: { page: InterestsData }) {
  const { t } = useTranslation("interest");
  const all = { value: "", label: t("list.all") };
  return (
    <Form method="get" className="filters">
      <SelectField
        name="kind"
        label={t("list.kind")}
        defaultValue={page.filter.kind}
        options={[
          all,
          ...interestKinds
            .filter((kind) => kind !== "none")
            .map((kind) => ({ value: kind, label: t(`candidate:interest.kind.${kind}`) })),
        ]}
      />
      <SelectField
        name="class"
        label={t("list.class")}
        defaultValue={page.filter.class}
        options={[
          all,
          ...interestClasses
            .filter((name) => name !== "none")
            .map((name) => ({ value: name, label: t(`candidate:interest.class.${name}`) })),
        ]}
      />
      <SelectField
        name="organisation"
        label={t("list.organisation")}
        defaultValue={page.filter.organisation}
        options={[all, ...page.bodies.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <Button>{t("list.show")}</Button>
    </Form>
  );
}

export function InterestTable({ page }: { page: InterestsData }) {
  const { t } = useTranslation("interest");
  const { rows, none, silent } = page;
  const names = (people: string[]) => new Intl.ListFormat("en", { type: "conjunction" }).format(people);
  return (
    <>
      {rows.length === 0 ? (
        <Empty title={t("list.nobody")}>{t("list.nobodyNext")}</Empty>
      ) : (
        <DataTable
          caption={t("list.caption")}
          head={[
            { label: t("list.who") },
            { label: t("list.what") },
            { label: t("list.class") },
            { label: t("list.since") },
            { label: t("list.dispute") },
          ]}
          rows={rows.map((row) => ({
            key: `${row.personId} ${row.number}`,
            own: row.personId === page.self,
            cells: [
              row.person,
              <What key="what" row={row} />,
              <Badge key="class" tone={row.class === "direct" ? "warn" : "grey"}>
                {t(`candidate:interest.class.${row.class}`)}
              </Badge>,
              <Times key="times" row={row} />,
              <Dispute key="dispute" row={row} page={page} />,
            ],
          }))}
        />
      )}
      {none.length === 0 ? null : (
        <p className="note">{t("list.none", { names: names(none.map((one) => one.person)) })}</p>
      )}
      {silent.length === 0 ? null : <p className="note">{t("list.silent", { names: names(silent) })}</p>}
    </>
  );
}
