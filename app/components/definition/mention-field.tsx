/**
 * A field of several lines in which `@` calls people: while a name is being typed, those who may read the comment are offered.
 * Without script the name is typed whole.
 */
import {
  createContext,
  type FormEvent,
  type KeyboardEvent,
  useContext,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import { useTranslation } from "react-i18next";
import { TextField, type TextFieldProps } from "~/ui/field.tsx";
import "./comments.css";

export type Called = { personId: string; name: string; speaksFor: string | null };

/** Who may be called on this page. */
export const PeopleToCall = createContext<Called[]>([]);

const offersMax = 6;

type Offer = { from: number; people: Called[] };

/** What stands between the last `@` and the caret, where it can still become a name. */
function offerAt(area: HTMLTextAreaElement, people: Called[]): Offer | null {
  const before = area.value.slice(0, area.selectionStart);
  const from = before.lastIndexOf("@");
  if (from < 0 || /[\p{L}\p{N}]/u.test(before[from - 1] ?? " ")) return null;
  const typed = before.slice(from + 1).toLowerCase();
  if (typed.length > 40 || typed.includes("\n")) return null;
  const found = people.filter(({ name }) =>
    [name, ...name.split(/\s+/).slice(1)].some((part) => part.toLowerCase().startsWith(typed)),
  );
  const isWhole = found.length === 1 && found[0]!.name.toLowerCase() === typed;
  return found.length === 0 || isWhole ? null : { from: from + 1, people: found.slice(0, offersMax) };
}

function useOffer() {
  const people = useContext(PeopleToCall);
  const area = useRef<HTMLTextAreaElement | null>(null);
  const [offer, setOffer] = useState<Offer | null>(null);
  const [chosen, setChosen] = useState(0);
  const look = (target: EventTarget) => {
    if (!(target instanceof HTMLTextAreaElement)) return;
    area.current = target;
    setOffer(offerAt(target, people));
    setChosen(0);
  };
  const take = (person: Called) => {
    const field = area.current;
    if (!field || !offer) return;
    field.setRangeText(`${person.name} `, offer.from, field.selectionStart, "end");
    setOffer(null);
    field.focus();
  };
  return { area, offer, chosen, setChosen, setOffer, look, take };
}

/** Tells assistive technology which of the offers is meant; the field is not ours to write, its attributes are. */
function useAnnouncedOffer(area: { current: HTMLTextAreaElement | null }, id: string, chosen: number | null) {
  useEffect(() => {
    const field = area.current;
    if (!field) return;
    field.setAttribute("aria-autocomplete", "list");
    if (chosen === null) {
      field.removeAttribute("aria-controls");
      field.removeAttribute("aria-activedescendant");
    } else {
      field.setAttribute("aria-controls", id);
      field.setAttribute("aria-activedescendant", `${id}-${chosen}`);
    }
  }, [area, id, chosen]);
}

export function MentionField(props: TextFieldProps) {
  const { t } = useTranslation("definition");
  const id = useId();
  const { area, offer, chosen, setChosen, setOffer, look, take } = useOffer();
  useAnnouncedOffer(area, id, offer === null ? null : chosen);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!offer) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) setChosen((chosen + step + offer.people.length) % offer.people.length);
    else if (event.key === "Enter" || event.key === "Tab") take(offer.people[chosen]!);
    else if (event.key === "Escape") setOffer(null);
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the field within is what is typed into; this only listens.
    <div
      className="mention"
      onInput={(event: FormEvent) => look(event.target)}
      onKeyDown={onKeyDown}
      onBlur={() => setOffer(null)}
    >
      <TextField
        {...props}
        hint={props.hint ? `${props.hint} ${t("comment.mentionHint")}` : t("comment.mentionHint")}
      />
      {offer ? (
        <div className="mention-offers" id={id} role="listbox" aria-label={t("comment.mention")}>
          {offer.people.map((person, at) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the option by its id.
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are taken in the field.
            <div
              key={person.personId}
              id={`${id}-${at}`}
              role="option"
              aria-selected={at === chosen}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(person)}
            >
              {person.name} <span className="note">{person.speaksFor}</span>
            </div>
          ))}
        </div>
      ) : null}
    </div>
  );
}
