/** How far from the edges of the window the caret is brought: the tools lie over its head, a panel over its foot. */

const leastPixels = 12;

/** Whoever changes the height of the tools or the panel changes this, so it is measured when it is needed. */
function heightOf(part: string): number {
  return document.querySelector<HTMLElement>(`.definition-editor ${part}`)?.offsetHeight ?? 0;
}

export const scrollRoom = {
  left: 0,
  right: 0,
  get top(): number {
    return heightOf(".editor-tools") + 3 * leastPixels;
  },
  get bottom(): number {
    return heightOf(".panel-place .panel") + 5 * leastPixels;
  },
};
