/**
 * Begins the empty text of a candidate from an entry of the published lists, or from a control text. Rules D1, D2: clauses
 * with identifiers of their own, the published numbering computed anew. It is one update of the live text, by nobody's hand.
 * Who: those who may edit the text. Minute: definition-started.
 */
import * as Y from "yjs";
import { z } from "zod";
import { candidateThing, findCandidate } from "../../../db/store/candidate.ts";
import { appendTextUpdates, bindTextClients } from "../../../db/store/definition-text.ts";
import type { Clause, Term } from "../../../domain/definition/control-text.ts";
import { withTypedThresholds } from "../../../domain/definition/embed-parameters.ts";
import { readControlText, readControlTextFile } from "../../../domain/definition/read-control-text.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { isRefusal, notFound, type Refusal, refuse } from "../../../domain/refusal.ts";
import { definitionRoots } from "../../../protocol/definition-shape.ts";
import { writeClauses } from "../../../protocol/definition-text.ts";
import { createText } from "../../coediting/known.ts";
import { command } from "../../command.ts";
import { handle, oneOfWords } from "../../fields.ts";
import { readHeadText } from "../../freeze-head.ts";
import { entryClauses } from "../../library/entry-clauses.ts";
import { library, libraryLists } from "../../library/published-lists.ts";
import { termsOf } from "../../term-list.ts";

const clausesMax = 4000;
const characterMax = 2_000_000;

const input = z.object({
  candidate: handle,
  list: oneOfWords(libraryLists).optional(),
  entry: z
    .string()
    .trim()
    .regex(/^[0-9A-Za-z]{5}$/, "it is no code of an entry such as 4A906")
    .or(z.literal(""))
    .optional(),
  /** Control text, as JSON or as plain values (`plenary-control-text/1`). */
  text: z
    .union([z.string().max(characterMax, "it is larger than a definition may be"), z.record(z.string(), z.unknown())])
    .optional(),
});

function clausesGiven(
  given: z.output<typeof input>,
  newNid: () => string,
  terms: Term[],
): { clauses: Clause[]; from: string } | Refusal {
  if (given.entry) {
    const found = library().find(given.list ?? "us", given.entry);
    const code = given.entry.toUpperCase();
    if (!found) return refuse("word", "D5", `The library has no entry "${code}" in this list.`, "entry");
    if (!found.published)
      return refuse("word", "D5", `The library has only the heading of ${code}, not its paragraphs.`, "entry");
    const clauses = entryClauses(found.published, { nextNid: newNid, terms });
    return { clauses: withTypedThresholds(clauses), from: `${found.list}/${found.code}` };
  }
  if (given.text === undefined || given.text === "")
    return refuse("malformed", "D1", "Neither an entry of the library nor a control text is given.", "entry");
  const text = typeof given.text === "string" ? readControlTextFile(given.text) : readControlText(given.text);
  return isRefusal(text) ? text : { clauses: text.clauses, from: text.reference || "control text" };
}

/** The update that writes the clauses under a client id of its own; null where one of them cannot stand in live text. */
function updateOf(state: Uint8Array, clauses: Clause[]): { clientId: number; bytes: Uint8Array } | Refusal {
  const doc = createText();
  definitionRoots(doc);
  Y.applyUpdate(doc, state);
  const before = Y.encodeStateVector(doc);
  try {
    writeClauses(doc, clauses);
  } catch (fault) {
    return refuse("malformed", "D1", `The text cannot be written: ${(fault as Error).message}`, "text");
  }
  return { clientId: doc.clientID, bytes: Y.encodeStateAsUpdate(doc, before) };
}

export const startDefinition = command({
  act: "start-definition",
  rules: ["D1", "D2"],
  input,
  async decide(tx, actor, given, context) {
    const candidate = await findCandidate(tx, given.candidate);
    if (!candidate) return notFound();
    const answer = powers["start-definition"](actor, await candidateThing(tx, candidate));
    if (isRefusal(answer)) return answer;
    const head = await readHeadText(tx, candidate);
    if (!head) return notFound();
    const { text } = definitionRoots(head.loaded.doc);
    if (text.length > 0)
      return refuse(
        "state",
        "D1",
        `The text holds ${head.text.clauses.length} clauses already; only an empty text is begun from another.`,
      );
    const source = clausesGiven(given, () => context.newId().slice(0, 16), await termsOf(tx, candidate));
    if (isRefusal(source)) return source;
    const { clauses, from } = source;
    if (clauses.length === 0 || clauses.length > clausesMax)
      return refuse(
        "limit",
        "D1",
        `A text begins with 1 to ${clausesMax} clauses; this one has ${clauses.length}.`,
        "text",
      );
    const update = updateOf(Y.encodeStateAsUpdate(head.loaded.doc), clauses);
    if (isRefusal(update)) return update;
    const { id } = head.definition;
    await bindTextClients(tx, id, [{ clientId: update.clientId, personId: null, sessionId: null }]);
    await appendTextUpdates(tx, head.loaded.head, [{ bytes: update.bytes, personId: null, sessionId: null }]);
    return {
      value: { definitionId: id, reference: candidate.reference, clauses: clauses.length },
      minute: {
        object: ["definition", id],
        role: roleOf(answer),
        committeeId: candidate.committeeId,
        candidateId: candidate.id,
        values: { reference: candidate.reference, from, clauses: clauses.length },
      },
    };
  },
});
