/** Small marks of this room: how a clause is named, and a hash that people can compare by ear. */
import { useTranslation } from "react-i18next";
import type { ClauseNameData } from "./definition-types.ts";

/** The words for a clause: its number, else its kind, else that it is gone. */
export function useClauseName(): (name: ClauseNameData, nid: string) => string {
  const { t } = useTranslation("definition");
  return (name, nid) => {
    if (nid === "") return t("clause.whole");
    if (name.gone) return t("clause.gone");
    return name.label || t(`clause.kind.${name.kind ?? "text"}`);
  };
}

/** Six words, then the figures in groups of eight. */
export function HashInWords({ words, hash }: { words: string[]; hash: string }) {
  return (
    <span className="hash">
      <strong>{words.join(" ")}</strong>
      <span className="hash-figures">{(hash.match(/.{8}/g) ?? []).join(" ")}</span>
    </span>
  );
}
