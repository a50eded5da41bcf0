/** Which panel of the editor is open. One at a time: a second one would hide the text it is about. */

export type PanelName = "find" | "bracket" | "term" | "reference" | "palette" | "keys";

export class Panels {
  private open: PanelName | null = null;
  private readonly listeners = new Set<() => void>();
  /** How often one was asked for: asking for an open one again brings the keyboard back to it. */
  private asked = 0;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  current = (): PanelName | null => this.open;

  askedCount = (): number => this.asked;

  show(name: PanelName): void {
    this.open = name;
    this.asked += 1;
    this.tell();
  }

  close(): void {
    if (this.open === null) return;
    this.open = null;
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
