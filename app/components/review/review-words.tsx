/** The words of this room with their icon and tone: states of rounds and recommendations, replies, scope rows. */
import { useTranslation } from "react-i18next";
import { Badge, type Tone } from "~/ui/badge.tsx";
import { Icon, type IconName } from "~/ui/icon.tsx";
import type { ScopeRow } from "../../../domain/candidate/candidate.ts";

const roundTones: Record<string, Tone> = {
  prepared: "grey",
  dispatched: "act",
  running: "act",
  broken: "bad",
  adopted: "ok",
  "adopted-in-part": "warn",
  cancelled: "outline",
};

export function RoundStateBadge({ state }: { state: string }) {
  const { t } = useTranslation("review");
  return <Badge tone={roundTones[state]}>{t(`roundState.${state}`)}</Badge>;
}

const recommendationTones: Record<string, Tone> = {
  drafted: "grey",
  transmitted: "act",
  recalled: "outline",
  adopted: "ok",
  "adopted-in-part": "warn",
  returned: "warn",
  superseded: "outline",
  expired: "outline",
};

export function RecommendationStateBadge({ state }: { state: string }) {
  const { t } = useTranslation("review");
  return <Badge tone={recommendationTones[state]}>{t(`recommendationState.${state}`)}</Badge>;
}

const replyIcons: Record<string, IconName> = {
  silent: "none",
  agree: "tick",
  "ask-time": "clock",
  "cannot-join": "abstain",
  amend: "pen",
  object: "no",
};

/** A member's word in the round; no word is silence. */
export function ReplyMark({ word }: { word: string | null }) {
  const { t } = useTranslation("review");
  const name = word ?? "silent";
  return (
    <span className={`reply-mark reply-mark-${name}`}>
      <Icon name={replyIcons[name] ?? "none"} />
      {t(`word.${name}`)}
    </span>
  );
}

/** `military-end-use` as it is read. */
export const inWords = (word: string) => word.replaceAll("-", " ");

/** One scope row in one line: countries × end uses × end users. */
export function ScopeRowWords({ row }: { row: ScopeRow }) {
  const { t } = useTranslation("review");
  const column = (words: string[], all: string) => (words.includes("all") ? all : words.map(inWords).join(", "));
  return (
    <span>
      {t("scopeRow", {
        countries: column(row.countries, t("allCountries")),
        endUses: column(row.endUses, t("allEndUses")),
        endUsers: column(row.endUsers, t("allEndUsers")),
      })}
    </span>
  );
}
