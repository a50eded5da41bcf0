/**
 * People named in a comment with `@` and their whole name. Only those who may read the comment can be named: any other name
 * stays plain words, and nothing tells whether such a person exists (rule W2).
 */

export type Nameable = { personId: string; name: string };

/** As many people as one comment or answer may call. */
export const mentionsMax = 20;

const folded = (words: string) => words.normalize("NFC").toLocaleLowerCase("en");

/** The ids of those named, each once, in the order of the words. Of two names that fit, the longer is meant. */
export function mentionedIn(words: string, people: Nameable[]): string[] {
  const said = folded(words);
  const names = people
    .map(({ personId, name }) => ({ personId, name: folded(name) }))
    .sort((one, other) => other.name.length - one.name.length);
  const found = new Set<string>();
  for (let at = said.indexOf("@"); at >= 0; at = said.indexOf("@", at + 1)) {
    const before = said[at - 1] ?? " ";
    if (/[\p{L}\p{N}]/u.test(before)) continue;
    const rest = said.slice(at + 1);
    const longest = names.find(({ name }) => rest.startsWith(name) && !/^[\p{L}\p{N}]/u.test(rest.slice(name.length)));
    if (!longest) continue;
    // People of one name cannot be told apart by it, so each of them is called.
    for (const { personId, name } of names) if (name === longest.name) found.add(personId);
  }
  return [...found].slice(0, mentionsMax);
}
