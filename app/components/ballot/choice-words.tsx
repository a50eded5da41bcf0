/** What a seat chose among the options, in words: a set as a list, a ranking with its places. */
import type { ChoiceData } from "./ballot-data.ts";

const together = (place: string | readonly string[]) => (typeof place === "string" ? place : place.join(" = "));

/** In one line, for a position that was replaced. */
export function choiceText(choice: ChoiceData): string {
  if ("set" in choice) return choice.set.join(", ") || "–";
  return choice.ranking.map((place, index) => `${index + 1}. ${together(place)}`).join("; ") || "–";
}

export function ChoiceWords({ choice }: { choice: ChoiceData }) {
  return <p className="note choice-words">{choiceText(choice)}</p>;
}
