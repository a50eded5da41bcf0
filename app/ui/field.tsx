/** The fields of forms: label, hint, fault above the control, and what was typed kept after a refusal. */
import { type ReactNode, useId } from "react";
import { useFormState } from "./act-form.tsx";
import { Icon } from "./icon.tsx";

type Common = { name: string; label: string; hint?: string; required?: boolean };

function useField(name: string) {
  const id = useId();
  const { answer } = useFormState();
  const fault = answer?.refusal.field === name ? answer.refusal.reason : undefined;
  return { id, fault, typed: answer?.values[name] };
}

function Field({
  id,
  label,
  hint,
  fault,
  children,
}: {
  id: string;
  label: string;
  hint?: string;
  fault?: string;
  children: ReactNode;
}) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {fault ? (
        <span className="field-fault" id={`${id}-fault`}>
          <Icon name="fault" />
          {fault}
        </span>
      ) : null}
      {children}
    </div>
  );
}

const describedBy = (id: string, hint?: string, fault?: string) =>
  [hint ? `${id}-hint` : "", fault ? `${id}-fault` : ""].filter(Boolean).join(" ") || undefined;

export type TextFieldProps = Common & {
  /** More than one row makes it a field of several lines. */
  rows?: number;
  type?: "text" | "email" | "password" | "date" | "number" | "search";
  defaultValue?: string;
  charactersMax?: number;
  autoComplete?: string;
};

export function TextField({
  name,
  label,
  hint,
  required,
  rows = 1,
  type = "text",
  defaultValue,
  charactersMax,
  autoComplete,
}: TextFieldProps) {
  const { id, fault, typed } = useField(name);
  const common = {
    id,
    name,
    required,
    className: "control",
    maxLength: charactersMax,
    "aria-describedby": describedBy(id, hint, fault),
    "aria-invalid": fault ? true : undefined,
  };
  return (
    <Field id={id} label={label} hint={hint} fault={fault}>
      {rows > 1 ? (
        <textarea {...common} rows={rows} defaultValue={typed ?? defaultValue} />
      ) : (
        <input
          {...common}
          type={type}
          autoComplete={autoComplete}
          defaultValue={type === "password" ? undefined : (typed ?? defaultValue)}
        />
      )}
    </Field>
  );
}

export type Option = { value: string; label: string; hint?: string; icon?: ReactNode; disabled?: boolean };

export function SelectField({
  name,
  label,
  hint,
  required,
  options,
  defaultValue,
}: Common & { options: Option[]; defaultValue?: string }) {
  const { id, fault, typed } = useField(name);
  return (
    <Field id={id} label={label} hint={hint} fault={fault}>
      <select
        id={id}
        name={name}
        required={required}
        className="control"
        defaultValue={typed ?? defaultValue}
        aria-describedby={describedBy(id, hint, fault)}
        aria-invalid={fault ? true : undefined}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

type GroupProps = Common & {
  options: Option[];
  defaultValues?: string[];
  /** Check boxes side by side, for short words. */
  inline?: boolean;
  onChoose?: (value: string) => void;
};

function Group({
  name,
  label,
  hint,
  options,
  defaultValues = [],
  inline = false,
  type,
  required,
  onChoose,
}: GroupProps & { type: "radio" | "checkbox" }) {
  const { id, fault, typed } = useField(name);
  const chosen = typed !== undefined && type === "radio" ? [typed] : defaultValues;
  return (
    <fieldset className="choices" aria-describedby={describedBy(id, hint, fault)}>
      <legend>{label}</legend>
      {hint ? (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {fault ? (
        <span className="field-fault" id={`${id}-fault`}>
          <Icon name="fault" />
          {fault}
        </span>
      ) : null}
      <div className={inline ? "checks-line" : undefined}>
        {options.map((option) => (
          <label className="choice" key={option.value}>
            <input
              type={type}
              name={name}
              value={option.value}
              disabled={option.disabled}
              required={type === "radio" && required}
              defaultChecked={chosen.includes(option.value)}
              onChange={onChoose ? () => onChoose(option.value) : undefined}
            />
            <span>
              <span className="choice-label">
                {option.icon} {option.label}
              </span>
              {option.hint ? <span className="note"> {option.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** One of several, as radios. */
export function ChoiceField({ defaultValue, ...props }: Omit<GroupProps, "defaultValues"> & { defaultValue?: string }) {
  return <Group {...props} type="radio" defaultValues={defaultValue === undefined ? [] : [defaultValue]} />;
}

/** Any of several, as check boxes. */
export function ChecksField(props: GroupProps) {
  return <Group {...props} type="checkbox" />;
}

export function HiddenField({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} />;
}
