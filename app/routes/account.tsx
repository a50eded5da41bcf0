/** The viewer's own account: who I am here, which roles I hold, signing out everywhere. */
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireViewer } from "~/page.ts";
import { Button } from "~/ui/button.tsx";
import { HiddenField } from "~/ui/field.tsx";
import { Columns, Empty, PageHead, Section } from "~/ui/layout.tsx";

export const meta: MetaFunction = () => [{ title: "Your account · Plenary" }];

export function loader(args: LoaderFunctionArgs) {
  const viewer = requireViewer(args);
  const names = new Map(viewer.committees.map(({ id, name }) => [id, name]));
  return {
    name: viewer.name,
    email: viewer.email,
    title: viewer.title,
    zone: `${viewer.city}, ${viewer.zone}`,
    roles: viewer.roles.map((held) => ({
      role: held.role,
      place: held.committeeId ? (names.get(held.committeeId) ?? "") : viewer.memberName,
    })),
  };
}

export default function AccountPage() {
  const account = useLoaderData<typeof loader>();
  const { t } = useTranslation("membership");
  return (
    <>
      <PageHead title={t("account.title")} badges={<span>{account.title}</span>} />
      <Columns
        main={
          <>
            <Section title={account.name}>
              <dl className="definition-list">
                <dt>{t("account.email")}</dt>
                <dd>{account.email}</dd>
                <dt>{t("account.zone")}</dt>
                <dd>{account.zone}</dd>
              </dl>
            </Section>
            <Section title={t("account.roles")}>
              {account.roles.length === 0 ? <Empty title={t("account.noRoles")} /> : null}
              <ul className="rows">
                {account.roles.map((held) => (
                  <li key={`${held.role}-${held.place}`}>
                    {t(`record:role.${held.role}`)}, {held.place ?? t("account.everywhere")}
                  </li>
                ))}
              </ul>
            </Section>
            <Section title={t("account.promise")}>
              <p className="prose">{t("account.promises")}</p>
            </Section>
          </>
        }
        rail={
          <Section title={t("account.signOut")}>
            <Form method="post" action="/sign-out" className="act-form">
              <HiddenField name="everywhere" value="yes" />
              <p className="note">{t("account.signOutNote")}</p>
              <Button tone="withdraw">{t("account.signOut")}</Button>
            </Form>
          </Section>
        }
      />
    </>
  );
}

export { PageFault as ErrorBoundary } from "~/ui/page-fault.tsx";
