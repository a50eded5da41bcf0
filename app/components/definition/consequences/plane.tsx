/**
 * Two figures of each system against each other, and the part of the plane in which a system falls in: now, hatched; as
 * proposed, with a broken border. The moved threshold is a line with a handle.
 */
import { useTranslation } from "react-i18next";
import type { Threshold } from "../../../../domain/definition/consequences/thresholds.ts";
import { placeLabels } from "./label-places.ts";
import { SideShape, sideName, Unheard } from "./marks.tsx";
import { type Moving, useMoving } from "./moving.tsx";
import { shownNumber, shownUnit } from "./number-words.ts";
import { type Axis, type Box, drawn, type Point } from "./picture-data.ts";
import { drawnBoxes, type Frame, PlaneGrid, RegionShapes, UnknownStrip } from "./plane-frame.tsx";
import { regionsOf } from "./region.ts";
import { logScale, type Scale } from "./scale.ts";

export type PlaneProps = {
  /** Tells the patterns of several pictures on a page apart. */
  id: string;
  width: number;
  height: number;
  axes: [Axis, Axis];
  points: Point[];
  thresholds: Threshold[];
  before: Box[];
  after: Box[];
  isMoved: boolean;
  moving: Moving | null;
  marked: string | null;
  onMark: (id: string | null) => void;
};

const ends = (boxes: Box[], axis: "x" | "y"): number[] =>
  boxes.flatMap((box) => [box[axis].low, box[axis].high]).filter((value) => value > 0 && value < Infinity);

type Place = { id: string; name: string; x: number; y: number; point: Point };

/** How far a point lies from the border of the boxes, in units of the picture. */
function borderDistance({ x, y }: Place, boxes: ReturnType<typeof drawnBoxes>, frame: Frame): number {
  const inner = (value: number, low: number, high: number) => Math.max(low - value, 0, value - high);
  return Math.min(
    Infinity,
    ...boxes.flatMap((box) => {
      const [right, bottom] = [box.x + box.width, box.y + box.height];
      const alongX = inner(x, box.x, right);
      const alongY = inner(y, box.y, bottom);
      const edges = [
        box.x > frame.left ? Math.hypot(x - box.x, alongY) : Infinity,
        right < frame.right ? Math.hypot(x - right, alongY) : Infinity,
        box.y > frame.top ? Math.hypot(y - box.y, alongX) : Infinity,
        bottom < frame.bottom ? Math.hypot(y - bottom, alongX) : Infinity,
      ];
      return edges;
    }),
  );
}

function scalesOf({ axes, points, before, moving, thresholds }: PlaneProps, frame: Frame): [Scale, Scale] {
  const own = (axis: Axis) =>
    thresholds.flatMap(({ key, value, unit }) => (key === axis.key ? [drawn(value, unit, axis.unit) ?? 0] : []));
  const moved = (axis: Axis) => (moving && moving.threshold.key === axis.key ? [Number(moving.threshold.value)] : []);
  const xs = points.flatMap(({ x }) => (x === null ? [] : [x]));
  const ys = points.flatMap(({ y }) => (y === null ? [] : [y]));
  return [
    logScale([...xs, ...ends(before, "x"), ...own(axes[0]), ...moved(axes[0])], frame.left, frame.right),
    logScale([...ys, ...ends(before, "y"), ...own(axes[1]), ...moved(axes[1])], frame.bottom, frame.top),
  ];
}

export function Plane(props: PlaneProps) {
  const { id, width, height, axes, points, before, after, isMoved, moving, marked, onMark } = props;
  const { t } = useTranslation("consequence");
  const hasUnknown = points.some(({ x, y }) => x !== null && y === null);
  const frame: Frame = { left: 62, right: width - 14, top: hasUnknown ? 58 : 16, bottom: height - 46 };
  const [x, y] = scalesOf(props, frame);
  const places = points.flatMap((point): Place[] => {
    if (point.x === null) return [];
    const at = { id: point.system.id, name: point.system.name, point, x: x.at(point.x) };
    return [{ ...at, y: point.y === null ? frame.top - 21 : y.at(point.y) }];
  });
  const [present, proposed] = [drawnBoxes(before, frame, x, y), drawnBoxes(after, frame, x, y)];
  const near = (place: Place) =>
    place.point.y === null
      ? place.point.after === "not-known" || place.point.before !== place.point.after
        ? 30
        : Infinity
      : borderDistance(place, isMoved ? [...present, ...proposed] : present, frame);
  const weight = (place: Place) =>
    place.id === marked ? -2 : place.point.before !== place.point.after ? -1 : near(place);
  const wanted = places
    .map((place) => ({ place, weight: weight(place) }))
    .filter((one) => one.weight < 56)
    .sort((one, other) => one.weight - other.weight)
    .map(({ place }) => place);
  const labels = placeLabels(places, wanted, {
    ...{ left: frame.left + 2, top: 2, width: frame.right - frame.left - 2, height: frame.bottom - 4 },
    ...{ letter: 6.3, line: 13 },
    // The words above the strip.
    reserved: hasUnknown ? [{ left: frame.left, right: frame.left + 210, top: 6, bottom: frame.top - 36 }] : [],
  });
  const sides = places.map((place) => ({ place, side: sideName(place.point.before, place.point.after) }));
  const counts = (word: string) => points.filter((point) => point.after === word).length;
  return (
    <PlaneSvg
      words={[
        t("plane.title", { x: axes[0].quantity, y: axes[1].quantity }),
        t("plane.desc", { in: counts("in"), out: counts("out"), unknown: counts("not-known") }),
      ]}
      {...{ moving, x, y, axes, width, height }}
    >
      {(handle) => (
        <>
          <PlaneGrid frame={frame} x={x} y={y} axes={axes} />
          <RegionShapes id={id} regions={regionsOf(present, proposed, frame)} isMoved={isMoved} />
          {hasUnknown ? <UnknownStrip frame={frame} axis={axes[1]} /> : null}
          {moving ? <MovedLine moving={moving} frame={frame} x={x} y={y} axes={axes} boxes={after} /> : null}
          {sides.map(({ place, side }) => (
            <g
              key={place.id}
              className={place.id === marked ? "point point-marked" : "point"}
              onPointerEnter={() => onMark(place.id)}
              onPointerLeave={() => onMark(null)}
            >
              <circle className="point-room" cx={place.x} cy={place.y} r={9} />
              <SideShape side={side} x={place.x} y={place.y} />
              <title>{`${place.point.system.maker} ${place.name}: ${t(`side.${side}`)}`}</title>
            </g>
          ))}
          <Unheard>
            {labels.map((label) => (
              <text
                key={label.id}
                className={label.id === marked ? "point-label point-label-marked" : "point-label"}
                x={label.x}
                y={label.y}
                textAnchor={label.anchor}
              >
                {label.name}
              </text>
            ))}
          </Unheard>
          {handle}
        </>
      )}
    </PlaneSvg>
  );
}

type SvgProps = {
  /** Title and description. */
  words: [string, string];
  moving: Moving | null;
  x: Scale;
  y: Scale;
  axes: [Axis, Axis];
  width: number;
  height: number;
  children: (handle: React.ReactNode) => React.ReactNode;
};

/** Hooks are called whether or not a threshold is moved; without one the picture only shows. */
function PlaneSvg(props: SvgProps) {
  const { moving, words, width, height, children } = props;
  if (moving) return <MovingSvg {...props} moving={moving} />;
  return (
    <svg className="picture" viewBox={`0 0 ${width} ${height}`} role="group">
      <title>{words[0]}</title>
      <desc>{words[1]}</desc>
      {children(null)}
    </svg>
  );
}

function MovingSvg({
  words: [title, desc],
  moving,
  x,
  y,
  axes,
  width,
  height,
  children,
}: SvgProps & { moving: Moving }) {
  const isX = moving.threshold.key === axes[0].key;
  const scale = isX ? x : y;
  const { svg, handle } = useMoving(moving, scale, isX ? "x" : "y");
  const frame = { left: 62, right: width - 14, top: 16, bottom: height - 46 };
  const at = scale.at(drawn(moving.value, moving.threshold.unit, (isX ? axes[0] : axes[1]).unit) ?? scale.low);
  const knob = isX ? { x: at, y: frame.bottom } : { x: frame.left, y: at };
  const words = `${shownNumber(moving.value)}${shownUnit(moving.threshold.unit)}`;
  const long = words.length * 7 + 18;
  const flag = isX
    ? { x: Math.min(Math.max(knob.x - long / 2, 2), width - long - 2), y: frame.bottom - 26 }
    : { x: frame.left + 12, y: knob.y - 11 };
  return (
    <svg ref={svg} className="picture" viewBox={`0 0 ${width} ${height}`} role="group">
      <title>{title}</title>
      <desc>{desc}</desc>
      {children(
        <g className={`handle handle-${isX ? "x" : "y"}`} {...handle}>
          {isX ? (
            <rect className="handle-room" x={at - 14} y={12} width={28} height={frame.bottom} />
          ) : (
            <rect
              className="handle-room"
              x={frame.left - 14}
              y={at - 14}
              width={frame.right - frame.left + 14}
              height={28}
            />
          )}
          <circle className="handle-knob" cx={knob.x} cy={knob.y} r={9} />
          <path
            className="handle-arrow"
            d={
              isX
                ? `M${knob.x - 4} ${knob.y - 3}l-3 3l3 3M${knob.x + 4} ${knob.y - 3}l3 3l-3 3`
                : `M${knob.x - 3} ${knob.y - 4}l3 -3l3 3M${knob.x - 3} ${knob.y + 4}l3 3l3 -3`
            }
          />
          <rect className="handle-flag" x={flag.x} y={flag.y} width={long} height={22} rx={4} />
          <text className="handle-words" x={flag.x + long / 2} y={flag.y + 15.5} textAnchor="middle">
            {words}
          </text>
        </g>,
      )}
    </svg>
  );
}

type LineProps = { moving: Moving; frame: Frame; x: Scale; y: Scale; axes: [Axis, Axis]; boxes: Box[] };

/** The threshold as a line through the plane, thick where it bounds what falls in; the present number as a thin one. */
function MovedLine({ moving, frame, x, y, axes, boxes }: LineProps) {
  const isX = moving.threshold.key === axes[0].key;
  const [scale, axis] = isX ? [x, axes[0]] : [y, axes[1]];
  const place = (value: string) => scale.at(drawn(value, moving.threshold.unit, axis.unit) ?? scale.low);
  const [now, before] = [place(moving.value), place(moving.threshold.value)];
  const nids = new Set(moving.threshold.places.map(({ nid }) => nid));
  const bounded = drawnBoxes(
    boxes.filter(({ nid }) => nids.has(nid)),
    frame,
    x,
    y,
  );
  const line = (at: number, className: string, from: number, to: number, key = className) =>
    isX ? (
      <line key={key} className={className} x1={at} x2={at} y1={from} y2={to} />
    ) : (
      <line key={key} className={className} x1={from} x2={to} y1={at} y2={at} />
    );
  const [from, to] = isX ? [frame.top, frame.bottom] : [frame.left, frame.right];
  return (
    <Unheard>
      {now === before ? null : line(before, "present-line", from, to)}
      {line(now, "moved-line", from, to)}
      {bounded.map((box) =>
        isX
          ? line(now, "moved-edge", box.y, box.y + box.height, box.key)
          : line(now, "moved-edge", box.x, box.x + box.width, box.key),
      )}
    </Unheard>
  );
}
