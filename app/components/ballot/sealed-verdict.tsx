/** The state of a ballot that is sealed, in one sentence: how many, and who is waited for. Never how it stands. */
import { useTranslation } from "react-i18next";
import { Verdict } from "~/ui/layout.tsx";
import { When } from "~/ui/time.tsx";
import type { BallotData } from "./ballot-data.ts";

export function SealedVerdict({ page }: { page: BallotData }) {
  const { t } = useTranslation("sealing");
  const recused = page.sealing?.recused ?? [];
  const seats = new Intl.ListFormat("en", { type: "conjunction" }).format(recused);
  return (
    <div className="stack">
      <SealedState page={page} />
      {recused.length === 0 ? null : <p>{t("verdict.recused", { seats })}</p>}
    </div>
  );
}

function SealedState({ page }: { page: BallotData }) {
  const { t } = useTranslation(["sealing", "ballot"]);
  const { ballot, turnout, rollSize: count } = page;
  const seal = page.sealing?.sealing;
  const label = t(`ballot:state.${ballot.state}`);
  if (ballot.state === "void")
    return (
      <Verdict tone="plain" label={label}>
        {t(ballot.outcome === "void" ? "verdict.void" : "verdict.voidOther")}
      </Verdict>
    );
  if (ballot.state === "open" || !seal)
    return (
      <Verdict tone="act" label={label}>
        {t("verdict.open", { turnout, count })}
      </Verdict>
    );
  const missing = Math.max(0, seal.needed - seal.submitted);
  return (
    <div>
      <Verdict tone="warn" label={label}>
        {missing === 0
          ? t("verdict.ready", { turnout, count })
          : t(missing === 1 ? "verdict.sealed_one" : "verdict.sealed_other", { turnout, count, missing })}
      </Verdict>
      {page.sealing?.unsealBy ? (
        <p className="note verdict-time">
          {t("verdict.until")}: <When at={page.sealing.unsealBy} />
        </p>
      ) : null}
    </div>
  );
}
