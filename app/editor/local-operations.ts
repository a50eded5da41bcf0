/**
 * Steps of the editor → operations on the live text. Each step is translated through the ranges of its own map; whole
 * documents are never compared, because a comparison guesses, and a wrong guess revives what a colleague deleted.
 */
import type { Node as EditorNode } from "prosemirror-model";
import type { Step } from "prosemirror-transform";
import { indexOfGap, indexOfUnit, type Layout, type Segment } from "../../protocol/clause-layout.ts";
import { keyOf } from "../../protocol/definition-shape.ts";
import { EditList } from "./edit-list.ts";
import { fieldOperations } from "./field-operations.ts";
import { commonFormats, embedOf, type Formats, formatsOf } from "./inline-units.ts";
import { alignedParts, runsOf, splitsCharacter, type Unit, unitsBetween } from "./local-units.ts";
import { markOperations } from "./mark-operations.ts";
import { segmentsOfClauses } from "./text-index.ts";
import type { TextOperation } from "./text-operation.ts";

type Range = { from: number; to: number; newFrom: number; newTo: number };

/**
 * The operations that say in the text what a step did in the editor, which showed `before` and then `after`. `layout` is
 * that of the text now; `newId` names a place where one is needed.
 */
export function operationsOfStep(
  step: Step,
  before: EditorNode,
  after: EditorNode,
  layout: Layout,
  newId: () => string,
): TextOperation[] {
  const ranges: Range[] = [];
  step.getMap().forEach((from, to, newFrom, newTo) => {
    ranges.push(wholeCharacters({ from, to, newFrom, newTo }, before, after));
  });
  if (ranges.length === 0) return markOperations(before, after, layout);
  const translation = new StepTranslation(before, after, layout, newId);
  for (const range of ranges) translation.translate(range);
  return translation.edits.operations();
}

/** Widens a range that cuts a surrogate pair: half a character written into the text becomes a broken one. */
function wholeCharacters(range: Range, before: EditorNode, after: EditorNode): Range {
  const wide = { ...range };
  if (splitsCharacter(before, wide.from) || splitsCharacter(after, wide.newFrom)) {
    wide.from -= 1;
    wide.newFrom -= 1;
  }
  if (splitsCharacter(before, wide.to) || splitsCharacter(after, wide.newTo)) {
    wide.to += 1;
    wide.newTo += 1;
  }
  return wide;
}

type InlineUnit = Exclude<Unit, { kind: "clause" }>;

/**
 * Walks one range of the screen and follows in which stretch of the text it stands. Where two clauses that stand side by
 * side on the screen are far apart in the text, joining them carries the words of the second over to the first.
 */
class StepTranslation {
  readonly edits = new EditList();
  private readonly segments: Segment[];
  /** The stretch of the text in which the clause being walked has its words, and where in it the walk is. */
  private host: Segment;
  private cursor = 0;
  private isHostAtHome = true;
  /** The words that follow belong to a clause whose stretch they do not stand in. */
  private carries = false;

  constructor(
    private readonly before: EditorNode,
    private readonly after: EditorNode,
    private readonly layout: Layout,
    private readonly newId: () => string,
  ) {
    this.segments = segmentsOfClauses(layout, before);
    this.host = layout.segments[0]!;
  }

  translate(range: Range): void {
    this.begin(range.from);
    const parts = alignedParts(
      unitsBetween(this.before, range.from, range.to),
      unitsBetween(this.after, range.newFrom, range.newTo),
    );
    for (const part of parts) {
      if (part.kept !== null) this.keep(part.kept.before, part.kept.after);
      else {
        for (const unit of part.removed) this.remove(unit);
        for (const run of runsOf(part.inserted)) this.insert(run);
      }
    }
    if (this.carries) this.carryRest(range.to);
  }

  private begin(from: number): void {
    this.carries = false;
    this.enter(this.layout.segments[0]!, 0);
    let start = 0;
    for (let child = 0; child < this.before.childCount && start < from; child++) {
      const { content, nodeSize } = this.before.child(child);
      this.enter(this.segments[child]!, Math.min(from - start - 1, content.size));
      start += nodeSize;
    }
  }

  private enter(segment: Segment, seen: number): void {
    this.host = segment;
    this.isHostAtHome = segment.at === null;
    this.cursor = indexOfGap(segment, seen);
  }

  private keep(before: Unit, after: Unit): void {
    this.edits.set(fieldOperations(before, after));
    if (before.kind === "clause") {
      this.carries = false;
      this.enter(this.segments[before.child]!, 0);
    } else if (this.carries) this.carry(before, after as InlineUnit);
    else this.cursor = this.indexOf(before) + before.size;
  }

  private remove(unit: Unit): void {
    if (unit.kind !== "clause") {
      this.edits.remove(this.indexOf(unit), unit.size);
      return;
    }
    const segment = this.segments[unit.child]!;
    const { segments } = this.layout;
    const follows = segments[segments.indexOf(this.host) + 1] === segment;
    if (follows && !this.carries) {
      this.edits.remove(segment.start, 1);
      this.host = segment;
    } else {
      // Taking out its embed would join the clause to the one in front of it in the text, which is another.
      this.edits.set([{ act: "set", key: keyOf(unit.node.attrs.nid, "gone"), value: true }]);
      this.carries = true;
    }
  }

  private insert(run: Unit[]): void {
    const first = run[0]!;
    this.edits.set(fieldOperations(null, first));
    if (first.kind === "clause") this.insertClause(first);
    else this.edits.insert(insertOperation(run as InlineUnit[], this.cursor));
  }

  private insertClause(unit: Extract<Unit, { kind: "clause" }>): void {
    const { nid } = unit.node.attrs;
    const previous = unit.child === 0 ? null : this.after.child(unit.child - 1).attrs.nid;
    const formats = formatsAround(this.after, unit.child);
    const place = this.placeBeforeOthers();
    this.edits.insert({ act: "embed", at: this.cursor, embed: { clause: nid }, formats });
    // Whoever moves the clause in front meanwhile takes along what was split from it.
    if (place !== null) this.edits.set([{ act: "set", key: keyOf(nid, "at"), value: place }]);
    else if (previous !== null) this.edits.set([{ act: "set", key: keyOf(nid, "from"), value: previous }]);
  }

  /** Where moved clauses are shown between the walk's clause and what is written behind it, that gets a place in front. */
  private placeBeforeOthers(): string | null {
    const { start, nid, places } = this.host;
    const first = nid === null ? start : start + 1;
    const other = places.find(({ offset, shownCount }) => shownCount > 0 && first + offset < this.cursor);
    if (other === undefined || !this.isHostAtHome) return null;
    const place = this.newId();
    this.edits.insert({ act: "embed", at: first + other.offset, embed: { place }, formats: {} });
    this.isHostAtHome = false;
    return place;
  }

  private indexOf(unit: InlineUnit): number {
    return indexOfUnit(this.segments[unit.child]!, unit.offset);
  }

  private carry(before: InlineUnit, after: InlineUnit): void {
    this.edits.remove(this.indexOf(before), before.size);
    this.edits.insert(insertOperation([after], this.cursor));
  }

  /** The words behind the range, up to the end of their clause, go where its embed went. */
  private carryRest(from: number): void {
    const $from = this.before.resolve(from);
    if ($from.depth === 0) return;
    for (const unit of unitsBetween(this.before, from, $from.end())) {
      if (unit.kind !== "clause") this.carry(unit, unit);
    }
  }
}

function insertOperation(run: InlineUnit[], at: number): Extract<TextOperation, { act: "insert" | "embed" }> {
  const first = run[0]!;
  const formats = formatsOf(first.marks);
  if (first.kind === "embed") return { act: "embed", at, embed: embedOf(first.node), formats };
  const words = run.map((unit) => (unit.kind === "character" ? unit.character : "")).join("");
  return { act: "insert", at, words: words.replace(/\p{Cs}/gu, "\ufffd"), formats };
}

/** The formats on both sides of the start of a clause: an embed without them would cut a bracket in two. */
function formatsAround(doc: EditorNode, child: number): Formats {
  const left = child === 0 ? null : doc.child(child - 1).lastChild;
  const right = doc.child(child).firstChild;
  return left && right ? commonFormats(formatsOf(left.marks), formatsOf(right.marks)) : {};
}
