/** My desk: what awaits me, by deadline; what changed. Without a session, the reading room. */
import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DutyList } from "~/components/desk/duty-list.tsx";
import { loadPage } from "~/page.ts";
import { Columns, Empty, PageHead, Section } from "~/ui/layout.tsx";
import { LiveRefresh } from "~/ui/live-refresh.tsx";
import { When } from "~/ui/time.tsx";

export const meta: MetaFunction = () => [{ title: "Desk · Plenary" }];

export async function loader(args: LoaderFunctionArgs) {
  if (!args.context.viewer) throw redirect("/public");
  return { page: await loadPage(args, "deskPage", {}), now: args.context.now };
}

export default function DeskPage() {
  const { page, now } = useLoaderData<typeof loader>();
  const { t } = useTranslation("desk");
  return (
    <>
      <LiveRefresh topics={page.topics} />
      <PageHead title={t("title")} badges={<span>{t("count", { count: page.duties.length })}</span>} />
      <Columns
        main={
          page.duties.length === 0 ? (
            <Section title={t("nothing")}>
              <Empty title={t("nothingTrue")}>{t("nothingNext")}</Empty>
            </Section>
          ) : (
            <DutyList duties={page.duties} now={now} />
          )
        }
        rail={
          <Section title={t("news")}>
            <ul className="rows">
              {page.news.map((minute) => (
                <li key={minute.id}>
                  <span className="line">
                    <strong>{t(`record:minute.${minute.type}`)}</strong>
                    <span className="note">
                      <When at={minute.at} />
                    </span>
                  </span>
                  {minute.candidate ? (
                    <Link to={`/candidates/${minute.candidate.slug}`}>{minute.candidate.title}</Link>
                  ) : null}
                  <p className="note">
                    {minute.personName ?? t("record:clock")}, {minute.committee}
                  </p>
                </li>
              ))}
            </ul>
          </Section>
        }
      />
    </>
  );
}

export { PageFault as ErrorBoundary } from "~/ui/page-fault.tsx";
