/** A Discuss: what it says, what would clear it, its clock, and the sponsor's answer or the holder's renewal. */
import { useTranslation } from "react-i18next";
import { ActForm } from "~/ui/act-form.tsx";
import { Button } from "~/ui/button.tsx";
import { HiddenField, TextField } from "~/ui/field.tsx";
import { Icon } from "~/ui/icon.tsx";
import { Rule } from "~/ui/rule.tsx";
import { When } from "~/ui/time.tsx";
import type { BallotData, DiscussData } from "./ballot-data.ts";
import { ToClause } from "./clause-reasons.tsx";
import { DiscussOverride } from "./override.tsx";

const hour_ms = 3_600_000;

type CardProps = { discuss: DiscussData; page: BallotData; clause: string; now: number };

export function DiscussCard({ discuss, page, clause, now }: CardProps) {
  const { t } = useTranslation("ballot");
  return (
    <article className="discuss" id={`discuss-${discuss.seatId}`}>
      <h3 className="discuss-head">
        <span className="word word-discuss">
          <Icon name="discuss" /> {t("word.discuss")}
        </span>
        <span>{clause === "" ? discuss.seat : t("discuss.on", { seat: discuss.seat, clause })}</span>
        <span className="note">
          <When at={discuss.madeAt} />, {discuss.person}; <ToClause nid={discuss.nid} clause={clause} read />
        </span>
      </h3>
      <div className="discuss-body">
        <p className="discuss-words">{discuss.reason}</p>
        <p>
          <strong>{t("discuss.clears")}</strong> {discuss.change}
        </p>
        <Track discuss={discuss} closesAt={page.ballot.closesAt!} now={now} />
        <p className="note">
          <Standing discuss={discuss} page={page} /> <Rule id="P16" />
        </p>
        {discuss.said.map((one) => (
          <div className="discuss-said" key={one.at}>
            <strong>{t(one.type === "answer" ? "discuss.answer" : "discuss.renewal")}</strong>{" "}
            <span className="note">
              {one.person}, <When at={one.at} />
            </span>
            <p className="seat-words">{one.text}</p>
          </div>
        ))}
        <DiscussOverride discuss={discuss} isOpen={page.ballot.state === "open"} />
        <DiscussForms discuss={discuss} isOpen={page.ballot.state === "open"} />
      </div>
    </article>
  );
}

/** The instants of a Discuss in order; those gone are filled. */
function Track({ discuss, closesAt, now }: { discuss: DiscussData; closesAt: number; now: number }) {
  const { t } = useTranslation("ballot");
  const steps = [
    { name: "made", at: discuss.madeAt },
    { name: "answered", at: discuss.answeredAt },
    { name: "renewed", at: discuss.renewedAt },
    { name: "closes", at: closesAt },
    { name: "lapses", at: discuss.lapsesAt },
  ].flatMap((step) => (step.at === null ? [] : [{ name: step.name, at: step.at }]));
  steps.sort((one, other) => one.at - other.at);
  return (
    <ol className="track">
      {steps.map((step) => (
        <li key={step.name} className={step.at <= now ? "track-gone" : undefined}>
          <strong>{t(`discuss.${step.name}`)}</strong>
          <span className="note">
            <When at={step.at} />
          </span>
        </li>
      ))}
    </ol>
  );
}

function Standing({ discuss, page }: { discuss: DiscussData; page: BallotData }) {
  const { t } = useTranslation("ballot");
  const { state, lapsesAt } = discuss;
  const { closesAt, state: ballotState } = page.ballot;
  if (state !== "open") return <strong>{t(`discuss.${state}`)}</strong>;
  if (ballotState !== "open") return <strong>{t("discuss.stood")}</strong>;
  if (lapsesAt === null) return <strong>{t("discuss.openUnanswered")}</strong>;
  if (lapsesAt <= closesAt!) return <strong>{t("discuss.willLapse")}</strong>;
  return <strong>{t("discuss.stands", { hours: Math.floor((lapsesAt - closesAt!) / hour_ms) })}</strong>;
}

function DiscussForms({ discuss, isOpen }: { discuss: DiscussData; isOpen: boolean }) {
  const { t } = useTranslation("ballot");
  if (!isOpen || discuss.state !== "open") return null;
  const mayRenew = discuss.may["renew-discuss"] === null && discuss.answeredAt !== null && discuss.renewedAt === null;
  return (
    <>
      {discuss.may["answer-discuss"] === null && discuss.answeredAt === null ? (
        <ActForm intent="answer-discuss" part={discuss.seatId}>
          <HiddenField name="seat" value={discuss.seatId} />
          <TextField name="text" label={t("discuss.answerField")} hint={t("discuss.answerHint")} rows={4} required />
          <Button tone="primary">{t("discuss.answerButton")}</Button>
        </ActForm>
      ) : null}
      {mayRenew ? (
        <ActForm intent="renew-discuss" part={discuss.seatId}>
          <HiddenField name="seat" value={discuss.seatId} />
          <TextField name="text" label={t("discuss.renewField")} hint={t("discuss.renewHint")} rows={4} required />
          <Button>{t("discuss.renewButton")}</Button>
        </ActForm>
      ) : null}
    </>
  );
}
