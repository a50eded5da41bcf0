/** The fields of a draft: those that every question has, and those that its type adds. */
import { useTranslation } from "react-i18next";
import { useFormState } from "~/ui/act-form.tsx";
import { HiddenField, SelectField, TextField } from "~/ui/field.tsx";
import type { NewBallotData } from "./ballot-data.ts";

type Chosen = NonNullable<NewBallotData["chosen"]>;

export function DraftFields({ page, chosen }: { page: NewBallotData; chosen: Chosen }) {
  const { t } = useTranslation("question");
  const { candidate, committee } = page;
  const { subject, type, days, options, tieOrder, atMost, chosenTypes, marks } = chosen;
  return (
    <>
      {candidate ? (
        <HiddenField name="candidate" value={candidate.slug} />
      ) : (
        <HiddenField name="committee" value={committee.code} />
      )}
      <HiddenField name="subject" value={subject} />
      <HiddenField name="type" value={type} />
      <SelectField
        name="mode"
        label={t("field.mode")}
        options={[{ value: "RECORDED", label: t("ballot:mode.RECORDED") }]}
      />
      {chosenTypes.length > 0 ? (
        <SelectField
          name="chosenType"
          label={t("field.chosenType")}
          hint={t("field.chosenTypeHint")}
          options={[
            { value: "", label: t("field.chosenTypeNone") },
            ...chosenTypes.map((one) => ({ value: one, label: t(`ballot:type.${one}`) })),
          ]}
        />
      ) : null}
      <TextField
        name="question"
        label={t("field.question")}
        hint={t(subject === "text" || chosenTypes.length > 0 ? "field.questionHintLeft" : "field.questionHint")}
        rows={2}
        charactersMax={300}
        required={subject !== "text" && chosenTypes.length === 0}
      />
      {options ? (
        <TextField
          name="options"
          label={t("field.options")}
          hint={t(options.required ? "field.optionsHint" : "field.optionsHintLeft", options)}
          rows={6}
          charactersMax={5000}
          required={options.required}
        />
      ) : null}
      {tieOrder ? (
        <TextField
          name="tieOrder"
          label={t("field.tieOrder")}
          hint={t("field.tieOrderHint")}
          rows={4}
          charactersMax={5000}
        />
      ) : null}
      {atMost ? <TextField name="atMost" type="number" label={t("field.atMost")} hint={t("field.atMostHint")} /> : null}
      {marks ? <Marks marks={marks} /> : null}
      <TextField
        name="days"
        type="number"
        label={t("field.days")}
        hint={t("field.daysHint", { count: days })}
        defaultValue={String(days)}
        required
      />
    </>
  );
}

/** Class or weight of each seat that would be on the roll now (rules B17, B22). */
function Marks({ marks }: { marks: NonNullable<Chosen["marks"]> }) {
  const { t } = useTranslation("question");
  const { answer } = useFormState();
  const fault = answer?.refusal.field === "marks" ? answer.refusal.reason : null;
  return (
    <fieldset className="choices marks">
      <legend>{t(`field.marks.${marks.kind}`)}</legend>
      <span className="hint">{t(`field.marksHint.${marks.kind}`)}</span>
      {fault ? <span className="field-fault">{fault}</span> : null}
      {marks.seats.map(({ id, name }, index) => (
        <div key={id}>
          <HiddenField name={`marks.${index}.seat`} value={id} />
          {marks.kind === "class" ? (
            <SelectField
              name={`marks.${index}.class`}
              label={name}
              options={["P", "O"].map((value) => ({ value, label: t(`field.class.${value}`) }))}
            />
          ) : (
            <TextField name={`marks.${index}.weight`} label={name} type="number" required />
          )}
        </div>
      ))}
    </fieldset>
  );
}
