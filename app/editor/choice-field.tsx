/** A field and beneath it the choices that its words leave: arrows go through them, Enter takes one. */
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";

export type Choice = { id: string; shown: ReactNode; take: () => void };

type Props = {
  label: string;
  words: string;
  onWords: (words: string) => void;
  choices: Choice[];
  /** Said where nothing fits, or while something is looked up. */
  told: string;
};

export function ChoiceField({ label, words, onWords, choices, told }: Props) {
  const [at, setAt] = useState(0);
  const list = useId();
  const chosen = useRef<HTMLDivElement>(null);
  const index = Math.min(at, choices.length - 1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the one that is chosen is brought into sight.
  useEffect(() => {
    chosen.current?.scrollIntoView({ block: "nearest" });
  }, [index]);
  const keys = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && choices.length > 0) setAt((index + step + choices.length) % choices.length);
    else if (event.key === "Enter" && !event.nativeEvent.isComposing) choices[index]?.take();
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={choices.length > 0 ? `${list}-${index}` : undefined}
        autoComplete="off"
        value={words}
        onChange={(event) => {
          onWords(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={keys}
      />
      <div className="palette-acts" id={list} role="listbox" aria-label={label}>
        {choices.map((choice, position) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, as a list of choices has them.
          <div
            key={choice.id}
            id={`${list}-${position}`}
            ref={position === index ? chosen : undefined}
            role="option"
            tabIndex={-1}
            aria-selected={position === index}
            onClick={choice.take}
          >
            {choice.shown}
          </div>
        ))}
      </div>
      <p className="panel-told" role="status" aria-live="polite">
        {told}
      </p>
    </>
  );
}
