/**
 * The text of a definition at its head as control text, and its freezing: canonical JSON, SHA-256, the hash of the version
 * before, plain words and the state of the live text (rules D9 to D11). Commands that freeze share this.
 */
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import * as Y from "yjs";
import type { Reader, Tx } from "../db/open.ts";
import {
  type DefinitionRow,
  findDefinition,
  findLatestVersion,
  hashBeforeFirstVersion,
  saveVersion,
} from "../db/store/definition.ts";
import type { Candidate } from "../domain/candidate/candidate.ts";
import { canonicalText, significantText } from "../domain/definition/canonical-text.ts";
import { termsNamed } from "../domain/definition/common-terms.ts";
import { type ControlText, inlineText } from "../domain/definition/control-text.ts";
import { numbers, referenceWords } from "../domain/definition/numbering.ts";
import type { Actor } from "../domain/membership/role.ts";
import { isRefusal, notFound, type Refusal, refuse } from "../domain/refusal.ts";
import { type DefinitionReading, readDefinition } from "../protocol/definition-text.ts";
import { type LoadedText, readHead } from "./coediting/head.ts";
import { termsOf } from "./term-list.ts";

export const sha256 = (characters: string) => createHash("sha256").update(characters, "utf8").digest("hex");

export type HeadText = { definition: DefinitionRow; loaded: LoadedText; reading: DefinitionReading; text: ControlText };

/** The text as it stands on disk now; null where the candidate has no definition. */
export async function readHeadText(tx: Reader, candidate: Candidate): Promise<HeadText | null> {
  const definition = await findDefinition(tx, candidate.id);
  const loaded = definition ? await readHead(tx, definition.id) : null;
  if (!definition || !loaded) return null;
  const reading = readDefinition(loaded.doc);
  const list = (await termsOf(tx, candidate)).map(({ term, definition }) => ({ term, definition }));
  const text = significantText({
    format: "plenary-control-text/1",
    reference: candidate.reference,
    title: candidate.title,
    terms: termsNamed(reading.clauses, list),
    clauses: reading.clauses,
  });
  return { definition, loaded, reading, text };
}

/** Why the text cannot be frozen as it stands: nothing that somebody wrote may be left out of a version in silence. */
export function checkWhole({ clauses, strays, doubledNids, before, unknownCount }: DefinitionReading): Refusal | null {
  const no = (reason: string) => refuse("faults", "D1", reason);
  if (clauses.length === 0) return no("The text has no clause yet; there is nothing to freeze.");
  if (strays.length > 0)
    return no(
      `${strays.length} deleted clause${strays.length === 1 ? " holds" : "s hold"} words that a colleague wrote meanwhile; place them or delete them first.`,
    );
  if (doubledNids.length > 0) return no("Two clauses of the text have one identifier; paste one of them anew.");
  if (before.length > 0) return no("Some words stand before the first clause; make them a clause first.");
  if (unknownCount > 0) return no(`${unknownCount} parts of the text cannot be read; delete them first.`);
  return null;
}

/** One clause a line, with its number, as the text is searched and read aloud. */
export function plainWords({ clauses }: ControlText): string {
  const labels = numbers(clauses);
  const wordsFor = referenceWords(clauses);
  return clauses
    .map((clause) => `${labels.get(clause.nid) ?? ""} ${inlineText(clause.content, wordsFor)}`.trim())
    .join("\n");
}

export type Frozen = { id: string; number: number; textHash: string; isNew: boolean };

/** Freezes the head; a text equal to the latest version is that version, and no new one is made (rule D11). */
export async function freezeHead(
  tx: Tx,
  newId: () => string,
  { candidate, actor, reason }: { candidate: Candidate; actor: Actor; reason: string },
): Promise<Frozen | Refusal> {
  const head = await readHeadText(tx, candidate);
  if (!head) return notFound();
  const broken = checkWhole(head.reading);
  if (isRefusal(broken)) return broken;
  const { definition, loaded, text } = head;
  const canonical = canonicalText(text);
  const textHash = sha256(canonical);
  const latest = await findLatestVersion(tx, definition.id);
  if (latest?.textHash === textHash) return { id: latest.id, number: latest.number, textHash, isNew: false };
  const version = { id: newId(), number: (latest?.number ?? 0) + 1, textHash };
  await saveVersion(tx, {
    ...version,
    definitionId: definition.id,
    text: canonical,
    previousHash: latest?.textHash ?? hashBeforeFirstVersion,
    plainText: plainWords(text),
    state: gzipSync(Y.encodeStateAsUpdate(loaded.doc)),
    headSequence: loaded.head.sequence,
    reason,
    frozenBy: actor.kind === "person" ? actor.personId : null,
  });
  return { ...version, isNew: true };
}
