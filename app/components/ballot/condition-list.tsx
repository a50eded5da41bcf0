/** Each condition of the rule: in words with its numbers, as a bar against its threshold, and how far it is from it. */
import { useTranslation } from "react-i18next";
import { Icon } from "~/ui/icon.tsx";
import { Section } from "~/ui/layout.tsx";
import { Rule } from "~/ui/rule.tsx";
import { type BallotData, type BallotResult, type ConditionData, wordCounts } from "./ballot-data.ts";
import { ConditionBar } from "./condition-bar.tsx";
import { Distance, holds } from "./condition-distance.tsx";

type Numbers = Record<string, number | undefined>;

/** The second comparison of a condition that has two (rules B17, B22), under the first. */
function Further({ condition }: { condition: ConditionData }) {
  const { t } = useTranslation("ballot");
  const { id, further } = condition;
  if (further === undefined) return null;
  const { left, right, relation, joinedBy } = further;
  return (
    <div className="condition-further">
      <p className="note">
        {t(`condition.${joinedBy}`)} {t(`condition.further.${id}`)}
      </p>
      <ConditionBar condition={further} />
      <div className="condition-number">
        <p>
          <b>{left}</b> {t("condition.needs", { relation, right })}
        </p>
      </div>
    </div>
  );
}

function ConditionRow({ condition, counts }: { condition: ConditionData; counts: Numbers }) {
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
      <ConditionBar condition={{ left, right, relation, met: holds(condition) }} />
      <div className="condition-number">
        <p>
          <b>{left}</b> {t("condition.needs", { relation, right })}
        </p>
        <p className="note">
          <Distance condition={condition} />
        </p>
      </div>
      <Further condition={condition} />
    </li>
  );
}

/** That enough seats are left to decide is said in one line, unless it fails. */
function Validity({ counts }: { counts: { E: number; R: number } }) {
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

export function ConditionList({ page, result }: { page: BallotData; result: BallotResult }) {
  const { t } = useTranslation("ballot");
  const { E, R, S } = result.counts;
  const counts = { ...wordCounts(result.counts), P: E - S, V: result.type.voters, ...result.type.weights };
  const quorum = result.conditions.filter((one) => one.id.startsWith("B12"));
  const deciding = result.conditions.filter((one) => !one.id.startsWith("B12"));
  const valid = quorum.every((one) => one.met);
  const rows = valid ? deciding : [...quorum, ...deciding];
  const inOrder = [...rows].sort((one, other) => Number(one.met) - Number(other.met));
  // A straw poll has no condition (rule B30).
  if (result.conditions.length === 0) return null;
  return (
    <Section title={t("condition.title")} note={t("condition.note", { type: t(`type.${page.ballot.type}`) })}>
      <ul className="conditions">
        {inOrder.map((condition) => (
          <ConditionRow key={condition.id} condition={condition} counts={counts} />
        ))}
        {valid ? <Validity counts={{ E, R }} /> : null}
      </ul>
    </Section>
  );
}
