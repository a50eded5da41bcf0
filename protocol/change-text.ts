/**
 * Writes the changes of an amendment into live text, word by word inside each clause: what a clause keeps is not touched,
 * so comments, carets and other people's characters stay where they are (rules A1, A6). The caller has made sure that the
 * clauses still are what the changes rest on.
 */
import type * as Y from "yjs";
import type { ClauseChange } from "../domain/definition/amendment-change.ts";
import { canonicalJson } from "../domain/definition/canonical-text.ts";
import type { Clause, Inline, Parameter } from "../domain/definition/control-text.ts";
import { tokenEdits } from "../domain/definition/word-diff.ts";
import { contentStart, indexOfGap, layoutOf, type Segment, seenSize } from "./clause-layout.ts";
import { applyMove, editsOfMove } from "./clause-moves.ts";
import { sameBracket, type TextToken, textTokens, type WantedToken, wantedTokens } from "./clause-tokens.ts";
import {
  type BracketFormat,
  bracketFormatKey,
  definitionRoots,
  isFieldValue,
  isId,
  type KeyField,
  keyOf,
  readBracket,
  readClauseFields,
  readEmbed,
} from "./definition-shape.ts";

class TextChange {
  private readonly text: Y.Text;
  private readonly fields: Y.Map<unknown>;

  constructor(
    private readonly doc: Y.Doc,
    private readonly newId: () => string,
  ) {
    ({ text: this.text, clauses: this.fields } = definitionRoots(doc));
  }

  private set(id: string, field: KeyField, value: unknown): void {
    if (!isId(id) || !isFieldValue(field, value))
      throw new Error(`${id}: ${JSON.stringify(value)?.slice(0, 80)} is no ${field}.`);
    if (canonicalJson(this.fields.get(keyOf(id, field)) ?? null) !== canonicalJson(value))
      this.fields.set(keyOf(id, field), value);
  }

  private segment(nid: string): Segment {
    const found = layoutOf(this.doc).segments.find((segment) => segment.nid === nid);
    if (!found) throw new Error(`The text holds no clause ${nid}.`);
    return found;
  }

  private formats(bracket: BracketFormat | null): Record<string, unknown> {
    if (bracket === null) return {};
    if (readBracket(bracket) === null) throw new Error(`${JSON.stringify(bracket).slice(0, 80)} is no bracket.`);
    return { [bracketFormatKey]: bracket };
  }

  private insert(at: number, { part, bracket }: WantedToken): void {
    const formats = this.formats(bracket);
    if ("text" in part) {
      this.text.insert(at, part.text, formats);
      return;
    }
    const embed = "param" in part ? { param: this.newParameter(part.param) } : part;
    if (readEmbed(embed) === null) throw new Error(`${JSON.stringify(part).slice(0, 80)} cannot stand in live text.`);
    this.text.insertEmbed(at, embed, formats);
  }

  private newParameter(param: Parameter): string {
    const pid = this.newId();
    this.set(pid, "param", param);
    return pid;
  }

  /** Turns the words of one clause into the wanted ones, from the last word to the first so that every index still holds. */
  rewrite(segment: Segment, tokens: TextToken[], content: Inline[], shared: ReadonlySet<string>): void {
    const wanted = wantedTokens(content);
    const work: (() => void)[] = [];
    let [at, to] = [0, 0];
    let end = contentStart(segment);
    const steps = tokenEdits(
      tokens.map(({ key }) => key),
      wanted.map(({ key }) => key),
    );
    for (const step of steps) {
      const token = tokens[at];
      if (step === "inserted") {
        const [index, one] = [end, wanted[to]!];
        work.push(() => this.insert(index, one));
        to += 1;
        continue;
      }
      if (step === "deleted") work.push(() => this.remove(token!));
      else {
        const one = wanted[to]!;
        work.push(() => this.keep(token!, one, shared));
        to += 1;
      }
      const last = token!.ranges.at(-1)!;
      end = last.index + last.length;
      at += 1;
    }
    for (const one of work.reverse()) one();
  }

  private remove({ ranges }: TextToken): void {
    for (const { index, length } of ranges.toReversed()) this.text.delete(index, length);
  }

  private keep(token: TextToken, { part, bracket }: WantedToken, shared: ReadonlySet<string>): void {
    if ("param" in part && canonicalJson(token.param) !== canonicalJson(part.param)) {
      // A parameter that stands twice in the text is changed in this clause only.
      if (token.pid === null || shared.has(token.pid)) {
        const at = token.ranges[0]!.index;
        this.remove(token);
        this.insert(at, { key: token.key, part, bracket });
        return;
      }
      this.set(token.pid, "param", part.param);
    }
    if (sameBracket(token.bracket, bracket)) return;
    const formats = bracket === null ? { [bracketFormatKey]: null } : this.formats(bracket);
    for (const { index, length } of token.ranges) this.text.format(index, length, formats);
  }

  fieldsOf({ nid, level, kind }: Clause): void {
    const now = readClauseFields(this.fields, nid);
    if (now.level !== level) this.set(nid, "level", level);
    if (now.kind !== kind) this.set(nid, "kind", kind);
    if (now.gone) this.fields.delete(keyOf(nid, "gone"));
  }

  takeAway(nid: string): void {
    for (const token of (textTokens(this.doc).get(nid) ?? []).toReversed()) this.remove(token);
    this.set(nid, "gone", true);
  }

  /** A new clause behind another, which it follows when that one is moved; in front of the text where `behind` is empty. */
  add(clause: Clause, behind: string): void {
    const { segments } = layoutOf(this.doc);
    const known = segments.find((segment) => segment.nid === clause.nid);
    if (known === undefined) {
      const front = behind === "" ? segments[0]! : this.segment(behind);
      const at = indexOfGap(front, seenSize(front));
      this.set(clause.nid, "level", clause.level);
      this.set(clause.nid, "kind", clause.kind);
      this.set(clause.nid, "marking", clause.marking);
      if (clause.caveat.length > 0) this.set(clause.nid, "caveat", clause.caveat);
      if (behind !== "") this.set(clause.nid, "from", behind);
      if (this.fields.get(keyOf(clause.nid, "gone")) === true) this.fields.delete(keyOf(clause.nid, "gone"));
      this.text.insertEmbed(at, { clause: clause.nid }, {});
      this.rewrite(this.segment(clause.nid), [], clause.content, new Set());
      return;
    }
    this.fieldsOf(clause);
    this.rewrite(known, textTokens(this.doc).get(clause.nid) ?? [], clause.content, new Set());
    this.move(clause.nid, behind);
  }

  /** Shows a clause behind another; its words stay where they are in the text, and whatever followed it stays. */
  move(nid: string, behind: string): void {
    const layout = layoutOf(this.doc);
    const visible = layout.shown.filter((one) => one.nid !== null && !readClauseFields(this.fields, one.nid).gone);
    const at = visible.findIndex((one) => one.nid === nid);
    if ((visible[at - 1]?.nid ?? "") === behind) return;
    const from = layout.shown.findIndex((one) => one.nid === nid);
    const front = layout.shown.findIndex((one) => one.nid === (behind === "" ? null : behind));
    if (behind !== "" && front < 0) throw new Error(`The text holds no clause ${behind}.`);
    const edits = editsOfMove(layout, this.fields, { from, to: from + 1, before: front + 1 }, this.newId);
    if (edits !== null) applyMove(this.doc, edits);
  }
}

/** Parameters whose identifier stands in the text more than once. */
function sharedParameters(byClause: Map<string, TextToken[]>): Set<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const tokens of byClause.values())
    for (const { pid } of tokens) {
      if (pid === null) continue;
      if (seen.has(pid)) shared.add(pid);
      seen.add(pid);
    }
  return shared;
}

/** The clause behind which a new one stands: where that one is not taken over, the one in front of it. */
function standingBehind(behind: string, changes: ClauseChange[], standing: ReadonlySet<string>): string {
  let found = behind;
  for (let steps = 0; found !== "" && !standing.has(found) && steps <= changes.length; steps++)
    found = changes.find((change) => change.nid === found)?.behind ?? "";
  return standing.has(found) ? found : "";
}

/**
 * Writes the changes as one transaction. `all` are those of the whole amendment: a chosen clause may stand behind one that
 * was not chosen. Throws where a value cannot stand in live text; the text is then to be thrown away.
 */
export function applyChanges(doc: Y.Doc, chosen: ClauseChange[], all: ClauseChange[], newId: () => string): void {
  doc.transact(() => {
    const change = new TextChange(doc, newId);
    const byClause = textTokens(doc);
    const shared = sharedParameters(byClause);
    const segments = layoutOf(doc).segments.filter(({ nid }) => nid !== null);
    const byNid = new Map(chosen.map((one) => [one.nid, one]));
    for (const segment of segments.toReversed()) {
      const one = byNid.get(segment.nid!);
      if (!one?.before || !one.after) continue;
      change.rewrite(segment, byClause.get(one.nid) ?? [], one.after.content, shared);
      change.fieldsOf(one.after);
    }
    for (const { nid, before, after } of chosen) if (before !== null && after === null) change.takeAway(nid);
    const standing = new Set(segments.map(({ nid }) => nid!));
    for (const { nid, before, after, behind } of chosen) {
      if (after === null || behind === null) continue;
      const place = standingBehind(behind, all, standing);
      if (before === null) change.add(after, place);
      else change.move(nid, place);
      standing.add(nid);
    }
  });
}
