/**
 * Suggesting with the editor: a fork of the text that only this person sees, the redline of what is changed beneath it as
 * it is written, and the form with the reason. Without script the form beneath does the same clause by clause.
 */
import { type ComponentType, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SuggestionEditorProps } from "~/editor/suggestion-editor.tsx";
import { ActForm } from "~/ui/act-form.tsx";
import { Button } from "~/ui/button.tsx";
import { HiddenField, TextField } from "~/ui/field.tsx";
import { Section } from "~/ui/layout.tsx";
import type { ClauseChange } from "../../../domain/definition/amendment-change.ts";
import { viewChanges } from "../../../domain/definition/amendment-view.ts";
import type { NewAmendmentPageData } from "./amendment-types.ts";
import { ClauseChanges } from "./clause-changes.tsx";

/** What is typed and not proposed is in this page alone: the browser asks before it is left. */
function useHeldPage(holds: boolean): () => void {
  const held = useRef(holds);
  held.current = holds;
  const isSent = useRef(false);
  useEffect(() => {
    const hold = (event: BeforeUnloadEvent) => {
      if (held.current && !isSent.current) event.preventDefault();
    };
    window.addEventListener("beforeunload", hold);
    return () => window.removeEventListener("beforeunload", hold);
  }, []);
  return () => {
    isSent.current = true;
  };
}

function ProposalForm({ page, changes }: { page: NewAmendmentPageData; changes: ClauseChange[] }) {
  const { t } = useTranslation("amendment");
  const isRebase = page.rebase !== null;
  return (
    <ActForm intent={isRebase ? "rebase-amendment" : "propose-amendment"} part="editor" framed>
      <input type="hidden" name="changes" value={JSON.stringify(changes)} />
      {page.names.map((number) => (
        <HiddenField key={number} name="names" value={String(number)} />
      ))}
      {isRebase ? (
        <>
          <HiddenField name="amendment" value={page.rebaseId ?? ""} />
          <TextField name="note" label={t("suggest.note")} rows={2} charactersMax={2000} />
        </>
      ) : (
        <TextField
          name="reason"
          label={t("suggest.reason")}
          hint={t("suggest.reasonHint")}
          rows={3}
          charactersMax={4000}
          required
        />
      )}
      <Button tone="primary">{t(isRebase ? "suggest.rebase" : "suggest.propose")}</Button>
    </ActForm>
  );
}

export function SuggestionDesk({ page, onReady }: { page: NewAmendmentPageData; onReady: () => void }) {
  const { t } = useTranslation("amendment");
  const [Editor, setEditor] = useState<ComponentType<SuggestionEditorProps> | null>(null);
  const [changes, setChanges] = useState<ClauseChange[]>([]);
  // The fork stays what it was made of, whatever the page learns meanwhile.
  const [fork] = useState({ clauses: page.clauses, begun: page.begun });
  useHeldPage(changes.length > 0);
  useEffect(() => {
    let isHere = true;
    void import("~/editor/suggestion-editor.tsx").then(({ SuggestionEditor }) => {
      if (!isHere) return;
      setEditor(() => SuggestionEditor);
      onReady();
    });
    return () => {
      isHere = false;
    };
  }, [onReady]);
  const views = useMemo(() => viewChanges(changes, fork.clauses), [changes, fork.clauses]);
  if (!Editor) return null;
  return (
    <div className="suggestion">
      <Editor clauses={fork.clauses} begun={fork.begun} onChanges={setChanges} />
      <aside className="suggestion-rail" aria-label={t("suggest.changes")}>
        <Section
          title={t("suggest.changes")}
          note={
            <span role="status">
              {changes.length === 0 ? t("suggest.changesNone") : t("suggest.changesCount", { count: changes.length })}
            </span>
          }
        >
          <ClauseChanges changes={views} />
        </Section>
        {changes.length > 0 ? <ProposalForm page={page} changes={changes} /> : null}
      </aside>
    </div>
  );
}
