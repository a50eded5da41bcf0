/** Who holds what in a committee, and the secretariat's forms that give and end roles and seats. */
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ActForm } from "~/ui/act-form.tsx";
import { PersonMark } from "~/ui/badge.tsx";
import { Button } from "~/ui/button.tsx";
import { HiddenField, SelectField } from "~/ui/field.tsx";
import "./membership.css";

type InRole = { id: string; name: string; role: string; colour: number };

export function PeopleInRoles({ people, keeps }: { people: InRole[]; keeps: boolean }) {
  const { t } = useTranslation("membership");
  if (people.length === 0) return <p className="note">{t("member.vacant")}</p>;
  return (
    <div className="seat-people">
      {people.map((person) => (
        <span key={person.id} className="seat-person">
          <PersonMark name={person.name} colour={person.colour} />
          <span>
            {person.name} <span className="note">{t(`record:role.${person.role}`)}</span>
          </span>
          {keeps ? (
            <ActForm intent="end-role" part={person.id}>
              <HiddenField name="role" value={person.id} />
              <Button tone="quiet">
                {t("committee.end")}
                <span className="unseen">
                  : {person.name}, {t(`record:role.${person.role}`)}
                </span>
              </Button>
            </ActForm>
          ) : null}
        </span>
      ))}
    </div>
  );
}

const seatRoles = ["holder", "alternate"];
const offices = ["chair", "vice-chair", "secretariat", "observer"];

/** Where a role of no seat is given. */
export const officePlace = "office";

type GiveRoleProps = {
  place: string;
  name: string;
  page: { place: string | null; people: { id: string; name: string; member: string | null }[] };
};

/** The form stands at the one place that the address names: with everybody to choose from it is long, and seats are many. */
export function GiveRole({ place, name, page }: GiveRoleProps) {
  const { t } = useTranslation("membership");
  if (page.place !== place)
    return (
      <Link to={`?give=${place}#place-${place}`} preventScrollReset>
        {t("committee.giveRole")}
        <span className="unseen">: {name}</span>
      </Link>
    );
  const isOffice = place === officePlace;
  return (
    <ActForm intent="give-role" part={place} framed>
      {isOffice ? null : <HiddenField name="seat" value={place} />}
      <SelectField
        name="person"
        label={t("committee.person")}
        options={page.people.map(({ id, name: who, member }) => ({
          value: id,
          label: member ? `${who}, ${member}` : who,
        }))}
      />
      <SelectField
        name="role"
        label={t("committee.role")}
        options={(isOffice ? offices : seatRoles).map((role) => ({ value: role, label: t(`record:role.${role}`) }))}
      />
      <Button>{t("committee.giveRole")}</Button>
    </ActForm>
  );
}

type SeatFormProps = { members: { code: string; name: string }[]; organisations: { id: string; name: string }[] };

export function SeatForm({ members, organisations }: SeatFormProps) {
  const { t } = useTranslation("membership");
  return (
    <ActForm intent="create-seat">
      <SelectField
        name="member"
        label={t("register.member")}
        options={members.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <SelectField
        name="kind"
        label={t("committee.kind")}
        options={["delegation", "industry"].map((kind) => ({ value: kind, label: t(`committee.kinds.${kind}`) }))}
      />
      <SelectField
        name="organisation"
        label={t("committee.nominator")}
        hint={t("committee.nominatorHint")}
        options={[
          { value: "", label: t("register.noOrganisation") },
          ...organisations.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Button>{t("committee.newSeat")}</Button>
    </ActForm>
  );
}
