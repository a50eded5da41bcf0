/** The roll as cells: assent first, then those without a position, the others, and apart those that do not count. */
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "~/ui/icon.tsx";
import type { SeatLineData } from "./ballot-data.ts";
import { iconOf } from "./word-mark.tsx";

const order = ["yes", "no-objection", "set", "ranking", "none", "abstain", "discuss", "no", "recuse"];
const placeOf = (line: SeatLineData) => order.indexOf(line.countedAs);

export function RollCells({ lines, needed }: { lines: SeatLineData[]; needed: number | null }) {
  const { t } = useTranslation("ballot");
  const inOrder = [...lines].sort((one, other) => placeOf(one) - placeOf(other));
  return (
    <>
      {needed === null ? null : <p className="note roll-note">{t("position.needed", { count: needed })}</p>}
      <ol className="roll">
        {inOrder.map((line, index) => (
          <Fragment key={line.seatId}>
            <li
              className={`roll-cell roll-cell-${line.countedAs} ${line.own ? "roll-cell-own" : ""}`}
              title={t("position.cell", { seat: line.seat, word: t(`word.${line.countedAs}`) })}
            >
              <Icon name={iconOf(line.countedAs)} />
              <span className="unseen">
                {t("position.cell", { seat: line.seat, word: t(`word.${line.countedAs}`) })}
              </span>
            </li>
            {needed === index + 1 ? (
              <li className="roll-needed">
                <span>{t("position.needed", { count: needed })}</span>
              </li>
            ) : null}
          </Fragment>
        ))}
      </ol>
    </>
  );
}
