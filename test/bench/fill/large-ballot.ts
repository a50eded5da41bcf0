/** Makes an open ballot of the filled database as large as any will be: 400 seats, 9,000 positions, 1,000 events, a minute each. */
import { randomBytes } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Database, Tx } from "../../../db/open.ts";
import { saveMinute } from "../../../db/store/record.ts";
import { largePositions, largeSeats } from "../large-ballot.ts";
import { day_ms, type House } from "./house.ts";

const events = 1000;
const newId = () => randomBytes(16).toString("hex");
const reason = "The threshold stands where our own industry and that of our partners can live with it.";
const words = ["yes", "no-objection", "no", "abstain", "yes"];

type Voter = { seatId: string; personId: string; name: string };

/** The reference of the ballot, for asking for its page. */
export function enlargeBallot(db: Database, house: House): Promise<string> {
  return db.write(async (tx) => {
    const { ballots, positions } = tx.t;
    const committeeId = house.committees[0]!.id;
    const [ballot] = await tx
      .select()
      .from(ballots)
      .where(and(eq(ballots.committeeId, committeeId), eq(ballots.state, "open")));
    if (!ballot) throw new Error("No ballot of the first committee is open; fill more candidates.");
    const known = await tx.select().from(positions).where(eq(positions.ballotId, ballot.id));
    const voters = await enlargeRoll(tx, house, ballot.id);
    const [first] = known;
    const { versionId, textHash } = { versionId: first!.versionId!, textHash: first!.textHash! };
    await enterPositions(tx, ballot.id, voters, { versionId, textHash, first: known.length + 1 });
    await enterEvents(tx, ballot.id, voters);
    const { id: objectId, candidateId, reference } = ballot;
    for (let index = 0; index < largePositions + events; index += 1) {
      const { personId, name } = voters[index % voters.length]!;
      await saveMinute(tx, {
        id: newId(),
        type: "position-cast",
        personId,
        secondPersonId: null,
        role: "holder",
        committeeId,
        candidateId,
        objectKind: "ballot",
        objectId,
        values: { ballot: reference, seat: name, sequence: index },
        rules: ["P1"],
        marking: "AMBER",
        at: tx.now,
      });
    }
    return reference;
  });
}

/** More members with two delegation seats each, as many as a member may have of a kind. */
async function enlargeRoll(tx: Tx, house: House, ballotId: string): Promise<Voter[]> {
  const { members, people, seats, rollSeats, roles } = tx.t;
  const committee = house.committees[0]!;
  const [like] = await tx.select().from(members).limit(1);
  const voters: Voter[] = committee.seats.map(({ id, holder, name }) => ({ seatId: id, personId: holder, name }));
  let memberId = "";
  for (let number = voters.length + 1; number <= largeSeats; number += 1) {
    const place = (number % 2) + 1;
    if (place === 2 || memberId === "") {
      memberId = newId();
      await tx.insert(members).values({ ...like!, id: memberId, code: `L${number}`, name: `Member ${number}` });
    }
    const [seatId, personId, name] = [newId(), newId(), `Member ${number}, delegation`];
    const [title, email, live] = ["Expert", `${personId}@example.org`, { zone: like!.zone, city: like!.city }];
    const person = { id: personId, name: `Expert ${number}`, email, title, memberId, colour: number % 8, ...live };
    await tx.insert(people).values({ ...person, registeredAt: house.foundedAt });
    const kind = "delegation" as const;
    const seat = { id: seatId, committeeId: committee.id, memberId, kind, number: place, name };
    await tx.insert(seats).values({ ...seat, createdAt: house.foundedAt });
    const at = { committeeId: committee.id, seatId, memberId };
    await tx.insert(roles).values({ id: newId(), personId, role: "holder", ...at, fromAt: house.foundedAt });
    await tx.insert(rollSeats).values({ ballotId, seatId, number, name });
    voters.push({ seatId, personId, name });
  }
  return voters;
}

async function enterPositions(
  tx: Tx,
  ballotId: string,
  voters: readonly Voter[],
  { first, ...text }: { versionId: string; textHash: string; first: number },
): Promise<void> {
  const { positions, currentPositions } = tx.t;
  for (let index = 0; index < largePositions; index += 1) {
    const { seatId, personId } = voters[index % voters.length]!;
    const id = newId();
    const isDiscuss = index >= largePositions - voters.length && index % 5 === 0;
    const said = { word: isDiscuss ? "discuss" : words[(index % 7) % words.length]!, reason, key: `large-${index}` };
    const cited = isDiscuss ? { nid: "c1", change: "Replace 34 by 50." } : { nid: null, change: null };
    const at = tx.now - 3 * day_ms + index * 1000;
    const row = { id, ballotId, seatId, personId, recordedBy: personId, sequence: first + index, at };
    await tx.insert(positions).values({ ...row, ...said, ...cited, ...text });
    if (index < largePositions - voters.length) continue;
    await tx
      .insert(currentPositions)
      .values({ ballotId, seatId, positionId: id })
      .onConflictDoUpdate({ target: [currentPositions.ballotId, currentPositions.seatId], set: { positionId: id } });
  }
}

async function enterEvents(tx: Tx, ballotId: string, voters: readonly Voter[]): Promise<void> {
  for (let index = 0; index < events; index += 1) {
    const { seatId, personId } = voters[index % voters.length]!;
    const type = index < voters.length ? "answer" : "renew";
    const said = { type, values: { text: reason } } as const;
    const at = tx.now - 2 * day_ms + index * 1000;
    await tx.insert(tx.t.ballotEvents).values({ ballotId, number: index + 1, seatId, personId, at, ...said });
  }
}
