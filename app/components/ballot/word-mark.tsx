/** A word of a position with its icon and colour; the shape says it too. */
import { useTranslation } from "react-i18next";
import { Icon, type IconName } from "~/ui/icon.tsx";

const iconNames: readonly string[] = ["yes", "no-objection", "discuss", "no", "abstain", "recuse"];

/** Who chose or ranked options has taken a position; the options themselves stand beside it. */
const chosen: readonly string[] = ["set", "ranking"];

export const iconOf = (word: string): IconName => {
  if (chosen.includes(word)) return "tick";
  return iconNames.includes(word) ? (word as IconName) : "none";
};

export function WordMark({ word }: { word: string }) {
  const { t } = useTranslation("ballot");
  return (
    <span className={`word word-${word}`}>
      <Icon name={iconOf(word)} /> {t(`word.${word}`)}
    </span>
  );
}
