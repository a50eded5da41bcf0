/**
 * A definition as one page of markup: no script, nothing fetched, ready to be printed, its marking on each page. Everything
 * that people wrote is words in it and never markup.
 */

import type { Run } from "../../domain/definition/word-diff.ts";
import type { DefinitionOut, LineOut } from "./definition-out.ts";

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (words: string) => words.replace(/[&<>"']/g, (sign) => escapes[sign]!);
/** Within a quoted string of a style sheet. */
const styled = (words: string) => words.replace(/[^\p{L}\p{N} .,:·/+-]/gu, " ");

const style = `
:root { color-scheme: light dark; }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 400 1.06rem/1.55 Georgia, "Times New Roman", serif; }
header, footer { font: 400 0.85rem/1.5 "Segoe UI", Helvetica, Arial, sans-serif; }
header { border-bottom: 1px solid; margin-bottom: 1.5rem; padding-bottom: 0.75rem; }
footer { border-top: 1px solid; margin-top: 2rem; padding-top: 0.75rem; overflow-wrap: anywhere; }
.marking { font-weight: 700; }
h1 { font-size: 1.35rem; line-height: 1.35; }
h2 { font-size: 1.1rem; }
.clause { display: grid; grid-template-columns: 6.5rem minmax(0, 1fr); gap: 0.75rem; margin: 0.5rem 0 0.5rem calc((var(--level) - 1) * 1.5rem); break-inside: avoid; }
.clause p { margin: 0; overflow-wrap: anywhere; }
.number { font-variant-numeric: tabular-nums; }
ins { text-decoration: underline; text-decoration-thickness: 2px; }
del { text-decoration: line-through; }
dt { font-weight: 700; }
dd { margin: 0 0 0.5rem 1.5rem; }
@media (max-width: 40rem) { .clause { grid-template-columns: 1fr; gap: 0; margin-left: calc((var(--level) - 1) * 0.75rem); } }
@media print { body { max-width: none; margin: 0; font-size: 11pt; } }
`;

function runOf({ kind, text }: Run): string {
  const words = escaped(text);
  return kind === "inserted" ? `<ins>${words}</ins>` : kind === "deleted" ? `<del>${words}</del>` : words;
}

function lineOf({ kind, level, label, runs }: LineOut): string {
  const words = runs.map(runOf).join("");
  if (kind === "heading") return `<h1>${words}</h1>`;
  return `<div class="clause" style="--level: ${level}"><p class="number">${escaped(label)}</p><p>${words}</p></div>`;
}

export function definitionHtml(out: DefinitionOut): string {
  const { marking, reference, title, version, hashWords, textHash, changesFrom } = out;
  const changes = changesFrom === null ? "" : `, with the changes from ${changesFrom.version}`;
  const printed = `@page { margin: 2cm; @top-left { content: "${styled(`${marking} · ${reference}`)}"; font: 9pt sans-serif; } @bottom-left { content: "${styled(`${version} · ${hashWords}`)}"; font: 9pt sans-serif; } @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; } }`;
  const terms = out.terms.map(({ term, definition }) => `<dt>${escaped(term)}</dt><dd>${escaped(definition)}</dd>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(`${reference}: ${title}`)}</title>
<style>${style}${printed}</style>
</head>
<body>
<header><p><span class="marking">${escaped(marking)}</span> · ${escaped(reference)} · ${escaped(title)}</p><p>${escaped(version + changes)}</p></header>
<main>
${out.lines.map(lineOf).join("\n")}
${terms.length > 0 ? `<h2>Terms</h2>\n<dl>${terms.join("\n")}</dl>` : ""}
</main>
<footer><p>${escaped(version)} · ${escaped(hashWords)}</p><p>${escaped(textHash)}</p></footer>
</body>
</html>
`;
}
