/** The checks of an export, each under the rule whose breach it would show. */

import { boardOf, wasRecused } from "./board.mjs";
import { canonical, hexHash, isSigned, readKey } from "./bytes.mjs";
import { foundFaults } from "./found.mjs";
import {
  accountsFaults,
  caseEvents,
  challengeFaults,
  disputeFaults,
  eventFaults,
  explanationFaults,
  listedFaults,
  outageFaults,
  overrideFaults,
  positionMinutes,
  recordedFaults,
} from "./life.mjs";
import { earlierFaults, inclusionFaults, keptFaults, leafFaults, signatureFaults } from "./log.mjs";
import { extensionFaults, secondFaults, voidFaults } from "./seconds.mjs";
import { closing, tally } from "./tally.mjs";
import { unsealingFaults } from "./unseal.mjs";

const same = (one, other) => canonical(one) === canonical(other);
const shown = (value) => JSON.stringify(value)?.slice(0, 160) ?? "nothing";

/** Runs all checks; `report(rule, what, faults)` is told of each, with a sentence for every fault. */
export function checkExport(data, { kept = [], trusted = [], report }) {
  const check = (rule, what, find) => {
    let faults;
    try {
      faults = find();
    } catch (problem) {
      faults = [`It cannot be read: ${problem.message}`];
    }
    report(rule, what, faults);
  };
  const record = JSON.parse(data.ballot.record);
  const minutes = data.minutes.map((minute) => ({ ...minute, said: JSON.parse(minute.body) }));
  const own = (type) => minutes.filter(({ said }) => said.type === type && said.objectId === data.ballot.id);
  const from = { data, record, minutes, own };

  check("B2", "the ballot's record has its identity, and its minute of opening names it", () => identityFaults(from));
  check("B3", "the roll is the one that was frozen", () => rollFaults(from));
  check("D9", "the text is the one that was frozen, with its hash", () => textFaults(from));
  check("T3", "every minute is what its leaf commits to", () => leafFaults(from));
  check("T3", "every leaf is in the tree of the checkpoint", () => inclusionFaults(from));
  check("T4", "the checkpoint is signed under its origin", () => signatureFaults(from, trusted));
  check("T4", "the log continues every earlier checkpoint", () => earlierFaults(from));
  if (kept.length > 0) check("T4", "the log continues the checkpoints that were kept", () => keptFaults(from, kept));
  check("P3", "positions and their minutes answer to each other, one for one and in order", () => positionFaults(from));
  check("P2", "every position is on the text of the ballot, from a seat of its roll", () => boundFaults(from));
  check("P20", "every position has its signed receipt, and the receipt its leaf", () => receiptFaults(from, trusted));
  if (record.mode === "SEALED")
    check("B39", "the shares give the key of the record, and every position is what its envelope says", () =>
      unsealingFaults(from),
    );
  check("P9", "recorded positions have their evidence, and were recorded by chairs or secretariat", () =>
    recordedFaults(from),
  );
  check("P10", "disputes are those of the minutes, by the seat and in time", () => disputeFaults(from));
  check("T5", "events are numbered without a gap, and each is of a known type", () => listedFaults(from));
  check("P15", "answers and renewals of a Discuss are those of the minutes", () =>
    eventFaults(from, ["answer", "renew"]),
  );
  check("P17", "overrides are what was announced, said and decided", () => overrideFaults(from));
  check("P21", "explanations are those of the minutes, by seats of the roll", () => explanationFaults(from));
  check("B47", "the outages that moved the close are on record", () => outageFaults(from));
  check("X8", "every interest found after the close stands in a minute, and was there before it", () =>
    foundFaults(from),
  );
  check("W4", "those who opened, cast, answered and renewed held the role they acted under", () => powerFaults(from));
  check("W7", "what takes two persons was asked for by one and consented to by another", () => secondFaults(from));
  check("B8", "extensions are those of the minutes", () => extensionFaults(from));
  check("B37", "a ballot declared void has its reason, and was not certified", () => voidFaults(from));
  check("M4", "the roll holds the seats that were filled at the opening", () => filledFaults(from));
  if (data.ballot.account !== null) {
    check("B34", "the account is what record, positions and events give", () => accountFaults(from));
    check("B6", "the ballot closed when its rules say", () => closeFaults(from));
  }
  check("B44", "challenges are those of the minutes, and each was answered by who may", () => challengeFaults(from));
  check("B44", "the result was certified no sooner than 72 hours after the close", () => certificationFaults(from));
}

function identityFaults({ data, record, own }) {
  const { ballot } = data;
  const faults = [];
  if (hexHash(ballot.record) !== ballot.identity)
    faults.push(`The record hashes to ${hexHash(ballot.record)}, the identity is ${ballot.identity}.`);
  if (canonical(record) !== ballot.record) faults.push("The record is not canonical JSON.");
  if (record.reference !== ballot.reference) faults.push(`The record is that of ${record.reference}.`);
  if (record.ruleBook !== data.ruleBook)
    faults.push(`The record names rule book ${record.ruleBook}, the export ${data.ruleBook}.`);
  const opened = own("ballot-opened");
  if (opened.length !== 1) return [...faults, `There are ${opened.length} minutes of its opening.`];
  const { values, at } = opened[0].said;
  if (values.recordHash !== ballot.identity)
    faults.push(`The minute of the opening names the record ${values.recordHash}.`);
  if (at !== record.opensAt) faults.push(`It was opened at ${at}; the record says ${record.opensAt}.`);
  return faults;
}

function rollFaults({ data, record, own }) {
  const faults = [];
  if (!same(data.roll, record.roll))
    faults.push(
      `The roll is ${shown(data.roll.map((line) => line.seat))}; frozen was ${shown(record.roll.map((line) => line.seat))}.`,
    );
  const said = own("ballot-opened")[0]?.said.values.roll;
  if (said !== record.roll.length)
    faults.push(`The minute of the opening counts ${said} seats, the record ${record.roll.length}.`);
  return faults;
}

function textFaults({ data, record, minutes }) {
  const { text } = data;
  const faults = [];
  if (record.textHash === undefined)
    return text === null ? [] : ["The record asks about no text; the export brings one."];
  if (text === null) return [`The record asks about the text ${record.textHash}; the export brings none.`];
  if (hexHash(text.canonical) !== record.textHash)
    faults.push(`The text hashes to ${hexHash(text.canonical)}; the record asks about ${record.textHash}.`);
  if (canonical(JSON.parse(text.canonical)) !== text.canonical) faults.push("The text is not canonical JSON.");
  if (text.textHash !== record.textHash || text.version !== record.definitionVersion)
    faults.push(`The version ${text.version} (${text.textHash}) is not the one of the record.`);
  const frozen = minutes.filter(
    ({ said }) => said.type === "version-frozen" && said.values.textHash === record.textHash,
  );
  if (
    frozen.length === 0 &&
    minutes.some(({ said }) => said.type === "version-frozen" && said.values.version === text.version)
  )
    faults.push("The minute of the freezing names another text.");
  return faults;
}

/** A word; or a set or a ranking of options in its place. */
const wordOf = ({ word, set, ranking }) =>
  set !== undefined ? { set } : ranking !== undefined ? { ranking } : { word };

const saidBy = ({ sequence, seat, reason, nid, change, textHash, personId, recordedBy, at, ...said }) =>
  canonical({ sequence, seat, ...wordOf(said), reason, nid, change, textHash, personId, recordedBy, at });

function positionFaults({ data, own }) {
  const cast = positionMinutes(own);
  const faults = [];
  if (cast.length !== data.positions.length)
    faults.push(`There are ${data.positions.length} positions and ${cast.length} minutes of positions.`);
  for (const [place, position] of data.positions.entries()) {
    const name = `Position ${position.sequence} of ${position.seat}`;
    if (position.sequence !== place + 1) faults.push(`${name} stands in place ${place + 1}.`);
    const minute = cast[place]?.said;
    if (minute === undefined) continue;
    const { values } = minute;
    if (minute.at !== position.at) faults.push(`${name} is of ${position.at}, its minute of ${minute.at}.`);
    if (minute.personId !== position.recordedBy)
      faults.push(`${name} was taken by another person than its minute says.`);
    if (minute.type === "sealed-position-cast") {
      const envelope = data.unsealing?.envelopes.find((one) => one.sequence === position.sequence);
      if (values.sequence !== position.sequence || values.sealedHash !== hexHash(String(envelope?.sealed)))
        faults.push(`${name} has another envelope than its minute names by hash.`);
      continue;
    }
    const isSame = same(wordOf(values), wordOf(position));
    if (values.sequence !== position.sequence || values.seat !== position.seat || !isSame)
      faults.push(
        `${name} says ${shown(wordOf(position))}; its minute says ${values.seat}, number ${values.sequence}: ${shown(wordOf(values))}.`,
      );
    if (values.positionHash !== hexHash(saidBy(position))) faults.push(`${name} is not what its minute names by hash.`);
  }
  return faults;
}

function boundFaults({ data, record }) {
  const seats = new Map(record.roll.map((line) => [line.id, line.seat]));
  return data.positions.flatMap((position) => {
    const name = `Position ${position.sequence} of ${position.seat}`;
    if (position.textHash !== (record.textHash ?? null)) return [`${name} is on the text ${position.textHash}.`];
    return seats.get(position.seatId) === position.seat ? [] : [`${name} is from a seat that is not on the roll.`];
  });
}

function receiptFaults({ data, own }, trusted) {
  const cast = positionMinutes(own);
  const keys = new Set(trusted.length > 0 ? trusted : data.keys);
  return data.positions.flatMap(({ receipt, ...position }, place) => {
    const name = `The receipt of position ${position.sequence}`;
    if (receipt === null) return [`${name} is missing.`];
    const { signature, ...said } = receipt;
    const faults = [];
    if (!isSigned(readKey(receipt.key), canonical(said), Buffer.from(signature, "base64")))
      faults.push(`${name} is not signed by its key.`);
    if (!keys.has(receipt.key)) faults.push(`${name} names the key ${receipt.key}, which signed no checkpoint here.`);
    const minute = cast[place];
    if (
      receipt.ballotHash !== data.ballot.identity ||
      receipt.seat !== position.seat ||
      receipt.sequence !== position.sequence
    )
      faults.push(`${name} is for another position.`);
    if (
      minute &&
      (receipt.leafIndex !== minute.index ||
        receipt.leafHash !== minute.hash ||
        receipt.commitment !== minute.commitment)
    )
      faults.push(`${name} names another leaf than that of the position.`);
    if (receipt.time !== `${position.at.slice(0, 16)}:00Z`)
      faults.push(`${name} is of ${receipt.time}, the position of ${position.at}.`);
    return faults;
  });
}

function powerFaults({ data, record, minutes, own }) {
  const board = boardOf(minutes);
  const faults = [];
  const expect = (said, held, what) => {
    if (!held) faults.push(`${what} at ${said.at} by a person who was not ${said.role ?? "in any office"} there then.`);
  };
  for (const { said } of own("ballot-opened")) {
    const inOffice =
      ["chair", "vice-chair"].includes(said.role) &&
      board.held(said.personId, said.role, { committee: data.committee.id }, said.at);
    expect(said, inOffice, "The ballot was opened");
    if (wasRecused.person(minutes, said.personId, said.at, data.candidate?.id))
      faults.push("The ballot was opened by a person with a direct interest in it (X3).");
  }
  for (const [place, { said }] of positionMinutes(own).entries()) {
    const position = data.positions[place];
    if (position === undefined || said.type === "position-recorded") continue;
    const name = `Position ${position.sequence} of ${position.seat} was taken`;
    expect(
      said,
      ["holder", "alternate"].includes(said.role) &&
        board.held(said.personId, said.role, { seat: position.seatId }, said.at),
      name,
    );
    if (wasRecused.person(minutes, said.personId, said.at, data.candidate?.id))
      faults.push(`${name} by a person with a direct interest (X3).`);
  }
  for (const event of data.events.filter(({ type }) => ["answer", "renew"].includes(type))) {
    const seat = event.type === "renew" ? event.seatId : (data.candidate?.sponsorSeat ?? null);
    const said = {
      at: event.at,
      role: event.type === "renew" ? "on the seat" : "on the sponsor's seat or in the chair",
    };
    const held =
      seat === null
        ? ["chair", "vice-chair"].some((role) =>
            board.held(event.personId, role, { committee: data.committee.id }, event.at),
          )
        : ["holder", "alternate"].some((role) => board.held(event.personId, role, { seat }, event.at));
    expect(said, held, `Event ${event.number} (${event.type}) was made`);
  }
  const proposed = minutes.find(
    ({ said }) => said.type === "candidate-proposed" && said.objectId === data.candidate?.id,
  );
  if ((data.candidate?.reference ?? null) !== (record.candidate ?? null))
    faults.push(`The record is about ${record.candidate ?? "no candidate"}; the export names another.`);
  if (proposed && (proposed.said.values.sponsorSeat ?? null) !== data.candidate.sponsorSeat)
    faults.push("The candidate's sponsor is not the one who proposed it.");
  return faults;
}

function filledFaults({ record, minutes }) {
  const filled = boardOf(minutes).filledSeats(record.opensAt);
  const onRoll = new Map(record.roll.map((line) => [line.id, line]));
  const faults = [...onRoll.values()]
    .filter((line) => !filled.has(line.id))
    .map((line) => `The seat ${line.seat} had no holder at the opening.`);
  for (const [id, seat] of filled) {
    const line = onRoll.get(id);
    if (line && (line.seat !== seat.name || line.member !== seat.member))
      faults.push(`The roll says ${line.seat} where the seat is ${seat.name}.`);
    if (line) continue;
    const ofMember = record.roll.filter((other) => other.member === seat.member).length + 1;
    if (seat.kind !== "industry" || 4 * ofMember <= record.roll.length + 1)
      faults.push(`The seat ${seat.name} was filled and is not on the roll.`);
  }
  return faults;
}

/** The ballot as a case of the tally; recused are the seats that the minutes show to be so at the close. */
function caseOf({ data, record, minutes }, closedAt) {
  const { type, mode, options, tieOrder, atMost, opensAt, closesAt } = record;
  return {
    ...{ type, mode, options, tieOrder, atMost, opensAt, closesAt },
    closedEarlyAt: closedAt,
    roll: record.roll,
    recused: record.roll
      .filter((line) => wasRecused.seat(minutes, line.id, closedAt, data.candidate?.id))
      .map((line) => line.seat),
    positions: data.positions.map((position) => ({
      ...{ seat: position.seat, at: position.at, reason: position.reason, key: position.key },
      ...wordOf(position),
      ...(position.recordedBy === position.personId
        ? {}
        : { recordedBy: position.recordedBy, disputedAt: position.disputedAt }),
    })),
    events: caseEvents(data),
    outages: data.outages ?? [],
  };
}

const compared = [
  "outcome",
  "failing",
  "counts",
  "refused",
  "duplicates",
  "flagged",
  "weights",
  "approvals",
  "adoptedOptions",
  "rounds",
  "pairwise",
  "order",
  "winner",
  "recount",
];

function accountFaults(from) {
  const { data, own } = from;
  const stored = JSON.parse(data.ballot.account);
  const computed = tally(caseOf(from, data.ballot.closedAt));
  const faults = compared
    .filter((name) => (name in stored || name in computed) && !same(stored[name] ?? null, computed[name] ?? null))
    .map((name) => `${name}: stored is ${shown(stored[name])}, computed ${shown(computed[name])}.`);
  const voided = own("ballot-voided").length > 0;
  if (!voided && data.ballot.outcome !== computed.outcome)
    faults.push(`The ballot's outcome is ${data.ballot.outcome}, computed ${computed.outcome}.`);
  const positionsHash = hexHash(`[${data.positions.map(saidBy).join(",")}]`);
  if (stored.positionsHash !== positionsHash)
    faults.push(`The account considered the positions ${stored.positionsHash}; these are ${positionsHash}.`);
  const decided = own(data.unsealing ? "ballot-unsealed" : "ballot-closed");
  if (decided.length !== 1) return [...faults, `There are ${decided.length} minutes of its result.`];
  return [...faults, ...accountsFaults(from, computed.outcome)];
}

function closeFaults(from) {
  const { data, record, own } = from;
  const closed = own("ballot-closed")[0]?.said;
  if (closed === undefined) return ["There is no minute of its close."];
  const closedAt = Date.parse(data.ballot.closedAt);
  const faults = [];
  if (closed.values.closedAt !== closedAt)
    faults.push(
      `It closed at ${data.ballot.closedAt}; its minute says ${new Date(closed.values.closedAt).toISOString()}.`,
    );
  const late = data.positions.filter(
    ({ at }) => Date.parse(at) >= closedAt || Date.parse(at) < Date.parse(record.opensAt),
  );
  faults.push(...late.map(({ sequence }) => `Position ${sequence} was taken while the ballot was not open.`));
  const due = closing({ ...record, events: caseEvents(data), outages: data.outages ?? [] });
  if (closedAt > due)
    faults.push(`It closed at ${data.ballot.closedAt}; by its rules it closes at ${new Date(due).toISOString()}.`);
  const early = closedAt < due;
  if (early && !["chair", "vice-chair"].includes(closed.role))
    faults.push("It closed before its time, and not by a chair (B9).");
  const { counts } = JSON.parse(data.ballot.account);
  if (early && (counts.S > 0 || counts.D > 0))
    faults.push(`It closed before its time with ${counts.S} seats silent and ${counts.D} Discusses open (B9).`);
  return faults;
}

function certificationFaults({ data, record, own }) {
  const { certifiedAt } = data.ballot;
  const closedAt = record.mode === "SEALED" ? own("ballot-unsealed")[0]?.said.at : data.ballot.closedAt;
  if (certifiedAt === null) return [];
  const minute = own("ballot-certified")[0]?.said;
  const faults = [];
  if (minute?.at !== certifiedAt || minute?.values.outcome !== data.ballot.outcome)
    faults.push("The certification is not the one of its minute.");
  if (Date.parse(certifiedAt) - Date.parse(closedAt) < 72 * 3_600_000)
    faults.push(`It was certified at ${certifiedAt}, closed at ${closedAt}.`);
  return faults;
}
