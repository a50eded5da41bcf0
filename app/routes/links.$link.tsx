/** A one-time link: the person chooses a password. Opening the page uses nothing up; only the form does. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { cookieHeader } from "~/session.ts";
import { ActForm } from "~/ui/act-form.tsx";
import { Button } from "~/ui/button.tsx";
import { TextField } from "~/ui/field.tsx";
import { Empty, PageHead } from "~/ui/layout.tsx";
import { isRefusal } from "../../domain/refusal.ts";

export const meta: MetaFunction = () => [
  { title: "Choose your password · Plenary" },
  { name: "robots", content: "noindex" },
];

export async function loader({ context, params }: LoaderFunctionArgs) {
  return { name: await context.auth.whoseLink(params.link ?? "") };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await request.formData();
  const outcome = await context.auth.setPassword(params.link ?? "", String(form.get("password") ?? ""));
  if (isRefusal(outcome)) return data({ refusal: outcome, intent: "set-password", values: {} }, { status: 409 });
  return redirect("/", { status: 303, headers: cookieHeader(outcome.token) });
}

export default function LinkPage() {
  const { name } = useLoaderData<typeof loader>();
  const { t } = useTranslation("frame");
  if (name === null) return <Empty title={t("link.gone")}>{t("link.goneSentence")}</Empty>;
  return (
    <div className="sign-in">
      <div>
        <PageHead title={t("link.title")} />
        <p className="prose">{t("link.sentence", { name })}</p>
        <ActForm intent="set-password" framed className="sign-in-form">
          <TextField name="password" type="password" label={t("link.password")} autoComplete="new-password" required />
          <Button tone="primary">{t("link.button")}</Button>
        </ActForm>
      </div>
    </div>
  );
}
