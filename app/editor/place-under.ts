/** Puts what belongs to words of the text right under them, or above them at the foot of the window, within the width of the editor. */
import { type RefObject, useEffect, useLayoutEffect, useState } from "react";
import type { EditorSession } from "./editor-session.ts";

/** Space between the words and what stands under them. */
const gapPixels = 6;
/** The tools lie over the head of the window. */
const coveredPixels = 120;

/**
 * `position` is in the editor; `side` says whether the words before or behind it are meant, which at the end of a line stand
 * apart. The element's containing block is the editor's own.
 */
export function usePlaceUnder(
  session: EditorSession,
  position: number,
  element: RefObject<HTMLElement>,
  side: 1 | -1 = 1,
): void {
  const [, resized] = useState(0);
  useEffect(() => {
    const again = () => resized((count) => count + 1);
    window.addEventListener("resize", again);
    return () => window.removeEventListener("resize", again);
  }, []);
  useLayoutEffect(() => {
    const { view } = session;
    const around = element.current?.offsetParent?.getBoundingClientRect();
    if (element.current === null || around === undefined || view.isDestroyed) return;
    const words = view.coordsAtPos(Math.min(position, view.state.doc.content.size), side);
    const { offsetHeight: height, offsetWidth: width } = element.current;
    const left = Math.min(words.left - around.left, around.width - width);
    const isBeyond = words.bottom + gapPixels + height > window.innerHeight;
    // Above them only where that is in sight as a whole: who reads on scrolls down, not up.
    const isAbove = isBeyond && words.top - gapPixels - height > coveredPixels;
    const top = isAbove ? words.top - gapPixels - height : words.bottom + gapPixels;
    element.current.style.top = `${top - around.top}px`;
    element.current.style.left = `${Math.max(0, left)}px`;
  });
}
