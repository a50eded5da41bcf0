/**
 * The editor of a definition, for a page to place. It runs in a browser only: a page loads this module with `import()`
 * in an effect, so that the server never does.
 */
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import "prosemirror-view/style/prosemirror.css";
import "./editor.css";
import type { Term } from "../../domain/definition/control-text.ts";
import { liveFolder } from "../../protocol/room-name.ts";
import { Announcements } from "./announcements.tsx";
import { ClauseOutline } from "./clause-outline.tsx";
import type { AnchoredComment, AnchorStanding, CommentAnchor } from "./comment-anchors.ts";
import type { Delegation } from "./delegation-boxes.tsx";
import { EditorPanels } from "./editor-panels.tsx";
import { EditorSession } from "./editor-session.ts";
import type { EditorSnapshot } from "./editor-snapshot.ts";
import { EditorToolbar } from "./editor-toolbar.tsx";
import { fixFault, goToFault } from "./fault-acts.ts";
import type { LiveFault } from "./fault-finding.ts";
import { FaultPanel, useFaultSurroundings } from "./fault-panel.tsx";
import { ParamPanel } from "./param-panel.tsx";
import type { Say } from "./param-words.ts";
import { PeoplePresent } from "./people-present.tsx";
import type { OuterTarget } from "./reference-desk.ts";
import { SavingLine, UnsavedBlock } from "./saving-line.tsx";

export type { AnchoredComment, AnchorStanding, CommentAnchor, EditorSnapshot, LiveFault };

export type EditorPerson = { personId: string; name: string; initials: string; delegation: string };

/** What a page may ask of an open editor. */
export type EditorHandle = {
  /** Puts the caret into a clause; false when it is not shown. */
  goToClause: (nid: string) => boolean;
  /** Selects what a comment stands on; says how it was found, null when its clause is gone. */
  goToComment: (commentId: string) => AnchorStanding;
  /** Selects what a fault is about; false when it is gone. */
  goToFault: (key: string) => boolean;
  /** Mends a fault by one of its fixes; false when nothing could be done. */
  fixFault: (key: string, fix: string, choice: string | null) => boolean;
};

export type DefinitionEditorProps = {
  /** The definition's id. */
  roomName: string;
  /** `wss://host/live`; by default this page's own host. */
  socketUrl?: string;
  mayWrite: boolean;
  mayComment: boolean;
  person: EditorPerson;
  comments: AnchoredComment[];
  /** The delegations of the committee, to whom a bracket can be attributed; without them only one's own. */
  delegations?: Delegation[];
  /** The code of one's own among them. */
  ownDelegation?: string;
  /** The candidate's slug, by which the published lists are asked; without it nothing is looked up. */
  candidate?: string;
  /** The committee's code, for the page of its terms. */
  committee?: string;
  /** The terms that the text may name. */
  terms?: readonly Term[];
  /** What references of the text lead to outside of it, and what else they could. */
  references?: readonly OuterTarget[];
  /** The candidate's reference, without which the text is not judged. */
  reference?: string;
  /** Codes of the published lists, which references may name. */
  publishedCodes?: readonly string[];
  /** Called with each new snapshot: saving, connection, outline with numbers, people. */
  onState?: (snapshot: EditorSnapshot) => void;
  onSelectClause?: (nid: string | null) => void;
  onSelectComment?: (commentId: string) => void;
  /** Opens the comment form on the selection: clause, quotation, and place in base64. */
  onComment?: (anchor: CommentAnchor) => void;
  onReady?: (handle: EditorHandle) => void;
  /** Called when other faults stand in the text than before. */
  onFaults?: (faults: LiveFault[]) => void;
};

function ownSocketUrl(): string {
  const { protocol, host } = window.location;
  return `${protocol === "https:" ? "wss" : "ws"}://${host}${liveFolder}`;
}

export function DefinitionEditor(props: DefinitionEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const [session, setSession] = useState<EditorSession | null>(null);
  const { t } = useTranslation("editor");
  const label = t("label");
  const say = useRef<Say>(t);
  say.current = t;
  const { roomName, socketUrl, mayWrite, comments } = props;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another room is another session; all else is told to the open one below.
  useEffect(() => {
    const opened = new EditorSession(place.current!, {
      socketUrl: socketUrl ?? ownSocketUrl(),
      roomName,
      mayWrite,
      label,
      say: (key, values) => say.current(key, values),
      comments,
      onSelectComment: (commentId) => latest.current.onSelectComment?.(commentId),
    });
    setSession(opened);
    latest.current.onReady?.({
      goToClause: (nid) => opened.goToClause(nid),
      goToComment: (commentId) => opened.goToComment(commentId),
      goToFault: (key) => {
        const fault = opened.faults.named(key);
        return fault !== null && goToFault(opened, fault);
      },
      fixFault: (key, fix, choice) => fixFault(opened, key, fix, choice),
    });
    return () => {
      setSession(null);
      opened.destroy();
    };
  }, [roomName, socketUrl]);

  useEffect(() => session?.setMayWrite(mayWrite), [session, mayWrite]);
  useEffect(() => session?.setComments(comments), [session, comments]);
  useFaultSurroundings(session, props);

  return (
    <div className="definition-editor">
      {session === null ? (
        <p className="editor-loading">{t("loading")}</p>
      ) : (
        <EditorSurroundings session={session} editor={props} />
      )}
      <div className="editor-law" ref={place} />
    </div>
  );
}

/** All that stands around the text and follows the session. */
function EditorSurroundings({ session, editor }: { session: EditorSession; editor: DefinitionEditorProps }) {
  const { t } = useTranslation("editor");
  const snapshot = useSyncExternalStore(session.subscribe, session.snapshot, session.snapshot);
  const latest = useRef(editor);
  latest.current = editor;
  useEffect(() => latest.current.onState?.(snapshot), [snapshot]);
  useEffect(() => latest.current.onSelectClause?.(snapshot.current.nid), [snapshot.current.nid]);
  return (
    <>
      <div className="editor-bar">
        <SavingLine snapshot={snapshot} mayWrite={editor.mayWrite} />
        <PeoplePresent snapshot={snapshot} person={editor.person} />
      </div>
      <UnsavedBlock session={session} snapshot={snapshot} />
      {snapshot.loaded && <EditorToolbar session={session} snapshot={snapshot} editor={editor} />}
      {snapshot.loaded || <p className="editor-loading">{t("loading")}</p>}
      {snapshot.loaded && <EditorPanels place={{ session, snapshot, editor }} />}
      {snapshot.loaded && <ParamPanel session={session} snapshot={snapshot} />}
      {snapshot.loaded && <FaultPanel session={session} snapshot={snapshot} onFaults={editor.onFaults} />}
      <ClauseOutline session={session} snapshot={snapshot} />
      <Announcements snapshot={snapshot} />
    </>
  );
}
