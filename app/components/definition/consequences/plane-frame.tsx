/** What lies under the points of a plane: grid, scales with their words, and the parts of it in which a system falls in. */
import { useTranslation } from "react-i18next";
import { Unheard } from "./marks.tsx";
import { shownTick, shownUnit } from "./number-words.ts";
import type { Axis, Box } from "./picture-data.ts";
import type { DrawnBox, Regions } from "./region.ts";
import type { Scale } from "./scale.ts";

export type Frame = { left: number; right: number; top: number; bottom: number };

export const axisName = ({ quantity, unit }: Axis): string => {
  const name = `${quantity.slice(0, 1).toUpperCase()}${quantity.slice(1)}`;
  const shown = shownUnit(unit).trim();
  return shown === "" ? name : `${name} (${shown})`;
};

export function PlaneGrid({ frame, x, y, axes }: { frame: Frame; x: Scale; y: Scale; axes: [Axis, Axis] }) {
  const { left, right, top, bottom } = frame;
  return (
    <Unheard className="plane-grid">
      <rect className="plane-ground" x={left} y={top} width={right - left} height={bottom - top} />
      {x.ticks.map((tick) => (
        <g key={`x${tick}`}>
          <line className="grid-line" x1={x.at(tick)} x2={x.at(tick)} y1={top} y2={bottom} />
          <text className="tick" x={x.at(tick)} y={bottom + 16} textAnchor="middle">
            {shownTick(tick)}
          </text>
        </g>
      ))}
      {y.ticks.map((tick) => (
        <g key={`y${tick}`}>
          <line className="grid-line" x1={left} x2={right} y1={y.at(tick)} y2={y.at(tick)} />
          <text className="tick" x={left - 6} y={y.at(tick) + 4} textAnchor="end">
            {shownTick(tick)}
          </text>
        </g>
      ))}
      <text className="axis-name" x={(left + right) / 2} y={bottom + 36} textAnchor="middle">
        {axisName(axes[0])} →
      </text>
      <text
        className="axis-name"
        x={14}
        y={(top + bottom) / 2}
        textAnchor="middle"
        transform={`rotate(-90 14 ${(top + bottom) / 2})`}
      >
        {axisName(axes[1])} →
      </text>
    </Unheard>
  );
}

export function drawnBoxes(boxes: Box[], frame: Frame, x: Scale, y: Scale): DrawnBox[] {
  return boxes.flatMap(({ nid, x: along, y: up }, index) => {
    if (along.low >= x.high || along.high <= x.low || up.low >= y.high || up.high <= y.low) return [];
    const left = along.low <= x.low ? frame.left : x.at(along.low);
    const right = along.high >= x.high ? frame.right : x.at(along.high);
    const bottom = up.low <= y.low ? frame.bottom : y.at(up.low);
    const top = up.high >= y.high ? frame.top : y.at(up.high);
    return [{ key: `${nid}-${index}`, x: left, y: top, width: right - left, height: bottom - top }];
  });
}

/** Slanting lines over a ground, so that a region is told by more than its colour. */
function Hatch({ id, slant }: { id: string; slant: number }) {
  return (
    <pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform={`rotate(${slant})`}>
      <rect className="region-ground" width="8" height="8" />
      <line className="region-stroke" x1="0" x2="0" y1="0" y2="8" />
    </pattern>
  );
}

/** Where a system falls in now; and, once a threshold is moved, what that adds, what it takes, and the border then. */
export function RegionShapes({ id, regions, isMoved }: { id: string; regions: Regions; isMoved: boolean }) {
  const { present, proposed } = regions;
  return (
    <Unheard>
      <g className="region-present">
        <defs>
          <Hatch id={`${id}-present`} slant={45} />
        </defs>
        <path d={present.area} style={{ fill: `url(#${id}-present)` }} />
        <path className="region-border" d={present.border} />
      </g>
      {isMoved ? (
        <g className="region-proposed">
          <defs>
            <Hatch id={`${id}-proposed`} slant={-45} />
          </defs>
          <path className="region-lost" d={proposed.lost} />
          <path d={proposed.gained} style={{ fill: `url(#${id}-proposed)` }} />
          <path className="region-border" d={proposed.border} />
        </g>
      ) : null}
    </Unheard>
  );
}

/** The strip above the plane for systems of which only the first figure is known. */
export function UnknownStrip({ frame, axis }: { frame: Frame; axis: Axis }) {
  const { t } = useTranslation("consequence");
  return (
    <Unheard>
      <rect className="plane-strip" x={frame.left} y={frame.top - 34} width={frame.right - frame.left} height={26} />
      <text className="tick" x={frame.left + 6} y={frame.top - 39}>
        {t("plane.unknown", { quantity: axis.quantity })}
      </text>
    </Unheard>
  );
}
