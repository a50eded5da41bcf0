/** Says politely what changes without a person's doing: the number of the clause they are in, and what others wrote. */
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { EditorSnapshot } from "./editor-snapshot.ts";

/** Others type without pause; who listens needs pauses. */
const betweenMilliseconds = 5_000;
const pauseMilliseconds = 400;

export function Announcements({ snapshot }: { snapshot: EditorSnapshot }) {
  const [said, setSaid] = useState("");
  useClauseEntered(snapshot, setSaid);
  useRenumbering(snapshot, setSaid);
  useRemoteNews(snapshot, setSaid);
  return (
    <p className="editor-unseen" role="status" aria-live="polite">
      {said}
    </p>
  );
}

function numberOf(snapshot: EditorSnapshot, nid: string | null): string {
  return snapshot.outline.find((clause) => clause.nid === nid)?.number ?? "";
}

/** The clause that the caret comes into: its number, or what it is. A caret that runs through many names the last. */
function useClauseEntered(snapshot: EditorSnapshot, say: (words: string) => void): void {
  const { t } = useTranslation("editor");
  const { nid, kind } = snapshot.current;
  const latest = useRef(snapshot);
  latest.current = snapshot;
  const before = useRef(nid);
  useEffect(() => {
    if (before.current === nid) return;
    const timer = setTimeout(() => {
      before.current = nid;
      const number = numberOf(latest.current, nid);
      say(number === "" ? t(`kind.${kind}`) : t("announce.entered", { number, kind: t(`kind.${kind}`) }));
    }, pauseMilliseconds);
    return () => clearTimeout(timer);
  }, [nid, kind, say, t]);
}

function useRenumbering(snapshot: EditorSnapshot, say: (words: string) => void): void {
  const { t } = useTranslation("editor");
  const nid = snapshot.current.nid;
  const number = numberOf(snapshot, nid);
  const before = useRef({ nid, number });
  useEffect(() => {
    const wasAt = before.current;
    before.current = { nid, number };
    if (wasAt.nid !== nid || wasAt.number === number || number === "") return;
    say(t("announce.renumbered", { number }));
  }, [nid, number, say, t]);
}

function useRemoteNews(snapshot: EditorSnapshot, say: (words: string) => void): void {
  const { t } = useTranslation("editor");
  const latest = useRef(snapshot);
  latest.current = snapshot;
  const { count } = snapshot.remote;
  const saidCount = useRef(count);
  const saidAt = useRef(0);
  useEffect(() => {
    if (saidCount.current === count) return;
    const wait = Math.max(0, saidAt.current + betweenMilliseconds - Date.now());
    const timer = setTimeout(() => {
      saidCount.current = count;
      saidAt.current = Date.now();
      const { names, nid } = latest.current.remote;
      const clause = numberOf(latest.current, nid) || t("clause.unnumbered");
      const who = names.join(", ");
      say(who === "" ? t("announce.remoteSomebody") : t("announce.remote", { names: who, clause }));
    }, wait);
    return () => clearTimeout(timer);
  }, [count, say, t]);
}
