/** What each row of a table would do, cell by cell; then the button that takes the good ones. */
import { useTranslation } from "react-i18next";
import { ActForm } from "~/ui/act-form.tsx";
import { Button } from "~/ui/button.tsx";
import { DataTable } from "~/ui/data-table.tsx";
import { HiddenField } from "~/ui/field.tsx";
import { Icon } from "~/ui/icon.tsx";
import { Section } from "~/ui/layout.tsx";
import { type FigureColumn, figureColumns } from "../../../domain/definition/system.ts";
import type { Refusal } from "../../../domain/refusal.ts";
import type { systemsImportPage } from "../../../server/queries/definition/systems-page.ts";

type Rows = NonNullable<Exclude<Awaited<ReturnType<typeof systemsImportPage>>, Refusal>["rows"]>;

function Cell({ row, column }: { row: Rows[number]; column: FigureColumn }) {
  const fault = row.faults[column];
  const shown = row.cells[column].slice(0, 60);
  if (fault === undefined) return <>{shown}</>;
  return (
    <span className="cell-bad">
      <Icon name="fault" /> {shown || "–"}
      <span className="note cell-bad"> {fault}</span>
    </span>
  );
}

function Fate({ row }: { row: Rows[number] }) {
  const { t } = useTranslation("term");
  const before = row.before ? `${row.before.value} ${row.before.unit}` : "";
  return (
    <>
      {t(`import.fate.${row.fate}`, { before })}
      {row.fate === "left-out" && Object.keys(row.faults).length === 0 ? <p className="note">{row.why}</p> : null}
    </>
  );
}

export function SystemRows({ rows, table, refusal }: { rows: Rows; table: string; refusal: Refusal | null }) {
  const { t } = useTranslation("term");
  const bad = rows.filter(({ fate }) => fate === "left-out").length;
  const doing = rows.filter(({ fate }) => fate !== "left-out" && fate !== "unchanged").length;
  const columns = figureColumns.filter((column) => column !== "address" && column !== "note");
  return (
    <Section title={t("import.preview")} note={t("import.counts", { good: rows.length - bad, bad })}>
      <DataTable
        caption={t("import.preview")}
        head={[
          { label: t("import.line"), number: true },
          { label: t("import.does") },
          ...columns.map((column) => ({ label: column })),
        ]}
        rows={rows.map((row) => ({
          key: String(row.line),
          cells: [
            row.line,
            <Fate key="fate" row={row} />,
            ...columns.map((column) => <Cell key={column} row={row} column={column} />),
          ],
        }))}
      />
      {doing === 0 ? (
        <p className="note">{t("import.nothing")}</p>
      ) : (
        <ActForm intent="import-systems" part="table" refusal={refusal} framed>
          <HiddenField name="table" value={table} />
          <HiddenField name="area" value="" />
          <Button tone="primary">{t("import.do")}</Button>
        </ActForm>
      )}
    </Section>
  );
}
