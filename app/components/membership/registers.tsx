/** The registers that the regime's secretariat keeps: people with their one-time links, organisations, members, committees. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ActForm } from "~/ui/act-form.tsx";
import { Button } from "~/ui/button.tsx";
import { DataTable } from "~/ui/data-table.tsx";
import { HiddenField, SelectField, TextField } from "~/ui/field.tsx";
import { Section } from "~/ui/layout.tsx";
import "./membership.css";

type Registers = {
  people: { id: string; name: string; email: string; title: string; member: string | null }[];
  organisations: { id: string; name: string }[];
};
type Member = { code: string; name: string };

const organisationKinds = ["company", "institute", "university", "authority", "association"];

function Fold({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="disclosure">
      <summary>{title}</summary>
      {children}
    </details>
  );
}

function PlaceFields() {
  const { t } = useTranslation("membership");
  return (
    <>
      <TextField name="city" label={t("register.city")} required />
      <TextField name="zone" label={t("register.zone")} hint={t("register.zoneHint")} required />
    </>
  );
}

function MemberSelect({ members }: { members: Member[] }) {
  const { t } = useTranslation("membership");
  return (
    <SelectField
      name="member"
      label={t("register.member")}
      options={[
        { value: "", label: t("register.noMember") },
        ...members.map(({ code, name }) => ({ value: code, label: name })),
      ]}
    />
  );
}

function RegisterForms({ members, organisations }: { members: Member[]; organisations: Registers["organisations"] }) {
  const { t } = useTranslation("membership");
  return (
    <div className="register-forms">
      <Fold title={t("register.person")}>
        <ActForm intent="register-person">
          <TextField name="name" label={t("register.name")} required />
          <TextField name="email" type="email" label={t("register.email")} required />
          <TextField name="title" label={t("register.personTitle")} hint={t("register.personTitleHint")} required />
          <MemberSelect members={members} />
          <SelectField
            name="organisation"
            label={t("register.organisation")}
            options={[
              { value: "", label: t("register.noOrganisation") },
              ...organisations.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <PlaceFields />
          <Button>{t("register.person")}</Button>
        </ActForm>
      </Fold>
      <Fold title={t("register.memberForm")}>
        <ActForm intent="register-member">
          <TextField name="name" label={t("register.memberName")} hint={t("register.memberNameHint")} required />
          <TextField name="code" label={t("register.code")} hint={t("register.codeHint")} required />
          <PlaceFields />
          <TextField name="contact" label={t("register.contact")} required />
          <TextField
            name="weekend"
            label={t("register.weekend")}
            hint={t("register.weekendHint")}
            defaultValue="6 7"
            required
          />
          <TextField name="holidays" label={t("register.holidays")} hint={t("register.holidaysHint")} rows={2} />
          <Button>{t("register.memberForm")}</Button>
        </ActForm>
      </Fold>
      <Fold title={t("register.organisationForm")}>
        <ActForm intent="register-organisation">
          <TextField name="name" label={t("register.organisationName")} required />
          <SelectField
            name="kind"
            label={t("register.kind")}
            options={organisationKinds.map((kind) => ({ value: kind, label: t(`register.kinds.${kind}`) }))}
          />
          <MemberSelect members={members} />
          <Button>{t("register.organisationForm")}</Button>
        </ActForm>
      </Fold>
      <Fold title={t("register.committee")}>
        <ActForm intent="found-committee">
          <TextField name="name" label={t("register.committeeName")} required />
          <TextField name="code" label={t("register.committeeCode")} hint={t("register.committeeCodeHint")} required />
          <TextField name="listCode" label={t("register.listCode")} hint={t("register.listCodeHint")} required />
          <TextField name="field" label={t("register.field")} rows={2} required />
          <PlaceFields />
          <Button>{t("register.committee")}</Button>
        </ActForm>
      </Fold>
    </div>
  );
}

export function Registers({
  registers,
  members,
  link,
}: {
  registers: Registers;
  members: Member[];
  link: string | null;
}) {
  const { t } = useTranslation("membership");
  return (
    <Section title={t("register.title")} note={t("register.note")}>
      <div className="stack">
        {link === null ? null : (
          <p className="made-link" role="status">
            <strong>{t("register.linkMade")}</strong> <code>{link}</code>
          </p>
        )}
        <RegisterForms members={members} organisations={registers.organisations} />
        <DataTable
          caption={t("register.people")}
          head={["name", "email", "personTitle", "member", "link"].map((name) => ({ label: t(`register.${name}`) }))}
          rows={registers.people.map((person) => ({
            key: person.id,
            cells: [
              person.name,
              person.email,
              person.title,
              person.member ?? "",
              <ActForm key="link" intent="make-link" part={person.id}>
                <HiddenField name="person" value={person.id} />
                <Button tone="quiet">
                  {t("register.makeLink")}
                  <span className="unseen">: {person.name}</span>
                </Button>
              </ActForm>,
            ],
          }))}
        />
      </div>
    </Section>
  );
}
