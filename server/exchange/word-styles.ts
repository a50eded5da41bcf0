/** The styles of a Word file: their names, and the list or outline level that a paragraph has from its style alone. */
import { type Attributes, readXml } from "./xml-events.ts";

export type WordStyle = { name: string; level: number | null; numbered: boolean };

type Given = { name: string; basedOn: string; level: number | null; outline: number | null; numbered: boolean | null };

/** How far a chain of styles is followed: a chain that names itself must end somewhere. */
const chainMax = 20;

export const plainStyle: WordStyle = { name: "", level: null, numbered: false };

/** A level as the file says it, 0 to 8; null for none. */
export function levelOf(value: string | undefined): number | null {
  return value !== undefined && /^[0-8]$/.test(value) ? Number(value) : null;
}

function readGiven(text: string): Map<string, Given> {
  const styles = new Map<string, Given>();
  let current: Given | null = null;
  const take: Record<string, (style: Given, attributes: Attributes) => void> = {
    name: (style, { val = "" }) => (style.name = val),
    basedOn: (style, { val = "" }) => (style.basedOn = val),
    outlineLvl: (style, { val }) => (style.outline = levelOf(val)),
    ilvl: (style, { val }) => (style.level = levelOf(val)),
    numId: (style, { val }) => (style.numbered = val !== "0"),
  };
  readXml(text, {
    open(name, attributes) {
      if (name === "style") {
        current = { name: "", basedOn: "", level: null, outline: null, numbered: null };
        styles.set(attributes.styleId ?? "", current);
      } else if (current) take[name]?.(current, attributes);
    },
    close(name) {
      if (name === "style") current = null;
    },
  });
  return styles;
}

/** What each style means once its chain is followed. A heading's level is in its name where the file says it nowhere else. */
export function readStyles(text: string | undefined): (id: string) => WordStyle {
  const given = text === undefined ? new Map<string, Given>() : readGiven(text);
  const known = new Map<string, WordStyle>();
  const resolve = (id: string): WordStyle => {
    const chain: Given[] = [];
    for (let next = given.get(id); next && chain.length < chainMax; next = given.get(next.basedOn)) chain.push(next);
    const first = <K extends "level" | "outline" | "numbered">(key: K) =>
      chain.map((style) => style[key]).find((value) => value !== null) ?? null;
    const name = chain[0]?.name ?? id;
    const heading = /^heading ([1-9])$/i.exec(name)?.[1];
    const numbered = first("numbered") === true;
    const level = (numbered ? first("level") : null) ?? first("outline") ?? (heading ? Number(heading) - 1 : null);
    // Programs write the names of the built-in headings in either case.
    const shown = /^normal$/i.test(name) ? "" : heading ? name.toLowerCase() : name;
    return { name: shown, level: level ?? (numbered ? 0 : null), numbered };
  };
  return (id) => {
    if (id === "") return plainStyle;
    const style = known.get(id) ?? resolve(id);
    known.set(id, style);
    return style;
  };
}
