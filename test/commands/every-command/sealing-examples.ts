/** Examples of the acts on sealed and secret ballots. */
import { eq } from "drizzle-orm";
import { loadSealing } from "../../../db/store/sealing.ts";
import { theClock } from "../../../domain/membership/role.ts";
import { type KeyPair, newKeyPair, readPrivateKey } from "../../../protocol/sealing/key-pair.ts";
import { giveOutKey, keyFrom, openShare } from "../../../protocol/sealing/key-shares.ts";
import { openedHash, sealPosition } from "../../../protocol/sealing/sealed-position.ts";
import type { Intent } from "../../../server/acts.ts";
import type { Given } from "./examples.ts";
import type { World } from "./world.ts";

const hotMaterials = "Materials for hypersonic";
const chair = "Étienne Varenne";
const day_ms = 24 * 60 * 60 * 1000;

async function drafted(world: World): Promise<string> {
  const { id: candidate } = await world.candidate(hotMaterials);
  const question = "Shall this definition be recommended to the members?";
  return (await world.act(chair, "draft-ballot", { candidate, question, days: 14 })).id;
}

/** People of three delegations who hold seats of the candidate's committee, and somebody of a seat who holds no share. */
async function seated(world: World) {
  const { committeeId } = await world.candidate(hotMaterials);
  const { roles, people, seats } = world.db.t;
  const rows = await world.db.read(async (tx) =>
    tx
      .select({ name: people.name, personId: people.id, memberId: seats.memberId, seatId: seats.id })
      .from(roles)
      .innerJoin(people, eq(people.id, roles.personId))
      .innerJoin(seats, eq(seats.id, roles.seatId))
      .where(eq(roles.committeeId, committeeId)),
  );
  const firstOfMember = rows.filter((row, at) => rows.findIndex((one) => one.memberId === row.memberId) === at);
  const plain = firstOfMember.filter((row) => row.name !== chair).sort((a, b) => a.name.localeCompare(b.name));
  return { holders: plain.slice(0, 3), other: plain[3]! };
}

type Told = Awaited<ReturnType<typeof told>>;

/** The story of a sealed ballot as far as the sealing. */
async function told(world: World) {
  const ballot = await drafted(world);
  const { holders, other } = await seated(world);
  const pairs = new Map<string, KeyPair>();
  for (const { name, personId } of holders) {
    const pair = await newKeyPair();
    pairs.set(personId, pair);
    await world.act(name, "register-holder-key", { publicKey: pair.publicKey });
  }
  const named = { ballot, needed: 2, holders: holders.map((holder) => holder.personId) };
  return { ballot, holders, other, pairs, named };
}

async function sharesOf(world: World, { ballot, pairs }: Told) {
  const { reference } = await world.ballot(hotMaterials);
  const { needed, holders } = (await world.db.read((tx) => loadSealing(tx, ballot)))!;
  const holderKeys = holders.map((holder) => pairs.get(holder.personId)!.publicKey);
  const { publicKey, shares } = await giveOutKey(reference, needed, holderKeys);
  return {
    ...{ ballot, publicKey, holderKeys },
    sealedShares: shares.map((share) => share.sealedShare),
    commitments: shares.map((share) => share.commitment),
  };
}

async function given(world: World) {
  const story = await told(world);
  await world.act(chair, "seal-ballot", story.named);
  await world.act(chair, "give-shares", await sharesOf(world, story));
  return story;
}

/** The share of the holder in that place, opened. */
async function ownShare(world: World, { ballot, holders, pairs }: Told, place: number) {
  const { reference } = await world.ballot(hotMaterials);
  const { personId } = holders[place]!;
  const line = (await world.db.read((tx) => loadSealing(tx, ballot)))!.holders.find(
    (one) => one.personId === personId,
  )!;
  const pair = pairs.get(personId)!;
  const commitment = line.commitment!;
  const key = { publicKey: pair.publicKey, privateKey: await readPrivateKey(pair) };
  const share = (await openShare(reference, { sealedShare: line.sealedShare!, commitment }, key))!;
  return { share, commitment };
}

async function opened(world: World) {
  const story = await given(world);
  for (const [place, { name }] of story.holders.entries()) {
    const { commitment } = await ownShare(world, story, place);
    await world.act(name, "confirm-share", { ballot: story.ballot, commitment });
  }
  world.pass(20);
  await world.byTwo(chair, "open-ballot", { ballot: story.ballot });
  return story;
}

async function closed(world: World) {
  const story = await opened(world);
  const { closesAt } = await world.ballot(hotMaterials);
  world.moveTo(closesAt!);
  await world.act(theClock, "close-ballot", { ballot: story.ballot });
  return story;
}

const outsiders = ["Jens Hartwig", "Beatriz Almeida"];

async function strawPoll(world: World): Promise<string> {
  const { id: candidate } = await world.candidate(hotMaterials);
  const poll = { candidate, subject: "procedure", type: "straw-poll", question: "Is the threshold too low?", days: 14 };
  return (await world.act(chair, "draft-ballot", poll)).id;
}

export const sealingExamples = {
  "register-holder-key": async (world) => {
    const { other } = await seated(world);
    return {
      by: other.name,
      fields: { publicKey: (await newKeyPair()).publicKey },
      wrong: ["Ellen Brandt", "Beatriz Almeida"],
    };
  },
  "seal-ballot": async (world) => ({ by: chair, fields: (await told(world)).named, wrong: outsiders }),
  "give-shares": async (world) => {
    const story = await told(world);
    await world.act(chair, "seal-ballot", story.named);
    return { by: chair, fields: await sharesOf(world, story), wrong: ["Jens Hartwig", "Ellen Brandt"] };
  },
  "confirm-share": async (world) => {
    const story = await given(world);
    const { commitment } = await ownShare(world, story, 0);
    return { by: story.holders[0]!.name, fields: { ballot: story.ballot, commitment }, wrong: [story.other.name] };
  },
  "cast-sealed-position": async (world) => {
    const { ballot, other } = await opened(world);
    const { recordHash, versionId } = await world.ballot(hotMaterials);
    const { publicKey } = (await world.db.read((tx) => loadSealing(tx, ballot)))!;
    const place = { identity: recordHash!, seatId: other.seatId };
    const made = await sealPosition(publicKey!, place, { said: { word: "yes" }, reason: "", clause: "" });
    const textHash = await world.textHash(versionId!);
    const { sealed } = made as { sealed: string };
    return { by: other.name, fields: { ballot, seat: other.seatId, sealed, textHash, key: "" }, wrong: outsiders };
  },
  "submit-share": async (world) => {
    const story = await closed(world);
    const { share } = await ownShare(world, story, 0);
    return { by: story.holders[0]!.name, fields: { ballot: story.ballot, share }, wrong: [story.other.name] };
  },
  "unseal-ballot": async (world) => {
    const story = await closed(world);
    const shares: string[] = [];
    for (const place of [0, 1]) {
      const { share } = await ownShare(world, story, place);
      shares.push(share);
      await world.act(story.holders[place]!.name, "submit-share", { ballot: story.ballot, share });
    }
    const { publicKey } = (await world.db.read((tx) => loadSealing(tx, story.ballot)))!;
    if ((await keyFrom(publicKey!, 2, shares)) === null) throw new Error("The shares do not give the key.");
    const fields = { ballot: story.ballot, openedHash: await openedHash([]) };
    return { by: story.holders[0]!.name, fields, wrong: [story.other.name] };
  },
  "unseal-overdue": async (world) => {
    const { ballot } = await closed(world);
    world.pass(10);
    return { by: theClock, fields: { ballot }, wrong: [chair, ...outsiders] };
  },
  "bridge-ballot": async (world) => ({ by: chair, fields: { ballot: await strawPoll(world) }, wrong: outsiders }),
  "record-secret-result": async (world) => {
    const ballot = await strawPoll(world);
    await world.act(chair, "bridge-ballot", { ballot });
    world.pass(20);
    await world.byTwo(chair, "open-ballot", { ballot });
    const { closesAt } = await world.ballot(hotMaterials);
    world.moveTo(closesAt! + day_ms);
    await world.act(theClock, "close-ballot", { ballot });
    const fields = {
      ...{ ballot, url: "https://vote.example/elections/abc", fingerprint: "A".repeat(43), ballots: 4 },
      result: JSON.stringify({ result: [[1, 2, 1]] }),
    };
    return { by: chair, fields, wrong: ["Jens Hartwig", "Ellen Brandt"] };
  },
} satisfies Partial<Record<Intent, Given>>;
