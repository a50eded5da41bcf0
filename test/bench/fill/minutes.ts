/** Minutes by the million: of every type, about the candidates, their ballots and rounds, in order of time. */
import { minuteTypes, type ObjectKind } from "../../../domain/record/act.ts";
import type { Bulk } from "./bulk.ts";
import type { BenchCandidate } from "./candidates.ts";
import type { House } from "./house.ts";

const types = Object.values(minuteTypes);

export function fillMinutes(bulk: Bulk, house: House, candidates: BenchCandidate[], count: number): void {
  const { chance } = bulk;
  bulk.step(`${count} minutes`, () => {
    for (let index = 0; index < count; index += 1) {
      const candidate = chance.pick(candidates);
      const seat = chance.pick(candidate.committee.seats);
      const isAboutCandidate = index % 10 !== 0;
      const object: [ObjectKind, string] = isAboutCandidate
        ? ["candidate", candidate.id]
        : ["committee", candidate.committee.id];
      bulk.insert("minutes", {
        id: bulk.newId(),
        type: types[index % types.length]!,
        personId: index % 20 === 0 ? null : seat.holder,
        role: "holder",
        committeeId: candidate.committee.id,
        candidateId: isAboutCandidate ? candidate.id : null,
        objectKind: object[0],
        objectId: object[1],
        values: { reference: candidate.reference, seat: seat.name },
        rules: ["C1"],
        marking: "AMBER",
        at: house.foundedAt + Math.round(((house.now - house.foundedAt) * index) / count),
      });
    }
  });
}
