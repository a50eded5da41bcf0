/** Suggesting without script: choose a clause, write how it should read, give the reason. Clauses already begun stand first. */
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ActForm } from "~/ui/act-form.tsx";
import { Button } from "~/ui/button.tsx";
import { HiddenField, SelectField, TextField } from "~/ui/field.tsx";
import type { NewAmendmentPageData } from "./amendment-types.ts";
import { useClauseName } from "./text-marks.tsx";

type Choice = NewAmendmentPageData["choices"][number];
type Row = { nid: string; doing: "change" | "add" | "remove"; words: string; choice: Choice };

const shownMax = 60;

function rowsOf({ begun, choices, chosen }: NewAmendmentPageData): Row[] {
  const byNid = new Map(choices.map((choice) => [choice.nid, choice]));
  const rows = begun.flatMap(({ nid, before, after, behind }): Row[] => {
    const choice = byNid.get(before === null ? (behind ?? "") : nid);
    if (!choice) return [];
    if (after === null) return [{ nid, doing: "remove", words: "", choice }];
    const words = after.content.map((part) => ("text" in part ? part.text : "")).join("");
    if (before === null) return [{ nid: choice.nid, doing: "add", words, choice }];
    return choice.begunWords === null ? [] : [{ nid, doing: "change", words: choice.begunWords, choice }];
  });
  const one = chosen === null ? undefined : byNid.get(chosen);
  if (one && !rows.some((row) => row.nid === one.nid && row.doing !== "add"))
    rows.push({ nid: one.nid, doing: "change", words: one.words, choice: one });
  return rows;
}

/** Asks for the clause by an address that can be gone back to. */
function ChooseClause({ page }: { page: NewAmendmentPageData }) {
  const { t } = useTranslation("amendment");
  const clauseName = useClauseName();
  return (
    <Form method="get" className="filters">
      {page.names.map((number) => (
        <HiddenField key={number} name="names" value={String(number)} />
      ))}
      {page.rebase === null ? null : <HiddenField name="rebase" value={String(page.rebase)} />}
      <SelectField
        name="clause"
        label={t("suggest.chooseClause")}
        defaultValue={page.chosen ?? page.choices[0]?.nid}
        options={page.choices.map(({ nid, clause, words }) => ({
          value: nid,
          label: `${clauseName(clause, nid)} ${words.slice(0, shownMax)}`,
        }))}
      />
      <Button>{t("filter")}</Button>
    </Form>
  );
}

function RowFields({ row, at }: { row: Row; at: number }) {
  const { t } = useTranslation("amendment");
  const clauseName = useClauseName();
  const clause = clauseName(row.choice.clause, row.choice.nid);
  const name = (field: string) => `clauses.${at}.${field}`;
  if (row.choice.holdsBracket && row.doing === "change") return <p className="note">{t("suggest.brackets")}</p>;
  return (
    <fieldset className="suggestion-clause">
      <legend>{clause}</legend>
      <HiddenField name={name("nid")} value={row.nid} />
      <p className="note">{t("suggest.wordsNow")}</p>
      <p className="law suggestion-now" lang="en">
        {row.choice.words}
      </p>
      <SelectField
        name={name("doing")}
        label={t("suggest.doing")}
        defaultValue={row.doing}
        options={(["change", "remove", "add"] as const).map((value) => ({
          value,
          label: t(`suggest.doings.${value}`),
        }))}
      />
      <TextField
        name={name("words")}
        label={row.doing === "add" ? t("suggest.wordsAdd", { clause }) : t("suggest.words", { clause })}
        rows={4}
        charactersMax={20_000}
        defaultValue={row.words}
      />
    </fieldset>
  );
}

export function SuggestionForm({ page }: { page: NewAmendmentPageData }) {
  const { t } = useTranslation("amendment");
  const rows = rowsOf(page);
  const isRebase = page.rebase !== null;
  return (
    <div className="suggestion-form">
      <p className="note">{t("suggest.formSentence")}</p>
      <ChooseClause page={page} />
      {rows.length > 0 ? (
        <ActForm
          key={rows.map((row) => `${row.nid} ${row.doing}`).join()}
          intent={isRebase ? "rebase-amendment" : "propose-amendment"}
          part="form"
          framed
        >
          {rows.map((row, at) => (
            <RowFields key={`${row.nid} ${row.doing}`} row={row} at={at} />
          ))}
          {page.names.map((number) => (
            <HiddenField key={number} name="names" value={String(number)} />
          ))}
          {isRebase ? (
            <>
              <HiddenField name="amendment" value={page.rebaseId ?? ""} />
              <TextField name="note" label={t("suggest.note")} rows={2} charactersMax={2000} />
            </>
          ) : (
            <TextField name="reason" label={t("suggest.reason")} hint={t("suggest.reasonHint")} rows={3} required />
          )}
          <Button tone="primary">{t(isRebase ? "suggest.rebase" : "suggest.propose")}</Button>
        </ActForm>
      ) : null}
    </div>
  );
}
