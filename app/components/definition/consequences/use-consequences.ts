/** The state of the page: which threshold is looked at, where it is moved to, and what follows for each system. */
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Threshold, withThreshold } from "../../../../domain/definition/consequences/thresholds.ts";
import { compareSides } from "../../../../domain/definition/consequences/verdict.ts";
import { compareDecimals } from "../../../../domain/definition/parameters/ratio.ts";
import type { ConsequencesData } from "./consequences-data.ts";
import type { Moving } from "./moving.tsx";
import { shownNumber, shownUnit } from "./number-words.ts";
import { drawn, figureOn, type Sided } from "./picture-data.ts";

const namesMax = 6;

/** The names in a sentence, the first few of them. */
export function useNames() {
  const { t } = useTranslation("consequence");
  return (some: Sided[]) => {
    const names = some.slice(0, namesMax).map(({ system }) => system.name);
    return some.length > namesMax
      ? t("sides.andMore", { names: names.join(", "), count: some.length - namesMax })
      : names.join(", ");
  };
}

export function changesOf(sides: Sided[]) {
  return {
    enter: sides.filter(({ before, after }) => before !== "in" && after === "in"),
    leave: sides.filter(({ before, after }) => before === "in" && after !== "in"),
    open: sides.filter(({ before, after }) => before === "out" && after === "not-known"),
    settled: sides.filter(({ before, after }) => before === "not-known" && after === "out"),
  };
}

/** What a screen reader hears and the line under the picture says. */
export function useSentence() {
  const { t } = useTranslation("consequence");
  const names = useNames();
  return (sides: Sided[]): string => {
    const { enter, leave, open, settled } = changesOf(sides);
    const parts = [
      enter.length > 0 ? t("sides.enter", { count: enter.length, names: names(enter) }) : "",
      leave.length > 0 ? t("sides.leave", { count: leave.length, names: names(leave) }) : "",
      open.length > 0 ? t("sides.open", { count: open.length, names: names(open) }) : "",
      settled.length > 0 ? t("sides.settled", { count: settled.length, names: names(settled) }) : "",
    ].filter(Boolean);
    return parts.length === 0 ? t("sides.none") : parts.join(" ");
  };
}

/** `a.1 / a.2: physical qubits` */
export function thresholdName(threshold: Threshold, labels: Record<string, string>): string {
  const clauses = [...new Set(threshold.places.map(({ nid }) => labels[nid] || "–"))];
  return `${clauses.join(" / ")}: ${threshold.quantity}`;
}

/** Which threshold is shown first: of the one joined with another, the one nearest to most systems. */
function firstThreshold({ thresholds, systems, conditions }: ConsequencesData): Threshold | null {
  const joined = new Set(
    conditions.ways.flatMap((way) => (way.conditions.length > 1 ? way.conditions.map(({ nid }) => nid) : [])),
  );
  const near = (threshold: Threshold) => {
    const axis = { key: threshold.key, quantity: threshold.quantity, unit: threshold.unit };
    const at = Number(threshold.value);
    return systems.filter((system) => {
      const value = figureOn(system, axis);
      return value !== null && value > at / 2 && value < at * 2;
    }).length;
  };
  const weight = (threshold: Threshold) =>
    near(threshold) + (threshold.places.some(({ nid }) => joined.has(nid)) ? 0.5 : 0);
  return [...thresholds].sort((one, other) => weight(other) - weight(one))[0] ?? null;
}

export function useConsequences(page: ConsequencesData) {
  const { t } = useTranslation("consequence");
  const sentence = useSentence();
  const threshold = page.thresholds.find(({ id }) => id === page.chosen.threshold) ?? firstThreshold(page);
  const [typed, setTyped] = useState<string | null>(page.chosen.value);
  // The address has changed: what it says goes before what was dragged.
  const asked = `${page.version} ${threshold?.id} ${page.chosen.value}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is the sign.
  useEffect(() => setTyped(page.chosen.value), [asked]);
  const value = typed ?? threshold?.value ?? "1";
  const isMoved = threshold !== null && compareDecimals(value, threshold.value) !== 0;
  const after = useMemo(
    () => (threshold && isMoved ? withThreshold(page.conditions, threshold, value) : page.conditions),
    [page.conditions, threshold, isMoved, value],
  );
  const sides = useMemo(
    () => compareSides(page.systems, page.conditions, after),
    [page.systems, page.conditions, after],
  );
  const spoken = threshold ? `${shownNumber(value)}${shownUnit(threshold.unit)}: ${sentence(sides)}` : "";
  const moving: Moving | null = threshold
    ? {
        threshold,
        value,
        spoken,
        label: t("moving.label", { threshold: thresholdName(threshold, page.labels) }),
        onMove: setTyped,
        onReset: () => setTyped(null),
        stops: [
          ...new Set(
            page.systems.flatMap(({ figures }) => {
              const figure = figures.find(({ key }) => key === threshold.key);
              const at = figure ? drawn(figure.value, figure.unit, threshold.unit) : null;
              return at === null ? [] : [at];
            }),
          ),
        ].sort((one, other) => one - other),
      }
    : null;
  return {
    threshold,
    value,
    isMoved,
    after,
    sides,
    moving,
    sentence: sentence(sides),
    reset: () => setTyped(null),
    setTyped,
  };
}
