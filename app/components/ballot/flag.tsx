/** A flagged ballot: the second account beside the first, what was found, and the chair's decision. Rules X8, X9, B36, B45. */
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ActForm } from "~/ui/act-form.tsx";
import { Badge } from "~/ui/badge.tsx";
import { Button } from "~/ui/button.tsx";
import { DataTable } from "~/ui/data-table.tsx";
import { SelectField, TextField } from "~/ui/field.tsx";
import { Section } from "~/ui/layout.tsx";
import { Rule } from "~/ui/rule.tsx";
import { Day, Deadline, When } from "~/ui/time.tsx";
import { interestKinds } from "../../../domain/membership/interest.ts";
import { type BallotData, wordCounts } from "./ballot-data.ts";

type Flag = NonNullable<BallotData["flag"]>;
type Committee = BallotData["committee"];

/** Both accounts in one table, so that each number stands beside its other. */
function TwoAccounts({ flag }: { flag: Flag }) {
  const { t } = useTranslation("interest");
  const { first, second } = flag;
  if (second === null) return null;
  const [one, other] = [wordCounts(first.counts), wordCounts(second.counts)];
  const outcome = (name: string) => t(`ballot:verdict.outcome.${name}`, { defaultValue: name });
  const failing = (ids: string[]) => (ids.length === 0 ? t("flag.nothingFails") : ids.join(", "));
  const row = (key: string, left: string | number, right: string | number) => ({
    key,
    cells: [
      t(`flag.row.${key}`),
      String(left),
      <span key="second">
        {right}
        {left === right ? null : <strong> {t("flag.changed")}</strong>}
      </span>,
    ],
  });
  return (
    <DataTable
      caption={t("flag.caption")}
      head={[{ label: t("flag.what") }, { label: t("flag.first") }, { label: t("flag.second") }]}
      rows={[
        row("outcome", outcome(first.outcome), outcome(second.outcome)),
        row("failing", failing(first.failing), failing(second.failing)),
        row("X", one.X, other.X),
        row("E", one.E, other.E),
        row("Y", one.Y, other.Y),
        row("O", one.O, other.O),
        row("D", one.D, other.D),
        row("N", one.N, other.N),
        row("A", one.A, other.A),
        row("S", one.S, other.S),
      ]}
    />
  );
}

function Decisions({ flag }: { flag: Flag }) {
  const { t } = useTranslation("interest");
  return (
    <ul className="rows">
      {flag.found.map((one) => (
        <li key={one.number}>
          <span className="line">
            <Badge tone="warn">{t("flag.foundWord")}</Badge>
            <strong>{one.person}</strong>
          </span>
          <p className="note">
            {t("flag.foundBy", { by: one.by })}, <When at={one.at} />; {t("flag.since")} <Day at={one.since} />
          </p>
        </li>
      ))}
      {flag.decisions.map((one) => (
        <li key={`${one.word} ${one.at}`}>
          <span className="line">
            <strong>{t(`flag.word.${one.word}`)}</strong>
            {one.next ? <Link to={`/ballots/${one.next.slug}`}>{one.next.reference}</Link> : null}
          </span>
          <p className="note">
            {one.by ?? t("flag.clock")}, <When at={one.at} />
            {one.reason ? `. ${one.reason}` : ""}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** The second account beside the first, as long as the ballot is shown (rule B45). */
export function BallotFlag({ flag, committee, now }: { flag: BallotData["flag"]; committee: Committee; now: number }) {
  const { t } = useTranslation("interest");
  if (!flag?.flagged) return null;
  const state = flag.isUndecided ? (flag.awaitsVice === null ? "undecided" : "awaits") : "decided";
  return (
    <Section title={t("flag.title")} id="flag" note={<Rule id="X8" />}>
      <p>{t(`flag.state.${state}`, { by: flag.awaitsVice ?? "" })}</p>
      {flag.dueAt === null ? null : (
        <p className="note">
          {t("flag.until")} <Deadline at={flag.dueAt} now={now} second={committee} />
        </p>
      )}
      <TwoAccounts flag={flag} />
      <Decisions flag={flag} />
    </Section>
  );
}

function FindForm({ flag }: { flag: Flag }) {
  const { t } = useTranslation("interest");
  const pick = { value: "", label: t("flag.form.choose") };
  return (
    <details className="disclosure">
      <summary>{t("flag.form.title")}</summary>
      <ActForm intent="find-interest">
        <p className="note">{t("flag.form.note")}</p>
        <SelectField
          name="person"
          label={t("flag.form.person")}
          options={[pick, ...flag.people.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <SelectField
          name="kind"
          label={t("flag.form.kind")}
          options={interestKinds
            .filter((kind) => kind !== "none")
            .map((kind) => ({ value: kind, label: t(`candidate:interest.kind.${kind}`) }))}
        />
        <SelectField
          name="organisation"
          label={t("flag.form.organisation")}
          options={[
            { value: "", label: t("candidate:interest.noOrganisation") },
            ...flag.organisations.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <TextField name="since" type="date" label={t("flag.form.since")} required />
        <TextField name="statement" label={t("flag.form.statement")} rows={2} charactersMax={2000} required />
        <Button>{t("flag.form.button")}</Button>
      </ActForm>
    </details>
  );
}

/** What the reader may do about the flag, and a new ballot on a text that was not adopted. */
export function FlagActs({ flag }: { flag: BallotData["flag"] }) {
  const { t } = useTranslation("interest");
  if (!flag) return null;
  const { may } = flag;
  const acts = [
    may["confirm-ballot"] === null ? (
      <ActForm key="confirm" intent="confirm-ballot" framed>
        <p className="note">{t(flag.differs ? "flag.confirmDiffers" : "flag.confirmSame")}</p>
        <TextField name="reason" label={t("flag.reason")} rows={2} charactersMax={2000} required={flag.differs} />
        <Button>{t("flag.confirm")}</Button>
      </ActForm>
    ) : null,
    may["agree-confirmation"] === null ? (
      <ActForm key="agree" intent="agree-confirmation" framed>
        <p className="note">{t("flag.agreeNote", { by: flag.awaitsVice ?? "" })}</p>
        <Button>{t("flag.agree")}</Button>
      </ActForm>
    ) : null,
    may["re-ballot"] === null ? (
      <ActForm key="again" intent="re-ballot" framed>
        <p className="note">{t(flag.isUndecided ? "flag.againFlagged" : "flag.againRested")}</p>
        <TextField name="reason" label={t("flag.againReason")} rows={2} charactersMax={2000} />
        <Button>{t("flag.again")}</Button>
      </ActForm>
    ) : null,
    may["find-interest"] === null ? <FindForm key="find" flag={flag} /> : null,
  ].filter((act) => act !== null);
  if (acts.length === 0) return null;
  return (
    <Section title={t("flag.acts")} note={<Rule id="X9" />}>
      <div className="stack">{acts}</div>
    </Section>
  );
}
