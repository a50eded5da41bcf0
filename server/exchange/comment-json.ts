/** Our own JSON of comments, `plenary-comments/1`: what its files hold, and how they are read. */
import { z } from "zod";
import { dispositionWords } from "../../domain/definition/comment.ts";
import type { BroughtRow } from "../../domain/definition/comment-import.ts";
import { rowId, writeObservation } from "../../domain/definition/comment-layout.ts";
import { packedBytesMax } from "./limits.ts";
import type { Read } from "./word-file.ts";

export const commentsFormat = "plenary-comments/1";

const carrier = z.union([z.object({ version: z.number().int() }), z.object({ amendmentNumber: z.number().int() })]);

const words = z.coerce.string().nullish().catch("");

/**
 * A comment of the file. Members beside these say more and are not read. A member that is not as it should be becomes words:
 * the row then says what is wrong with it, and the others are read.
 */
const comment = z.object({
  number: z.number().int().nullish().catch(null),
  member: words,
  nid: z.string().nullish().catch(null),
  clause: words,
  quote: words,
  type: words,
  comment: words,
  proposedChange: words,
  disposition: words,
  carriedBy: carrier.nullish().catch(null),
  reason: words,
});
const file = z.object({ format: z.literal(commentsFormat), reference: z.string(), comments: z.array(comment) });

function observationsOf({ disposition, carriedBy, reason }: z.output<typeof comment>): string {
  const said = reason ?? "";
  if (!disposition) return said;
  const word = dispositionWords.find((one) => one === disposition);
  if (word === undefined) return said === "" ? disposition : `${disposition}: ${said}`;
  return writeObservation({ word, carrier: carriedBy ?? null, reason: said });
}

function rowOf(given: z.output<typeof comment>, reference: string, line: number): BroughtRow {
  return {
    line,
    ...(given.nid == null ? {} : { nid: given.nid }),
    cells: {
      id: given.number == null ? "" : rowId(reference, given.number),
      member: given.member ?? "",
      clause: given.clause ?? "",
      quote: given.quote ?? "",
      type: given.type ?? "",
      body: given.comment ?? "",
      proposedChange: given.proposedChange ?? "",
      observations: observationsOf(given),
    },
  };
}

/** Small enough to be read where it arrives: JSON has no references, and its size is known before. */
export function readCommentJson(bytes: Uint8Array): Read<BroughtRow[]> {
  if (bytes.length > packedBytesMax) return { unread: "A file may have at most 20 MiB." };
  let given: unknown;
  try {
    given = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return { unread: "The file is damaged: it is no JSON." };
  }
  const read = file.safeParse(given);
  if (!read.success) {
    const issue = read.error.issues[0]!;
    return {
      unread: `The file is no ${commentsFormat}: at ${issue.path.join(".") || "its beginning"}, ${issue.message}.`,
    };
  }
  return { read: read.data.comments.map((one, at) => rowOf(one, read.data.reference, at + 1)) };
}
