/** The bridge of a secret ballot: what its election is set up from, and the result that is brought back. */
import { useTranslation } from "react-i18next";
import { ActForm } from "~/ui/act-form.tsx";
import { Button } from "~/ui/button.tsx";
import { TextField } from "~/ui/field.tsx";
import { Section } from "~/ui/layout.tsx";
import type { BallotData } from "./ballot-data.ts";

type SecretData = NonNullable<BallotData["secret"]>;

export function SecretBridge({ page }: { page: BallotData }) {
  const { t } = useTranslation("sealing");
  const { secret, ballot } = page;
  if (secret === null) return null;
  if (!secret.isSecret)
    return secret.may["bridge-ballot"] !== null ? null : (
      <Section title={t("secret.title")} id="secret">
        <p className="note">{t("secret.makeNote")}</p>
        <ActForm intent="bridge-ballot">
          <Button>{t("secret.make")}</Button>
        </ActForm>
      </Section>
    );
  return (
    <Section title={t("secret.title")} id="secret">
      <div className="stack">
        {secret.isOpened ? (
          <>
            <p className="note">{t("secret.exportNote")}</p>
            <p>
              <a href={`/ballots/${ballot.slug}/election.json`}>{t("secret.export")}</a>
            </p>
          </>
        ) : null}
        {ballot.state === "open" ? <p className="note">{t("secret.waits")}</p> : null}
        {secret.result === null ? <RecordResult secret={secret} /> : <SecretResult result={secret.result} />}
      </div>
    </Section>
  );
}

function RecordResult({ secret }: { secret: SecretData }) {
  const { t } = useTranslation("sealing");
  if (secret.may["record-secret-result"] !== null) return null;
  return (
    <ActForm intent="record-secret-result" framed>
      <h3>{t("secret.recordTitle")}</h3>
      <TextField name="url" label={t("secret.url")} required />
      <TextField name="fingerprint" label={t("secret.fingerprint")} required />
      <TextField name="ballots" label={t("secret.ballots")} type="number" required />
      <TextField name="result" label={t("secret.result")} hint={t("secret.resultHint")} rows={6} required />
      <Button tone="primary">{t("secret.record")}</Button>
    </ActForm>
  );
}

function SecretResult({ result }: { result: NonNullable<SecretData["result"]> }) {
  const { t } = useTranslation(["sealing", "ballot"]);
  const { counts, approvals } = result;
  const lines: [string, number][] = [
    ...(approvals !== null
      ? Object.entries(approvals)
      : "Y" in counts
        ? ([
            [t("ballot:word.yes"), counts.Y],
            [t("ballot:word.no"), counts.N],
          ] as [string, number][])
        : []),
    [t("secret.blank"), counts.A],
    [t("secret.silent"), counts.S],
  ];
  return (
    <>
      <h3>{t("secret.counts")}</h3>
      <ul className="rows">
        {lines.map(([name, count]) => (
          <li key={name}>{t("secret.countLine", { name, count })}</li>
        ))}
      </ul>
      <p>
        <a href={result.url} rel="noreferrer">
          {t("secret.verify")}
        </a>
      </p>
      <p className="note">
        {t("secret.fingerprint")}: <span className="short-hash">{result.fingerprint}</span>
      </p>
    </>
  );
}
