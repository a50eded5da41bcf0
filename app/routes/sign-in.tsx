/** The door: sign in, and the demo's people where the demo runs. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { cookieHeader, pathWithin } from "~/session.ts";
import { ActForm } from "~/ui/act-form.tsx";
import { Button } from "~/ui/button.tsx";
import { HiddenField, TextField } from "~/ui/field.tsx";
import { PageHead, Section } from "~/ui/layout.tsx";
import { isRefusal } from "../../domain/refusal.ts";

export const meta: MetaFunction = () => [{ title: "Sign in · Plenary" }];

export function loader({ context, request }: LoaderFunctionArgs) {
  if (context.viewer) throw redirect(pathWithin(new URL(request.url).searchParams.get("back")));
  return { demo: context.demo };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const email = String(form.get("email") ?? "");
  const outcome = await context.auth.signIn(email, String(form.get("password") ?? ""));
  if (isRefusal(outcome))
    return data(
      { refusal: outcome, intent: "sign-in", values: { email } },
      { status: outcome.code === "limit" ? 429 : 403 },
    );
  return redirect(pathWithin(String(form.get("back") ?? "")), { status: 303, headers: cookieHeader(outcome.token) });
}

export default function SignInPage() {
  const { demo } = useLoaderData<typeof loader>();
  const { t } = useTranslation("frame");
  const [search] = useSearchParams();
  const back = search.get("back") ?? "";
  return (
    <div className="sign-in">
      <div>
        <PageHead title={t("signIn.title")} />
        <p className="prose">{t("signIn.sentence")}</p>
        <ActForm intent="sign-in" framed className="sign-in-form">
          <HiddenField name="back" value={back} />
          <TextField name="email" type="email" label={t("signIn.email")} autoComplete="username" required />
          <TextField
            name="password"
            type="password"
            label={t("signIn.password")}
            autoComplete="current-password"
            required
          />
          <Button tone="primary">{t("signIn.button")}</Button>
        </ActForm>
        <p className="note">
          {t("signIn.public")} <Link to="/list">{t("signIn.publicLink")}</Link>
        </p>
      </div>
      {demo ? <DemoPeople demo={demo} back={back} /> : null}
    </div>
  );
}

type Demo = NonNullable<Awaited<ReturnType<typeof loader>>["demo"]>;

function DemoPeople({ demo, back }: { demo: Demo; back: string }) {
  const { t } = useTranslation("frame");
  return (
    <Section title={t("signIn.demoTitle")}>
      <p className="prose">
        {t("signIn.demoSentence")} <code>{demo.password}</code>
      </p>
      <ul className="rows">
        {demo.people.map((person) => (
          <li key={person.email} className="sign-in-person">
            <div>
              <strong>{person.name}</strong>
              <p className="note">{person.does}</p>
              <p className="note">{person.email}</p>
            </div>
            <ActForm intent="sign-in" part={person.email}>
              <HiddenField name="email" value={person.email} />
              <HiddenField name="password" value={demo.password} />
              <HiddenField name="back" value={back} />
              <Button>
                {t("signIn.button")}
                <span className="unseen">: {person.name}</span>
              </Button>
            </ActForm>
          </li>
        ))}
      </ul>
    </Section>
  );
}
