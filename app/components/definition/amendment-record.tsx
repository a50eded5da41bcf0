/** Supporters of an amendment, and what was said of it and became of it, in order of time. */
import { useTranslation } from "react-i18next";
import { ActForm } from "~/ui/act-form.tsx";
import { PersonMark } from "~/ui/badge.tsx";
import { Button } from "~/ui/button.tsx";
import { HiddenField, TextField } from "~/ui/field.tsx";
import { Section } from "~/ui/layout.tsx";
import { When } from "~/ui/time.tsx";
import type { AmendmentPageData } from "./amendment-types.ts";

export function AmendmentSupporters({ page }: { page: AmendmentPageData }) {
  const { t } = useTranslation("amendment");
  const { supporters, state, wording } = page.amendment;
  const isOpen = ["proposed", "contested", "stale"].includes(state);
  return (
    <Section title={t(isOpen ? "page.supporters" : "page.supportersKept")}>
      {supporters.length === 0 ? (
        <p className="note">{t("page.noSupporters")}</p>
      ) : (
        <ul className="supporters">
          {supporters.map((supporter) => (
            <li key={supporter.name}>
              <PersonMark name={supporter.name} colour={supporter.colour} />
              <span>
                {supporter.name}
                <span className="note">
                  {supporter.seatName ?? supporter.memberName}
                  {supporter.wording < wording ? `, ${t("page.earlierWording")}` : ""}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

type Told = { key: string; at: number; by: string; for: string | null; said: string; body: string; kind: string };

/** The act of proposing and each support stand in time between what was said. */
function toldOf(page: AmendmentPageData, say: (key: string, more?: Record<string, unknown>) => string): Told[] {
  const { amendment, entries } = page;
  const told: Told[] = [
    {
      key: "proposed",
      kind: "proposed",
      at: amendment.proposedAt,
      by: amendment.by.name,
      for: amendment.by.speaksFor,
      said: say("entry.proposed"),
      body: "",
    },
    ...amendment.supporters.map((supporter) => ({
      key: `support ${supporter.name}`,
      kind: "supported",
      at: supporter.at,
      by: supporter.name,
      for: supporter.memberName,
      said: say("entry.supported"),
      body: "",
    })),
    ...entries.map((entry) => ({
      key: `entry ${entry.number}`,
      kind: entry.kind,
      at: entry.at,
      by: entry.by ?? say("clock"),
      for: entry.memberName,
      said: entry.kind === "answer" ? "" : say(`entry.${entry.kind}`, { number: entry.body }),
      body: entry.kind === "fall" ? "" : entry.body,
    })),
  ];
  return told.sort((one, other) => one.at - other.at);
}

export function AmendmentRecord({ page }: { page: AmendmentPageData }) {
  const { t } = useTranslation("amendment");
  const { amendment, entries } = page;
  const may = amendment.may["follow-up-amendment"] === null;
  return (
    <Section title={t("page.record")} id="record">
      <ol className="thread amendment-thread">
        {toldOf(page, t).map((one) => (
          <li key={one.key} className={`told-${one.kind}`}>
            <p className="note">
              <strong>{one.by}</strong>
              {one.for ? ` (${one.for})` : ""} {one.said} · <When at={one.at} />
            </p>
            {one.body ? <p className="said">{one.body}</p> : null}
          </li>
        ))}
      </ol>
      {may ? (
        <details className="disclosure" key={entries.length}>
          <summary>{t("page.say")}</summary>
          <ActForm intent="follow-up-amendment">
            <HiddenField name="amendment" value={amendment.id} />
            <TextField
              name="body"
              label={t("page.sayLabel", { number: amendment.number })}
              rows={3}
              charactersMax={4000}
              required
            />
            <Button>{t("page.sayButton")}</Button>
          </ActForm>
        </details>
      ) : null}
    </Section>
  );
}
