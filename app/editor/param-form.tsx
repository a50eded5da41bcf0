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

/** What the fields of the form share: what is entered, how it is changed, what is wrong with it. */
type Entering = {
  entered: EnteredParameter;
  enter: (change: Partial<EnteredParameter>) => void;
  faultOf: (field: EnteredField) => string | undefined;
};

export function ParamForm({ value: before, firstField, onSave, onWords, onClose }: ParamFormProps) {
  const { t } = useTranslation("editor");
  const [entered, setEntered] = useState(() => (before === null ? nothingEntered : enteredOf(before)));
  const [faults, setFaults] = useState<EnteredFault[]>([]);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const field = form.current?.elements.namedItem(firstField);
    if (field instanceof HTMLInputElement) field.select();
  }, [firstField]);
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
  const entering: Entering = {
    entered,
    enter,
    faultOf: (field) => faults.find((fault) => fault.field === field)?.sentence,
  };
  return (
    <form ref={form} className="param-form" noValidate onSubmit={submit}>
      <WordsField name="quantity" label={t("param.form.quantity")} entering={entering} />
      <ComparatorField entering={entering} />
      <Numbers entering={entering} />
      <UnitField entering={entering} />
      <Ends entering={entering} />
      <div className="param-wide">
        <WordsField name="raw" label={t("param.form.raw")} hint={t("param.form.rawHint")} entering={entering} />
      </div>
      <InSi entered={entered} />
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

type WordsFieldProps = { name: EnteredField; label: string; hint?: string; entering: Entering; isNumber?: boolean };

function WordsField({ name, label, hint, entering, isNumber = false }: WordsFieldProps) {
  const { entered, enter, faultOf } = entering;
  const value = entered[name];
  return (
    <Field label={label} fault={faultOf(name)} hint={hint}>
      {(ids) => (
        <input
          type="text"
          {...ids}
          {...(isNumber ? { inputMode: "decimal", autoComplete: "off" } : {})}
          name={name}
          value={name === "quantity" && value === unnamedQuantity ? "" : value}
          onChange={(event) => enter({ [name]: event.currentTarget.value })}
        />
      )}
    </Field>
  );
}

function ComparatorField({ entering: { entered, enter } }: { entering: Entering }) {
  const { t } = useTranslation("editor");
  return (
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
  );
}

/** One value, or the two ends of a range. */
function Numbers({ entering }: { entering: Entering }) {
  const { t } = useTranslation("editor");
  const isRange = isRangeComparator(entering.entered.comparator);
  return (
    <>
      <WordsField
        name="value"
        label={isRange ? t("param.form.min") : t("param.form.value")}
        entering={entering}
        isNumber
      />
      {isRange && <WordsField name="max" label={t("param.form.max")} entering={entering} isNumber />}
    </>
  );
}

function UnitField({ entering: { entered, enter, faultOf } }: { entering: Entering }) {
  const { t } = useTranslation("editor");
  const units = useId();
  return (
    <>
      <Field label={t("param.form.unit")} fault={faultOf("unit")}>
        {(ids) => (
          <input
            type="text"
            list={units}
            autoComplete="off"
            spellCheck={false}
            {...ids}
            name="unit"
            value={entered.unit}
            onChange={(event) => enter({ unit: event.currentTarget.value })}
          />
        )}
      </Field>
      <datalist id={units}>
        {commonUnits.map((unit) => (
          <option key={unit} value={unit} />
        ))}
      </datalist>
    </>
  );
}

/** Whether the ends of a range belong to it; a range that must be covered as a whole has its ends. */
function Ends({ entering: { entered, enter } }: { entering: Entering }) {
  const { t } = useTranslation("editor");
  if (!isRangeComparator(entered.comparator) || entered.comparator === "spans") return null;
  return (
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
  );
}

function InSi({ entered }: { entered: EnteredParameter }) {
  const { t } = useTranslation("editor");
  const value = enteredValue(entered);
  const si = value === null ? null : shownSi({ ...entered, unit: entered.unit.trim(), value });
  return (
    <p className="param-wide param-si">
      {t("param.form.si")}: <output>{si ?? t("param.form.siNone")}</output>
    </p>
  );
}
