/** Choosing a term of the committee, or what to refer to: a clause of this text, a candidate, an entry of a list (rules D4, D5). */
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Choice, ChoiceField } from "./choice-field.tsx";
import type { EditorSession } from "./editor-session.ts";
import { closeModal, ModalPanel } from "./modal-panel.tsx";
import { insertNaming, type NamingNode } from "./reference-commands.ts";
import type { SearchAnswer } from "./reference-desk.ts";
import { clauseChoices } from "./reference-labels.ts";

const choicesMax = 40;
const pauseMilliseconds = 200;

function selectedWords(session: EditorSession): string {
  const { doc, selection } = session.view.state;
  const { from, to, $from, $to } = selection;
  if (from === to || !$from.sameParent($to) || to - from > 80) return "";
  return doc.textBetween(from, to, "").replace(/^['‘“"]|['’”"]$/g, "");
}

function put(session: EditorSession, name: NamingNode, value: string): void {
  closeModal(session);
  session.run(insertNaming(name, value));
}

function Shown({ code, words, kind }: { code: string; words: string; kind?: string }) {
  return (
    <>
      <span className="reference-choice">
        <span>{code}</span>
        <span>{words}</span>
      </span>
      {kind !== undefined && <span className="reference-kind">{kind}</span>}
    </>
  );
}

export function TermPanel({ session }: { session: EditorSession }) {
  const { t } = useTranslation("editor");
  const [words, setWords] = useState(() => selectedWords(session));
  const { references } = session;
  const wanted = words.trim().toLowerCase();
  const begins = (term: string) => term.toLowerCase().startsWith(wanted);
  const found = references
    .terms()
    .filter(({ term }) => term.toLowerCase().includes(wanted))
    .toSorted((one, other) => Number(begins(other.term)) - Number(begins(one.term)))
    .slice(0, choicesMax);
  const page = references.termsPage();
  return (
    <ModalPanel session={session} title={t("term.title")} name="term">
      <ChoiceField
        label={t("term.words")}
        words={words}
        onWords={setWords}
        told={found.length === 0 ? t("term.none") : ""}
        choices={found.map(({ term, definition }) => ({
          id: term,
          take: () => put(session, "termRef", term),
          shown: <Shown code={`‘${term}’`} words={definition} />,
        }))}
      />
      {page !== null && (
        <p className="panel-note">
          <a href={page} target="_blank" rel="noopener">
            {t("term.list")}
          </a>
        </p>
      )}
    </ModalPanel>
  );
}

/** What the published lists have for the words, asked for after a short pause. */
function usePublished(session: EditorSession, words: string): SearchAnswer & { isDown: boolean } {
  const [answer, setAnswer] = useState<SearchAnswer & { isDown: boolean }>({ exact: null, hits: [], isDown: false });
  useEffect(() => {
    const asking = new AbortController();
    const timer = setTimeout(() => {
      session.references.search(words, asking.signal).then(
        (found) => setAnswer({ ...found, isDown: false }),
        () => asking.signal.aborted || setAnswer({ exact: null, hits: [], isDown: true }),
      );
    }, pauseMilliseconds);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [session, words]);
  return answer;
}

export function ReferencePanel({ session }: { session: EditorSession }) {
  const { t } = useTranslation("editor");
  const [words, setWords] = useState(() => selectedWords(session));
  const published = usePublished(session, words);
  const wanted = words.trim().toLowerCase().split(/\s+/);
  const fits = (...said: string[]) => wanted.every((word) => said.some((one) => one.toLowerCase().includes(word)));
  const choice = (id: string, target: string, code: string, said: string, kind: string): Choice => ({
    id,
    take: () => put(session, "xref", target),
    shown: <Shown code={code} words={said} kind={t(`reference.kinds.${kind}`)} />,
  });
  const clauses = clauseChoices(session.view.state.doc)
    .filter(({ number, words: said }) => fits(`${number} ${said}`))
    // A number that is asked for exactly goes before one that only holds it.
    .toSorted((one, other) => Number(isAsked(other.number, words)) - Number(isAsked(one.number, words)))
    .map(({ nid, number, words: said }) => choice(`clause ${nid}`, nid, number || "–", said, "clause"));
  const known = session.references
    .outerTargets()
    .filter(({ target, title }) => fits(target, title))
    .map((one) => choice(`known ${one.target}`, one.target, one.target, one.title, "committee"));
  const hits = [...(published.exact ? [published.exact] : []), ...published.hits];
  const knownTargets = new Set(session.references.outerTargets().map(({ target }) => target));
  const lists = hits
    .filter(({ target }) => !knownTargets.has(target))
    .map((one) => choice(`list ${one.target}`, one.target, one.target, one.words || one.title, "published"));
  const first = published.exact === null ? [...clauses, ...known, ...lists] : [...lists, ...clauses, ...known];
  const choices = first.slice(0, choicesMax);
  const told = published.isDown ? t("reference.down") : choices.length === 0 ? t("reference.none") : "";
  return (
    <ModalPanel session={session} title={t("reference.title")} name="reference">
      <ChoiceField label={t("reference.words")} words={words} onWords={setWords} told={told} choices={choices} />
    </ModalPanel>
  );
}

function isAsked(number: string, words: string): boolean {
  const plain = (text: string) => text.trim().toLowerCase().replace(/\.$/, "");
  return number !== "" && plain(number) === plain(words);
}
