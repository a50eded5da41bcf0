/** Each condition of the rule: in words with its numbers, as a bar against its threshold, and how far it is from it. */
import { useTranslation } from "react-i18next";
import { Icon } from "~/ui/icon.tsx";
import { Section } from "~/ui/layout.tsx";
import { Rule } from "~/ui/rule.tsx";
import { type BallotResult, type ConditionData, wordCounts } from "./ballot-data.ts";
import { ConditionBar } from "./condition-bar.tsx";

type Counts = ReturnType<typeof wordCounts>;

/** How far a condition is from its threshold, in words. */
function Distance({ condition }: { condition: ConditionData }) {
  const { t } = useTranslation("ballot");
  const { id, left, right, relation, met } = condition;
  if (relation === "=") return <>{met ? t("condition.none") : t("condition.clear", { count: left })}</>;
  const off = relation === "≤" ? right - left : left - right;
  if (off === 0) return <>{t("condition.even")}</>;
  if (off > 0) return <>{t("condition.spare", { count: off })}</>;
  if (relation === "≤") return <>{t("condition.over", { count: -off })}</>;
  // Assent is counted three times in its condition; the distance is said in seats.
  return <>{t("condition.short", { count: id === "B13" ? Math.ceil(-off / 3) : -off })}</>;
}

function ConditionRow({ condition, counts }: { condition: ConditionData; counts: Counts }) {
  const { t } = useTranslation("ballot");
  const { id, left, right, relation, met } = condition;
  return (
    <li className={met ? "condition" : "condition condition-unmet"}>
      <span className="condition-sign">
        <Icon name={met ? "tick" : "cross"} label={t(met ? "readiness.met" : "readiness.unmet")} />
      </span>
      <div className="condition-words">
        <strong>{t(`condition.name.${id}`, { defaultValue: condition.name })}</strong>
        <p className="note">
          {t(`condition.formula.${id}`, { ...counts, defaultValue: "" })} <Rule id={id} />
        </p>
      </div>
      <ConditionBar condition={condition} />
      <div className="condition-number">
        <p>
          <b>{left}</b> {t("condition.needs", { relation, right })}
        </p>
        <p className="note">
          <Distance condition={condition} />
        </p>
      </div>
    </li>
  );
}

/** That enough seats are left to decide is said in one line, unless it fails. */
function Validity({ counts }: { counts: Counts }) {
  const { t } = useTranslation("ballot");
  const { E, R } = counts;
  const [before, between, after] = t("condition.validFacts", { E, R, twice: 2 * E, a: "\u0001", b: "\u0001" }).split(
    "\u0001",
  );
  return (
    <li className="condition condition-valid">
      <span className="condition-sign">
        <Icon name="tick" label={t("readiness.met")} />
      </span>
      <p>
        <strong>{t("condition.valid")}</strong>{" "}
        <span className="note">
          {before}
          <Rule id="B12a" />
          {between}
          <Rule id="B12b" />
          {after}
        </span>
      </p>
    </li>
  );
}

export function ConditionList({ result }: { result: BallotResult }) {
  const { t } = useTranslation("ballot");
  const counts = wordCounts(result.counts);
  const quorum = result.conditions.filter((one) => one.id.startsWith("B12"));
  const deciding = result.conditions.filter((one) => !one.id.startsWith("B12"));
  const valid = quorum.every((one) => one.met);
  const rows = valid ? deciding : [...quorum, ...deciding];
  const inOrder = [...rows].sort((one, other) => Number(one.met) - Number(other.met));
  return (
    <Section title={t("condition.title")} note={t("condition.note")}>
      <ul className="conditions">
        {inOrder.map((condition) => (
          <ConditionRow key={condition.id} condition={condition} counts={counts} />
        ))}
        {valid ? <Validity counts={counts} /> : null}
      </ul>
    </Section>
  );
}
