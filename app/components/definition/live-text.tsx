/**
 * The text: readable at once as the server drew it, then replaced by the editor as soon as that has loaded the live text.
 * Without script, or where the socket is blocked, the drawn text stays.
 */
import { type ComponentType, type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DefinitionEditorProps, EditorHandle, EditorSnapshot, LiveFault } from "~/editor/definition-editor.tsx";
import { ClauseList } from "~/ui/law.tsx";
import { useCalmRefresh } from "~/ui/live-refresh.tsx";
import { clauseText } from "../../../domain/definition/control-text.ts";
import { numbers } from "../../../domain/definition/numbering.ts";
import type { CommentDraft } from "./comment-form.tsx";
import type { DefinitionPageData } from "./definition-types.ts";

/** So long after the last change the page asks again for faults, versions and the places of comments. */
const quiet_ms = 2_500;

/** What has to be different for the page to be worth asking again: what is on disk, and what others wrote. */
const markOf = ({ saving, remote }: EditorSnapshot) =>
  `${saving.state === "saved" ? saving.at : saving.state} ${remote.count}`;

function useQuietRefresh(): (snapshot: EditorSnapshot) => void {
  const refresh = useCalmRefresh();
  const seen = useRef("");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (snapshot) => {
    const mark = markOf(snapshot);
    if (mark === seen.current) return;
    const isFirst = seen.current === "";
    seen.current = mark;
    if (isFirst || snapshot.saving.state === "unsaved" || snapshot.saving.state === "saving") return;
    clearTimeout(timer.current);
    timer.current = setTimeout(refresh, quiet_ms);
  };
}

export type LiveTextProps = {
  page: DefinitionPageData;
  person: DefinitionEditorProps["person"];
  place: RefObject<HTMLDivElement>;
  onComment: (draft: CommentDraft) => void;
  onSelectComment: (commentId: string) => void;
  onReady: (handle: EditorHandle) => void;
  onFaults: (faults: LiveFault[]) => void;
};

/** The list of clauses beside the drawn text, as links within the page. */
function DrawnOutline({ clauses }: { clauses: DefinitionPageData["clauses"] }) {
  const { t } = useTranslation("editor");
  const labels = numbers(clauses);
  return (
    <nav className="drawn-outline" aria-label={t("outline.label")}>
      <h2>{t("outline.label")}</h2>
      <ol>
        {clauses.map((clause) => (
          <li key={clause.nid} data-level={clause.level}>
            <a href={`#clause-${clause.nid}`}>
              <span className="outline-number">{labels.get(clause.nid)}</span>
              <span className="outline-words">{clauseText(clause).slice(0, 80)}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

export function LiveText({ page, person, place, onComment, onSelectComment, onReady, onFaults }: LiveTextProps) {
  const [Editor, setEditor] = useState<ComponentType<DefinitionEditorProps> | null>(null);
  const [isLive, setLive] = useState(false);
  const refreshQuietly = useQuietRefresh();
  useEffect(() => {
    let isHere = true;
    // The editor needs a browser, and is larger than all the rest of the page.
    void import("~/editor/definition-editor.tsx").then(({ DefinitionEditor }) => {
      if (isHere) setEditor(() => DefinitionEditor);
    });
    return () => {
      isHere = false;
    };
  }, []);
  const written = JSON.stringify(page.comments.map(({ id, nid, quote, anchor }) => [id, nid, quote, anchor]));
  const anchored = useMemo(
    () =>
      (JSON.parse(written) as [string, string, string, string | null][])
        .filter(([, nid]) => nid !== "")
        .map(([id, nid, quote, anchor]) => ({ id, nid, quote, place: anchor ?? "" })),
    [written],
  );
  return (
    <div className="live-text" ref={place}>
      {isLive ? null : (
        <div className="drawn-text">
          <DrawnOutline clauses={page.clauses} />
          <ClauseList clauses={page.clauses} terms={page.terms} />
        </div>
      )}
      {Editor ? (
        <div className={isLive ? undefined : "not-yet"}>
          <Editor
            roomName={page.definitionId}
            mayWrite={page.may["edit-definition"] === null}
            mayComment={page.may["make-comment"] === null}
            person={person}
            comments={anchored}
            candidate={page.candidate.slug}
            committee={page.committee.code}
            delegations={page.delegations}
            ownDelegation={page.ownDelegation ?? undefined}
            terms={page.terms}
            references={page.references}
            reference={page.candidate.reference}
            publishedCodes={page.publishedCodes}
            onReady={onReady}
            onFaults={onFaults}
            onState={(snapshot) => {
              if (snapshot.loaded) setLive(true);
              refreshQuietly(snapshot);
            }}
            onComment={onComment}
            onSelectComment={onSelectComment}
          />
        </div>
      ) : null}
    </div>
  );
}
