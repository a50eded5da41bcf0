/** The Discusses of the ballot with their clocks: the sponsor's answer, the lapse, the last time to announce an override. */
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { DataTable } from "~/ui/data-table.tsx";
import { Section } from "~/ui/layout.tsx";
import { Rule } from "~/ui/rule.tsx";
import { When } from "~/ui/time.tsx";
import type { BallotData, DiscussData } from "./ballot-data.ts";
import type { ConsoleDesk } from "./console-data.ts";
import { WordMark } from "./word-mark.tsx";

type ConsoleDiscussesProps = { desk: ConsoleDesk; page: BallotData; now: number };
type DiscussDuty = ConsoleDesk["discusses"][number];

export function ConsoleDiscusses({ desk, page, now }: ConsoleDiscussesProps) {
  const { t } = useTranslation("console");
  const discusses = page.result?.discusses ?? [];
  if (page.ballot.opensAt === null || page.result === null) return null;
  if (discusses.length === 0)
    return (
      <Section title={t("discuss.title")} id="discusses">
        <p>{t("discuss.none")}</p>
      </Section>
    );
  const dutyOf = new Map(desk.discusses.map((duty) => [duty.seatId, duty]));
  return (
    <Section title={t("discuss.title")} id="discusses">
      <DataTable
        caption={t("discuss.title")}
        head={["seat", "answer", "lapse", "override"].map((name) => ({ label: t(`discuss.head.${name}`) }))}
        rows={discusses.map((discuss) => ({
          key: discuss.seatId,
          cells: [
            <span key="seat" className="stack-tight">
              {discuss.seat} <WordMark word="discuss" />
              <span className="note">
                {t(`discuss.state.${discuss.state}`)};{" "}
                <Link to={`/ballots/${page.ballot.slug}#discuss-${discuss.seatId}`}>
                  {t("discuss.read")}
                  <span className="unseen">: {discuss.seat}</span>
                </Link>
              </span>
            </span>,
            <AnswerCell key="answer" discuss={discuss} duty={dutyOf.get(discuss.seatId)} now={now} />,
            <LapseCell key="lapse" discuss={discuss} closesAt={page.ballot.closesAt} />,
            <OverrideCell key="override" duty={dutyOf.get(discuss.seatId)} discuss={discuss} now={now} />,
          ],
        }))}
      />
    </Section>
  );
}

function WithRule({ id, children }: { id: string; children: ReactNode }) {
  return (
    <span>
      {children} <Rule id={id} />
    </span>
  );
}

function AnswerCell({ discuss, duty, now }: { discuss: DiscussData; duty: DiscussDuty | undefined; now: number }) {
  const { t } = useTranslation("console");
  if (discuss.answeredAt !== null)
    return (
      <WithRule id="P15">
        {t("discuss.answered")} <When at={discuss.answeredAt} />
      </WithRule>
    );
  const answerBy = duty?.answerBy ?? null;
  if (answerBy === null) return null;
  return (
    <WithRule id="B46">
      <span className={answerBy <= now ? "due" : undefined}>
        {t(answerBy <= now ? "discuss.overdue" : "discuss.answerBy")} <When at={answerBy} />
      </span>
    </WithRule>
  );
}

function LapseCell({ discuss, closesAt }: { discuss: DiscussData; closesAt: number | null }) {
  const { t } = useTranslation("console");
  if (discuss.lapsesAt === null) return <WithRule id="P16">{t("discuss.neverLapses")}</WithRule>;
  return (
    <WithRule id="P16">
      <When at={discuss.lapsesAt} />
      {closesAt !== null && discuss.lapsesAt > closesAt ? `; ${t("discuss.afterClose")}` : ""}
    </WithRule>
  );
}

function OverrideCell({ duty, discuss, now }: { duty: DiscussDuty | undefined; discuss: DiscussData; now: number }) {
  const { t } = useTranslation("console");
  if (discuss.state !== "open") return null;
  const announceBy = duty?.announceBy ?? null;
  if (announceBy === null) return <WithRule id="P17">{t("discuss.noOverride")}</WithRule>;
  return <WithRule id="P17">{announceBy <= now ? t("discuss.over") : <When at={announceBy} />}</WithRule>;
}
