/** Every act of the editor to be found by its words and done; its key stands beside it. */
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type EditorAct, type EditorPlace, editorActs } from "./editor-acts.ts";
import { keyWords } from "./key-names.ts";
import { ModalPanel } from "./modal-panel.tsx";

export function CommandPalette({ place }: { place: EditorPlace }) {
  const { t } = useTranslation("editor");
  const [words, setWords] = useState("");
  const [at, setAt] = useState(0);
  const list = useId();
  const chosen = useRef<HTMLLIElement>(null);
  const wanted = words.trim().toLowerCase().split(/\s+/);
  const found = editorActs.filter((act) => {
    const said = t(`acts.${act.name}`).toLowerCase();
    return act.run !== null && !act.isOff?.(place) && wanted.every((word) => said.includes(word));
  });
  const index = Math.min(at, found.length - 1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the one that is chosen is brought into sight.
  useEffect(() => chosen.current?.scrollIntoView({ block: "nearest" }), [index]);
  const perform = (act: EditorAct | undefined) => {
    if (act?.run == null) return;
    place.session.panels.close();
    place.session.view.focus();
    act.run(place);
  };
  const keys = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) setAt((index + step + found.length) % found.length);
    else if (event.key === "Enter" && !event.nativeEvent.isComposing) perform(found[index]);
    else return;
    event.preventDefault();
  };
  return (
    <ModalPanel session={place.session} title={t("palette.title")} name="palette">
      <input
        className="palette-words"
        type="text"
        role="combobox"
        aria-label={t("palette.words")}
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={found.length > 0 ? `${list}-${found[index]!.name}` : undefined}
        autoComplete="off"
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={keys}
      />
      <ul className="palette-acts" id={list} role="listbox" aria-label={t("palette.title")}>
        {found.map((act, position) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, as a list of choices has them.
          <li
            key={act.name}
            id={`${list}-${act.name}`}
            ref={position === index ? chosen : undefined}
            role="option"
            tabIndex={-1}
            aria-selected={position === index}
            onClick={() => perform(act)}
          >
            <span>{t(`acts.${act.name}`)}</span>
            {act.keys[0] !== undefined && <kbd>{keyWords(act.keys[0])}</kbd>}
          </li>
        ))}
      </ul>
      <p className="panel-told" role="status" aria-live="polite">
        {found.length === 0 ? t("palette.none") : ""}
      </p>
    </ModalPanel>
  );
}
