/** One committee: seats with holders and alternates, offices, and the secretariat's forms for both. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { GiveRole, officePlace, PeopleInRoles, SeatForm } from "~/components/membership/committee-forms.tsx";
import { performAct } from "~/form.ts";
import { loadPage, requireViewer } from "~/page.ts";
import { LinkButton } from "~/ui/button.tsx";
import { Columns, Empty, PageHead, Section } from "~/ui/layout.tsx";
import { LiveRefresh } from "~/ui/live-refresh.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.committee.name ?? "Committee"} · Plenary` },
];

export async function loader(args: LoaderFunctionArgs) {
  requireViewer(args);
  const place = new URL(args.request.url).searchParams.get("give");
  return loadPage(args, "committeePage", { committee: args.params.committee!, place });
}

export async function action(args: ActionFunctionArgs) {
  return performAct(args, ["create-seat", "give-role", "end-role"], { fields: { committee: args.params.committee! } });
}

export default function CommitteePage() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation("membership");
  const { committee } = page;
  const keeps = page.may["give-role"] === null;
  return (
    <>
      <LiveRefresh topics={page.topics} />
      <PageHead
        trail={[{ to: "/members", label: t("members.title") }]}
        title={committee.name}
        badges={<span>{committee.field}</span>}
        acts={
          <>
            <LinkButton to={`/candidates?committee=${committee.code}`}>{t("committee.candidates")}</LinkButton>
            {page.isInside ? (
              <>
                <LinkButton to={`/committees/${committee.code}/terms`}>{t("term:title")}</LinkButton>
                <LinkButton to={`/committees/${committee.code}/systems`}>{t("term:systems.title")}</LinkButton>
              </>
            ) : null}
          </>
        }
      />
      <Columns
        main={
          <Section title={t("committee.seats")} note={t("committee.seatCount", { count: page.seats.length })}>
            {page.seats.length === 0 ? (
              <Empty title={t("committee.noSeats")}>{t("committee.noSeatsNext")}</Empty>
            ) : null}
            <ul className="rows">
              {page.seats.map((seat) => (
                <li key={seat.id} id={`place-${seat.id}`}>
                  <strong>{seat.name}</strong>{" "}
                  {seat.organisation ? (
                    <span className="note">{t("member.nominatedBy", { name: seat.organisation })}</span>
                  ) : null}
                  <PeopleInRoles people={seat.people} keeps={keeps} />
                  {keeps ? <GiveRole place={seat.id} name={seat.name} page={page} /> : null}
                </li>
              ))}
            </ul>
          </Section>
        }
        rail={
          <>
            <Section title={t("committee.offices")} id={`place-${officePlace}`}>
              <PeopleInRoles people={page.offices} keeps={keeps} />
              {keeps ? <GiveRole place={officePlace} name={t("committee.offices")} page={page} /> : null}
            </Section>
            {page.may["create-seat"] === null ? (
              <Section title={t("committee.newSeat")}>
                <SeatForm members={page.members} organisations={page.organisations} />
              </Section>
            ) : null}
          </>
        }
      />
    </>
  );
}

export { PageFault as ErrorBoundary } from "~/ui/page-fault.tsx";
