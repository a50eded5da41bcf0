/** The page that brings a table of comments in: what each row of it would do for this person, if it were carried out now. */
import type { Reader } from "../../../db/open.ts";
import { commentThing, findComments } from "../../../db/store/comment.ts";
import { findMember } from "../../../db/store/membership.ts";
import { readCarrier } from "../../../domain/definition/comment.ts";
import { type BroughtRow, type KnownComment, readRows } from "../../../domain/definition/comment-import.ts";
import { columnHeads, nameClauses } from "../../../domain/definition/comment-layout.ts";
import { clauseText } from "../../../domain/definition/control-text.ts";
import { type Actor, roleIn } from "../../../domain/membership/role.ts";
import { powers } from "../../../domain/powers.ts";
import { type Answer, isRefusal, notFound } from "../../../domain/refusal.ts";
import { query } from "../../query.ts";
import { carrierChoices } from "./comment-places.ts";
import { observationsOf } from "./comments-file.ts";
import { candidateShown, commentsAround } from "./comments-page.ts";

const rowsAtOnce = 500;

type Around = NonNullable<Awaited<ReturnType<typeof commentsAround>>>;

/** The comments that the file may be about: all of the candidate, with what this person may do with each. */
async function knownComments(
  tx: Reader,
  actor: Actor,
  { candidate, thing }: Around,
  numbers: Map<string, number>,
): Promise<KnownComment[]> {
  const known: KnownComment[] = [];
  const own = actor.kind === "person" ? actor.personId : "";
  for (let after = 0; ; ) {
    const rows = await findComments(tx, candidate.id, { after, most: rowsAtOnce });
    for (const row of rows) {
      const may: Answer = powers["dispose-comment"](actor, commentThing(row, thing));
      const carrier = readCarrier(row.carriedBy);
      const named =
        carrier === null || "version" in carrier ? carrier : { amendmentNumber: numbers.get(carrier.amendment) ?? 0 };
      known.push({
        ...{ id: row.id, number: row.number, nid: row.nid, quote: row.quote, type: row.type, body: row.body },
        proposedChange: row.proposedChange,
        memberCode: row.memberCode,
        own:
          row.personId === own || (row.memberId !== null && actor.kind === "person" && row.memberId === actor.memberId),
        observations: observationsOf({ ...row, carriedBy: named }),
        mayDispose: isRefusal(may) ? may : null,
      });
    }
    if (rows.length < rowsAtOnce) return known;
    after = rows.at(-1)!.number;
  }
}

async function ownMemberCode(tx: Reader, memberId: string | null): Promise<string | null> {
  if (memberId === null) return null;
  return (await findMember(tx, memberId))?.code ?? null;
}

export type CommentImportParams = {
  candidate: string;
  /** The rows of the file, as it was read or as they were corrected; none before a file is brought. */
  rows?: BroughtRow[];
};

export const commentImportPage = query(async (tx, actor, params: CommentImportParams) => {
  const around = await commentsAround(tx, actor, params.candidate);
  if (!around || actor.kind !== "person") return notFound();
  const may: Answer | { memberId: string | null } = powers["make-comment"](actor, around.thing);
  const mayMake = isRefusal(may) ? may : null;
  const names = nameClauses(around.clauses);
  const { amendments } = await carrierChoices(tx, around.candidate.id);
  const numbers = new Map(amendments.map(({ id, number }) => [id, number]));
  const rows =
    params.rows === undefined
      ? null
      : readRows(params.rows, {
          reference: around.candidate.reference,
          clauses: names,
          amendments,
          ownMember: await ownMemberCode(
            tx,
            (mayMake === null && "memberId" in may ? may.memberId : null) ?? actor.memberId,
          ),
          mayMake,
          comments: await knownComments(tx, actor, around, numbers),
        });
  const words = new Map(around.clauses.map((clause) => [clause.nid, clauseText(clause).slice(0, 60)]));
  return {
    candidate: candidateShown(around.candidate),
    clauses: names.map(({ nid, name }) => ({ nid, name, words: words.get(nid) ?? "" })),
    heads: columnHeads,
    rows,
    mayMake,
    presides: roleIn(actor, around.candidate.committeeId, "chair", "vice-chair") !== undefined,
  };
});
