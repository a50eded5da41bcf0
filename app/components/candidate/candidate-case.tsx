/** The case for a candidate: why, who makes it, where else it can be had, which harms, with what evidence. */
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Section } from "~/ui/layout.tsx";
import type { Candidate } from "../../../domain/candidate/candidate.ts";

export function CandidateCase({ candidate }: { candidate: Candidate }) {
  const { t } = useTranslation("candidate");
  const rows: [string, string][] = [
    ["rationale", candidate.rationale],
    ["producers", candidate.producers],
    ["foreignAvailability", candidate.foreignAvailability],
    ["harmsOfControl", candidate.harmsOfControl],
    ["evidence", candidate.evidence],
  ];
  return (
    <Section title={t("page.case")}>
      <dl className="definition-list">
        <dt>{t("new.harms")}</dt>
        <dd>{candidate.harms.map((harm) => t(`harm.${harm}`)).join("; ")}</dd>
        {rows
          .filter(([, text]) => text !== "")
          .map(([name, text]) => (
            <div key={name} className="definition-row">
              <dt>{t(`new.${name}`)}</dt>
              <dd className="prose">{text}</dd>
            </div>
          ))}
        {candidate.touches.length > 0 ? (
          <div className="definition-row">
            <dt>{t("page.touches")}</dt>
            <dd className="line">
              {candidate.touches.map((code) => (
                <Link key={code} to={`/library/${code}`}>
                  {code}
                </Link>
              ))}
            </dd>
          </div>
        ) : null}
      </dl>
    </Section>
  );
}
