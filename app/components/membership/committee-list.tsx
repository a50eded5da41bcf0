/** The committees of the regime with those in office. */
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Section } from "~/ui/layout.tsx";
import "./membership.css";

type Committee = { code: string; name: string; field: string; city: string; offices: { role: string; name: string }[] };

export function CommitteeList({ committees }: { committees: Committee[] }) {
  const { t } = useTranslation("membership");
  return (
    <Section title={t("committees.title")}>
      <ul className="rows">
        {committees.map((committee) => (
          <li key={committee.code}>
            <Link to={`/committees/${committee.code.toLowerCase()}`}>{committee.name}</Link>{" "}
            <span className="note">
              {committee.code}, {committee.city}
            </span>
            <p>{committee.field}</p>
            <p className="note">
              {committee.offices.map((office) => `${t(`record:role.${office.role}`)}: ${office.name}`).join(" · ")}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
