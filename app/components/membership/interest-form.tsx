/** The form with which a person declares the own interests in a candidate, all in one act; what a kind needs stands beside it. */
import { useTranslation } from "react-i18next";
import { ActForm } from "~/ui/act-form.tsx";
import { Button } from "~/ui/button.tsx";
import { ChoiceField, SelectField, TextField } from "~/ui/field.tsx";
import { type InterestPart, interestClasses, interestKinds } from "../../../domain/membership/interest.ts";
import type { Refusal } from "../../../domain/refusal.ts";

type Organisations = { id: string; name: string }[];
export type OwnDeclaration = { declaredAt: number; parts: InterestPart[] };

const dayOf = (at: number | null | undefined) => (at == null ? "" : new Date(at).toISOString().slice(0, 10));
const shareOf = (hundredths: number | null | undefined) => (hundredths == null ? "" : String(hundredths / 100));

function useChoices(organisations: Organisations) {
  const { t } = useTranslation("candidate");
  return {
    kinds: interestKinds.map((kind) => ({ value: kind, label: t(`interest.kind.${kind}`) })),
    bodies: [
      { value: "", label: t("interest.noOrganisation") },
      ...organisations.map(({ id, name }) => ({ value: id, label: name })),
    ],
  };
}

/** What some kinds need beside the sentence. `before` begins the names of the fields, `label` ends their labels. */
function Particulars({ part, before = "", label = "" }: { part?: InterestPart; before?: string; label?: string }) {
  const { t } = useTranslation("interest");
  const field = (name: string) => `${before}${name}`;
  const of = (name: string) => `${t(`form.${name}`)}${label}`;
  return (
    <>
      <TextField
        name={field("share")}
        label={of("share")}
        hint={t("form.shareHint")}
        defaultValue={shareOf(part?.shareHundredths)}
      />
      <TextField name={field("amount")} label={of("amount")} defaultValue={String(part?.amount_eur ?? "")} />
      <TextField
        name={field("reference")}
        label={of("reference")}
        hint={t("form.referenceHint")}
        charactersMax={80}
        defaultValue={part?.reference ?? ""}
      />
      <TextField
        name={field("issuer")}
        label={of("issuer")}
        hint={t("form.issuerHint")}
        charactersMax={120}
        defaultValue={part?.issuer ?? ""}
      />
      <TextField
        name={field("since")}
        type="date"
        label={of("since")}
        hint={t("form.sinceHint")}
        defaultValue={dayOf(part?.since)}
      />
      <TextField name={field("until")} type="date" label={of("until")} defaultValue={dayOf(part?.until)} />
    </>
  );
}

/** A further interest of the same declaration; without a kind the row says nothing. */
function Further({ index, part, organisations }: { index: number; part?: InterestPart; organisations: Organisations }) {
  const { t } = useTranslation("interest");
  const { kinds, bodies } = useChoices(organisations);
  const number = index + 2;
  const label = ` (${number})`;
  const before = `more.${index}.`;
  return (
    <details className="disclosure" open={part !== undefined}>
      <summary>{t("form.further", { number })}</summary>
      <div className="act-form">
        <SelectField
          name={`${before}kind`}
          label={`${t("form.kind")}${label}`}
          defaultValue={part?.kind ?? ""}
          options={[{ value: "", label: t("form.nothing") }, ...kinds.filter(({ value }) => value !== "none")]}
        />
        <SelectField
          name={`${before}class`}
          label={`${t("form.class")}${label}`}
          defaultValue={part?.class ?? "sectoral"}
          options={["sectoral", "direct"].map((name) => ({
            value: name,
            label: t(`candidate:interest.class.${name}`),
          }))}
        />
        <SelectField
          name={`${before}organisation`}
          label={`${t("form.organisation")}${label}`}
          defaultValue={part?.organisationId ?? ""}
          options={bodies}
        />
        <TextField
          name={`${before}statement`}
          label={`${t("form.statement")}${label}`}
          rows={2}
          charactersMax={2000}
          defaultValue={part?.statement ?? ""}
        />
        <Particulars part={part} before={before} label={label} />
      </div>
    </details>
  );
}

const spareRows = 2;

export type InterestFormProps = { own: OwnDeclaration | null; organisations: Organisations; refusal: Refusal | null };

export function InterestForm({ own, organisations, refusal }: InterestFormProps) {
  const { t } = useTranslation("candidate");
  const { kinds, bodies } = useChoices(organisations);
  if (refusal) return null;
  const said = (own?.parts ?? []).filter((part) => part.foundBy === null);
  const [first, ...further] = said;
  const rows = [...further, ...Array.from({ length: spareRows }, () => undefined)];
  return (
    <details className="disclosure" open={own === null}>
      <summary>
        {own === null
          ? t("interest.declare")
          : t("interest.renew", { kind: t(`interest.kind.${first?.kind ?? "none"}`) })}
      </summary>
      <ActForm intent="declare-interest">
        <SelectField name="kind" label={t("interest.kindLabel")} defaultValue={first?.kind ?? "none"} options={kinds} />
        <ChoiceField
          name="class"
          label={t("interest.classLabel")}
          defaultValue={first?.class ?? "none"}
          options={interestClasses.map((name) => ({
            value: name,
            label: t(`interest.class.${name}`),
            hint: t(`interest.classHint.${name}`),
          }))}
        />
        <SelectField
          name="organisation"
          label={t("interest.organisation")}
          defaultValue={first?.organisationId ?? ""}
          options={bodies}
        />
        <TextField
          name="statement"
          label={t("interest.statement")}
          hint={t("interest.statementHint")}
          rows={2}
          charactersMax={2000}
          defaultValue={first?.statement ?? ""}
        />
        <details className="disclosure" open={first !== undefined}>
          <summary>{t("interest:form.particulars")}</summary>
          <div className="act-form">
            <Particulars part={first} />
          </div>
        </details>
        {rows.map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the form.
          <Further key={index} index={index} part={part} organisations={organisations} />
        ))}
        <Button tone={own === null ? "primary" : "plain"}>{t("interest.button")}</Button>
      </ActForm>
    </details>
  );
}
