/** One sign for each side and each change of side: form first, colour second. */
import type { ReactNode } from "react";
import type { VerdictWord } from "../../../../domain/definition/consequences/verdict.ts";

export type SideName = VerdictWord | "enters" | "leaves";

/** What is said of a system: where it stands, or that it changes sides. */
export function sideName(before: VerdictWord, after: VerdictWord): SideName {
  if (before === after) return after;
  if (after === "in") return "enters";
  return before === "in" ? "leaves" : after;
}

export const sideNames: SideName[] = ["in", "out", "not-known", "enters", "leaves"];

export function SideShape({ side, x, y, size = 5 }: { side: SideName; x: number; y: number; size?: number }) {
  const className = `side-mark side-${side}`;
  if (side === "in" || side === "out") return <circle className={className} cx={x} cy={y} r={size * 0.9} />;
  if (side === "not-known") {
    const d = `M${x} ${y - size}L${x + size} ${y}L${x} ${y + size}L${x - size} ${y}Z`;
    return <path className={className} d={d} />;
  }
  const up = side === "enters" ? -1 : 1;
  const d = `M${x} ${y + up * size * 1.3}L${x + size * 1.2} ${y - up * size}L${x - size * 1.2} ${y - up * size}Z`;
  return <path className={className} d={d} />;
}

/** The sign in a line of text. */
export function SideSign({ side }: { side: SideName }) {
  return (
    <svg className="side-sign" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <SideShape side={side} x={8} y={8} size={5.4} />
    </svg>
  );
}

const unheard = { "aria-hidden": true } as const;

/** A part of a picture that says in lines what is said elsewhere in words. */
export function Unheard({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <g className={className} {...unheard}>
      {children}
    </g>
  );
}
