/** The head of a ballot: its question, state and mode, its deadline, its roll, and the text hash in words. */
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge, type Tone } from "~/ui/badge.tsx";
import { PageHead } from "~/ui/layout.tsx";
import { Deadline, When } from "~/ui/time.tsx";
import { type BallotData, wordCounts } from "./ballot-data.ts";
import { ModeBadge } from "./mode-badge.tsx";

const day_ms = 86_400_000;

const tones: Record<BallotData["ballot"]["state"], Tone> = {
  drafted: "grey",
  discarded: "outline",
  open: "act",
  sealed: "act",
  closed: "warn",
  challenged: "warn",
  certified: "grey",
  void: "outline",
};

export function BallotBadge({ state, outcome }: { state: BallotData["ballot"]["state"]; outcome: string | null }) {
  const { t } = useTranslation("ballot");
  if (outcome === "adopted" || outcome === "not-adopted")
    return <Badge tone={outcome === "adopted" ? "ok" : "bad"}>{t(`outcome.${outcome}`)}</Badge>;
  return <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>;
}

export function BallotHead({ page, now }: { page: BallotData; now: number }) {
  const { t } = useTranslation("ballot");
  const { ballot, candidate, committee, version } = page;
  const counts = page.result ? wordCounts(page.result.counts) : null;
  const days = Math.round(ballot.length_ms / day_ms);
  const time =
    ballot.closesAt === null
      ? { label: t("head.length"), value: t("head.days", { count: days }) }
      : {
          label: t(ballot.closedAt === null ? "head.closes" : "head.closed"),
          value:
            ballot.closedAt === null ? (
              <Deadline at={ballot.closesAt} now={now} second={committee} />
            ) : (
              <When at={ballot.closedAt} />
            ),
        };
  const roll = {
    label: t("head.roll"),
    value: counts
      ? t("head.rollCount", { R: counts.R, E: counts.E })
      : t(ballot.opensAt === null ? "head.rollNow" : "head.rollPlain", { count: page.rollSize }),
    note: counts
      ? t("head.rollRecused", { count: counts.X })
      : ballot.opensAt === null
        ? undefined
        : t("head.turnout", { turnout: page.turnout, count: page.rollSize }),
  };
  const hash = version && {
    label: t("head.hash"),
    value: version.words.join(" "),
    note: (
      <>
        <span className="short-hash">
          {version.textHash.slice(0, 12)}…{version.textHash.slice(-4)}
        </span>{" "}
        <Link to={`/candidates/${candidate?.slug}/definition/${version.number}`}>
          {t("head.version", { number: version.number })}
        </Link>
      </>
    ),
  };
  const asks = {
    label: t("head.asks"),
    value: t(`question:subject.${ballot.subject}.name`),
    note: ballot.options ? t("head.options", { count: ballot.options.length }) : undefined,
  };
  return (
    <PageHead
      trail={[
        { to: "/ballots", label: t("list.title") },
        { label: ballot.reference },
        ...(candidate ? [{ to: `/candidates/${candidate.slug}`, label: candidate.title }] : []),
      ]}
      title={ballot.question}
      badges={
        <>
          <BallotBadge state={ballot.state} outcome={ballot.outcome} />
          <span>{t(`type.${ballot.type}`)}</span>
          <ModeBadge mode={ballot.mode} />
          {ballot.previous ? (
            <Link to={`/ballots/${ballot.previous.slug}`}>
              {t("head.previous", { reference: ballot.previous.reference })}
            </Link>
          ) : null}
        </>
      }
      marking={candidate?.marking ?? "AMBER"}
      facts={[time, roll, hash ?? asks]}
    />
  );
}
