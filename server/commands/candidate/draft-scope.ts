/**
 * Drafts what a recommendation carries beside its text: scope rows, exclusions, relation to the regimes, review-by time.
 * Rules R2, R3, R7, R8. Who: chair, vice-chair, seats, secretariat, before a ballot opens. Minute: scope-drafted.
 */
import { eq } from "drizzle-orm";
import { z } from "zod";
import { candidateThing, findCandidate } from "../../../db/store/candidate.ts";
import { type CandidateScope, regimes, relationWords, reviewByDaysMax } from "../../../domain/candidate/candidate.ts";
import { powers, roleOf } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { scopeCheck } from "../../../domain/review/scope.ts";
import { scopeLists } from "../../../domain/review/scope-lists.ts";
import { command } from "../../command.ts";
import { handle, line, oneOfWords, optionalProse, separated, several, wholeNumber } from "../../fields.ts";

const scopeRow = z.object({
  countries: several(line(80)),
  endUses: several(line(80)),
  endUsers: several(line(80)),
});

const relation = z.object({
  regime: oneOfWords(regimes),
  word: oneOfWords(relationWords),
  entries: separated(line(20), /[\s,;]+/),
  note: optionalProse(500),
});

export const draftScope = command({
  act: "draft-scope",
  rules: ["R2", "R3", "R7", "R8"],
  input: z.object({
    candidate: handle,
    rows: z.array(scopeRow).min(1, "at least one scope row is needed").max(20, "at most 20 rows may be given"),
    allReason: optionalProse(2000),
    exclusions: separated(line(200), /;/),
    relations: z.array(relation).max(4, "there are four regimes"),
    reviewByDays: wholeNumber(30, 2000),
  }),
  async decide(tx, actor, input) {
    const candidate = await findCandidate(tx, input.candidate);
    if (!candidate) return notFound();
    const answer = powers["draft-scope"](actor, await candidateThing(tx, candidate));
    if (isRefusal(answer)) return answer;
    const { candidate: _, ...scope } = input;
    const rows = scopeCheck(scope.rows, scopeLists, scope.allReason);
    if (isRefusal(rows)) return rows;
    const most = reviewByDaysMax[candidate.class];
    if (scope.reviewByDays > most)
      return refuse(
        "duration",
        "R8",
        `An ${candidate.class} technology is reviewed at most ${most} days after adoption; ${scope.reviewByDays} were given.`,
        "reviewByDays",
      );
    await tx
      .update(tx.t.candidates)
      .set({ scope: scope satisfies CandidateScope, changedAt: tx.now })
      .where(eq(tx.t.candidates.id, candidate.id));
    return {
      value: { reference: candidate.reference },
      minute: {
        object: ["candidate", candidate.id],
        role: roleOf(answer),
        committeeId: candidate.committeeId,
        candidateId: candidate.id,
        values: { reference: candidate.reference, rows: scope.rows.length, reviewByDays: scope.reviewByDays },
      },
    };
  },
});
