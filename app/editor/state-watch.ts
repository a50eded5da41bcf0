/** Tells who asks of every new state of the editor: panels follow the selection, of which the snapshot says little. */
import { type EditorState, Plugin } from "prosemirror-state";

export class StateWatch {
  private readonly listeners = new Set<() => void>();

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  plugin(): Plugin {
    return new Plugin({
      view: () => ({
        update: (view, before: EditorState) => {
          if (view.state === before) return;
          for (const listener of this.listeners) listener();
        },
      }),
    });
  }
}
