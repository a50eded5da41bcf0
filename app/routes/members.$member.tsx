/** One member: its calendar, its seats, its government reviewers. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { performAct } from "~/form.ts";
import { loadPage, requireViewer } from "~/page.ts";
import { ActForm } from "~/ui/act-form.tsx";
import { Button } from "~/ui/button.tsx";
import { HiddenField, SelectField } from "~/ui/field.tsx";
import { Columns, Empty, PageHead, Section } from "~/ui/layout.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.member.name ?? "Member"} · Plenary` },
];

export async function loader(args: LoaderFunctionArgs) {
  requireViewer(args);
  return loadPage(args, "memberPage", { member: args.params.member! });
}

export async function action(args: ActionFunctionArgs) {
  return performAct(args, ["give-role", "end-role"]);
}

export default function MemberPage() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation("membership");
  const { member } = page;
  return (
    <>
      <PageHead
        trail={[{ to: "/members", label: t("members.title") }]}
        title={member.name}
        badges={<span>{t("member.sentence")}</span>}
      />
      <Columns
        main={
          <Section title={t("member.seats")}>
            {page.seats.length === 0 ? <Empty title={t("member.noSeats")} /> : null}
            <ul className="rows">
              {page.seats.map((seat) => (
                <li key={seat.id}>
                  <strong>{seat.name}</strong>{" "}
                  <Link to={`/committees/${seat.committeeCode.toLowerCase()}`}>{seat.committee}</Link>
                  {seat.organisation ? (
                    <p className="note">{t("member.nominatedBy", { name: seat.organisation })}</p>
                  ) : null}
                  <p>
                    {seat.people.map((person) => `${person.name}, ${t(`record:role.${person.role}`)}`).join("; ") ||
                      t("member.vacant")}
                  </p>
                </li>
              ))}
            </ul>
          </Section>
        }
        rail={
          <>
            <Section title={t("member.calendar")}>
              <dl className="definition-list">
                <dt>{t("register.city")}</dt>
                <dd>{member.city}</dd>
                <dt>{t("register.zone")}</dt>
                <dd>{member.zone}</dd>
                <dt>{t("register.weekend")}</dt>
                <dd>{member.weekend.map((day) => t(`day.${day}`)).join(", ")}</dd>
                <dt>{t("register.holidays")}</dt>
                <dd>{member.holidays.join(", ") || t("member.noHolidays")}</dd>
                <dt>{t("register.contact")}</dt>
                <dd>{member.contact}</dd>
              </dl>
            </Section>
            <Section title={t("member.reviewers")}>
              <ul className="rows">
                {page.reviewers.map((reviewer) => (
                  <li key={reviewer.roleId} className="line">
                    {reviewer.name}
                    {page.may["give-role"] === null ? (
                      <ActForm intent="end-role" part={reviewer.roleId}>
                        <HiddenField name="role" value={reviewer.roleId} />
                        <Button tone="quiet">{t("committee.end")}</Button>
                      </ActForm>
                    ) : null}
                  </li>
                ))}
              </ul>
              {page.may["give-role"] === null && page.people.length > 0 ? (
                <ActForm intent="give-role">
                  <HiddenField name="role" value="government-reviewer" />
                  <HiddenField name="member" value={member.code} />
                  <SelectField
                    name="person"
                    label={t("committee.person")}
                    options={page.people.map(({ id, name }) => ({ value: id, label: name }))}
                  />
                  <Button>{t("member.addReviewer")}</Button>
                </ActForm>
              ) : null}
            </Section>
          </>
        }
      />
    </>
  );
}

export { PageFault as ErrorBoundary } from "~/ui/page-fault.tsx";
