/**
 * The systems in order of one figure, a rung each, and the thresholds of the text as lines across the rungs. Only rungs near
 * the moved threshold are drawn; the rest are counted.
 */
import { useTranslation } from "react-i18next";
import type { Threshold } from "../../../../domain/definition/consequences/thresholds.ts";
import { SideShape, sideName, Unheard } from "./marks.tsx";
import { type Moving, useMoving } from "./moving.tsx";
import { shownNumber, shownTick, shownUnit } from "./number-words.ts";
import { type Axis, boundsOn, drawn, figureOn, type Sided } from "./picture-data.ts";
import { logScale, type Scale } from "./scale.ts";

export type LadderProps = {
  width: number;
  axis: Axis;
  systems: Sided[];
  thresholds: Threshold[];
  labels: Record<string, string>;
  moving: Moving;
  marked: string | null;
  onMark: (id: string | null) => void;
};

const rungsEachWay = 18;
const rungHeight = 20;
const topRoom = 52;

type Rung = { sided: Sided; value: number };

/** The rungs around the present and the moved number, and how many lie beyond. */
function rungsNear(rungs: Rung[], from: number, to: number): { shown: Rung[]; below: number; above: number } {
  const first = rungs.findIndex(({ value }) => value >= Math.min(from, to));
  const after = rungs.findIndex(({ value }) => value > Math.max(from, to));
  const low = Math.max(0, (first < 0 ? rungs.length : first) - rungsEachWay);
  const high = Math.min(rungs.length, (after < 0 ? rungs.length : after) + rungsEachWay);
  return { shown: rungs.slice(low, high), below: low, above: rungs.length - high };
}

export function Ladder({ width, axis, systems, thresholds, labels, moving, marked, onMark }: LadderProps) {
  const { t } = useTranslation("consequence");
  const rungs = systems
    .flatMap((sided): Rung[] => {
      const value = figureOn(sided.system, axis);
      return value === null ? [] : [{ sided, value }];
    })
    .sort((one, other) => one.value - other.value);
  const bounds = boundsOn(thresholds, axis);
  const at = (value: string) => drawn(value, moving.threshold.unit, axis.unit) ?? Number(value);
  const [present, now] = [at(moving.threshold.value), at(moving.value)];
  const { shown, below, above } = rungsNear(rungs, present, now);
  const left = Math.min(220, Math.round(width * 0.36));
  const right = width - 14;
  const all = [...rungs.map(({ value }) => value), ...bounds.map((bound) => bound.at)];
  const x = logScale(all, left, right);
  const height = topRoom + shown.length * rungHeight + 30;
  const bottom = height - 26;
  const { svg, handle } = useMoving({ ...moving, label: t("ladder.handle", { threshold: moving.label }) }, x, "x");
  const lettersMax = Math.floor((left - 12) / 6.4);
  const cut = (name: string) => (name.length > lettersMax ? `${name.slice(0, lettersMax - 1)}…` : name);
  const line = x.at(now);
  const words = `${shownNumber(moving.value)}${shownUnit(moving.threshold.unit)}`;
  const long = words.length * 7 + 18;
  return (
    <>
      {above + below > 0 ? <p className="note">{t("ladder.beyond", { below, above })}</p> : null}
      <svg ref={svg} className="picture" viewBox={`0 0 ${width} ${height}`} role="group">
        <title>{t("ladder.title", { quantity: axis.quantity })}</title>
        <Scales x={x} bottom={bottom} />
        {shown.map(({ sided, value }, row) => {
          const y = topRoom + row * rungHeight + rungHeight / 2;
          const { system, before, after } = sided;
          const side = sideName(before, after);
          return (
            <g
              key={system.id}
              className={system.id === marked ? `rung rung-${after} point-marked` : `rung rung-${after}`}
              onPointerEnter={() => onMark(system.id)}
              onPointerLeave={() => onMark(null)}
            >
              <rect className="rung-ground" x={0} y={y - rungHeight / 2} width={right} height={rungHeight} />
              <text className="rung-name" x={left - 10} y={y + 4} textAnchor="end">
                {cut(system.name)}
              </text>
              <line className="rung-line" x1={left} x2={x.at(value)} y1={y} y2={y} />
              <SideShape side={side} x={x.at(value)} y={y} />
              <title>{`${system.maker} ${system.name}: ${t(`side.${side}`)}`}</title>
            </g>
          );
        })}
        <Bounds bounds={bounds} x={x} bottom={bottom} labels={labels} own={moving.threshold.id} />
        {now === present ? null : (
          <line className="present-line" x1={x.at(present)} x2={x.at(present)} y1={40} y2={bottom} />
        )}
        <line className="moved-edge" x1={line} x2={line} y1={34} y2={bottom} />
        <g className="handle handle-x" {...handle}>
          <rect className="handle-room" x={line - 14} y={0} width={28} height={bottom} />
          <rect
            className="handle-flag"
            x={Math.min(Math.max(line - long / 2, 2), width - long - 2)}
            y={12}
            width={long}
            height={22}
            rx={4}
          />
          <text
            className="handle-words"
            x={Math.min(Math.max(line, long / 2 + 2), width - long / 2 - 2)}
            y={27.5}
            textAnchor="middle"
          >
            {words}
          </text>
        </g>
      </svg>
    </>
  );
}

function Scales({ x, bottom }: { x: Scale; bottom: number }) {
  return (
    <Unheard>
      {x.ticks.map((tick) => (
        <g key={tick}>
          <line className="grid-line" x1={x.at(tick)} x2={x.at(tick)} y1={topRoom - 6} y2={bottom} />
          <text className="tick" x={x.at(tick)} y={bottom + 16} textAnchor="middle">
            {shownTick(tick)}
          </text>
        </g>
      ))}
    </Unheard>
  );
}

type BoundsProps = {
  bounds: ReturnType<typeof boundsOn>;
  x: Scale;
  bottom: number;
  labels: Record<string, string>;
  own: string;
};

/** The other thresholds of the same quantity, thin, each with its clause where there is room for it. */
function Bounds({ bounds, x, bottom, labels, own }: BoundsProps) {
  let last = -Infinity;
  return (
    <Unheard>
      {bounds
        .filter(({ threshold }) => threshold.id !== own)
        .sort((one, other) => one.at - other.at)
        .map(({ threshold, at }) => {
          const place = x.at(at);
          const isNamed = place - last > 26;
          if (isNamed) last = place;
          return (
            <g key={threshold.id}>
              <line className="other-line" x1={place} x2={place} y1={topRoom - 6} y2={bottom} />
              {isNamed ? (
                <text className="tick" x={place} y={topRoom - 9} textAnchor="middle">
                  {labels[threshold.places.at(-1)!.nid]}
                </text>
              ) : null}
            </g>
          );
        })}
    </Unheard>
  );
}
