/** The form of one parameter. Wording and values follow each other; what cannot stand is refused in words and stays open. */
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { comparators, type Parameter } from "../../domain/definition/control-text.ts";
import {
  type EnteredFault,
  type EnteredField,
  type EnteredParameter,
  enteredOf,
  enteredValue,
  isRangeComparator,
  readComparator,
  readEntered,
} from "../../domain/definition/parameters/entered-parameter.ts";
import { unnamedQuantity } from "../../domain/definition/parameters/offered-parameters.ts";
import { shownSi, wordingOf } from "../../domain/definition/parameters/parameter-wording.ts";
import { placedParameters } from "../../domain/definition/parameters/parse-parameters.ts";
import { readUnit } from "../../domain/definition/parameters/unit-expression.ts";

const nothingEntered: EnteredParameter = {
  quantity: "",
  comparator: ">=",
  value: "",
  valueInclusive: true,
  max: "",
  maxInclusive: true,
  unit: "",
  raw: "",
};

/** The units that are offered while one is typed; any other known one may be written. */
const commonUnits =
  "1 % nm µm mm m km ps ns µs ms s h Hz kHz MHz GHz bit/s Gbit/s GB/s TB/s W kW J K °C Pa MPa T V dB dB/km kg qubit TPP TPP/mm²".split(
    " ",
  );

/** Values anew from the words, where these state one threshold. */
function followWords(entered: EnteredParameter): EnteredParameter {
  const found = [`a ${entered.quantity} of ${entered.raw}`, entered.raw].map((words) => placedParameters(words));
  const [read, other] = found.find((places) => places.length === 1) ?? [];
  if (read === undefined || other !== undefined) return entered;
  const { quantity, unit } = entered;
  const isSaid = read.unit !== null && readUnit(read.unit)?.siUnit === read.unit_si;
  const filled = enteredOf({ ...read, quantity, unit: isSaid ? read.unit! : unit });
  return { ...filled, raw: entered.raw };
}

/** Words anew from the values, where these can be read. */
function followValues(entered: EnteredParameter, before: Parameter | null): EnteredParameter {
  const value = enteredValue(entered);
  if (value === null || readUnit(entered.unit) === null) return entered;
  return { ...entered, raw: wordingOf({ ...entered, unit: entered.unit.trim(), value }, before) };
}

type FieldProps = {
  label: string;
  fault: string | undefined;
  hint?: string;
  children: (ids: { id: string; "aria-describedby"?: string; "aria-invalid"?: true }) => ReactNode;
};

function Field({ label, fault, hint, children }: FieldProps) {
  const id = useId();
  const described = [fault ? `${id}-fault` : "", hint ? `${id}-hint` : ""].filter(Boolean).join(" ");
  return (
    <div className="param-field">
      <label htmlFor={id}>{label}</label>
      {fault && (
        <span className="param-fault" id={`${id}-fault`}>
          {fault}
        </span>
      )}
      {children({
        id,
        ...(described ? { "aria-describedby": described } : {}),
        ...(fault ? { "aria-invalid": true as const } : {}),
      })}
      {hint && (
        <span className="param-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  );
}

export type ParamFormProps = {
  /** What stood when the form was opened; null for one that cannot be read. */
  value: Parameter | null;
  firstField: "value" | "unit";
  onSave: (value: Parameter) => void;
  onWords: () => void;
  onClose: () => void;
};

export function ParamForm({ value: before, firstField, onSave, onWords, onClose }: ParamFormProps) {
  const { t } = useTranslation("editor");
  const [entered, setEntered] = useState(() => (before === null ? nothingEntered : enteredOf(before)));
  const [faults, setFaults] = useState<EnteredFault[]>([]);
  const form = useRef<HTMLFormElement>(null);
  const units = useId();
  useEffect(() => {
    const field = form.current?.elements.namedItem(firstField);
    if (field instanceof HTMLInputElement) field.select();
  }, [firstField]);

  const faultOf = (field: EnteredField) => faults.find((fault) => fault.field === field)?.sentence;
  const enter = (change: Partial<EnteredParameter>) => {
    const next = { ...entered, ...change };
    const isWords = "raw" in change || "quantity" in change;
    setEntered("raw" in change ? followWords(next) : isWords ? next : followValues(next, before));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readEntered(entered);
    if ("parameter" in read) return onSave(read.parameter);
    setFaults(read.faults);
    const field = form.current?.elements.namedItem(read.faults[0]?.field ?? "value");
    if (field instanceof HTMLElement) field.focus();
  };
  const isRange = isRangeComparator(entered.comparator);
  const text = (name: EnteredField) => ({
    name,
    value: entered[name],
    onChange: (event: { currentTarget: HTMLInputElement }) => enter({ [name]: event.currentTarget.value }),
  });
  const value = enteredValue(entered);
  const si = value === null ? null : shownSi({ ...entered, unit: entered.unit.trim(), value });

  return (
    <form ref={form} className="param-form" noValidate onSubmit={submit}>
      <Field label={t("param.form.quantity")} fault={faultOf("quantity")}>
        {(ids) => (
          <input
            type="text"
            {...ids}
            {...text("quantity")}
            value={entered.quantity === unnamedQuantity ? "" : entered.quantity}
          />
        )}
      </Field>
      <Field label={t("param.form.comparator")} fault={undefined}>
        {(ids) => (
          <select
            {...ids}
            name="comparator"
            value={entered.comparator}
            onChange={(event) => enter({ comparator: readComparator(event.currentTarget.value) ?? entered.comparator })}
          >
            {comparators.map((comparator) => (
              <option key={comparator} value={comparator}>
                {t(`param.comparator.${comparator}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={isRange ? t("param.form.min") : t("param.form.value")} fault={faultOf("value")}>
        {(ids) => <input type="text" inputMode="decimal" autoComplete="off" {...ids} {...text("value")} />}
      </Field>
      {isRange && (
        <Field label={t("param.form.max")} fault={faultOf("max")}>
          {(ids) => <input type="text" inputMode="decimal" autoComplete="off" {...ids} {...text("max")} />}
        </Field>
      )}
      <Field label={t("param.form.unit")} fault={faultOf("unit")}>
        {(ids) => <input type="text" list={units} autoComplete="off" spellCheck={false} {...ids} {...text("unit")} />}
      </Field>
      <datalist id={units}>
        {commonUnits.map((unit) => (
          <option key={unit} value={unit} />
        ))}
      </datalist>
      {isRange && entered.comparator !== "spans" && (
        <div className="param-ends">
          {(["valueInclusive", "maxInclusive"] as const).map((end) => (
            <label key={end}>
              <input
                type="checkbox"
                checked={entered[end]}
                onChange={(event) => enter({ [end]: event.currentTarget.checked })}
              />
              {t(end === "valueInclusive" ? "param.form.minInclusive" : "param.form.maxInclusive")}
            </label>
          ))}
        </div>
      )}
      <div className="param-wide">
        <Field label={t("param.form.raw")} fault={faultOf("raw")} hint={t("param.form.rawHint")}>
          {(ids) => <input type="text" {...ids} {...text("raw")} />}
        </Field>
      </div>
      <p className="param-wide param-si">
        {t("param.form.si")}: <output>{si ?? t("param.form.siNone")}</output>
      </p>
      <div className="param-wide param-acts">
        <button type="submit" className="param-main">
          {t("param.form.save")}
        </button>
        {before !== null && (
          <button type="button" onClick={onWords}>
            {t("param.form.asText")}
          </button>
        )}
        <button type="button" onClick={onClose}>
          {t("param.form.cancel")}
        </button>
      </div>
    </form>
  );
}
