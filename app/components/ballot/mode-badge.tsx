/** How positions are kept, told apart at first sight, with one sentence on who can see what (rules B38, B39, B43). */
import { useTranslation } from "react-i18next";
import { Icon } from "~/ui/icon.tsx";
import type { BallotData } from "./ballot-data.ts";

export function ModeBadge({ mode }: { mode: BallotData["ballot"]["mode"] }) {
  const { t } = useTranslation("ballotText");
  return (
    <span className="mode">
      <span className={`mode-name mode-name-${mode}`}>
        <Icon name={mode === "RECORDED" ? "people" : "lock"} /> {t(`mode.${mode}`)}
      </span>
      <span className="note">{t(`whoSees.${mode}`)}</span>
    </span>
  );
}
