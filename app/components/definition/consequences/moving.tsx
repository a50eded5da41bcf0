/** How a threshold is moved: by pointer along its axis, by keys from number to number, back by Escape. */
import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import type { Threshold } from "../../../../domain/definition/consequences/thresholds.ts";
import { easyValue, nextValue, type Scale } from "./scale.ts";

export type Moving = {
  threshold: Threshold;
  /** Where it stands now. */
  value: string;
  onMove: (value: string) => void;
  onReset: () => void;
  /** What is said aloud at this value. */
  spoken: string;
  label: string;
  /** Figures of real systems on the axis, rising: Page Up and Page Down go from one to the next. */
  stops: number[];
};

export const isCounted = (unit: string): boolean => /^(\{.*\}|[a-z]{4,}s)$/.test(unit);

/** The next value for a key, or null where the key does nothing. */
function keyValue(key: string, { value, threshold, stops }: Moving, scale: Scale): string | null {
  const whole = isCounted(threshold.unit);
  const now = Number(value);
  const easy = (at: number) => easyValue(at, whole);
  if (key === "ArrowRight" || key === "ArrowUp") return nextValue(value, true, whole);
  if (key === "ArrowLeft" || key === "ArrowDown") return nextValue(value, false, whole);
  if (key === "PageUp") return String(stops.find((stop) => stop > now * 1.0000001) ?? easy(scale.high));
  if (key === "PageDown") return String([...stops].reverse().find((stop) => stop < now * 0.9999999) ?? easy(scale.low));
  if (key === "Home") return easy(scale.low);
  if (key === "End") return easy(scale.high);
  return null;
}

/** The pointer's place in the picture's own units. */
function placeIn(svg: SVGSVGElement, event: PointerEvent): DOMPoint | null {
  const matrix = svg.getScreenCTM();
  return matrix ? new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse()) : null;
}

/** What a handle needs to be dragged along an axis and moved by keys. */
export function useMoving(moving: Moving, scale: Scale, along: "x" | "y") {
  const svg = useRef<SVGSVGElement>(null);
  const { threshold, value, onMove, onReset, spoken, label } = moving;
  const follow = (event: PointerEvent) => {
    const place = svg.current && placeIn(svg.current, event);
    if (place) onMove(easyValue(scale.valueAt(place[along]), isCounted(threshold.unit)));
  };
  return {
    svg,
    handle: {
      role: "slider",
      tabIndex: 0,
      "aria-label": label,
      "aria-orientation": along === "x" ? ("horizontal" as const) : ("vertical" as const),
      "aria-valuemin": scale.low,
      "aria-valuemax": scale.high,
      "aria-valuenow": Number(value),
      "aria-valuetext": spoken,
      onPointerDown: (event: PointerEvent<SVGGElement>) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        event.currentTarget.focus();
        event.preventDefault();
      },
      onPointerMove: (event: PointerEvent<SVGGElement>) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) follow(event);
      },
      onKeyDown: (event: KeyboardEvent) => {
        if (event.altKey || event.ctrlKey || event.metaKey) return;
        const next = event.key === "Escape" ? null : keyValue(event.key, moving, scale);
        if (event.key === "Escape") onReset();
        else if (next !== null) onMove(next);
        else return;
        event.preventDefault();
      },
    },
  };
}
