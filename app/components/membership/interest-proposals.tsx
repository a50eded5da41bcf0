/** What the interest graph proposes to people, each with its path in words; and the forms by which the graph is kept. Rule X2. */
import { useTranslation } from "react-i18next";
import { ActForm } from "~/ui/act-form.tsx";
import { Badge } from "~/ui/badge.tsx";
import { Button } from "~/ui/button.tsx";
import { SelectField, TextField } from "~/ui/field.tsx";
import { Empty } from "~/ui/layout.tsx";
import { tieKinds } from "../../../domain/membership/interest-graph.ts";
import type { InterestsData, ProposalData } from "./interests-data.ts";

/** "You are employed by Fjord Quantum AS, which holds the patent EP 1, which names qubits, words of this candidate." */
function useWhy() {
  const { t } = useTranslation("interest");
  return ({ path, person }: ProposalData, isSelf: boolean) => {
    const steps = path.map(({ relation, to, words }, index) => {
      const said = index === 0 && isSelf ? t(`why.you.${relation}`) : t(`why.${relation}`);
      return `${said} ${t(`why.to.${to.kind}`, { name: to.name, words: words.join(", "), context: words.length > 0 ? "words" : undefined })}`.trim();
    });
    return `${isSelf ? t("why.self") : person} ${steps.join(t("why.join"))}.`;
  };
}

function Proposal({ proposal, isSelf }: { proposal: ProposalData; isSelf: boolean }) {
  const { t } = useTranslation("interest");
  const why = useWhy();
  return (
    <li>
      <span className="line">
        {isSelf ? null : <strong>{proposal.person}</strong>}
        {t(`candidate:interest.kind.${proposal.kind}`)}
        <Badge tone={proposal.answered === "said" ? "ok" : "warn"}>{t(`proposal.${proposal.answered}`)}</Badge>
      </span>
      <p>{why(proposal, isSelf)}</p>
    </li>
  );
}

const keyOf = ({ personId, path }: ProposalData) => `${personId} ${path.map(({ to }) => to.id).join(" ")}`;

export function OwnProposals({ page }: { page: InterestsData }) {
  const { t } = useTranslation("interest");
  if (page.ownProposals.length === 0) return null;
  return (
    <div className="stack">
      <p>{t("proposal.own")}</p>
      <ul className="rows">
        {page.ownProposals.map((proposal) => (
          <Proposal key={keyOf(proposal)} proposal={proposal} isSelf />
        ))}
      </ul>
    </div>
  );
}

export function AllProposals({ proposals }: { proposals: ProposalData[] }) {
  const { t } = useTranslation("interest");
  if (proposals.length === 0) return <Empty title={t("proposal.none")}>{t("proposal.noneNext")}</Empty>;
  return (
    <ul className="rows">
      {proposals.map((proposal) => (
        <Proposal key={keyOf(proposal)} proposal={proposal} isSelf={false} />
      ))}
    </ul>
  );
}

/** Bodies, patents and grants are recorded by the secretariat. */
export function GraphForms({ page }: { page: InterestsData }) {
  const { t } = useTranslation("interest");
  const { may, organisations, people } = page;
  if (may["record-patent"] !== null) return null;
  const choose = { value: "", label: t("record.choose") };
  const bodies = [choose, ...organisations.map(({ id, name }) => ({ value: id, label: name }))];
  const persons = [
    { value: "", label: t("record.nobody") },
    ...people.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const keywords = (
    <TextField
      name="keywords"
      label={t("record.keywords")}
      hint={t("record.keywordsHint")}
      charactersMax={900}
      required
    />
  );
  return (
    <div className="stack">
      <details className="disclosure">
        <summary>{t("record.patent")}</summary>
        <ActForm intent="record-patent">
          <TextField name="number" label={t("record.number")} charactersMax={40} required />
          <TextField name="office" label={t("record.office")} charactersMax={80} required />
          <TextField name="title" label={t("record.title")} charactersMax={300} required />
          <SelectField name="holder" label={t("record.holder")} options={bodies} required />
          <SelectField name="inventors" label={t("record.inventor")} options={persons} />
          {keywords}
          <Button>{t("record.patentButton")}</Button>
        </ActForm>
      </details>
      <details className="disclosure">
        <summary>{t("record.grant")}</summary>
        <ActForm intent="record-grant">
          <TextField name="number" label={t("record.number")} charactersMax={40} required />
          <TextField name="title" label={t("record.title")} charactersMax={300} required />
          <SelectField name="giver" label={t("record.giver")} options={bodies} required />
          <SelectField name="receiver" label={t("record.receiver")} options={bodies} required />
          <SelectField name="leaders" label={t("record.leader")} options={persons} />
          {keywords}
          <Button>{t("record.grantButton")}</Button>
        </ActForm>
      </details>
      <details className="disclosure">
        <summary>{t("record.tie")}</summary>
        <ActForm intent="record-tie">
          <SelectField name="from" label={t("record.from")} options={bodies} required />
          <SelectField
            name="kind"
            label={t("record.kind")}
            options={tieKinds.map((kind) => ({ value: kind, label: t(`record.tieKind.${kind}`) }))}
          />
          <SelectField name="to" label={t("record.to")} options={bodies} required />
          <Button>{t("record.tieButton")}</Button>
        </ActForm>
      </details>
    </div>
  );
}
