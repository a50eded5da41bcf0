/**
 * A published tree with every number in its place (rule D2): `d through y. [Reserved]` is twenty-two items, and where a list
 * prints `z.1.a` without a line for `z.1`, an item without words of its own holds its place.
 */
import type { EntryNode } from "./import-entry.ts";
import { letters } from "./numbering.ts";
import { labelSteps } from "./plain-text/label.ts";

const rangeLabel =
  /^((?:[a-z0-9]+\.)*)([a-z]|\d{1,2})\.?\s+(?:to|through|[-\u2013])\s+(?:[a-z0-9]+\.)*([a-z]|\d{1,2})\.?$/;

/** The labels that `d through f` stands for; null for any other label. */
export function labelsOfRange(label: string): string[] | null {
  const found = rangeLabel.exec(label.trim());
  const [first] = (found && labelSteps(found[2]!)) ?? [];
  const [last] = (found && labelSteps(found[3]!)) ?? [];
  if (!found || !first || !last || first.style !== last.style || last.ordinal < first.ordinal) return null;
  return Array.from({ length: last.ordinal - first.ordinal + 1 }, (_, at) => {
    const ordinal = first.ordinal + at;
    return found[1]! + (first.style === "letter" ? letters(ordinal) : String(ordinal));
  });
}

const isItem = (node: EntryNode) => node.type === "item";

/** The other end of a range may have come to stand among the words: `a.1` and `to a.5. [Reserved]`. */
const restOfRange = /^((?:to|through)\s+\S+?)\.?\s+(\[reserved\]\.?)$/i;

function spread(node: EntryNode): EntryNode[] {
  if (!isItem(node)) return [node];
  const [, rest, text] = restOfRange.exec(node.text.trim()) ?? [];
  const labels = labelsOfRange([node.label ?? "", rest ?? ""].join(" "));
  return labels === null ? [node] : labels.map((label) => ({ ...node, label, text: text ?? node.text }));
}

/** The step of a label at a depth, where the label goes deeper; null where the node stands in its place. */
function missingStep(node: EntryNode, depth: number): string | null {
  const steps = isItem(node) ? labelSteps(node.label ?? "") : null;
  return steps !== null && steps.length > depth
    ? steps
        .slice(0, depth)
        .map(({ shown }) => shown)
        .join(".")
    : null;
}

/** The same nodes with those that are missing; `depth` counts from 1 at the top of the entry. */
export function wholeTree(nodes: EntryNode[], depth = 1): EntryNode[] {
  const out: EntryNode[] = [];
  for (const node of nodes.flatMap(spread)) {
    const holder = missingStep(node, depth);
    const before = out.findLast(isItem);
    if (holder === null) out.push(node);
    else if (before?.label?.replace(/\.$/, "") === holder)
      out[out.indexOf(before)] = { ...before, children: [...(before.children ?? []), node] };
    else out.push({ label: holder, type: "item", text: "", children: [node] });
  }
  return out.map((node) =>
    isItem(node) && node.children ? { ...node, children: wholeTree(node.children, depth + 1) } : node,
  );
}
