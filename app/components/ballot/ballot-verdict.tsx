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
          tone={result.outcome === "adopted" ? "ok" : "warn"}
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

function Outcome({ page, result }: { page: BallotData; result: BallotResult }) {
  const { t } = useTranslation("ballot");
  const { state, certifiedAt } = page.ballot;
  const tone = result.outcome === "adopted" ? "ok" : result.outcome === "void" ? "plain" : "bad";
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
      <Verdict tone={tone} label={t(`verdict.${label}`)}>
        <OutcomeSentence result={result} />
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

function OutcomeSentence({ result }: { result: BallotResult }) {
  const { t } = useTranslation("ballot");
  const { Y, O, E } = wordCounts(result.counts);
  if (result.outcome === "adopted") return <>{t("verdict.adopted", { assent: Y + O, E })}</>;
  const names = result.failing.map((id) => t(`condition.fails.${id}`, { defaultValue: id }));
  const joined = new Intl.ListFormat("en", { type: "conjunction" }).format(names);
  return <>{t(result.outcome === "void" ? "verdict.void" : "verdict.notAdopted", { names: joined })}</>;
}
