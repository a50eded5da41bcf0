/** The next steps of a candidate: a form for each act that table C allows from its state, or why not. */
import { useTranslation } from "react-i18next";
import { ActForm } from "~/ui/act-form.tsx";
import { Button, type ButtonTone } from "~/ui/button.tsx";
import { TextField } from "~/ui/field.tsx";
import { Section } from "~/ui/layout.tsx";
import type { CandidateState } from "../../../domain/candidate/candidate-life.ts";
import { isRefusal, type Refusal } from "../../../domain/refusal.ts";

type ActField = { name: string; rows?: number; type?: "number"; value?: string };
type ActRow = { act: string; from: CandidateState[]; tone?: ButtonTone; fields?: ActField[] };

/** The acts of this page by the states they start from; acts of other pages stand there. */
const rows: ActRow[] = [
  { act: "accept-candidate", from: ["proposed"], tone: "primary" },
  { act: "decline-candidate", from: ["proposed"], tone: "withdraw", fields: [{ name: "reason", rows: 3 }] },
  {
    act: "open-comment-round",
    from: ["drafting"],
    tone: "primary",
    fields: [{ name: "days", type: "number", value: "14" }],
  },
  { act: "close-comment-round", from: ["commenting"], tone: "primary" },
  { act: "mark-ready", from: ["resolving"], tone: "primary" },
  {
    act: "draft-ballot",
    from: ["ready"],
    tone: "primary",
    fields: [
      { name: "question", rows: 2 },
      { name: "days", type: "number", value: "14" },
    ],
  },
  { act: "revise-text", from: ["resolving", "ready", "returned"] },
  { act: "resume-candidate", from: ["parked"], tone: "primary" },
  { act: "park-candidate", from: ["drafting", "resolving", "returned"], fields: [{ name: "reason", rows: 2 }] },
  {
    act: "withdraw-candidate",
    from: ["proposed", "drafting", "commenting", "resolving", "ready", "returned", "parked"],
    tone: "withdraw",
    fields: [{ name: "reason", rows: 2 }],
  },
];

type Page = { candidate: { state: CandidateState }; may: Record<string, Refusal | null> };

/** An act with a field to fill stands behind a disclosure, so that the page shows one thing to do at a time. */
function OneAct({ row, refusal }: { row: ActRow; refusal: Refusal | null }) {
  const { t } = useTranslation("candidate");
  const { act, tone = "plain", fields = [] } = row;
  const form = (
    <ActForm intent={act} refusal={refusal}>
      {fields.map(({ name, rows, type, value }) => (
        <TextField
          key={name}
          name={name}
          label={t(`act.${act}.${name}`)}
          hint={t(`act.${act}.${name}Hint`, { defaultValue: "" })}
          rows={rows}
          type={type}
          defaultValue={value ?? t(`act.${act}.${name}Given`, { defaultValue: "" })}
          required
        />
      ))}
      <Button tone={tone}>{t(`act.${act}.button`)}</Button>
      {t(`act.${act}.note`, { defaultValue: "" }) ? <p className="note">{t(`act.${act}.note`)}</p> : null}
    </ActForm>
  );
  if (tone === "primary" || isRefusal(refusal)) return form;
  return (
    <details className="disclosure">
      <summary>{t(`act.${act}.button`)}</summary>
      {form}
    </details>
  );
}

export function CandidateActs({ page }: { page: Page }) {
  const { t } = useTranslation("candidate");
  const here = rows.filter((row) => row.from.includes(page.candidate.state));
  const mine = here.filter((row) => !isRefusal(page.may[row.act]));
  const others = here.filter((row) => isRefusal(page.may[row.act]) && row.tone === "primary");
  if (here.length === 0) return null;
  return (
    <Section title={t("page.next")}>
      <div className="stack">
        {mine.map((row) => (
          <OneAct key={row.act} row={row} refusal={null} />
        ))}
        {others.map((row) => (
          <div key={row.act} className="stack">
            <p>{t(`act.${row.act}.button`)}</p>
            <OneAct row={row} refusal={page.may[row.act] ?? null} />
          </div>
        ))}
      </div>
    </Section>
  );
}
