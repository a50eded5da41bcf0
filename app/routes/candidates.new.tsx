/** Proposing a technology: what rule C1 asks for, with the existing entries it touches. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { performAct } from "~/form.ts";
import { loadPage, notFoundResponse, requireViewer } from "~/page.ts";
import { ActForm } from "~/ui/act-form.tsx";
import { Button } from "~/ui/button.tsx";
import { ChecksField, ChoiceField, SelectField, TextField } from "~/ui/field.tsx";
import { PageHead } from "~/ui/layout.tsx";
import { candidateClasses, harms } from "../../domain/candidate/candidate.ts";
import { slugOf } from "../../domain/record/reference.ts";

export const meta: MetaFunction = () => [{ title: "Propose a candidate · Plenary" }];

export async function loader(args: LoaderFunctionArgs) {
  requireViewer(args);
  const page = await loadPage(args, "candidatesPage", {});
  if (!page.mayPropose) throw notFoundResponse();
  const { searchParams } = new URL(args.request.url);
  return { committees: page.committees, touches: searchParams.getAll("touches").join(" ") };
}

export async function action(args: ActionFunctionArgs) {
  return performAct(args, ["propose-candidate"], {
    then: (value: { reference: string }) => `/candidates/${slugOf(value.reference)}`,
  });
}

export default function NewCandidatePage() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation("candidate");
  return (
    <div className="reading">
      <PageHead trail={[{ to: "/candidates", label: t("list.title") }]} title={t("new.title")} />
      <p className="prose">{t("new.sentence")}</p>
      <ActForm intent="propose-candidate" className="form-page">
        <SelectField
          name="committee"
          label={t("new.committee")}
          options={page.committees.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <TextField
          name="title"
          label={t("new.technology")}
          hint={t("new.technologyHint")}
          charactersMax={160}
          required
        />
        <ChoiceField
          name="class"
          label={t("new.class")}
          required
          options={candidateClasses.map((name) => ({
            value: name,
            label: t(`class.${name}`),
            hint: t(`new.classHint.${name}`),
          }))}
        />
        <TextField
          name="rationale"
          label={t("new.rationale")}
          hint={t("new.rationaleHint")}
          rows={5}
          charactersMax={8000}
          required
        />
        <TextField name="producers" label={t("new.producers")} rows={3} charactersMax={4000} required />
        <TextField
          name="foreignAvailability"
          label={t("new.foreignAvailability")}
          hint={t("new.foreignHint")}
          rows={3}
          charactersMax={4000}
          required
        />
        <TextField
          name="evidence"
          label={t("new.evidence")}
          hint={t("new.evidenceHint")}
          rows={4}
          charactersMax={8000}
          required
        />
        <ChecksField
          name="harms"
          label={t("new.harms")}
          hint={t("new.harmsHint")}
          options={harms.map((name) => ({ value: name, label: t(`harm.${name}`) }))}
        />
        <TextField
          name="harmsOfControl"
          label={t("new.harmsOfControl")}
          hint={t("new.harmsOfControlHint")}
          rows={3}
          charactersMax={4000}
        />
        <TextField name="touches" label={t("new.touches")} hint={t("new.touchesHint")} defaultValue={page.touches} />
        <Button tone="primary">{t("new.button")}</Button>
      </ActForm>
    </div>
  );
}

export { PageFault as ErrorBoundary } from "~/ui/page-fault.tsx";
