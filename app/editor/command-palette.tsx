/** Every act of the editor to be found by its words and done; its key stands beside it. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ChoiceField } from "./choice-field.tsx";
import { type EditorAct, type EditorPlace, editorActs } from "./editor-acts.ts";
import { keyWords } from "./key-names.ts";
import { closeModal, ModalPanel } from "./modal-panel.tsx";

export function CommandPalette({ place }: { place: EditorPlace }) {
  const { t } = useTranslation("editor");
  const [words, setWords] = useState("");
  const wanted = words.trim().toLowerCase().split(/\s+/);
  const found = editorActs.filter((act) => {
    const said = t(`acts.${act.name}`).toLowerCase();
    return act.run !== null && !act.isOff?.(place) && wanted.every((word) => said.includes(word));
  });
  const perform = (act: EditorAct) => {
    const { session } = place;
    closeModal(session);
    session.view.focus();
    act.run?.(place);
  };
  return (
    <ModalPanel session={place.session} title={t("palette.title")} name="palette">
      <ChoiceField
        label={t("palette.words")}
        words={words}
        onWords={setWords}
        told={found.length === 0 ? t("palette.none") : ""}
        choices={found.map((act) => ({
          id: act.name,
          take: () => perform(act),
          shown: (
            <>
              <span>{t(`acts.${act.name}`)}</span>
              {act.keys[0] !== undefined && <kbd>{keyWords(act.keys[0])}</kbd>}
            </>
          ),
        }))}
      />
    </ModalPanel>
  );
}
