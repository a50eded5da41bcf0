/** The offer under the words, the form under the chip, and what a screen reader hears of both. */
import { type KeyboardEvent, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import type { Parameter } from "../../domain/definition/control-text.ts";
import { unnamedQuantity } from "../../domain/definition/parameters/offered-parameters.ts";
import { shownSi } from "../../domain/definition/parameters/parameter-wording.ts";
import { shownParameter } from "../../domain/definition/parameters/shown-parameter.ts";
import "./params.css";
import type { EditorSession } from "./editor-session.ts";
import type { EditorSnapshot } from "./editor-snapshot.ts";
import { newIdentifier } from "./fresh-ids.ts";
import { acceptOffer, changeParameter, findParam, parameterAsText, parameterOf } from "./param-commands.ts";
import type { OpenParam } from "./param-desk.ts";
import type { PlacedOffer } from "./param-finding.ts";
import { ParamForm } from "./param-form.tsx";
import { spokenParameter } from "./param-words.ts";
import { usePlaceUnder } from "./place-under.ts";

type Props = { session: EditorSession; snapshot: EditorSnapshot };

function named(parameter: Parameter, unnamed: string): Parameter {
  return parameter.quantity === unnamedQuantity ? { ...parameter, quantity: unnamed } : parameter;
}

export function ParamPanel({ session, snapshot }: Props) {
  const { params } = session;
  const { offer, open, chosen } = useSyncExternalStore(params.subscribe, params.current, params.current);
  const { t } = useTranslation("editor");
  const said = chosen !== null ? t("param.chosen", { meaning: spokenParameter(t, chosen) }) : offerSaid();
  function offerSaid(): string {
    if (offer === null || open !== null) return "";
    return offer.offer.fault ?? t("param.offer.heard", { meaning: spokenParameter(t, offer.offer.parameter) });
  }
  return (
    <>
      <p className="editor-unseen" role="status" aria-live="polite">
        {said}
      </p>
      {offer !== null && open === null && snapshot.editable && <Offer session={session} place={offer} />}
      {open !== null && <OpenForm key={open.pid} session={session} snapshot={snapshot} open={open} />}
    </>
  );
}

function Offer({ session, place }: { session: EditorSession; place: PlacedOffer }) {
  const { t } = useTranslation("editor");
  const element = useRef<HTMLDivElement>(null);
  usePlaceUnder(session, place.from, element);
  const { parameter, fault } = place.offer;
  const keepSelection = (event: { preventDefault: () => void }) => event.preventDefault();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the press only keeps the caret in the text; its buttons do the acts.
    <div className="param-offer-card" ref={element} onMouseDown={keepSelection}>
      {fault === undefined ? (
        <>
          <span className="param-offer-said">{shownParameter(named(parameter, t("param.unnamed")))}</span>
          <button type="button" className="param-main" onClick={() => session.run(acceptOffer(place, newIdentifier))}>
            {t("param.offer.accept")} <kbd>Ctrl .</kbd>
          </button>
        </>
      ) : (
        <span className="param-fault">
          {fault} {t("param.offer.faulty")}
        </span>
      )}
      <button
        type="button"
        className="param-wave"
        aria-label={t("param.offer.wave")}
        title={t("param.offer.wave")}
        onClick={() => session.params.waveAway(place)}
      >
        ×
      </button>
    </div>
  );
}

type OpenFormProps = Props & { open: OpenParam };

function OpenForm({ session, snapshot, open }: OpenFormProps) {
  const { t } = useTranslation("editor");
  const element = useRef<HTMLDivElement>(null);
  const [opened] = useState(open.value);
  const found = findParam(session.view.state.doc, open.pid);
  usePlaceUnder(session, found?.position ?? 0, element);
  useEffect(() => {
    element.current?.scrollIntoView({ block: "nearest" });
    if (!snapshot.editable) element.current?.focus();
  }, [snapshot.editable]);
  const close = () => {
    session.params.close();
    session.view.focus();
  };
  const hear = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close();
  };
  const now = found === null ? null : parameterOf(found.node);
  const isChanged = found !== null && JSON.stringify(now) !== JSON.stringify(opened);
  const title = t(snapshot.editable ? "param.form.title" : "param.form.titleRead");
  return (
    <div className="param-panel" role="dialog" aria-label={title} ref={element} tabIndex={-1} onKeyDown={hear}>
      {found === null && <p className="param-fault">{t("param.form.gone")}</p>}
      {isChanged && snapshot.editable && (
        <p className="param-notice">{t("param.form.changed", { words: now?.raw ?? "" })}</p>
      )}
      {snapshot.editable && found !== null ? (
        <ParamForm
          value={opened}
          firstField={open.field}
          onSave={(value) => {
            session.params.close();
            session.run(changeParameter(open.pid, value));
          }}
          onWords={() => {
            session.params.close();
            session.run(parameterAsText(open.pid));
          }}
          onClose={close}
        />
      ) : (
        <Reading value={now ?? opened} onClose={close} />
      )}
    </div>
  );
}

/** For who may not write: what the parameter means. */
function Reading({ value, onClose }: { value: Parameter | null; onClose: () => void }) {
  const { t } = useTranslation("editor");
  return (
    <>
      {value !== null && (
        <dl className="param-reading">
          <dt>{t("param.form.raw")}</dt>
          <dd>{value.raw}</dd>
          <dt>{t("param.form.value")}</dt>
          <dd>{shownParameter(named(value, t("param.unnamed")))}</dd>
          <dt>{t("param.form.si")}</dt>
          <dd>{shownSi(value) ?? t("param.form.siNone")}</dd>
        </dl>
      )}
      <button type="button" onClick={onClose}>
        {t("param.form.cancel")}
      </button>
    </>
  );
}
