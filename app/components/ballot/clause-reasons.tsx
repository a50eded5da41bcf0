/** At a clause: whose reason names it, each linked to the reason; and from a reason back to its clause. */
import { useTranslation } from "react-i18next";
import { Icon } from "~/ui/icon.tsx";
import type { SeatLineData } from "./ballot-data.ts";
import { iconOf } from "./word-mark.tsx";

/** The address of a reason on the page; the one of a Discuss stands in its card. */
export const reasonId = ({ seatId, countedAs }: Pick<SeatLineData, "seatId" | "countedAs">) =>
  countedAs === "discuss" ? `discuss-${seatId}` : `reason-${seatId}`;

/** The seats whose current position names the clause, by its reason. */
export const namingOf = (lines: readonly SeatLineData[], nid: string) =>
  lines.filter((line) => line.nid === nid && line.word !== null && line.reason !== "");

export function ClauseReasons({ lines, nid }: { lines: readonly SeatLineData[]; nid: string }) {
  const { t } = useTranslation("ballotText");
  const naming = namingOf(lines, nid);
  if (naming.length === 0) return null;
  return (
    <p className="clause-reasons">
      {t("reasons")}{" "}
      {naming.map((line) => (
        <a key={line.seatId} href={`#${reasonId(line)}`} className={`word-${line.word}`}>
          <Icon name={iconOf(line.word!)} /> {t("reasonOf", { word: t(`ballot:word.${line.word}`), seat: line.seat })}
        </a>
      ))}
    </p>
  );
}

/** `read` where the clause is named beside it already. */
export function ToClause({ nid, clause, read = false }: { nid: string | null; clause: string; read?: boolean }) {
  const { t } = useTranslation("ballotText");
  if (nid === null || clause === "") return null;
  return <a href={`#clause-${nid}`}>{t(read ? "readClause" : "toClause", { clause })}</a>;
}
