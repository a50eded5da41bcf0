/**
 * References: what people say, cite and search. `QTAC/2026/014` in speech and print, `qtac-2026-014` in an address.
 * A committee's code has no dash, so the two forms turn into each other.
 */
export function candidateReference(committeeCode: string, year: number, number: number): string {
  return `${committeeCode}/${year}/${String(number).padStart(3, "0")}`;
}

export function ballotReference(committeeCode: string, number: number): string {
  return `${committeeCode}/B/${number}`;
}

/** Amendments are numbered for each candidate. */
export function amendmentReference(candidateReference: string, number: number): string {
  return `${candidateReference}/A${number}`;
}

export function recommendationReference(committeeCode: string, number: number): string {
  return `${committeeCode}/R/${number}`;
}

export function roundReference(number: number): string {
  return `ROUND/${number}`;
}

export function slugOf(reference: string): string {
  return reference.toLowerCase().replaceAll("/", "-");
}

export function referenceOf(slug: string): string {
  return slug.toUpperCase().replaceAll("-", "/");
}
