/** Who is in the room, with name and delegation, and the clause each person is in. */
import { useTranslation } from "react-i18next";
import type { EditorPerson } from "./definition-editor.tsx";
import type { EditorSnapshot, PersonPresent } from "./editor-snapshot.ts";

const shownMax = 6;

export function PeoplePresent({ snapshot, person }: { snapshot: EditorSnapshot; person: EditorPerson }) {
  const { t } = useTranslation("editor");
  const numbers = new Map(snapshot.outline.map((clause) => [clause.nid, clause.number]));
  const others = snapshot.people.filter((other) => other.personId !== person.personId);
  const words = (other: PersonPresent) => {
    const { name, delegation, nid } = other;
    const clause = nid === null ? undefined : numbers.get(nid);
    return clause ? t("people.inClause", { name, delegation, clause }) : t("people.one", { name, delegation });
  };
  return (
    <ul className="people-present" aria-label={t("people.label")}>
      <Disc initials={person.initials} className="disc person-self" words={t("people.you", { ...person })} />
      {others.slice(0, shownMax).map((other) => (
        <Disc
          key={other.personId}
          initials={other.initials}
          className={`disc person-${other.colour}`}
          words={words(other)}
        />
      ))}
      {others.length > shownMax && (
        <Disc
          initials={t("people.more", { count: others.length - shownMax })}
          className="disc person-more"
          words={others.slice(shownMax).map(words).join("; ")}
        />
      )}
    </ul>
  );
}

function Disc({ initials, className, words }: { initials: string; className: string; words: string }) {
  return (
    <li className={className} title={words}>
      <span aria-hidden="true">{initials}</span>
      <span className="editor-unseen">{words}</span>
    </li>
  );
}
