/** A row that was not understood: every cell of it, to be corrected by hand, with what is wrong above the cell. */
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "~/ui/icon.tsx";
import type { ReadRow } from "../../../domain/definition/comment-import.ts";
import { type CommentColumn, commentColumns } from "../../../domain/definition/comment-layout.ts";
import type { CommentImportPageData } from "./definition-types.ts";

const long: readonly CommentColumn[] = ["body", "proposedChange", "observations"];

/** Cells that a new comment leaves empty are shown only where they hold something, or are what is wrong. */
const mostlyEmpty: readonly CommentColumn[] = ["id", "member", "observations"];

function isShown(row: ReadRow, column: CommentColumn): boolean {
  if (!mostlyEmpty.includes(column) || row.cells[column].trim() !== "") return true;
  return row.faults.some((fault) => fault.column === column);
}

type Clauses = CommentImportPageData["clauses"];

function Cell({ row, column, clauses }: { row: ReadRow; column: CommentColumn; clauses: Clauses }) {
  const { t } = useTranslation("definition");
  const id = useId();
  const faults = row.faults.filter((fault) => fault.column === column);
  const common = {
    id,
    name: `fix-${row.line}-${column}`,
    className: "control",
    "aria-invalid": faults.length > 0 ? true : undefined,
    "aria-describedby": faults.length > 0 ? `${id}-fault` : undefined,
  };
  const said = row.cells[column];
  const isClause = column === "clause" && faults.length > 0;
  return (
    <div className="field">
      <label htmlFor={id}>{t(`import.column.${column}`)}</label>
      {faults.length > 0 ? (
        <span className="field-fault" id={`${id}-fault`}>
          <Icon name="fault" />
          {faults.map(({ reason }) => reason).join(" ")}
        </span>
      ) : null}
      {isClause ? (
        <select {...common} defaultValue={said}>
          <option value={said}>{said}</option>
          <option value="general">{t("clause.whole")}</option>
          {clauses.map(({ nid, name, words }) => (
            <option key={nid} value={name}>
              {name} {words.slice(0, 40)}
            </option>
          ))}
        </select>
      ) : long.includes(column) || said.includes("\n") ? (
        <textarea {...common} rows={2} defaultValue={said} />
      ) : (
        <input {...common} defaultValue={said} />
      )}
    </div>
  );
}

export function CorrectRow({ row, clauses }: { row: ReadRow; clauses: Clauses }) {
  const { t } = useTranslation("definition");
  return (
    <fieldset className="correct-row">
      <legend>{t("import.row", { line: row.line })}</legend>
      {commentColumns
        .filter((column) => isShown(row, column))
        .map((column) => (
          <Cell key={column} row={row} column={column} clauses={clauses} />
        ))}
    </fieldset>
  );
}
