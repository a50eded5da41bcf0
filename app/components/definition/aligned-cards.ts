/**
 * Puts each group of cards in the height of its clause while text and rail stand side by side; a card never covers another,
 * it moves down. Positions go through the style object, which the content policy allows; without script the cards stand
 * one below the other in the order of the text.
 */
import { type RefObject, useEffect } from "react";

const gap_px = 12;

/**
 * Measures everything first and then writes only what changes: taking the margins away to measure would move the page
 * under the reader's pointer, and set off the next measuring by itself.
 */
function align(rail: HTMLElement, text: HTMLElement): void {
  const groups = [...rail.querySelectorAll<HTMLElement>("[data-beside]")];
  const isBeside = text.getBoundingClientRect().right <= rail.getBoundingClientRect().left + 1;
  let shiftBefore_px = 0;
  let shift_px = 0;
  const margins_px = groups.map((group) => {
    shiftBefore_px += Number.parseFloat(group.style.marginTop) || 0;
    const top = group.getBoundingClientRect().top - shiftBefore_px + shift_px;
    const nid = group.dataset.beside ?? "";
    const clause =
      nid === "" ? null : text.querySelector(`[data-nid="${CSS.escape(nid)}"], #clause-${CSS.escape(nid)}`);
    const lacking_px = isBeside && clause ? clause.getBoundingClientRect().top - top : 0;
    const margin_px = lacking_px > 0 ? Math.round(lacking_px + gap_px / 3) : 0;
    shift_px += margin_px;
    return margin_px;
  });
  groups.forEach((group, at) => {
    const stands_px = Number.parseFloat(group.style.marginTop) || 0;
    if (Math.abs(stands_px - margins_px[at]!) > 1)
      group.style.marginTop = margins_px[at] === 0 ? "" : `${margins_px[at]}px`;
  });
}

export function useAlignedCards(rail: RefObject<HTMLElement>, text: RefObject<HTMLElement>): void {
  useEffect(() => {
    let waiting = 0;
    const soon = () => {
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(() => {
        if (rail.current && text.current) align(rail.current, text.current);
      });
    };
    const sizes = new ResizeObserver(soon);
    if (rail.current) sizes.observe(rail.current);
    if (text.current) sizes.observe(text.current);
    soon();
    return () => {
      cancelAnimationFrame(waiting);
      sizes.disconnect();
    };
  });
}
