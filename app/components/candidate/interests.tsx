/** Declared interests of a candidate in short; the whole stands on the page of its interests. */
import { useTranslation } from "react-i18next";
import { Badge } from "~/ui/badge.tsx";
import { Empty } from "~/ui/layout.tsx";
import { When } from "~/ui/time.tsx";

type Interest = { person: string; kind: string; class: string; organisation: string | null; declaredAt: number };

export function InterestList({ interests }: { interests: Interest[] }) {
  const { t } = useTranslation("candidate");
  const shown = interests.filter((interest) => interest.class !== "none");
  const none = interests.length - shown.length;
  if (interests.length === 0) return <Empty title={t("interest.nobody")}>{t("interest.nobodyNext")}</Empty>;
  return (
    <ul className="rows">
      {shown.map((interest) => (
        <li key={interest.person} className="interest">
          <span className="line">
            <strong>{interest.person}</strong>
            <Badge tone={interest.class === "direct" ? "warn" : "grey"}>{t(`interest.class.${interest.class}`)}</Badge>
          </span>
          <span className="note">
            {t(`interest.kind.${interest.kind}`)}
            {interest.organisation ? `, ${interest.organisation}` : ""}, <When at={interest.declaredAt} dateOnly />
          </span>
        </li>
      ))}
      {none > 0 ? <li className="note">{t("interest.none", { count: none })}</li> : null}
    </ul>
  );
}
