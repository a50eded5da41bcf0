/** The secretariat's next step with a recommendation, and its rounds. */
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ActForm } from "~/ui/act-form.tsx";
import { Button } from "~/ui/button.tsx";
import { ChoiceField, SelectField } from "~/ui/field.tsx";
import { Empty, Section } from "~/ui/layout.tsx";
import { When } from "~/ui/time.tsx";
import { isOthersAct, type RecommendationData } from "./review-data.ts";
import { RoundStateBadge } from "./review-words.tsx";

const kinds = ["new-entry", "amendment", "correction"] as const;
const liveStates = ["prepared", "dispatched", "running"];

export function RecommendationOffice({ page }: { page: RecommendationData }) {
  const { t } = useTranslation("review");
  const { may, recommendation, rounds } = page;
  if (isOthersAct(may["transmit-recommendation"])) return null;
  const live = rounds.some((round) => liveStates.includes(round.state));
  if (recommendation.state === "drafted")
    return (
      <Section title={t("recommendation.office")}>
        <ActForm intent="transmit-recommendation" refusal={may["transmit-recommendation"]}>
          <p>{t("recommendation.transmitSentence")}</p>
          <Button tone="primary">{t("recommendation.transmit")}</Button>
        </ActForm>
      </Section>
    );
  if (recommendation.state !== "transmitted" || live) return null;
  return (
    <Section title={t("recommendation.office")}>
      <ActForm intent="prepare-round" refusal={may["prepare-round"]}>
        <ChoiceField
          name="kind"
          label={t("recommendation.roundKind")}
          defaultValue="new-entry"
          required
          options={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`), hint: t(`kindHint.${kind}`) }))}
        />
        {page.entryCodes.length > 0 ? (
          <SelectField
            name="entry"
            label={t("recommendation.entry")}
            hint={t("recommendation.entryHint")}
            options={[
              { value: "", label: t("recommendation.entryNone") },
              ...page.entryCodes.map((code) => ({ value: code, label: code })),
            ]}
          />
        ) : null}
        <Button tone="primary">{t("recommendation.prepare")}</Button>
      </ActForm>
    </Section>
  );
}

export function RecommendationRounds({ rounds }: { rounds: RecommendationData["rounds"] }) {
  const { t } = useTranslation("review");
  return (
    <Section title={t("recommendation.rounds")}>
      {rounds.length === 0 ? (
        <Empty title={t("recommendation.noRounds")}>{t("recommendation.noRoundsNext")}</Empty>
      ) : (
        <ul className="rows">
          {rounds.map((round) => (
            <li key={round.slug}>
              <p className="line">
                <Link to={`/review-rounds/${round.slug}`}>{round.reference}</Link>
                <RoundStateBadge state={round.state} />
              </p>
              <p className="note">
                {t(`kind.${round.kind}`)}
                {round.endsAt === null ? null : (
                  <>
                    {", "}
                    {t("rounds.ends").toLowerCase()} <When at={round.endsAt} />
                  </>
                )}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
