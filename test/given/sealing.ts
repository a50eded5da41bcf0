/** Sealed ballots told by commands: what the browsers of holders and seats do is done here with the same code. */
import { eq } from "drizzle-orm";
import { loadRoll } from "../../db/store/ballot.ts";
import { loadSealedPositions, loadSealing } from "../../db/store/sealing.ts";
import type { Said } from "../../domain/ballot/ballot-case.ts";
import type { Person } from "../../domain/membership/role.ts";
import { type KeyPair, newKeyPair, readPrivateKey } from "../../protocol/sealing/key-pair.ts";
import { giveOutKey, keyFrom, openShare } from "../../protocol/sealing/key-shares.ts";
import { openedHash, positionOpener, sealPosition } from "../../protocol/sealing/sealed-position.ts";
import { givenAnswers, givenDrafted, openBallot } from "./ballot.ts";
import type { MemberCode, Regime } from "./regime.ts";

/** Private keys as they lie in the holders' browsers, by person. */
export type Browsers = Map<string, KeyPair>;

export const holderCodes = ["JP", "NL", "NO"] as const satisfies MemberCode[];

/** Drafted and sealed to JP, NL and NO, of whom two open it; no share is given yet. */
export async function givenSealedDraft(regime: Regime, given: { title?: string } = {}) {
  const drafted = await givenDrafted(regime, given);
  await givenAnswers(regime, drafted.candidate.id);
  const browsers: Browsers = new Map();
  for (const code of holderCodes) await givenKey(regime, browsers, regime.holders[code]);
  const holders = holderCodes.map((code) => regime.holders[code].personId);
  await regime.done(regime.chair, "seal-ballot", { ballot: drafted.ballot, needed: 2, holders });
  return { ...drafted, browsers, holders };
}

/** A person makes a key in the own browser and registers its public half. */
export async function givenKey(regime: Regime, browsers: Browsers, who: Person): Promise<void> {
  const pair = await newKeyPair();
  browsers.set(who.personId, pair);
  await regime.done(who, "register-holder-key", { publicKey: pair.publicKey });
}

const sealingOf = (regime: Regime, ballot: string) => regime.db.read(async (tx) => (await loadSealing(tx, ballot))!);

/** What the chair's browser sends when it makes the key and gives out its shares. */
export async function sharesFields(regime: Regime, ballot: { ballot: string; reference: string; browsers: Browsers }) {
  const { needed, holders } = await sealingOf(regime, ballot.ballot);
  const holderKeys = holders.map((holder) => ballot.browsers.get(holder.personId)!.publicKey);
  const { publicKey, shares } = await giveOutKey(ballot.reference, needed, holderKeys);
  return {
    ...{ ballot: ballot.ballot, publicKey, holderKeys },
    sealedShares: shares.map((share) => share.sealedShare),
    commitments: shares.map((share) => share.commitment),
  };
}

/** A holder's own share, as the own browser opens it. */
export async function ownShare(
  regime: Regime,
  ballot: { ballot: string; reference: string; browsers: Browsers },
  who: Person,
): Promise<{ share: string; commitment: string }> {
  const { holders } = await sealingOf(regime, ballot.ballot);
  const holder = holders.find((one) => one.personId === who.personId)!;
  const pair = ballot.browsers.get(who.personId)!;
  const key = { publicKey: pair.publicKey, privateKey: await readPrivateKey(pair) };
  const given = { sealedShare: holder.sealedShare!, commitment: holder.commitment! };
  return { share: (await openShare(ballot.reference, given, key))!, commitment: given.commitment };
}

/** Sealed, its shares given and confirmed: everything but opened. */
export async function givenSealReady(regime: Regime, given: { title?: string } = {}) {
  const draft = await givenSealedDraft(regime, given);
  await regime.done(regime.chair, "give-shares", await sharesFields(regime, draft));
  for (const code of holderCodes) {
    const { commitment } = await ownShare(regime, draft, regime.holders[code]);
    await regime.done(regime.holders[code], "confirm-share", { ballot: draft.ballot, commitment });
  }
  return draft;
}

export async function givenSealedOpen(regime: Regime, given: { title?: string } = {}) {
  const ready = await givenSealReady(regime, given);
  await openBallot(regime, ready.ballot);
  return { ...ready, ...(await recordOf(regime, ready.ballot)) };
}

export type SealedBallot = Awaited<ReturnType<typeof givenSealedOpen>>;

async function recordOf(regime: Regime, ballotId: string) {
  return regime.db.read(async (tx) => {
    const { ballots, sealings } = tx.t;
    const [ballot] = await tx.select().from(ballots).where(eq(ballots.id, ballotId));
    const [sealing] = await tx.select().from(sealings).where(eq(sealings.ballotId, ballotId));
    const { textHash } = JSON.parse(ballot!.record!) as { textHash: string };
    return { identity: ballot!.recordHash!, publicKey: sealing!.publicKey!, textHash, closesAt: ballot!.closesAt! };
  });
}

/** What a seat's browser sends: its word, sealed. */
export async function sealedFields(
  ballot: SealedBallot,
  seatId: string,
  said: Said,
  { reason = "", clause = "", key = "" }: { reason?: string; clause?: string; key?: string } = {},
) {
  const made = await sealPosition(ballot.publicKey, { identity: ballot.identity, seatId }, { said, reason, clause });
  if (!("sealed" in made)) throw new Error(`${made.tooMany} bytes too many.`);
  return { ballot: ballot.ballot, seat: seatId, sealed: made.sealed, textHash: ballot.textHash, key };
}

/** Each member's delegation takes its position in an envelope; `no` gets a reason. */
export async function givenSealedPositions(
  regime: Regime,
  ballot: SealedBallot,
  words: Partial<Record<MemberCode, string>>,
): Promise<void> {
  for (const [code, word] of Object.entries(words) as [MemberCode, string][]) {
    const reason = word === "no" ? "The threshold is set too low." : "";
    const fields = await sealedFields(ballot, regime.seats[code].id, { word }, { reason });
    await regime.done(regime.holders[code], "cast-sealed-position", fields);
  }
}

/** These holders hand in their shares. */
export async function givenSharesIn(regime: Regime, ballot: SealedBallot, codes: readonly MemberCode[]): Promise<void> {
  for (const code of codes) {
    const { share } = await ownShare(regime, ballot, regime.holders[code]);
    await regime.done(regime.holders[code], "submit-share", { ballot: ballot.ballot, share });
  }
}

/** What a holder's browser reads when it combines the shares and opens every position, and the hash of it. */
export async function openedBy(regime: Regime, ballot: SealedBallot) {
  const { needed, holders } = await sealingOf(regime, ballot.ballot);
  const shares = holders.flatMap((holder) => holder.share ?? []);
  const found = (await keyFrom(ballot.publicKey, needed, shares))!;
  const open = await positionOpener(found.pair);
  const rows = await regime.db.read((tx) => loadSealedPositions(tx, ballot.ballot));
  const lines = [];
  for (const { sequence, seatId, sealed } of rows)
    lines.push({ sequence, seatId, inside: await open({ identity: ballot.identity, seatId }, sealed) });
  return { lines, openedHash: await openedHash(lines) };
}

/** Opened by JP and NO after the close. */
export async function givenUnsealed(regime: Regime, ballot: SealedBallot) {
  regime.pass({ days: 15 });
  await regime.byClock("close-ballot", { ballot: ballot.ballot });
  await givenSharesIn(regime, ballot, ["JP", "NO"]);
  const { openedHash: hash } = await openedBy(regime, ballot);
  return regime.done(regime.holders.NO, "unseal-ballot", { ballot: ballot.ballot, openedHash: hash });
}

/** The names of the roll by seat. */
export const rollOf = (regime: Regime, ballot: string) =>
  regime.db.read(async (tx) => new Map((await loadRoll(tx, ballot)).map((line) => [line.seatId, line.name])));
