/** How far a condition is from its threshold, in words: in seats where it counts seats several times. */
import { useTranslation } from "react-i18next";
import type { Relation } from "../../../domain/ballot/conditions.ts";
import type { ConditionData } from "./ballot-data.ts";

const relations: Record<Relation, (left: number, right: number) => boolean> = {
  "≥": (left, right) => left >= right,
  ">": (left, right) => left > right,
  "≤": (left, right) => left <= right,
  "=": (left, right) => left === right,
};

/** Whether the first comparison of a condition holds; `met` is that of the whole (rules B17, B22). */
export function holds({ left, relation, right }: Pick<ConditionData, "left" | "relation" | "right">): boolean {
  return relations[relation](left, right);
}

/** How often one seat, or one of its weight, counts on the left side of the condition. */
const timesCounted: Partial<Record<ConditionData["id"], number>> = {
  B12b: 2,
  B12c: 2,
  B13: 3,
  B20: 3,
  B21: 20,
  B22: 20,
};

const aboutOptions: readonly ConditionData["id"][] = ["B24", "B25", "B26", "B28"];

export function Distance({ condition }: { condition: ConditionData }) {
  const { t } = useTranslation("ballot");
  const { id, left, right, relation, met } = condition;
  if (aboutOptions.includes(id))
    return <>{t(`condition.apart.${id}.${met ? "met" : "unmet"}`, { count: left, apart: left - right })}</>;
  if (relation === "=") return <>{met ? t("condition.none") : t("condition.clear", { count: left })}</>;
  // "More than" is met from one more on; all numbers are whole.
  const off = relation === "≤" ? right - left : left - right - (relation === ">" ? 1 : 0);
  const times = timesCounted[id] ?? 1;
  if (off === 0) return <>{t("condition.even")}</>;
  if (off > 0) {
    const spare = id === "B13" ? off : Math.floor(off / times);
    return <>{spare === 0 ? t("condition.barely") : t("condition.spare", { count: spare })}</>;
  }
  // Each seat that says yes takes one from what negative votes are too many by (rule B18).
  if (relation === "≤" && id !== "B18") return <>{t("condition.over", { count: -off })}</>;
  return <>{t(id === "B22" ? "condition.shortWeight" : "condition.short", { count: Math.ceil(-off / times) })}</>;
}
