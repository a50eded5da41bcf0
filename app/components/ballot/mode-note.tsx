/** Who can see what on a ballot of this mode, at first sight: each mode has its frame, its sign and its sentence. */
import { useTranslation } from "react-i18next";
import { Icon } from "~/ui/icon.tsx";
import { Rule } from "~/ui/rule.tsx";
import type { BallotData } from "./ballot-data.ts";

const rules = { RECORDED: "B38", SEALED: "B39", SECRET: "B43" } as const;

export function ModeNote({ page }: { page: BallotData }) {
  const { t } = useTranslation("sealing");
  const { mode } = page.ballot;
  const opened = mode === "SEALED" && page.sealing?.transcript != null;
  return (
    <aside className={`mode-note mode-note-${mode}`} aria-label={t(`who.${mode}.label`)}>
      <p className="mode-note-label">
        <Icon name={mode === "RECORDED" || opened ? "tick" : "lock"} /> {t(`who.${mode}.label`)}{" "}
        <Rule id={rules[mode]} />
      </p>
      <p>{t(opened ? "who.SEALED.opened" : `who.${mode}.sentence`)}</p>
    </aside>
  );
}
