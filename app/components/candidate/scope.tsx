/** The scope of a candidate: country × end use × end user, relation to the regimes, review-by time; shown and drafted. */
import { useTranslation } from "react-i18next";
import { ActForm } from "~/ui/act-form.tsx";
import { Button } from "~/ui/button.tsx";
import { DataTable } from "~/ui/data-table.tsx";
import { ChecksField, HiddenField, SelectField, TextField } from "~/ui/field.tsx";
import { Empty } from "~/ui/layout.tsx";
import {
  type CandidateClass,
  type CandidateScope,
  regimes,
  relationWords,
  reviewByDaysMax,
} from "../../../domain/candidate/candidate.ts";
import type { Refusal } from "../../../domain/refusal.ts";
import type { ScopeLists } from "../../../domain/review/scope.ts";

/** `military-end-use` as it is read. */
const inWords = (word: string) => word.replaceAll("-", " ");

export function ScopeView({ scope }: { scope: CandidateScope | null }) {
  const { t } = useTranslation("candidate");
  if (scope === null) return <Empty title={t("scope.none")}>{t("scope.noneNext")}</Empty>;
  return (
    <div className="stack">
      <DataTable
        caption={t("scope.title")}
        head={["countries", "endUses", "endUsers"].map((name) => ({ label: t(`scope.${name}`) }))}
        rows={scope.rows.map((row, index) => ({
          key: `${index}`,
          cells: [row.countries.join(", "), row.endUses.map(inWords).join(", "), row.endUsers.map(inWords).join(", ")],
        }))}
      />
      <dl className="definition-list">
        <dt>{t("scope.exclusions")}</dt>
        <dd>{scope.exclusions.length > 0 ? scope.exclusions.join("; ") : t("scope.noExclusions")}</dd>
        {scope.relations.map((relation) => (
          <div key={relation.regime} className="definition-row">
            <dt>{t(`regime.${relation.regime}`)}</dt>
            <dd>
              {t(`relation.${relation.word}`)}
              {relation.entries.length > 0 ? `: ${relation.entries.join(", ")}` : ""}
              {relation.note ? <span className="note"> {relation.note}</span> : null}
            </dd>
          </div>
        ))}
        <dt>{t("scope.reviewBy")}</dt>
        <dd>{t("scope.reviewByDays", { count: scope.reviewByDays })}</dd>
      </dl>
    </div>
  );
}

const emptyRow = { countries: [] as string[], endUses: [] as string[], endUsers: [] as string[] };

function RowFields({ index, row, lists }: { index: number; row: typeof emptyRow; lists: ScopeLists }) {
  const { t } = useTranslation("candidate");
  return (
    <fieldset className="scope-row">
      <legend>
        <strong>{t("scope.row", { number: index + 1 })}</strong>
      </legend>
      {(["countries", "endUses", "endUsers"] as const).map((column) => (
        <ChecksField
          key={column}
          inline
          name={`rows.${index}.${column}`}
          label={t(`scope.${column}`)}
          defaultValues={row[column]}
          options={["all", ...lists[column]].map((word) => ({ value: word, label: inWords(word) }))}
        />
      ))}
    </fieldset>
  );
}

type FormProps = {
  scope: CandidateScope | null;
  lists: ScopeLists;
  candidateClass: CandidateClass;
  refusal: Refusal | null;
};

export function ScopeForm({ scope, lists, candidateClass, refusal }: FormProps) {
  const { t } = useTranslation("candidate");
  if (refusal) return null;
  const rows = scope?.rows ?? [
    { countries: ["D:1", "D:5"], endUses: ["military-end-use"], endUsers: ["military-end-user"] },
  ];
  const relationOf = (regime: string) => scope?.relations.find((relation) => relation.regime === regime);
  return (
    <details className="disclosure">
      <summary>{t("scope.draft")}</summary>
      <ActForm intent="draft-scope">
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name than their place.
          <RowFields key={index} index={index} row={row} lists={lists} />
        ))}
        <details className="disclosure">
          <summary>{t("scope.anotherRow")}</summary>
          <RowFields index={rows.length} row={emptyRow} lists={lists} />
        </details>
        <TextField
          name="allReason"
          label={t("scope.allReason")}
          hint={t("scope.allReasonHint")}
          rows={2}
          defaultValue={scope?.allReason}
        />
        <TextField
          name="exclusions"
          label={t("scope.exclusions")}
          hint={t("scope.exclusionsHint")}
          defaultValue={scope?.exclusions.join("; ")}
        />
        {regimes.map((regime, index) => (
          <fieldset key={regime} className="scope-row">
            <legend>
              <strong>{t(`regime.${regime}`)}</strong>
            </legend>
            <HiddenField name={`relations.${index}.regime`} value={regime} />
            <SelectField
              name={`relations.${index}.word`}
              label={t("scope.relation")}
              defaultValue={relationOf(regime)?.word ?? "none-found"}
              options={relationWords.map((word) => ({ value: word, label: t(`relation.${word}`) }))}
            />
            <TextField
              name={`relations.${index}.entries`}
              label={t("scope.entries")}
              defaultValue={relationOf(regime)?.entries.join(", ")}
            />
            <TextField
              name={`relations.${index}.note`}
              label={t("scope.searched")}
              defaultValue={relationOf(regime)?.note}
            />
          </fieldset>
        ))}
        <TextField
          name="reviewByDays"
          type="number"
          label={t("scope.reviewBy")}
          hint={t("scope.reviewByHint", { most: reviewByDaysMax[candidateClass] })}
          defaultValue={String(scope?.reviewByDays ?? reviewByDaysMax[candidateClass])}
          required
        />
        <Button tone="primary">{t("scope.button")}</Button>
      </ActForm>
    </details>
  );
}
