/** The one line that says whether what I wrote is on disk, and the block that stays when it is not. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { closeReasonOf } from "../../protocol/close-codes.ts";
import type { EditorSession } from "./editor-session.ts";
import { CrossSign, TickSign } from "./editor-signs.tsx";
import type { EditorSnapshot } from "./editor-snapshot.ts";

function useTime(): (at: number) => string {
  const { i18n } = useTranslation("editor");
  const format = new Intl.DateTimeFormat(i18n.language, { timeStyle: "medium", hour12: false });
  return (at) => format.format(at);
}

export function SavingLine({ snapshot, mayWrite }: { snapshot: EditorSnapshot; mayWrite: boolean }) {
  const { t } = useTranslation("editor");
  const time = useTime();
  const { saving, connection } = snapshot;
  if (saving.state === "unsaved") {
    return (
      <p className="saving saving-unsaved">
        <CrossSign /> {t("saving.unsaved")}
      </p>
    );
  }
  if (saving.state === "saving") return <p className="saving">{t("saving.saving")}</p>;
  if (connection.state === "away") {
    return <p className="saving saving-away">{t(mayWrite ? "connection.away" : "connection.awayReading")}</p>;
  }
  if (saving.state === "saved") {
    return (
      <p className="saving saving-saved">
        <TickSign /> {t("saving.saved", { time: time(saving.at) })}
      </p>
    );
  }
  if (connection.state === "connecting") return <p className="saving">{t("connection.connecting")}</p>;
  return <p className="saving">{mayWrite ? t("connection.live") : t("reading")}</p>;
}

/** Shown while something is not saved or the connection has ended for good. Nothing typed is ever discarded. */
export function UnsavedBlock({ session, snapshot }: { session: EditorSession; snapshot: EditorSnapshot }) {
  const { t } = useTranslation("editor");
  const time = useTime();
  const { saving, connection } = snapshot;
  const isUnsaved = saving.state === "unsaved";
  const isClosed = connection.state === "closed";
  const reason = isClosed || connection.state === "away" ? closeReasonOf(connection.code) : null;
  if (!isUnsaved && !isClosed && reason === null) return null;
  return (
    <div className={isUnsaved ? "editor-notice editor-notice-bad" : "editor-notice"} role="alert">
      {isUnsaved && <strong>{t("saving.unsaved")}</strong>}
      {isUnsaved && <p>{t("saving.unsavedSince", { time: time(saving.since) })}</p>}
      {reason !== null && <p>{t(`closed.${reason.name}`, { defaultValue: reason.sentence })}</p>}
      <div className="editor-notice-acts">
        {isUnsaved && <CopyButton session={session} />}
        {isUnsaved && <DownloadButton session={session} />}
        {isClosed && (
          <button type="button" onClick={() => window.location.reload()}>
            {t("connection.again")}
          </button>
        )}
      </div>
    </div>
  );
}

function CopyButton({ session }: { session: EditorSession }) {
  const { t } = useTranslation("editor");
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(session.unsavedText());
    setCopied(true);
  };
  return (
    <button type="button" onClick={() => void copy()}>
      {t(isCopied ? "saving.copied" : "saving.copy")}
    </button>
  );
}

function DownloadButton({ session }: { session: EditorSession }) {
  const { t } = useTranslation("editor");
  const download = () => {
    const parts = [t("saving.fileUnsaved"), session.unsavedText(), t("saving.fileWhole"), session.wholeText()];
    const address = URL.createObjectURL(new Blob([parts.join("\n\n"), "\n"], { type: "text/plain;charset=utf-8" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = t("saving.fileName");
    link.click();
    // The browser reads the file a moment after the click.
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };
  return (
    <button type="button" onClick={download}>
      {t("saving.download")}
    </button>
  );
}
