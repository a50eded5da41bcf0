/**
 * What stands within a clause as it is read: words, parameters, terms with their definition, references under the number that
 * their target has today, and brackets with the delegations behind them, alternatives side by side (rules D4 to D6).
 */
import { Link } from "@remix-run/react";
import { createContext, type ReactNode, useContext } from "react";
import { useTranslation } from "react-i18next";
import type { Bracket, Inline } from "../../domain/definition/control-text.ts";
import { referenceTarget } from "../../domain/definition/reference-target.ts";
import { slugOf } from "../../domain/record/reference.ts";
import { LawWords } from "./law-words.tsx";
import "./law-inline.css";

/** What the parts of a clause need to know of the text around them. */
export type LawAround = {
  /** The number of each clause, empty for one that has none. */
  labels: ReadonlyMap<string, string>;
  /** The first words of a clause, for one that has no number. */
  wordsOf: (nid: string) => string;
  definitions: ReadonlyMap<string, string>;
};

export const emptyAround: LawAround = { labels: new Map(), wordsOf: () => "", definitions: new Map() };
export const LawAroundContext = createContext<LawAround>(emptyAround);

type BracketPart = { bracket: Bracket };

/** Brackets that follow each other as alternatives to the first of them. */
type Part = Inline | { alternatives: Bracket[] };

function isAlternativeTo(part: Inline | undefined, first: Bracket): part is BracketPart {
  if (part === undefined || !("bracket" in part)) return false;
  return first.id !== undefined && part.bracket.alternativeOf === first.id;
}

/** The parts of a clause, with alternatives gathered behind the bracket that they would replace. */
function gathered(content: Inline[]): Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < content.length; at++) {
    const part = content[at]!;
    if (!("bracket" in part)) {
      parts.push(part);
      continue;
    }
    const set = [part.bracket];
    while (isAlternativeTo(content[at + 1], part.bracket)) {
      at += 1;
      set.push((content[at] as BracketPart).bracket);
    }
    parts.push(set.length > 1 ? { alternatives: set } : part);
  }
  return parts;
}

export function InlineRun({ content }: { content: Inline[] }): ReactNode {
  return gathered(content).map((part, index) => {
    const key = `${index}`;
    if ("text" in part) return <LawWords key={key} text={part.text} />;
    if ("param" in part)
      return (
        <span key={key} className="parameter">
          <LawWords text={part.param.raw} />
        </span>
      );
    if ("termRef" in part) return <Term key={key} term={part.termRef} />;
    if ("xref" in part) return <Reference key={key} target={part.xref} />;
    if ("alternatives" in part)
      return (
        <span key={key} className="alternatives">
          {part.alternatives.map((bracket) => (
            <BracketWords key={bracket.id ?? ""} bracket={bracket} />
          ))}
        </span>
      );
    return <BracketWords key={key} bracket={part.bracket} />;
  });
}

function Term({ term }: { term: string }) {
  const definition = useContext(LawAroundContext).definitions.get(term.toLowerCase());
  return (
    <span className="term" title={definition}>
      ‘{term}’
    </span>
  );
}

function BracketWords({ bracket }: { bracket: Bracket }) {
  const { t } = useTranslation("frame");
  const by = bracket.delegations.join(", ");
  return (
    <span className="bracket" title={t("law.bracket", { delegations: by })}>
      [<InlineRun content={bracket.content} />]{by === "" ? null : <span className="bracket-label"> {by}</span>}
    </span>
  );
}

/** A reference under the number its clause has now; a broken one is marked and says so. */
function Reference({ target }: { target: string }) {
  const { t } = useTranslation("frame");
  const { labels, wordsOf } = useContext(LawAroundContext);
  const found = referenceTarget(target, (nid) => labels.has(nid));
  if (found === null)
    return (
      <span className="reference reference-broken" title={t("law.broken")}>
        {target}
        <span className="unseen"> ({t("law.broken")})</span>
      </span>
    );
  if (found.kind === "clause") {
    const label = labels.get(found.nid) || `“${wordsOf(found.nid)}”`;
    return (
      <a className="reference" href={`#clause-${found.nid}`} title={wordsOf(found.nid)}>
        {label}
      </a>
    );
  }
  const to = found.kind === "candidate" ? `/candidates/${slugOf(found.reference)}` : `/library/${found.code}`;
  return (
    <Link className="reference" to={to}>
      {target}
    </Link>
  );
}
