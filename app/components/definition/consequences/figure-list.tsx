/** Every system with its figures, their sources, and the side on which it stands: what the pictures show, in words. */
import { useTranslation } from "react-i18next";
import { DataTable } from "~/ui/data-table.tsx";
import { type SideName, SideSign, sideName } from "./marks.tsx";
import { shownNumber, shownUnit } from "./number-words.ts";
import type { Sided } from "./picture-data.ts";
import { MakerOf } from "./side-list.tsx";

type Props = {
  sides: Sided[];
  quantities: { key: string; quantity: string }[];
  onMark: (id: string | null) => void;
};

const order: SideName[] = ["enters", "leaves", "in", "not-known", "out"];

/** Who changes sides first, then who falls in; within a side as they came. */
const bySide = (sides: Sided[]): Sided[] =>
  order.flatMap((side) => sides.filter(({ before, after }) => sideName(before, after) === side));

export function FigureList({ sides, quantities, onMark }: Props) {
  const { t } = useTranslation("consequence");
  return (
    <div className="figure-table">
      <DataTable
        caption={t("list.caption")}
        head={[
          { label: t("list.system") },
          { label: t("list.side") },
          ...quantities.map(({ quantity }) => ({ label: quantity, number: true })),
          { label: t("list.maker") },
          { label: t("list.kind") },
        ]}
        rows={bySide(sides).map(({ system, before, after }) => ({
          key: system.id,
          cells: [
            <span key="name" className="system-name">
              {system.name}
            </span>,
            <span key="side" className="line">
              <SideSign side={sideName(before, after)} />
              {t(`side.${sideName(before, after)}`)}
            </span>,
            ...quantities.map(({ key }) => {
              const figure = system.figures.find((one) => one.key === key);
              if (!figure)
                return (
                  <span key={key} className="note">
                    {t("list.noFigure")}
                  </span>
                );
              const { value, unit, source, sourceDate, note, address } = figure;
              return (
                <a
                  key={key}
                  href={address}
                  rel="noreferrer"
                  title={[note, `${source}, ${sourceDate}`].filter(Boolean).join(" · ")}
                  onFocus={() => onMark(system.id)}
                  onBlur={() => onMark(null)}
                  onPointerEnter={() => onMark(system.id)}
                  onPointerLeave={() => onMark(null)}
                >
                  {shownNumber(value)}
                  {shownUnit(unit)}
                  <span className="unseen">
                    , {source}, {sourceDate}
                  </span>
                </a>
              );
            }),
            <MakerOf key="maker" system={system} />,
            `${system.kind}, ${system.year}`,
          ],
        }))}
      />
    </div>
  );
}
