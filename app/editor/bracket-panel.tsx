/** Words that are not agreed: who does not agree, what stands against them, and the end of it (rule D6). */
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  addAlternative,
  agreeOn,
  attributeBracket,
  type BracketChoice,
  bracketChoiceAt,
  hasFreeWords,
  putInBrackets,
} from "./bracket-commands.ts";
import { type Delegation, DelegationBoxes } from "./delegation-boxes.tsx";
import type { EditorSession } from "./editor-session.ts";
import { newIdentifier } from "./fresh-ids.ts";
import { Panel } from "./panel.tsx";
import { useEditorState } from "./panel-hooks.ts";
import { usePlaceUnder } from "./place-under.ts";

export type BracketPanelProps = {
  session: EditorSession;
  delegations: Delegation[];
  ownDelegation: string;
  asked: number;
};

export function BracketPanel(props: BracketPanelProps) {
  const { session, asked } = props;
  const { t } = useTranslation("editor");
  const state = useEditorState(session);
  const choice = bracketChoiceAt(state);
  const place = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const ends = choice?.flatMap(({ ranges }) => ranges.map(({ to }) => to)) ?? [state.selection.to];
  usePlaceUnder(session, Math.max(...ends), place, -1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for again, the panel takes the keyboard again.
  useEffect(() => {
    const find = (what: string) => body.current?.querySelector<HTMLElement>(what);
    (find("input:checked") ?? find("button, input"))?.focus();
    place.current?.scrollIntoView({ block: "nearest" });
  }, [asked]);
  return (
    <Panel session={session} title={t("bracket.title")} name="bracket" place={place}>
      <div ref={body}>
        {choice !== null ? (
          <Choice {...props} choice={choice} key={choice.map(({ format }) => format.id).join(" ")} />
        ) : hasFreeWords(state) ? (
          <PutIn {...props} />
        ) : (
          <p className="panel-note">{t("bracket.selectFirst")}</p>
        )}
      </div>
    </Panel>
  );
}

function PutIn({ session, delegations, ownDelegation }: BracketPanelProps) {
  const { t } = useTranslation("editor");
  const [chosen, setChosen] = useState([ownDelegation]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen.length === 0) return;
    session.panels.close();
    session.run(putInBrackets(newIdentifier(), chosen));
  };
  return (
    <form onSubmit={submit}>
      <DelegationBoxes legend={t("bracket.who")} delegations={delegations} chosen={chosen} onChange={setChosen} />
      <div className="panel-row">
        <button type="submit" className="panel-main">
          {t("bracket.put")}
        </button>
      </div>
    </form>
  );
}

type ChoiceProps = BracketPanelProps & { choice: BracketChoice };

function Choice(props: ChoiceProps) {
  const { session, choice, delegations } = props;
  const { t } = useTranslation("editor");
  const [changed, setChanged] = useState<number | null>(null);
  const [isAdding, setAdding] = useState(false);
  const agree = (index: number | null) => {
    session.panels.close();
    session.run(agreeOn(index));
  };
  const isAlone = choice.length === 1;
  return (
    <>
      <ul className="bracket-choice">
        {choice.map((bracket, index) => (
          <li key={bracket.format.id ?? bracket.words}>
            <p className="bracket-words-said">
              [{bracket.words}] <span className="bracket-by">{bracket.format.delegations.join(", ")}</span>
            </p>
            <div className="panel-row">
              <button type="button" onClick={() => agree(index)}>
                {isAlone ? t("bracket.agree") : t("bracket.agreeOnThis")}
              </button>
              <button
                type="button"
                aria-expanded={changed === index}
                onClick={() => setChanged(changed === index ? null : index)}
              >
                {t("bracket.change")}
              </button>
            </div>
            {changed === index && (
              <Attribution
                delegations={delegations}
                given={bracket.format.delegations}
                onChange={(names) => {
                  session.run(attributeBracket(index, names));
                  setChanged(null);
                }}
              />
            )}
          </li>
        ))}
      </ul>
      <div className="panel-row">
        <button type="button" onClick={() => agree(null)}>
          {isAlone ? t("bracket.leaveOut") : t("bracket.leaveAllOut")}
        </button>
        <button type="button" aria-expanded={isAdding} onClick={() => setAdding(!isAdding)}>
          {t("bracket.alternative")}
        </button>
      </div>
      {isAdding && <Alternative {...props} />}
    </>
  );
}

type AttributionProps = { delegations: Delegation[]; given: string[]; onChange: (names: string[]) => void };

function Attribution({ delegations, given, onChange }: AttributionProps) {
  const { t } = useTranslation("editor");
  const [chosen, setChosen] = useState(given);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen.length > 0) onChange(chosen);
      }}
    >
      <DelegationBoxes legend={t("bracket.who")} delegations={delegations} chosen={chosen} onChange={setChosen} />
      <div className="panel-row">
        <button type="submit">{t("bracket.attribute")}</button>
      </div>
    </form>
  );
}

function Alternative({ session, delegations, ownDelegation }: ChoiceProps) {
  const { t } = useTranslation("editor");
  const [words, setWords] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
  }, []);
  const [chosen, setChosen] = useState([ownDelegation]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (words.trim() === "" || chosen.length === 0) return;
    session.run(addAlternative(newIdentifier, words, chosen));
    setWords("");
  };
  return (
    <form className="bracket-alternative" onSubmit={submit}>
      <label className="panel-field">
        <span>{t("bracket.words")}</span>
        <textarea ref={field} rows={2} value={words} onChange={(event) => setWords(event.currentTarget.value)} />
      </label>
      <DelegationBoxes legend={t("bracket.whoElse")} delegations={delegations} chosen={chosen} onChange={setChosen} />
      <div className="panel-row">
        <button type="submit">{t("bracket.add")}</button>
      </div>
    </form>
  );
}
