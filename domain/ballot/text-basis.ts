/**
 * Which earlier version the text of a ballot is compared with: the one on which the reader's seat last took a position, the
 * one that the reader last looked at, or only the one before.
 */
import type { Instant } from "../instant.ts";

export const basisKinds = ["position", "look", "version"] as const;
export type BasisKind = (typeof basisKinds)[number];

export type Basis = { why: BasisKind; number: number; at: Instant | null };

export type BasisFacts = {
  /** The version that is asked about. */
  number: number;
  /** Versions of the seat's positions on earlier ballots, and versions that the person looked at. */
  positions: readonly { version: number | null; at: Instant }[];
  looks: readonly { number: number; at: Instant }[];
};

/** The choices that there are, none of them twice: of two reasons for one version the position stands. */
export function textBases({ number, positions, looks }: BasisFacts): Basis[] {
  const newest = <Row extends { version: number; at: Instant }>(rows: readonly Row[]): Row | undefined =>
    rows
      .filter((row) => row.version >= 1 && row.version < number)
      .sort((one, other) => other.version - one.version || other.at - one.at)[0];
  const position = newest(positions.flatMap(({ version, at }) => (version === null ? [] : [{ version, at }])));
  const look = newest(looks.map((one) => ({ version: one.number, at: one.at })));
  const found: Basis[] = [];
  if (position) found.push({ why: "position", number: position.version, at: position.at });
  if (look && look.version !== position?.version) found.push({ why: "look", number: look.version, at: look.at });
  if (number > 1 && !found.some((basis) => basis.number === number - 1))
    found.push({ why: "version", number: number - 1, at: null });
  return found;
}

/** The basis that was asked for, else the latest text that the reader knows; null where there is nothing to compare with. */
export function chosenBasis(bases: readonly Basis[], wanted?: string | null): Basis | null {
  if (wanted === "whole") return null;
  const asked = bases.find((basis) => basis.why === wanted);
  if (asked) return asked;
  const known = bases.filter((basis) => basis.why !== "version").sort((one, other) => other.number - one.number);
  return known[0] ?? bases[0] ?? null;
}
