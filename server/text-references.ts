/**
 * What the cross references of a text lead to, by name and address, and what else could be referred to: other candidates of
 * the committee and entries of its adopted list (rule D5). Clauses of the text itself are known where the text is.
 */
import { and, asc, desc, eq, inArray, isNull, max, ne, or } from "drizzle-orm";
import type { Reader } from "../db/open.ts";
import type { Candidate } from "../domain/candidate/candidate.ts";
import type { ControlText, Inline } from "../domain/definition/control-text.ts";
import { slugOf } from "../domain/record/reference.ts";
import { library } from "./library/published-lists.ts";

export type ReferenceTarget = {
  /** What the text says: the code of an entry, or the reference of a candidate. */
  target: string;
  kind: "candidate" | "entry" | "published";
  title: string;
  /** The page of the target. */
  to: string;
};

const othersMax = 60;

export function xrefsOf(content: Inline[]): string[] {
  return content.flatMap((part) => {
    if ("xref" in part) return [part.xref];
    return "bracket" in part ? xrefsOf(part.bracket.content) : [];
  });
}

/** The targets of a text that lie outside it, each once. */
export function outerTargets({ clauses }: Pick<ControlText, "clauses">): string[] {
  const nids = new Set(clauses.map(({ nid }) => nid));
  const named = clauses.flatMap(({ content }) => xrefsOf(content)).filter((target) => !nids.has(target));
  return [...new Set(named)];
}

function publishedTarget(target: string): ReferenceTarget[] {
  const code = target.split(".")[0]!;
  for (const list of ["us", "eu"] as const) {
    const found = library().find(list, code);
    if (found) return [{ target, kind: "published", title: found.heading, to: `/library/${found.code}` }];
  }
  return [];
}

export async function referencesOf(
  tx: Reader,
  candidate: Pick<Candidate, "id" | "committeeId">,
  text: Pick<ControlText, "clauses">,
): Promise<ReferenceTarget[]> {
  const { candidates, entries, editions } = tx.t;
  const named = outerTargets(text);
  const others = await tx
    .select({ target: candidates.reference, title: candidates.title })
    .from(candidates)
    .where(and(eq(candidates.committeeId, candidate.committeeId), ne(candidates.id, candidate.id)))
    .orderBy(desc(candidates.changedAt))
    .limit(othersMax);
  const codes = [...new Set(named.map((target) => target.split(".")[0]!))];
  const further =
    named.length === 0
      ? []
      : await tx
          .select({ target: candidates.reference, title: candidates.title })
          .from(candidates)
          .where(inArray(candidates.reference, named));
  const adopted = await tx
    .select({ target: entries.code, title: candidates.title })
    .from(entries)
    .innerJoin(candidates, eq(candidates.id, entries.candidateId))
    .where(
      codes.length === 0 ? isNull(entries.delistedAt) : or(isNull(entries.delistedAt), inArray(entries.code, codes)),
    )
    .orderBy(asc(entries.code))
    .limit(othersMax);
  const [edition] = await tx.select({ number: max(editions.number) }).from(editions);
  const listed = `/list/${edition?.number ?? 1}`;
  const found = new Map<string, ReferenceTarget>();
  const keep = (one: ReferenceTarget) => found.has(one.target) || found.set(one.target, one);
  for (const { target, title } of [...further, ...others])
    keep({ target, kind: "candidate", title, to: `/candidates/${slugOf(target)}/definition` });
  for (const { target, title } of adopted) keep({ target, kind: "entry", title, to: `${listed}/${target}` });
  for (const target of named) {
    const entry = adopted.find((one) => one.target === target.split(".")[0]);
    if (entry) keep({ target, kind: "entry", title: entry.title, to: `${listed}/${entry.target}` });
    else for (const one of publishedTarget(target)) keep(one);
  }
  return [...found.values()];
}
