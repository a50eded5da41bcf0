/** The card of a term or reference beside its words, and the offer to make one of words. */
import { useRef, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import type { EditorSession } from "./editor-session.ts";
import type { EditorSnapshot } from "./editor-snapshot.ts";
import { keyWords } from "./key-names.ts";
import { CloseSign } from "./panel-signs.tsx";
import { usePlaceUnder } from "./place-under.ts";
import { acceptReference, isNaming } from "./reference-commands.ts";
import type { Meaning, ReferenceOffer, ShownCard } from "./reference-desk.ts";
import { referringClauses } from "./reference-labels.ts";
import "./references.css";

export function References({ session, snapshot }: { session: EditorSession; snapshot: EditorSnapshot }) {
  const { references } = session;
  const { offer, card } = useSyncExternalStore(references.subscribe, references.current, references.current);
  const { t } = useTranslation("editor");
  const { doc } = session.view.state;
  const node = card === null ? null : doc.nodeAt(Math.min(card.position, doc.content.size - 1));
  const meaning = isNaming(node) ? references.meaningOf(doc, node) : null;
  const parametersOffer = session.params.current().offer !== null;
  const shownOffer = snapshot.editable && !parametersOffer ? offer : null;
  return (
    <>
      <p className="editor-unseen" role="status" aria-live="polite">
        {card?.byKey && meaning !== null ? <Spoken meaning={meaning} /> : null}
        {shownOffer !== null && card === null ? t(`offer.heard.${shownOffer.node}`, { words: shownOffer.words }) : null}
      </p>
      {shownOffer !== null && card === null && <Offer session={session} offer={shownOffer} />}
      {card !== null && meaning !== null && <Card session={session} card={card} meaning={meaning} />}
    </>
  );
}

function Spoken({ meaning }: { meaning: Meaning }) {
  const { t } = useTranslation("editor");
  const { label } = meaning;
  if (meaning.kind === "term") return t("term.spoken", { label, definition: meaning.definition });
  if (meaning.kind === "clause") return t("reference.spoken", { label, words: meaning.words });
  if (meaning.kind === "outer") return t("reference.spoken", { label, words: meaning.title });
  return t(meaning.kind === "broken" ? "reference.broken" : "reference.to", { label });
}

function Offer({ session, offer }: { session: EditorSession; offer: ReferenceOffer }) {
  const { t } = useTranslation("editor");
  const element = useRef<HTMLDivElement>(null);
  usePlaceUnder(session, offer.from, element);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the press only keeps the caret in the text; its buttons do the acts.
    <div className="reference-card reference-offer" ref={element} onMouseDown={(event) => event.preventDefault()}>
      <button type="button" onClick={() => session.run(acceptReference(offer))}>
        {t(`offer.${offer.node}`, { words: offer.words })} <kbd>{keyWords("Mod-.")}</kbd>
      </button>
      <button
        type="button"
        className="panel-close"
        aria-label={t("offer.wave")}
        onClick={() => session.references.waveAway(offer)}
      >
        <CloseSign />
      </button>
    </div>
  );
}

function Card({ session, card, meaning }: { session: EditorSession; card: ShownCard; meaning: Meaning }) {
  const { t } = useTranslation("editor");
  const element = useRef<HTMLDivElement>(null);
  usePlaceUnder(session, card.position, element);
  const { doc } = session.view.state;
  const target: string | undefined = doc.nodeAt(card.position)?.attrs.target;
  const usedIn = target === undefined ? [] : referringClauses(doc, target);
  const used = session.references.termsPage();
  return (
    <div
      className="reference-card"
      ref={element}
      onPointerLeave={() => {
        if (!card.byKey) session.references.show(null);
      }}
    >
      <p className="reference-card-head">
        <strong>{meaning.label}</strong>
        {meaning.kind === "outer" && <span>{meaning.title}</span>}
      </p>
      {meaning.kind === "clause" && <p className="reference-card-words">{meaning.words}</p>}
      {meaning.kind === "outer" && meaning.words !== "" && <p className="reference-card-words">{meaning.words}</p>}
      {meaning.kind === "term" && <p className="reference-card-words">{meaning.definition}</p>}
      {meaning.kind === "broken" && <p className="reference-card-fault">{t("reference.brokenWhy")}</p>}
      {usedIn.length > 1 && (
        <p className="reference-card-hint">{t("reference.usedIn", { clauses: usedIn.join(", ") })}</p>
      )}
      {meaning.kind === "clause" && <p className="reference-card-hint">{t("reference.goTo")}</p>}
      {(meaning.kind === "outer" || meaning.kind === "term") && meaning.to !== null && (
        <p className="reference-card-hint">
          <a href={meaning.to} target="_blank" rel="noopener">
            {t(meaning.kind === "term" ? "term.whereUsed" : "reference.open")}
          </a>
          {meaning.kind === "outer" && used !== null && (
            <a href={used} target="_blank" rel="noopener">
              {t("term.whereUsed")}
            </a>
          )}
        </p>
      )}
    </div>
  );
}
