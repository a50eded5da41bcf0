/** Find and replace in the text. It says in words what it found and what it did. */
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { EditorSession } from "./editor-session.ts";
import type { EditorSnapshot } from "./editor-snapshot.ts";
import type { Question } from "./find.ts";
import { ask, findingOf, forget, goOn, replaceAll, replaceOne } from "./finding.ts";
import { Panel } from "./panel.tsx";
import { useEditorState } from "./panel-hooks.ts";

/** The words of the selection, where they are a question: within one clause and short. */
function selectedWords(session: EditorSession): string {
  const { doc, selection } = session.view.state;
  const { from, to, $from, $to } = selection;
  if (from === to || !$from.sameParent($to) || to - from > 200) return "";
  return doc.textBetween(from, to, "");
}

export function FindPanel({
  session,
  snapshot,
  asked,
}: {
  session: EditorSession;
  snapshot: EditorSnapshot;
  asked: number;
}) {
  const { t } = useTranslation("editor");
  const field = useRef<HTMLInputElement>(null);
  const [question, setQuestion] = useState<Question>(() => {
    const held = findingOf(session.view.state).question;
    return { ...held, words: selectedWords(session) || held.words };
  });
  const [replacement, setReplacement] = useState("");
  const [told, setTold] = useState("");
  const { hits, current } = findingOf(useEditorState(session));

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for again, the panel takes the keyboard again.
  useEffect(() => {
    const words = selectedWords(session);
    if (words !== "") setQuestion((held) => ({ ...held, words }));
    field.current?.focus();
    field.current?.select();
  }, [asked]);
  useEffect(() => session.binding.dispatch(ask(session.view.state, question)), [session, question]);
  useEffect(() => {
    const { binding, view } = session;
    return () => {
      if (!view.isDestroyed) binding.dispatch(forget(view.state));
    };
  }, [session]);

  const isOff = hits.length === 0;
  // A button that is turned off under the keyboard hears no key, not even Escape.
  useEffect(() => {
    if (isOff && document.activeElement?.closest(".panel-find button:disabled")) field.current?.focus();
  }, [isOff]);

  const change = (more: Partial<Question>) => {
    setTold("");
    setQuestion({ ...question, ...more });
  };
  const go = (direction: 1 | -1) => {
    setTold("");
    session.binding.dispatch(goOn(session.view.state, direction));
  };
  const replace = () => {
    const { transaction, replaced } = replaceOne(session.view.state, replacement);
    const fixed = hits[current]?.fixed;
    session.binding.dispatch(transaction);
    setTold(replaced > 0 ? t("find.replaced", { count: replaced }) : fixed ? t(`find.fixed.${fixed}`) : "");
  };
  const replaceEvery = () => {
    const { transaction, replaced, kept } = replaceAll(session.view.state, replacement);
    session.binding.dispatch(transaction);
    const said = [t("find.replaced", { count: replaced }), kept > 0 ? t("find.kept", { count: kept }) : ""];
    setTold(said.filter((words) => words !== "").join(" "));
  };
  const keys = (event: KeyboardEvent, act: (isBack: boolean) => void) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    act(event.shiftKey);
  };
  const count = hits.length === 0 ? t("find.none") : t("find.count", { at: current + 1, count: hits.length });
  return (
    <Panel session={session} title={t("find.title")} name="find">
      <div className="panel-row">
        <label className="panel-field">
          <span>{t("find.words")}</span>
          <input
            ref={field}
            type="text"
            value={question.words}
            onChange={(event) => change({ words: event.currentTarget.value })}
            onKeyDown={(event) => keys(event, (isBack) => go(isBack ? -1 : 1))}
          />
        </label>
        <button type="button" disabled={isOff} onClick={() => go(-1)} title={t("find.beforeKey")}>
          {t("find.before")}
        </button>
        <button type="button" disabled={isOff} onClick={() => go(1)} title={t("find.nextKey")}>
          {t("find.next")}
        </button>
      </div>
      {snapshot.editable && (
        <div className="panel-row">
          <label className="panel-field">
            <span>{t("find.with")}</span>
            <input
              type="text"
              value={replacement}
              onChange={(event) => setReplacement(event.currentTarget.value)}
              onKeyDown={(event) => keys(event, replace)}
            />
          </label>
          <button type="button" disabled={isOff} onClick={replace}>
            {t("find.replace")}
          </button>
          <button type="button" disabled={isOff} onClick={replaceEvery}>
            {t("find.replaceAll")}
          </button>
        </div>
      )}
      <div className="panel-row">
        <label className="panel-box">
          <input
            type="checkbox"
            checked={question.matchCase}
            onChange={(event) => change({ matchCase: event.currentTarget.checked })}
          />
          {t("find.case")}
        </label>
        <label className="panel-box">
          <input
            type="checkbox"
            checked={question.wholeWords}
            onChange={(event) => change({ wholeWords: event.currentTarget.checked })}
          />
          {t("find.whole")}
        </label>
        <p className="panel-told" role="status" aria-live="polite">
          {question.words === "" ? "" : [told, count].filter((words) => words !== "").join(" ")}
        </p>
      </div>
    </Panel>
  );
}
