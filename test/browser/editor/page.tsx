/** A page with nothing but the editor, for a browser test: who sits at it stands in the query. */
import i18next from "i18next";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { I18nextProvider, initReactI18next } from "react-i18next";
import {
  type AnchoredComment,
  type CommentAnchor,
  DefinitionEditor,
  type EditorHandle,
  type EditorSnapshot,
  type LiveFault,
} from "../../../app/editor/definition-editor.tsx";
import editorWords from "../../../app/messages/en/editor.ts";
import "./page.css";

declare global {
  interface Window {
    snapshot?: EditorSnapshot;
    handle?: EditorHandle;
    faults?: LiveFault[];
    anchors: CommentAnchor[];
    selected: string[];
    showComments: (comments: AnchoredComment[]) => void;
  }
}

const query = new URLSearchParams(window.location.search);
const personId = query.get("person") ?? "ana";
const person = { personId, name: `${personId} Person`, initials: "ME", delegation: "Norway" };
window.anchors = [];
const terms = [{ term: "specially designed", definition: "Peculiarly responsible for the controlled performance." }];
window.selected = [];

const words = i18next.createInstance();
void words.use(initReactI18next).init({ lng: "en", resources: { en: { editor: editorWords } }, defaultNS: "editor" });

function draw(comments: AnchoredComment[]) {
  root.render(
    <StrictMode>
      <I18nextProvider i18n={words}>
        <main>
          <h1>Definition</h1>
          <DefinitionEditor
            roomName={query.get("room") ?? "d1"}
            mayWrite={query.get("reads") === null}
            mayComment
            person={person}
            comments={comments}
            reference="QTAC/2026/1"
            terms={terms}
            publishedCodes={["4A906", "3A001"]}
            onFaults={(faults) => {
              window.faults = faults;
            }}
            onState={(snapshot) => {
              window.snapshot = snapshot;
            }}
            onComment={(anchor) => window.anchors.push(anchor)}
            onSelectComment={(id) => window.selected.push(id)}
            onReady={(handle) => {
              window.handle = handle;
            }}
          />
        </main>
      </I18nextProvider>
    </StrictMode>,
  );
}

const root = createRoot(document.querySelector("#root")!);
window.showComments = draw;
draw([]);
