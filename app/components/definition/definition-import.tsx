/** The two steps of bringing a text in: the file or the words, and what they were understood as. */
import { Form } from "@remix-run/react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { DefinitionImportAnswer } from "~/import-definition.ts";
import { Button, LinkButton } from "~/ui/button.tsx";
import { HiddenField, TextField } from "~/ui/field.tsx";
import { Icon } from "~/ui/icon.tsx";
import { ClauseList, RedlineView } from "~/ui/law.tsx";
import { Section, Verdict } from "~/ui/layout.tsx";
import { Refused } from "~/ui/refused.tsx";
import { useClauseName } from "./text-marks.tsx";

type Understood = Extract<DefinitionImportAnswer, { fault: null }>;

const accepted =
  ".docx,.txt,.json,text/plain,application/json,application/vnd.openxmlformats-officedocument.wordprocessingml.document";

function FileField({ fault }: { fault: string | null }) {
  const { t } = useTranslation("exchange");
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t("in.file")}</label>
      <span className="hint" id={`${id}-hint`}>
        {t("in.fileHint")}
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
        accept={accepted}
        aria-describedby={fault === null ? `${id}-hint` : `${id}-hint ${id}-fault`}
        aria-invalid={fault === null ? undefined : true}
      />
    </div>
  );
}

type DefinitionImportFormProps = { isFirst: boolean; fault: string | null; words: string };

export function DefinitionImportForm({ isFirst, fault, words }: DefinitionImportFormProps) {
  const { t } = useTranslation("exchange");
  return (
    <Section title={t(isFirst ? "in.choose" : "in.another")}>
      <Form method="post" encType="multipart/form-data" className="act-form act-form-framed">
        <FileField fault={fault} />
        <TextField name="words" label={t("in.words")} hint={t("in.wordsHint")} defaultValue={words} rows={6} />
        <div className="line">
          <Button name="step" value="read" tone={isFirst ? "primary" : "plain"}>
            {t("in.read")}
          </Button>
        </div>
      </Form>
    </Section>
  );
}

function Remarks({ answer }: { answer: Understood }) {
  const { t } = useTranslation("exchange");
  const clauseName = useClauseName();
  const { brought, shown } = answer;
  const lines = [
    ...brought.doubts.map(({ line, words, reason, now }) => t(`in.doubt.${reason}`, { line, words, now })),
    ...shown.faults.map((fault) => `${clauseName(fault.clause, fault.nid)}: ${fault.detail}`),
  ];
  return (
    <>
      {lines.length > 0 ? (
        <Section title={t("in.doubts", { count: lines.length })}>
          <ul className="rows">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Section>
      ) : null}
      {brought.leftOut.length > 0 || brought.pictures > 0 ? (
        <Section title={t("in.leftOut", { count: brought.leftOut.length + brought.pictures })}>
          <ul className="rows">
            {brought.leftOut.map(({ line, words, reason }) => (
              <li key={line}>
                <span className="note">
                  {t("in.line", { line })}, {t(`in.reason.${reason}`)}:
                </span>{" "}
                {words}
              </li>
            ))}
            {brought.pictures > 0 ? <li>{t("in.pictures", { count: brought.pictures })}</li> : null}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

function StartForm({ answer }: { answer: Understood }) {
  const { t } = useTranslation("exchange");
  const { brought, shown } = answer;
  if (shown.mayNot) return <Refused refusal={shown.mayNot} />;
  return (
    <Form method="post" encType="multipart/form-data" className="line">
      <HiddenField name="text" value={JSON.stringify(brought.text)} />
      <Button name="step" value="start" tone="primary">
        {t("in.start", { count: brought.text.clauses.length })}
      </Button>
    </Form>
  );
}

/** What stands already is not overwritten: the difference is shown, and proposed as an amendment. */
function Standing({ answer }: { answer: Understood }) {
  const { t } = useTranslation("exchange");
  const { comparison, candidate } = answer.shown;
  if (!comparison) return null;
  if (comparison.isSame)
    return (
      <Verdict tone="ok" label={t("in.same")}>
        {t("in.sameSentence")}
      </Verdict>
    );
  return (
    <Section title={t("in.difference")} note={t("in.differenceNote")}>
      <p className="line">
        <LinkButton to={`/candidates/${candidate.slug}/amendments/new`}>{t("in.amend")}</LinkButton>
      </p>
      <RedlineView lines={comparison.lines} changes={comparison.changes.map((change) => ({ ...change, detail: "" }))} />
    </Section>
  );
}

export function DefinitionImport({ answer }: { answer: Understood }) {
  const { t } = useTranslation("exchange");
  const { brought, shown } = answer;
  return (
    <>
      {shown.comparison ? (
        <Standing answer={answer} />
      ) : (
        <Section title={t("in.understood", { count: brought.text.clauses.length })} note={t("in.understoodNote")}>
          <StartForm answer={answer} />
          <ClauseList clauses={brought.text.clauses} />
        </Section>
      )}
      <Remarks answer={answer} />
    </>
  );
}
