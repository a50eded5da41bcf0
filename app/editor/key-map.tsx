/** Every key of the page, by group, and the switch for keys that are a single character. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { actGroups, type EditorPlace, editorActs } from "./editor-acts.ts";
import { keyWords, singleKeysAreOn, turnSingleKeys } from "./key-names.ts";
import { ModalPanel } from "./modal-panel.tsx";

export function KeyMap({ place }: { place: EditorPlace }) {
  const { t } = useTranslation("editor");
  const [areOn, setOn] = useState(singleKeysAreOn);
  return (
    <ModalPanel session={place.session} title={t("keys.title")} name="keys">
      <div className="key-groups">
        {actGroups.map((group) => (
          <section key={group}>
            <h3>{t(`keys.groups.${group}`)}</h3>
            <dl className="key-list">
              {editorActs
                .filter((act) => act.group === group && act.keys.length > 0)
                .map((act) => (
                  <div key={act.name}>
                    <dt>{t(`acts.${act.name}`)}</dt>
                    <dd>
                      {act.keys.map((key, index) => (
                        <span key={key}>
                          {index > 0 && <span className="key-or"> {t("keys.or")} </span>}
                          <kbd>{keyWords(key)}</kbd>
                        </span>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
      <label className="panel-box">
        <input
          type="checkbox"
          checked={areOn}
          onChange={(event) => {
            turnSingleKeys(event.currentTarget.checked);
            setOn(singleKeysAreOn());
          }}
        />
        {t("keys.single")}
      </label>
      <p className="panel-note">{t("keys.singleNote")}</p>
    </ModalPanel>
  );
}
