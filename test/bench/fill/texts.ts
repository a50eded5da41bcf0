/** Texts of definitions, made once from real entries and given to thousands of candidates: live text, canonical text, words. */
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import * as Y from "yjs";
import { canonicalText } from "../../../domain/definition/canonical-text.ts";
import { commonTerms, termsNamed } from "../../../domain/definition/common-terms.ts";
import { clauseText } from "../../../domain/definition/control-text.ts";
import { importEntry } from "../../../domain/definition/import-entry.ts";
import { definitionRoots } from "../../../protocol/definition-shape.ts";
import { writeClauses } from "../../../protocol/definition-text.ts";
import { createText } from "../../../server/coediting/known.ts";
import { library } from "../../../server/library/published-lists.ts";

export type BenchText = {
  update: Buffer;
  clientId: number;
  state: Buffer;
  plainText: string;
  nids: string[];
  /** Canonical JSON and its hash under a reference and title. */
  frozen(reference: string, title: string): { text: string; textHash: string };
};

/** Codes of entries from eleven to three hundred clauses; the last is the largest of the list. */
const codes = ["4A001", "9A101", "5A004", "4A906", "4A003", "1C001", "5D002", "2B352", "3A001"];
const reference = "REFERENCE-TO-COME";
const title = "TITLE-TO-COME";

export const sha256 = (characters: string) => createHash("sha256").update(characters, "utf8").digest("hex");

function textFrom(code: string): BenchText {
  let given = 0;
  const nextNid = () => {
    given += 1;
    return sha256(`${code} ${given}`).slice(0, 16);
  };
  const imported = importEntry(library().find("us", code)!.published!, { nextNid, terms: commonTerms });
  const doc = createText();
  definitionRoots(doc);
  writeClauses(doc, imported.clauses);
  const update = Buffer.from(Y.encodeStateAsUpdate(doc));
  const terms = termsNamed(imported.clauses, commonTerms);
  const canonical = canonicalText({ ...imported, reference, title, terms });
  return {
    update,
    clientId: doc.clientID,
    state: gzipSync(update),
    plainText: imported.clauses.map(clauseText).join("\n"),
    nids: imported.clauses.map((clause) => clause.nid),
    frozen(ownReference, ownTitle) {
      const quoted = (words: string) => JSON.stringify(words).slice(1, -1);
      const text = canonical.replace(reference, () => quoted(ownReference)).replace(title, () => quoted(ownTitle));
      return { text, textHash: sha256(text) };
    },
  };
}

/** Most texts are small; one in fifty is the largest. */
export function benchTexts(): (index: number) => BenchText {
  const texts = codes.map(textFrom);
  return (index) => (index % 50 === 1 ? texts.at(-1)! : texts[index % (texts.length - 1)]!);
}
