/** The regime: members, committees, offices; the secretariat's registers. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { CommitteeList } from "~/components/membership/committee-list.tsx";
import { Outages } from "~/components/membership/outages.tsx";
import { Registers } from "~/components/membership/registers.tsx";
import { performAct } from "~/form.ts";
import { loadPage, requireViewer } from "~/page.ts";
import { DataTable } from "~/ui/data-table.tsx";
import { PageHead, Section } from "~/ui/layout.tsx";
import { When } from "~/ui/time.tsx";
import { isRefusal } from "../../domain/refusal.ts";

export const meta: MetaFunction = () => [{ title: "Members · Plenary" }];

export async function loader(args: LoaderFunctionArgs) {
  requireViewer(args);
  return loadPage(args, "membersPage", {});
}

const intents = [
  "register-member",
  "register-organisation",
  "register-person",
  "found-committee",
  "record-outage",
  "end-outage",
];

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.clone().formData();
  if (form.get("intent") !== "make-link") return performAct(args, intents);
  // The link is shown once, to the secretariat that asked for it; it stands in no log and no address.
  const token = await args.context.auth.makeLink(String(form.get("person") ?? ""));
  if (isRefusal(token)) return data({ refusal: token, intent: "make-link", values: {} }, { status: 404 });
  return { link: `${args.context.origin}/links/${token}` };
}

export default function MembersPage() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation("membership");
  const made = useActionData() as { link?: string } | undefined;
  return (
    <>
      <PageHead
        title={t("members.title")}
        badges={<span>{t("members.sentence", { count: page.members.length })}</span>}
      />
      <div className="stack members-page">
        <Section title={t("members.title")} note={t("members.note")}>
          <DataTable
            caption={t("members.title")}
            head={[
              { label: t("members.member") },
              { label: t("members.code") },
              { label: t("members.city") },
              { label: t("members.joined") },
              { label: t("members.seats"), number: true },
            ]}
            rows={page.members.map((member) => ({
              key: member.code,
              cells: [
                <Link key="name" to={`/members/${member.code}`}>
                  {member.name}
                </Link>,
                member.code,
                member.city,
                <When key="joined" at={member.joinedAt} dateOnly />,
                member.seats,
              ],
            }))}
          />
        </Section>
        <CommitteeList committees={page.committees} />
        {page.outages ? <Outages outages={page.outages} /> : null}
        {page.registers ? (
          <Registers registers={page.registers} members={page.members} link={made?.link ?? null} />
        ) : null}
      </div>
    </>
  );
}

export { PageFault as ErrorBoundary } from "~/ui/page-fault.tsx";
