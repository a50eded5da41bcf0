/** One condition as a bar: its left side, the threshold as a tick, and for upper bounds the zone it may not enter. */
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { Comparison } from "../../../domain/ballot/conditions.ts";

const headroom = 1.5;
const leastScale = 4;

export function ConditionBar({ condition }: { condition: Comparison }) {
  const { t } = useTranslation("ballot");
  const id = useId().replaceAll(":", "");
  const { left, right, relation, met } = condition;
  const scale = Math.max(leastScale, Math.ceil(Math.max(left, right) * headroom));
  const at = (value: number) => `${(100 * Math.max(0, value)) / scale}%`;
  const upper = relation === "≤" || relation === "=";
  return (
    <svg
      className={met ? "bar" : "bar bar-unmet"}
      width="100%"
      height="40"
      role="img"
      aria-label={t("condition.bar", { left, relation, right })}
    >
      <defs>
        <pattern id={`unmet-${id}`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="bar-fill" width="6" height="6" />
          <rect className="bar-hatch" width="2" height="6" />
        </pattern>
        <pattern id={`zone-${id}`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="bar-ground" width="6" height="6" />
          <rect className="bar-zone" width="1.5" height="6" />
        </pattern>
      </defs>
      <rect className="bar-ground" y="15" width="100%" height="9" />
      {upper ? <rect x={at(right)} y="15" width={at(scale - right)} height="9" fill={`url(#zone-${id})`} /> : null}
      <rect
        className={met ? "bar-fill" : undefined}
        y="15"
        width={at(left)}
        height="9"
        fill={met ? undefined : `url(#unmet-${id})`}
      />
      <rect className="bar-tick" x={at(right)} y="12" width="2" height="15" />
      <text className="bar-label" x={at(right)} y="9" textAnchor={right === 0 ? "start" : "middle"}>
        {relation} {right}
      </text>
      <text className="bar-label bar-value" x={at(left)} y="37" textAnchor={left === 0 ? "start" : "middle"}>
        {left}
      </text>
    </svg>
  );
}
