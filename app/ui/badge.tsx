/** Small words with a meaning: states, markings, change classes, people. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { CandidateState } from "../../domain/candidate/candidate-life.ts";
import type { Marking } from "../../domain/record/marking.ts";
import { Icon, type IconName } from "./icon.tsx";

export type Tone = "grey" | "act" | "ok" | "warn" | "bad" | "outline";

export function Badge({ tone = "grey", children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`badge badge-${tone}`}>{children}</span>;
}

/** Work is grey, a running clock blue, a good end green, an end in part amber, a final one outlined. */
const toneOf: Record<CandidateState, Tone> = {
  proposed: "grey",
  drafting: "grey",
  commenting: "grey",
  resolving: "grey",
  ready: "grey",
  balloting: "act",
  reviewing: "act",
  recommended: "ok",
  listed: "ok",
  "listed-in-part": "warn",
  returned: "warn",
  parked: "warn",
  declined: "outline",
  withdrawn: "outline",
  lapsed: "outline",
  merged: "outline",
  delisted: "outline",
};

export function StateBadge({ state }: { state: CandidateState }) {
  const { t } = useTranslation("frame");
  return <Badge tone={toneOf[state]}>{t(`state.${state}`)}</Badge>;
}

export function MarkingLabel({ marking }: { marking: Marking }) {
  return <span className={`marking marking-${marking.replace("+", "-")}`}>TLP:{marking}</span>;
}

const classIcons: Record<string, IconName> = {
  tightened: "up",
  loosened: "down",
  added: "plus",
  removed: "cross",
  moved: "right",
  editorial: "pen",
  rewritten: "pen",
  widened: "right",
  narrowed: "right",
};

export function ChangeClassMark({ name }: { name: string }) {
  const { t } = useTranslation("frame");
  const own = ["tightened", "loosened", "added", "removed"].includes(name) ? name : "other";
  return (
    <span className={`class-mark class-mark-${own}`}>
      <Icon name={classIcons[name] ?? "pen"} />
      {t(`changeClass.${name}`)}
    </span>
  );
}

export function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/).filter(Boolean);
  return `${words[0]?.[0] ?? ""}${words.length > 1 ? (words.at(-1)?.[0] ?? "") : ""}`.toUpperCase();
}

/** The initials of a person on one of eight fills; the name is its title and its word for a screen reader. */
export function PersonMark({ name, colour }: { name: string; colour: number }) {
  return (
    <span className={`person-mark person-mark-${colour % 8}`} title={name} role="img" aria-label={name}>
      {initialsOf(name)}
    </span>
  );
}
