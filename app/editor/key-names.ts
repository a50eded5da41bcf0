/** Keys as people read them, and whether a single letter pressed alone may be one. */

const isApple = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.platform);

const named: Record<string, string> = {
  Mod: isApple ? "⌘" : "Ctrl",
  Shift: isApple ? "⇧" : "Shift",
  Alt: isApple ? "⌥" : "Alt",
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
};

/** `Mod-Shift-z` as `Ctrl+Shift+Z`. */
export function keyWords(key: string): string {
  const parts = key.split(/-(?!$)/).map((part) => named[part] ?? (part.length === 1 ? part.toUpperCase() : part));
  return parts.join(isApple ? "" : "+");
}

const settingName = "plenary.single-keys";

/** Single keys can be turned off (WCAG 2.1.4): with dictation a spoken word would press them. Kept in this browser. */
export function singleKeysAreOn(): boolean {
  try {
    return window.localStorage.getItem(settingName) !== "off";
  } catch {
    // A browser that keeps nothing for a page: the keys are on, as they are at first.
    return true;
  }
}

export function turnSingleKeys(isOn: boolean): void {
  try {
    if (isOn) window.localStorage.removeItem(settingName);
    else window.localStorage.setItem(settingName, "off");
  } catch {
    // As above: the choice then holds for nothing, and the box shows it by springing back.
  }
}

/** Whether keys pressed here are words somebody writes. */
export function isWritingPlace(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.closest("input, textarea, select, [role=textbox]") !== null;
}
