/** The state of a ballot in one sentence, before any number: what is missing, or what came out. */
import { useTranslation } from "react-i18next";
import { Verdict } from "~/ui/layout.tsx";
import { When } from "~/ui/time.tsx";
import { type BallotData, type BallotResult, wordCounts } from "./ballot-data.ts";

export function BallotVerdict({ page }: { page: BallotData }) {
  const { t } = useTranslation("ballot");
  const { ballot, result, readiness } = page;
  if (ballot.state === "discarded")
    return (
      <Verdict tone="plain" label={t("verdict.discardedLabel")}>
        {t("verdict.discarded")}
      </Verdict>
    );
  if (readiness) {
    const missing = readiness.lines.filter((line) => !line.met).length;
    return (
      <Verdict
        tone={missing === 0 ? "act" : "plain"}
        label={t(missing === 0 ? "verdict.readyLabel" : "verdict.drafted")}
      >
        {missing === 0 ? t("verdict.ready") : t("verdict.notReady", { count: missing })}
      </Verdict>
    );
  }
  if (ballot.state === "drafted")
    return (
      <Verdict tone="plain" label={t("verdict.drafted")}>
        {t("verdict.draftedPlain")}
      </Verdict>
    );
  if (!result) {
    const facts = { state: t(`state.${ballot.state}`).toLowerCase(), turnout: page.turnout, count: page.rollSize };
    return (
      <Verdict tone="plain" label={t(`state.${ballot.state}`)}>
        {t("verdict.unseen", facts)}
      </Verdict>
    );
  }
  if (ballot.state === "open")
    return (
      <div>
        <Verdict
          tone={toneWhileOpen[result.outcome]}
          label={t("verdict.ifNow", { outcome: t(`verdict.outcome.${result.outcome}`) })}
        >
          {result.missing}
        </Verdict>
        {page.may["cast-position"] === null ? (
          <a className="button button-primary only-narrow" href="#position">
            {t("form.take")}
          </a>
        ) : null}
      </div>
    );
  return <Outcome page={page} result={result} />;
}

const toneWhileOpen = { adopted: "ok", "not-adopted": "warn", void: "warn", advisory: "plain" } as const;
const tones = { adopted: "ok", "not-adopted": "bad", void: "plain", advisory: "plain" } as const;

function Outcome({ page, result }: { page: BallotData; result: BallotResult }) {
  const { t } = useTranslation("ballot");
  const { state, certifiedAt } = page.ballot;
  const labels: Partial<Record<typeof state, string>> = {
    void: "voidLabel",
    certified: "certifiedLabel",
    challenged: "challengedLabel",
  };
  const label = labels[state] ?? "closedLabel";
  const until =
    state === "certified" ? certifiedAt : state === "void" ? page.ballot.closedAt : page.follows.certifiesAt;
  return (
    <div>
      <Verdict tone={tones[result.outcome]} label={t(`verdict.${label}`)}>
        <OutcomeSentence page={page} result={result} />
      </Verdict>
      {until === null || state === "challenged" ? null : (
        <p className="note verdict-time">
          {t(`verdict.${label}`)}: <When at={until} />
        </p>
      )}
      {result.flagged ? <p className="note">{t("verdict.flagged")}</p> : null}
    </div>
  );
}

function OutcomeSentence({ page, result }: { page: BallotData; result: BallotResult }) {
  const { t } = useTranslation("ballot");
  const counts = wordCounts(result.counts);
  const { type, subject } = page.ballot;
  if (result.outcome === "advisory") return <>{t("verdict.advisory", { ...counts, P: counts.E - counts.S })}</>;
  if (result.outcome === "adopted") {
    const { weights, adoptedOptions = [], winner } = result.type;
    const options = new Intl.ListFormat("en", { type: "conjunction" }).format(adoptedOptions);
    const facts = { ...counts, ...weights, assent: counts.Y + counts.O, options, winner };
    return <>{t(`verdict.adopted.${type}`, facts)}</>;
  }
  const names = result.failing.map((id) => t(`condition.fails.${id}`, { defaultValue: id }));
  const joined = new Intl.ListFormat("en", { type: "conjunction" }).format(names);
  if (result.outcome === "not-adopted") return <>{t("verdict.notAdopted", { names: joined })}</>;
  return <>{t(subject === "text" ? "verdict.void" : "verdict.voidPlain", { names: joined })}</>;
}
