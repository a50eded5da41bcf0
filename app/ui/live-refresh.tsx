/** Asks for the page's data again when the server says that something it shows has changed. No page polls. */
import { useNavigation, useRevalidator, useRouteLoaderData } from "@remix-run/react";
import { useCallback, useEffect, useRef } from "react";
import type { FrameData } from "../root.tsx";

/** Many acts in a moment are one refresh. */
const gather_ms = 150;
/** A browser gives up where a proxy answers for a server that is away; the page then tries again itself. */
const reopen_ms = 4_000;
/** Pages that were cut off ask again within this time, not all at once. */
const spread_ms = 1_000;

/**
 * Listens while the page is seen: a browser has few connections to one server, and pages behind others would hold them all.
 * Whoever comes back says how far the page has heard, and is told what it missed.
 */
function listen(addressNow: () => string, refresh: () => void): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let wasCutOff = false;
  const refreshIn = (wait_ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(refresh, wait_ms);
  };
  const close = () => {
    clearTimeout(again);
    source?.close();
    source = null;
  };
  const open = () => {
    close();
    const opened = new EventSource(addressNow());
    source = opened;
    opened.addEventListener("changed", () => refreshIn(gather_ms));
    opened.addEventListener("open", () => {
      if (wasCutOff) refreshIn(gather_ms + Math.random() * spread_ms);
      wasCutOff = false;
    });
    opened.addEventListener("error", () => {
      wasCutOff = true;
      if (opened.readyState !== EventSource.CLOSED) return;
      clearTimeout(again);
      again = setTimeout(open, reopen_ms * (0.5 + Math.random()));
    });
  };
  const follow = () => (document.visibilityState === "visible" ? open() : close());
  document.addEventListener("visibilitychange", follow);
  follow();
  return () => {
    document.removeEventListener("visibilitychange", follow);
    clearTimeout(timer);
    close();
  };
}

/**
 * Asks for the page's data again, but never while an answer is on its way: that would be thrown away half read, and where
 * acts follow each other quickly the page would never arrive.
 */
export function useCalmRefresh(): () => void {
  const { revalidate, state } = useRevalidator();
  const navigation = useNavigation();
  const isIdle = state === "idle" && navigation.state === "idle";
  const latest = useRef({ revalidate, isIdle });
  latest.current = { revalidate, isIdle };
  const isWanted = useRef(false);
  const refresh = useCallback(() => {
    isWanted.current = !latest.current.isIdle;
    if (latest.current.isIdle) latest.current.revalidate();
  }, []);
  useEffect(() => {
    if (isIdle && isWanted.current) refresh();
  }, [isIdle, refresh]);
  return refresh;
}

export function LiveRefresh({ topics }: { topics: string[] }) {
  const refresh = useCalmRefresh();
  const frame = useRouteLoaderData("root") as FrameData | undefined;
  const heard = useRef("");
  heard.current = frame?.heard ?? "";
  const address = `/announcements?${topics.map((topic) => `topic=${encodeURIComponent(topic)}`).join("&")}`;
  useEffect(() => listen(() => `${address}&heard=${encodeURIComponent(heard.current)}`, refresh), [address, refresh]);
  return null;
}
