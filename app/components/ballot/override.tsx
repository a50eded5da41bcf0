/** The override of a Discuss on its card: announced when, decided from when, who said what, and the step that is next (rule P17). */
import { useTranslation } from "react-i18next";
import { ActForm } from "~/ui/act-form.tsx";
import { Badge } from "~/ui/badge.tsx";
import { Button } from "~/ui/button.tsx";
import { HiddenField, TextField } from "~/ui/field.tsx";
import { Refused } from "~/ui/refused.tsx";
import { Rule } from "~/ui/rule.tsx";
import { When } from "~/ui/time.tsx";
import type { DiscussData } from "./ballot-data.ts";

type Override = DiscussData["override"];
type Announced = Override["announced"][number];

/** `isOpen` says whether the ballot is; the steps are shown only while the Discuss stands too. */
export function DiscussOverride({ discuss, isOpen }: { discuss: DiscussData; isOpen: boolean }) {
  const { override } = discuss;
  const stands = isOpen && discuss.state === "open" && override.has;
  if (override.announced.length === 0 && !stands) return null;
  return (
    <>
      {override.announced.map((one) => (
        <AnnouncedOverride key={one.number} one={one} override={override} />
      ))}
      {stands ? <Steps discuss={discuss} /> : null}
    </>
  );
}

function AnnouncedOverride({ one, override }: { one: Announced; override: Override }) {
  const { t } = useTranslation("ballotLife");
  const names = (seats: readonly string[]) => (seats.length === 0 ? t("override.nobody") : seats.join(", "));
  return (
    <div className="discuss-said">
      <p className="line">
        <strong>{t("override.title")}</strong> <Rule id="P17" />
        {one.decided ? (
          <Badge tone={one.decided.overridden ? "bad" : "grey"}>
            {t(one.decided.overridden ? "override.done" : "override.failed")}
          </Badge>
        ) : null}
      </p>
      <p className="note">
        {t("override.announced", { person: one.person })}, <When at={one.at} />
        {". "}
        {one.decided ? (
          <>
            {t("override.decidedBy", { person: one.decided.person })}, <When at={one.decided.at} />
          </>
        ) : (
          <>
            {t("override.decidedFrom")} <When at={one.decidedFrom} />
          </>
        )}
      </p>
      <p className="seat-words">{one.reason}</p>
      <ul className="rows">
        <li>
          <strong>
            {t("override.for", { count: one.for.length, others: override.others, needed: override.needed })}
          </strong>
          <span className="note"> {names(one.for)}</span>
        </li>
        <li>
          <strong>{t("override.against", { count: one.against.length, max: override.againstMax })}</strong>
          <span className="note"> {names(one.against)}</span>
        </li>
      </ul>
    </div>
  );
}

function Steps({ discuss }: { discuss: DiscussData }) {
  const { t } = useTranslation("ballotLife");
  const { override, seatId } = discuss;
  const announces = override.may["announce-override"];
  const decides = override.may["decide-override"];
  if (!override.isPending)
    return announces === null ? (
      <details className="disclosure">
        <summary>{t("override.open")}</summary>
        <ActForm intent="announce-override" part={seatId}>
          <p className="note">
            {t("override.openNote")} <Rule id="P17" />
          </p>
          <HiddenField name="seat" value={seatId} />
          <TextField name="text" label={t("override.reason")} rows={3} required />
          <Button>{t("override.announce")}</Button>
        </ActForm>
      </details>
    ) : announces.code === "seat" ? (
      <Refused refusal={announces} />
    ) : null;
  return (
    <>
      {override.may["give-override-voice"] === null ? (
        <ActForm intent="give-override-voice" part={seatId}>
          <HiddenField name="seat" value={seatId} />
          <p className="note">{t("override.voiceNote")}</p>
          <div className="line">
            <Button name="voice" value="for">
              {t("override.voiceFor")}
            </Button>
            <Button name="voice" value="against">
              {t("override.voiceAgainst")}
            </Button>
          </div>
        </ActForm>
      ) : null}
      {decides !== null && decides.code === "role" ? null : (
        <ActForm intent="decide-override" part={seatId} refusal={decides}>
          <HiddenField name="seat" value={seatId} />
          <Button tone="primary">{t("override.decide")}</Button>
        </ActForm>
      )}
    </>
  );
}
