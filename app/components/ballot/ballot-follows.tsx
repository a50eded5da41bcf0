/** What follows, step by step with its instant; steps that are over are filled. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Section } from "~/ui/layout.tsx";
import { Rule } from "~/ui/rule.tsx";
import { dateIn, useZone, When } from "~/ui/time.tsx";
import type { BallotData } from "./ballot-data.ts";

type Step = { name: string; label: string; gone: boolean; note: ReactNode };

const day_ms = 86_400_000;

/** The steps behind the close: what a result does, or may do. */
function useEnds({ ballot, follows, committee }: BallotData): Step[] {
  const { t } = useTranslation("ballot");
  const { zone } = useZone();
  const date = (at: number, inZone = zone) => dateIn(at, inZone).replaceAll(",", "");
  // A question of procedure sends nothing anywhere: its result is its end.
  if (ballot.subject !== "text") return [];
  const open = ballot.outcome === null;
  const sent: Step = {
    name: "sent",
    label: t(open ? "follows.adopted" : "follows.sent"),
    gone: false,
    note: (
      <>
        {t("follows.transmit", { date: date(follows.transmitBy - 1, committee.zone) })} <Rule id="R10" />
      </>
    ),
  };
  const back: Step = {
    name: "back",
    label: t(open ? "follows.notAdopted" : "follows.back"),
    gone: ballot.state === "certified",
    note: (
      <>
        {t("follows.rests", { date: date(follows.restsUntil) })} <Rule id="B36" />
      </>
    ),
  };
  if (ballot.outcome === "adopted") return [sent];
  if (ballot.outcome === "not-adopted") return [back];
  return [sent, back];
}

function useSteps(page: BallotData): Step[] {
  const { t } = useTranslation("ballot");
  const { ballot, follows } = page;
  const ends = useEnds(page);
  const drafted = ballot.opensAt === null;
  const days = Math.round(ballot.length_ms / day_ms);
  const first: Step = drafted
    ? { name: "drafted", label: t("follows.drafted"), gone: true, note: <When at={ballot.draftedAt} /> }
    : { name: "open", label: t("follows.open"), gone: true, note: <When at={ballot.opensAt!} /> };
  const closing: Step[] = drafted
    ? [
        { name: "opens", label: t("follows.opens"), gone: false, note: t("follows.opensWhen") },
        { name: "closes", label: t("follows.closes"), gone: false, note: t("follows.afterDays", { count: days }) },
      ]
    : [
        {
          name: "closes",
          label: t(ballot.closedAt === null ? "follows.closes" : "follows.closed"),
          gone: ballot.closedAt !== null,
          note: <When at={follows.closesAt} />,
        },
      ];
  const isSealed = page.sealing?.isSealed === true;
  if (isSealed && ballot.state !== "void")
    closing.push({
      name: "unsealed",
      label: t("sealing:follows.unsealed"),
      gone: false,
      note: (
        <>
          {t("sealing:follows.by")} <When at={page.sealing!.unsealBy ?? follows.closesAt + 10 * day_ms} />{" "}
          <Rule id="B41" />
        </>
      ),
    });
  if (ballot.state === "void")
    return [
      first,
      ...closing,
      { name: "void", label: t("follows.void"), gone: true, note: t(`follows.voidNote.${ballot.subject}`) },
    ];
  const certified = ballot.certifiedAt !== null;
  const certifies: Step = {
    name: "certifies",
    label: t(certified ? "follows.certified" : "follows.certifies"),
    gone: certified,
    note: (
      <>
        {drafted || isSealed ? null : <When at={ballot.certifiedAt ?? follows.certifiesAt} />}{" "}
        {isSealed ? t("sealing:follows.after") : null} <Rule id="B44" />
      </>
    ),
  };
  return [first, ...closing, certifies, ...(drafted ? [] : ends)];
}

export function BallotFollows({ page }: { page: BallotData }) {
  const { t } = useTranslation("ballot");
  const steps = useSteps(page);
  if (page.ballot.state === "discarded") return null;
  return (
    <Section title={t("follows.title")}>
      <ol className="follows">
        {steps.map((step) => (
          <li key={step.name} className={step.gone ? "follows-gone" : undefined}>
            <strong>{step.label}</strong>
            <span className="note">{step.note}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** What the reader's seat said on earlier ballots of the same candidate. */
export function PositionsBefore({ page }: { page: BallotData }) {
  const { t } = useTranslation("ballot");
  const own = page.result?.lines.find((line) => line.own);
  const before = (own?.former ?? []).filter((one) => one.ballot !== null);
  if (before.length === 0) return null;
  return (
    <Section title={t("position.beforeTitle")}>
      <ul className="rows">
        {before.map((one) => (
          <li key={one.ballot}>
            {t("position.beforeLine", { ballot: one.ballot, version: one.version })}: {t(`word.${one.word}`)}
            {one.reason === "" ? null : <p className="note">{one.reason}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
