/** A word of a position with its icon and colour; the shape says it too. */
import { useTranslation } from "react-i18next";
import { Icon, type IconName } from "~/ui/icon.tsx";

const iconNames: readonly string[] = ["yes", "no-objection", "discuss", "no", "abstain", "recuse"];

export const iconOf = (word: string): IconName => (iconNames.includes(word) ? (word as IconName) : "none");

export function WordMark({ word }: { word: string }) {
  const { t } = useTranslation("ballot");
  return (
    <span className={`word word-${word}`}>
      <Icon name={iconOf(word)} /> {t(`word.${word}`)}
    </span>
  );
}
