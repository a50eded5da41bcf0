/** Minutes by the million: of every type, about the candidates, their ballots and rounds, in order of time, each with its leaf. */
import { createHash } from "node:crypto";
import { commitmentTo, endedSubtrees, hashOfLeaf } from "../../../db/store/log.ts";
import { minuteTypes, type ObjectKind } from "../../../domain/record/act.ts";
import { minuteBody, streamOf } from "../../../domain/record/leaf.ts";
import type { Minute } from "../../../domain/record/minute.ts";
import type { Bulk } from "./bulk.ts";
import type { BenchCandidate } from "./candidates.ts";
import type { House } from "./house.ts";

const types = Object.values(minuteTypes);

export function fillMinutes(bulk: Bulk, house: House, candidates: BenchCandidate[], count: number): void {
  const { chance } = bulk;
  const tree = endedSubtrees();
  bulk.step(`${count} minutes`, () => {
    for (let index = 0; index < count; index += 1) {
      const candidate = chance.pick(candidates);
      const seat = chance.pick(candidate.committee.seats);
      const isAboutCandidate = index % 10 !== 0;
      const object: [ObjectKind, string] = isAboutCandidate
        ? ["candidate", candidate.id]
        : ["committee", candidate.committee.id];
      const sequence = index + 1;
      const minute: Minute = {
        id: bulk.newId(),
        type: types[index % types.length]!,
        secondPersonId: null,
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
      };
      bulk.insert("minutes", { ...minute, sequence });
      const salt = createHash("sha256").update(`salt ${index}`).digest();
      const stream = streamOf(minute);
      const commitment = commitmentTo(salt, minuteBody(minute));
      const hash = hashOfLeaf({ stream, type: minute.type, at: minute.at, commitment });
      bulk.insert("leaves", { sequence, stream, salt, commitment, hash, finished: tree.add(hash) });
    }
  });
}
