/** When the round ends and what then happens, in a sentence; and the five steps of a round with their instants. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Verdict } from "~/ui/layout.tsx";
import { dateIn, TimeLeft, timeIn, useZone, When } from "~/ui/time.tsx";
import type { RoundData } from "./review-data.ts";

/** An end at midnight is the end of the day before; the instant stands beneath it. */
export function endOfDay(at: number, zone: string): { words: "endOf" | "at"; date: string; time: string } {
  const midnight = timeIn(at, zone) === "00:00";
  const date = dateIn(midnight ? at - 1 : at, zone).replaceAll(",", "");
  return { words: midnight ? "endOf" : "at", date, time: timeIn(at, zone) };
}

export function EndOfDay({ at, zone }: { at: number; zone: string }) {
  const { t } = useTranslation("review");
  const { words, date, time } = endOfDay(at, zone);
  return <time dateTime={new Date(at).toISOString()}>{t(`clock.${words}`, { date, time })}</time>;
}

/** More names than this make no sentence; the table below has them all. */
const namesMax = 5;

export function RoundEnd({ page, now }: { page: RoundData; now: number }) {
  const { t } = useTranslation("review");
  const { zone, city } = useZone();
  const { round, members } = page;
  if (round.state === "prepared")
    return (
      <Verdict tone="plain" label={t("clock.preparedLabel")}>
        {t("clock.prepared")}
      </Verdict>
    );
  if (round.state === "dispatched") {
    const missing = members.filter((one) => one.deliveredAt === null);
    return (
      <Verdict tone="act" label={t("clock.dispatchedLabel")}>
        {missing.length > namesMax
          ? t("clock.dispatchedMany", { count: missing.length, all: members.length })
          : t("clock.dispatched", { count: missing.length, names: missing.map((one) => one.name).join(", ") })}
      </Verdict>
    );
  }
  if (round.state !== "running" || round.endsAt === null) return <RoundOutcome page={page} />;
  const last = members.filter((one) => one.endsAt === round.endsAt).map((one) => one.name);
  const over = now >= round.endsAt;
  return (
    <div className="round-end">
      <div>
        <p className="note">
          {over ? t("clock.ended") : t("clock.endsIn")} {over ? null : <TimeLeft until={round.endsAt} now={now} />}
        </p>
        <p className="round-end-date">
          <EndOfDay at={round.endsAt} zone={zone} />
        </p>
        <p className="note">
          <When at={round.endsAt} /> {city}; {dateIn(round.endsAt, "UTC").replaceAll(",", "")},{" "}
          {timeIn(round.endsAt, "UTC")} UTC
        </p>
      </div>
      <p className="round-end-sentence">
        <strong>{over ? t("clock.certifiedNext") : t("clock.unless")}</strong>{" "}
        {last.length === members.length
          ? t("clock.allLast")
          : t("clock.last", { count: last.length, names: last.join(", ") })}
      </p>
    </div>
  );
}

function RoundOutcome({ page }: { page: RoundData }) {
  const { t } = useTranslation("review");
  const { round, members, cannotJoin, replies } = page;
  const breaking = replies.find((reply) => reply.word === "object" || reply.word === "amend");
  if (round.state === "adopted")
    return (
      <Verdict tone="ok" label={t("roundState.adopted")}>
        {t("clock.adopted", { count: members.length, code: page.entry?.code ?? "" })}
      </Verdict>
    );
  if (round.state === "adopted-in-part")
    return (
      <Verdict tone="warn" label={t("roundState.adopted-in-part")}>
        {t("clock.inPart", {
          joined: members.length - cannotJoin.length,
          all: members.length,
          code: page.entry?.code ?? "",
          names: cannotJoin.join(", "),
        })}
      </Verdict>
    );
  if (round.state === "cancelled")
    return (
      <Verdict tone="plain" label={t("roundState.cancelled")}>
        {t("clock.cancelled")}
      </Verdict>
    );
  return (
    <Verdict tone="bad" label={t("roundState.broken")}>
      {breaking
        ? t("clock.broken", { member: breaking.member, word: t(`said.${breaking.word}`) })
        : t("clock.brokenAtEnd", { count: cannotJoin.length, all: members.length })}
    </Verdict>
  );
}

type Step = { key: string; at: number | null; gone: boolean };

/** Dispatched, all delivered, running, ends, certified: gone steps in ink, the present one blue. */
export function RoundSteps({ page, now }: { page: RoundData; now: number }) {
  const { t } = useTranslation("review");
  const { round } = page;
  const stopped = round.state === "broken" || round.state === "cancelled";
  const steps: Step[] = [
    { key: "dispatched", at: round.dispatchedAt, gone: round.dispatchedAt !== null },
    { key: "delivered", at: round.startedAt, gone: round.startedAt !== null },
    ...(stopped
      ? [{ key: round.state, at: round.endedAt, gone: true }]
      : [
          { key: "ends", at: round.endsAt, gone: round.endsAt !== null && now >= round.endsAt },
          { key: "certified", at: round.certifiedFrom, gone: round.state.startsWith("adopted") },
        ]),
  ];
  const present = steps.findIndex((step) => !step.gone);
  const value = (step: Step): ReactNode => (step.at === null ? t("steps.notYet") : <When at={step.at} />);
  return (
    <ol className="path round-steps">
      {steps.map((step, index) => (
        <li key={step.key} className={step.gone ? "gone" : index === present ? "now" : undefined}>
          <strong>{t(`steps.${step.key}`)}</strong>
          {value(step)}
        </li>
      ))}
    </ol>
  );
}
