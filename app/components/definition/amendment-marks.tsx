/** Small marks of amendments: their state, and how a changed clause is named. */
import { useTranslation } from "react-i18next";
import { Badge, type Tone } from "~/ui/badge.tsx";
import type { AmendmentState } from "../../../domain/definition/amendment-life.ts";
import type { ClauseKind } from "../../../domain/definition/control-text.ts";

/** What waits for somebody is blue or amber, a good end green, other ends outlined. */
const toneOf: Record<AmendmentState, Tone> = {
  proposed: "act",
  contested: "warn",
  stale: "warn",
  accepted: "ok",
  bracketed: "grey",
  rejected: "outline",
  fallen: "outline",
  withdrawn: "outline",
};

export function AmendmentStateBadge({ state }: { state: AmendmentState }) {
  const { t } = useTranslation("amendment");
  return <Badge tone={toneOf[state]}>{t(`states.${state}`)}</Badge>;
}

/** The number of a clause, else its kind. */
export function useChangedClause(): (change: { label: string; kind: ClauseKind }) => string {
  const { t } = useTranslation("definition");
  return ({ label, kind }) => label || t(`clause.kind.${kind}`);
}
