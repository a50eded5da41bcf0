/** The newest minutes of a thing: what was done, by whom, when. */
import { useTranslation } from "react-i18next";
import { Empty } from "~/ui/layout.tsx";
import { Rule } from "~/ui/rule.tsx";
import { When } from "~/ui/time.tsx";

export type ShownMinute = {
  id: string;
  type: string;
  personName: string | null;
  role: string | null;
  at: number;
  rules: string[];
};

export function MinuteList({ minutes }: { minutes: ShownMinute[] }) {
  const { t } = useTranslation("record");
  if (minutes.length === 0) return <Empty title={t("none")} />;
  return (
    <ul className="rows">
      {minutes.map((minute) => (
        <li key={minute.id} className="line">
          <span>
            {t(`minute.${minute.type}`)}
            <span className="note">
              {" "}
              {minute.personName ?? t("clock")}
              {minute.role ? `, ${t(`role.${minute.role}`)}` : ""}
            </span>
          </span>
          <span className="note">
            <When at={minute.at} />
          </span>
          {minute.rules.map((rule) => (
            <Rule key={rule} id={rule} />
          ))}
        </li>
      ))}
    </ul>
  );
}
