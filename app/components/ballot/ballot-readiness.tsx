/** The checklist before the opening: each line of the gate with what is missing, and a link to where it is mended. */
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Icon } from "~/ui/icon.tsx";
import { Section } from "~/ui/layout.tsx";
import { Rule } from "~/ui/rule.tsx";
import { When } from "~/ui/time.tsx";
import type { BallotData } from "./ballot-data.ts";

type Line = NonNullable<BallotData["readiness"]>["lines"][number];

function useSentence(line: Line): string {
  const { t } = useTranslation("ballot");
  const { name, met, count, of, details } = line;
  const named = new Intl.ListFormat("en", { type: "conjunction" }).format(details);
  if (name === "state") return t("readiness.state", { state: t(`frame:state.${details[0]}`).toLowerCase() });
  if (name === "rest") return details[0] ?? "";
  if (name === "version") return t(met ? "readiness.versionMet" : "readiness.versionUnmet", { count, of });
  if (name === "scope") return met ? t("readiness.scopeMet") : (details[0] ?? "");
  if (name === "interests") {
    if (count === of) return t("readiness.interestsAll", { of });
    const some = t("readiness.interestsSome", { count, of, names: named });
    return met ? `${some} ${t("readiness.interestsOver")}` : some;
  }
  return t(`readiness.${name}${met ? "Met" : "Unmet"}`, { count, numbers: named });
}

function ReadinessRow({ line }: { line: Line }) {
  const { t } = useTranslation("ballot");
  const sentence = useSentence(line);
  const sign = line.met ? "met" : line.at === null ? "unmet" : "waits";
  return (
    <li className={`readiness readiness-${sign}`}>
      <span className="condition-sign">
        <Icon name={sign === "met" ? "tick" : sign === "waits" ? "clock" : "cross"} label={t(`readiness.${sign}`)} />
      </span>
      <strong>{t(`readiness.name.${line.name}`)}</strong>
      <div>
        <p>{sentence}</p>
        {line.name === "faults" && !line.met ? (
          <ul className="readiness-details">
            {line.details.map((detail) => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
        ) : null}
        {line.at !== null && !line.met ? (
          <p className="note">
            {t("readiness.until")} <When at={line.at} />
          </p>
        ) : null}
      </div>
      <span className="readiness-end">
        {line.met ? null : (
          <Link to={line.to}>
            {t("readiness.mend")}
            <span className="unseen">: {t(`readiness.name.${line.name}`)}</span>
          </Link>
        )}
        <Rule id={line.rule} />
      </span>
    </li>
  );
}

export function BallotReadiness({ page }: { page: BallotData }) {
  const { t } = useTranslation("ballot");
  if (page.readiness === null) return null;
  const { lines } = page.readiness;
  const met = lines.filter((line) => line.met).length;
  const inOrder = [...lines].sort((one, other) => Number(one.met) - Number(other.met));
  return (
    <Section title={t("readiness.title")} note={t("readiness.hold", { met, of: lines.length })} id="readiness">
      <ul className="readiness-lines">
        {inOrder.map((line) => (
          <ReadinessRow key={line.name} line={line} />
        ))}
      </ul>
    </Section>
  );
}
