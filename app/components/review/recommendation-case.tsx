/** Why it is recommended: rationale, harms, evidence, availability, as the candidate brings them (rules R5, R9). */
import { useTranslation } from "react-i18next";
import { Section } from "~/ui/layout.tsx";
import { Rule } from "~/ui/rule.tsx";
import type { RecommendationData } from "./review-data.ts";

const parts = ["rationale", "evidence", "foreignAvailability", "producers", "harmsOfControl"] as const;

export function RecommendationCase({ candidate }: { candidate: RecommendationData["candidate"] }) {
  const { t } = useTranslation("review");
  return (
    <Section title={t("recommendation.case")}>
      <dl className="definition-list">
        <dt>
          {t("recommendation.harms")} <Rule id="R5" />
        </dt>
        <dd>{candidate.harms.map((harm) => t(`candidate:harm.${harm}`)).join(", ")}</dd>
        {parts.map((part) => (
          <div key={part} className="definition-row">
            <dt>{t(`recommendation.${part}`)}</dt>
            <dd className="prose">{candidate[part] || t("recommendation.none")}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
