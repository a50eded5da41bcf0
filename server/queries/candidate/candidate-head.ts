/** What the head of every page about a candidate says of it. */
import type { Candidate } from "../../../domain/candidate/candidate.ts";
import { slugOf } from "../../../domain/record/reference.ts";

export function candidateHead({ reference, title, state, marking }: Candidate) {
  return { reference, slug: slugOf(reference), title, state, marking };
}
