/** Drafting a ballot of any type: first what is asked and how it is decided, then the fields of that question. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import "~/components/ballot/options.css";
import { DraftFields } from "~/components/ballot/draft-fields.tsx";
import { performAct } from "~/form.ts";
import { loadPage, requireViewer } from "~/page.ts";
import { ActForm } from "~/ui/act-form.tsx";
import { Button } from "~/ui/button.tsx";
import { HiddenField, SelectField } from "~/ui/field.tsx";
import { PageHead, Section } from "~/ui/layout.tsx";
import { Refused } from "~/ui/refused.tsx";
import { slugOf } from "../../domain/record/reference.ts";

export const meta: MetaFunction = () => [{ title: "Draft a ballot · Plenary" }];

export async function loader(args: LoaderFunctionArgs) {
  requireViewer(args);
  const { searchParams } = new URL(args.request.url);
  const [committee, candidate, ask] = ["committee", "candidate", "ask"].map((name) => searchParams.get(name));
  return loadPage(args, "newBallotPage", { committee, candidate, ask });
}

export async function action(args: ActionFunctionArgs) {
  return performAct(args, ["draft-ballot"], {
    then: (value: { reference: string }) => `/ballots/${slugOf(value.reference)}`,
  });
}

export default function NewBallotPage() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation("question");
  const { candidate, committee, chosen, may } = page;
  return (
    <div className="reading stack">
      <PageHead
        trail={[
          { to: "/ballots", label: t("ballot:list.title") },
          candidate
            ? { to: `/candidates/${candidate.slug}`, label: candidate.title }
            : { to: `/committees/${committee.code.toLowerCase()}`, label: committee.name },
        ]}
        title={t("title")}
      />
      <p className="prose">{t(candidate ? "sentence.candidate" : "sentence.committee")}</p>
      {may ? <Refused refusal={may} /> : <KindForm page={page} />}
      {chosen && may === null ? (
        <Section title={t(`ballot:type.${chosen.type}`)} note={t(`subject.${chosen.subject}.name`)}>
          <p className="prose">{t(`decides.${chosen.type}`)}</p>
          <ActForm intent="draft-ballot" className="form-page" key={`${chosen.subject}:${chosen.type}`}>
            <DraftFields page={page} chosen={chosen} />
            <Button tone="primary">{t("button")}</Button>
          </ActForm>
        </Section>
      ) : null}
      {candidate ? (
        <p>
          <Link to={`/ballots/new?committee=${committee.code}`}>{t("ofCommittee", { committee: committee.name })}</Link>
        </p>
      ) : null}
    </div>
  );
}

/** The first step: a plain form that asks for this page again with the kind in its address. */
function KindForm({ page }: { page: ReturnType<typeof useLoaderData<typeof loader>> }) {
  const { t } = useTranslation("question");
  const { candidate, committee, kinds, chosen } = page;
  return (
    <Form method="get" className="filters">
      {candidate ? <HiddenField name="candidate" value={candidate.slug} /> : null}
      {candidate ? null : <HiddenField name="committee" value={committee.code} />}
      <SelectField
        name="ask"
        label={t("kind")}
        hint={t("kindHint")}
        defaultValue={chosen ? `${chosen.subject}:${chosen.type}` : undefined}
        options={kinds.map(({ subject, type }) => ({
          value: `${subject}:${type}`,
          label: `${t(`subject.${subject}.name`)}: ${t(`ballot:type.${type}`)}`,
        }))}
      />
      <Button>{t("choose")}</Button>
    </Form>
  );
}

export { PageFault as ErrorBoundary } from "~/ui/page-fault.tsx";
