/** The clauses as a list beside the text: the way to a clause, and a view of the whole. */
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { EditorSession } from "./editor-session.ts";
import { FaultSign } from "./editor-signs.tsx";
import type { EditorSnapshot } from "./editor-snapshot.ts";
import type { OutlineClause } from "./outline.ts";

export function ClauseOutline({ session, snapshot }: { session: EditorSession; snapshot: EditorSnapshot }) {
  const { t } = useTranslation("editor");
  if (!snapshot.loaded) return null;
  return (
    <nav className="editor-outline" aria-label={t("outline.label")}>
      <h2>{t("outline.label")}</h2>
      <OutlineList session={session} outline={snapshot.outline} currentNid={snapshot.current.nid} />
    </nav>
  );
}

type ListProps = { session: EditorSession; outline: OutlineClause[]; currentNid: string | null };

const OutlineList = memo(function OutlineList({ session, outline, currentNid }: ListProps) {
  return (
    <ol>
      {outline.map((clause, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a doubled identifier is a fault that the list must show, so the place is part of the key.
        <li key={`${clause.nid}-${index}`} data-level={clause.level}>
          <OutlineEntry session={session} clause={clause} isCurrent={clause.nid === currentNid} />
        </li>
      ))}
    </ol>
  );
});

function OutlineEntry({
  session,
  clause,
  isCurrent,
}: {
  session: EditorSession;
  clause: OutlineClause;
  isCurrent: boolean;
}) {
  const { t } = useTranslation("editor");
  const { nid, number, words, stray } = clause;
  return (
    <button
      type="button"
      aria-current={isCurrent ? "true" : undefined}
      onClick={() => {
        if (nid !== null) session.goToClause(nid);
      }}
    >
      <span className="outline-number">{stray ? t("clause.stray") : number}</span>
      <span className="outline-words">{words || t("clause.empty")}</span>
      {stray && <FaultSign />}
    </button>
  );
}
