/** A walk over the parts of a clause, those inside brackets too. */
import type { Inline } from "./control-text.ts";

/** `inAlternative` for what stands in a bracket that is the alternative of another one (rule D6). */
export type Visit = { part: Inline; inAlternative: boolean };

export function visits(content: Inline[], inAlternative = false): Visit[] {
  return content.flatMap((part): Visit[] => {
    const here: Visit = { part, inAlternative };
    if (!("bracket" in part)) return [here];
    const alternative = inAlternative || part.bracket.alternativeOf !== undefined;
    return [here, ...visits(part.bracket.content, alternative)];
  });
}
