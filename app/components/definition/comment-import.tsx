/** The two steps of bringing a table in: the file, and what each of its rows would do, with the cells to correct by hand. */
import { Form, useNavigation } from "@remix-run/react";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import type { ImportAnswer } from "~/import-comments.ts";
import { Badge, type Tone } from "~/ui/badge.tsx";
import { Button, LinkButton } from "~/ui/button.tsx";
import { DataTable } from "~/ui/data-table.tsx";
import { Icon } from "~/ui/icon.tsx";
import { Empty, Section, Verdict } from "~/ui/layout.tsx";
import { Refused } from "~/ui/refused.tsx";
import type { ReadRow } from "../../../domain/definition/comment-import.ts";
import { CorrectRow } from "./comment-import-row.tsx";
import type { CommentImportPageData } from "./definition-types.ts";
import "./comments.css";

type Read = Extract<ImportAnswer, { fault: null }>;

/** Says that it is under way: a large table takes a few seconds. */
function StepButton({ step, tone, children }: { step: string; tone?: "primary" | "plain"; children: ReactNode }) {
  const { state, formData } = useNavigation();
  const underWay = state !== "idle" && formData?.get("step") === step;
  return (
    <Button name="step" value={step} tone={tone}>
      {underWay ? <Icon name="clock" /> : null} {children}
    </Button>
  );
}

export function ImportFile({
  page,
  fault,
  isFirst,
}: {
  page: CommentImportPageData;
  fault: string | null;
  isFirst: boolean;
}) {
  const { t } = useTranslation("definition");
  const id = useId();
  return (
    <Section title={t(isFirst ? "import.table" : "import.another")}>
      <p className="import-sentence">{t("import.sentence")}</p>
      {page.mayMake ? <Refused refusal={page.mayMake} /> : null}
      {page.mayMake ? <p className="note">{t("import.mayNot")}</p> : null}
      <Form method="post" encType="multipart/form-data" className="act-form act-form-framed import-file">
        <div className="field">
          <label htmlFor={id}>{t("import.file")}</label>
          <span className="hint" id={`${id}-hint`}>
            {t("import.fileHint")}
          </span>
          {fault === null ? null : (
            <span className="field-fault" id={`${id}-fault`} role="alert">
              <Icon name="fault" />
              {fault}
            </span>
          )}
          <input
            id={id}
            className="control"
            type="file"
            name="file"
            required
            accept=".docx,.csv,.json,text/csv,application/json,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            aria-describedby={fault === null ? `${id}-hint` : `${id}-hint ${id}-fault`}
            aria-invalid={fault === null ? undefined : true}
          />
        </div>
        <div className="line">
          <StepButton step="read" tone={isFirst ? "primary" : "plain"}>
            {t("import.read")}
          </StepButton>
          <LinkButton to={`/candidates/${page.candidate.slug}/comments.docx`} reload>
            {t("import.pattern")}
          </LinkButton>
        </div>
        <p className="note">{t("import.patternHint")}</p>
      </Form>
    </Section>
  );
}

const tones: Record<ReadRow["will"], Tone> = { make: "act", dispose: "act", leave: "grey", unread: "bad" };

function Will({ row }: { row: ReadRow }) {
  const { t } = useTranslation("definition");
  const word = row.will === "leave" && row.number !== null ? "leaveComment" : row.will;
  return (
    <div className="became">
      <Badge tone={tones[row.will]}>{t(`import.will.${word}`, { number: row.number })}</Badge>
      {row.notes.map((note) => (
        <p className="note" key={note}>
          {note}
        </p>
      ))}
    </div>
  );
}

function UnderstoodRows({ rows }: { rows: ReadRow[] }) {
  const { t } = useTranslation("definition");
  const columns = ["row", "does", "clause", "type", "comment", "observations"] as const;
  return (
    <div className="comment-table import-table">
      <DataTable
        caption={t("import.preview")}
        head={columns.map((name) => ({ label: t(`import.head.${name}`) }))}
        rows={rows.map((row) => ({
          key: String(row.line),
          cells: [
            row.line,
            <Will key="will" row={row} />,
            row.cells.clause || t("clause.whole"),
            row.cells.type,
            <div key="said" className="said-cell">
              {row.cells.quote ? <blockquote className="quote">{row.cells.quote}</blockquote> : null}
              <p className="said">{row.cells.body}</p>
              {row.cells.proposedChange ? (
                <p className="proposed">
                  <span className="note">{t("comment.proposed")}</span>
                  {row.cells.proposedChange}
                </p>
              ) : null}
            </div>,
            <p key="observations" className="said">
              {row.cells.observations}
            </p>,
          ],
        }))}
      />
    </div>
  );
}

/** How many rows do what, in words. */
function Counts({ rows }: { rows: ReadRow[] }) {
  const { t } = useTranslation("definition");
  const count = (will: ReadRow["will"]) => rows.filter((row) => row.will === will).length;
  const words = (["make", "dispose", "leave", "unread"] as const)
    .filter((will) => count(will) > 0)
    .map((will) => t(`import.counts.${will}`, { count: count(will) }));
  return <>{`${words.join("; ")}.`}</>;
}

function Done({ answer }: { answer: Read }) {
  const { t } = useTranslation("definition");
  const { done, rows } = answer;
  if (!done) return null;
  return (
    <div role="status">
      <Verdict tone={rows.length === 0 ? "ok" : "warn"} label={t("import.done")}>
        {t("import.doneSentence", { made: done.made, disposed: done.disposed, left: rows.length })}{" "}
        {rows.length === 0 ? t("import.allDone") : null}
      </Verdict>
      {done.refused.map(({ line, reason }) => (
        <p key={line} className="field-fault">
          <Icon name="fault" /> {t("import.row", { line })}: {t("import.refused", { reason })}
        </p>
      ))}
    </div>
  );
}

export function CommentImport({ page, answer }: { page: CommentImportPageData; answer: Read }) {
  const { t } = useTranslation("definition");
  const { rows } = answer;
  const unread = rows.filter(({ will }) => will === "unread");
  const understood = rows.filter(({ will }) => will !== "unread");
  const doing = understood.filter(({ will }) => will !== "leave");
  if (answer.done && rows.length === 0) return <Done answer={answer} />;
  return (
    <Form method="post" className="act-form import-rows" key={JSON.stringify(answer.brought)}>
      <Done answer={answer} />
      <input type="hidden" name="table" value={JSON.stringify(answer.brought)} />
      {answer.done && doing.length === 0 ? null : (
        <Section title={t("import.preview")} note={<Counts rows={rows} />}>
          {doing.length === 0 ? (
            <Empty title={t("import.nothing")}>{t("import.nothingNext")}</Empty>
          ) : (
            <div className="line">
              <StepButton step="carry-out" tone="primary">
                {t("import.carryOut")}
              </StepButton>
            </div>
          )}
        </Section>
      )}
      {unread.length > 0 ? (
        <Section title={t("import.correct")} note={t("import.correctHint")}>
          {unread.map((row) => (
            <CorrectRow key={row.line} row={row} clauses={page.clauses} />
          ))}
          <div className="line">
            <StepButton step="check">{t("import.check")}</StepButton>
          </div>
        </Section>
      ) : null}
      {understood.length > 0 ? <UnderstoodRows rows={understood} /> : null}
    </Form>
  );
}
