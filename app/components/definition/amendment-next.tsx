/** What comes next for an amendment and when, in sentences, with the clock of its notice. */
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Section, Verdict } from "~/ui/layout.tsx";
import { Rule } from "~/ui/rule.tsx";
import { Deadline, dateIn, timeIn, useZone } from "~/ui/time.tsx";
import { editableStates } from "../../../domain/candidate/candidate-life.ts";
import type { AmendmentPageData } from "./amendment-types.ts";

const toneOf = {
  proposed: "act",
  contested: "warn",
  stale: "warn",
  accepted: "ok",
  bracketed: "plain",
  rejected: "plain",
  fallen: "plain",
  withdrawn: "plain",
} as const;

export function AmendmentNext({ page, now }: { page: AmendmentPageData; now: number }) {
  const { t } = useTranslation("amendment");
  const { zone } = useZone();
  const { amendment, candidate, carriedBy } = page;
  const { state, noticeEndsAt, decidedAt, changes } = amendment;
  const written = (at: number) => `${dateIn(at, zone).replaceAll(",", "")}, ${timeIn(at, zone)}`;
  const isOpen = state === "proposed" || state === "contested";
  const isBeneath = isOpen && changes.some(({ fault }) => fault !== null);
  const inNotice = state === "proposed" && now < noticeEndsAt;
  const sentence = isBeneath
    ? t("next.mayBeStale")
    : inNotice
      ? t("next.notice", { time: written(noticeEndsAt) })
      : state === "proposed"
        ? t("next.ripe")
        : t(`next.${state}`, { time: decidedAt === null ? "" : written(decidedAt) });
  const isTextOpen = (editableStates as readonly string[]).includes(candidate.state);
  return (
    <Section title={t("page.next")}>
      <Verdict tone={isBeneath ? "warn" : toneOf[state]} label={t(`states.${state}`)}>
        {sentence}
      </Verdict>
      {inNotice ? (
        <p className="amendment-clock">
          <Deadline at={noticeEndsAt} now={now} second={page.committee} /> <Rule id="A3" />
        </p>
      ) : null}
      {isOpen && !isTextOpen ? (
        <p>
          {t("next.textClosed", { state: t(`frame:state.${candidate.state}`) })} <Rule id="A8" />
        </p>
      ) : null}
      {state === "contested" ? (
        <p className="note">
          {t("next.ballot")} <Rule id="A4" />
        </p>
      ) : null}
      {carriedBy !== null ? (
        <p>
          <Link to={`/candidates/${candidate.slug}/definition/${carriedBy}`}>
            {t("page.carriedBy", { number: carriedBy })}
          </Link>
        </p>
      ) : null}
    </Section>
  );
}
