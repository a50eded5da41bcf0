/** What a participant may do in a room, asked of the host and said as close codes. */
import type { Reader } from "../../db/open.ts";
import { isRefusal } from "../../domain/refusal.ts";
import type { CloseName } from "../../protocol/close-codes.ts";
import type { LiveTextHost, Participant } from "./host.ts";

export type Rights = {
  /** Why the socket must close; null while its holder may read. */
  reads: CloseName | null;
  /** Why text from it is refused; null while its holder may write. */
  writes: CloseName | null;
};

async function faultOfWriting(host: LiveTextHost, tx: Reader, participant: Participant, definitionId: string) {
  const answer = await host.mayWrite(tx, participant, definitionId);
  if (!isRefusal(answer)) return null;
  return answer.code === "frozen" || answer.code === "state" ? "frozen" : "mayNot";
}

/** Why this participant may not write now, in the transaction that would store it; null if it may. */
export async function faultOfWriter(
  host: LiveTextHost,
  tx: Reader,
  participant: Participant,
  definitionId: string,
): Promise<CloseName | null> {
  if (!(await host.isSignedIn(tx, participant))) return "signedOut";
  return faultOfWriting(host, tx, participant, definitionId);
}

/** Both rights. A check never writes. */
export async function askRights(
  host: LiveTextHost,
  tx: Reader,
  participant: Participant,
  definitionId: string,
): Promise<Rights> {
  if (!(await host.isSignedIn(tx, participant))) return { reads: "signedOut", writes: "signedOut" };
  const read = await host.mayRead(tx, participant, definitionId);
  if (isRefusal(read)) {
    const reads = read.code === "not-found" ? "notFound" : "mayNot";
    return { reads, writes: reads };
  }
  return { reads: null, writes: await faultOfWriting(host, tx, participant, definitionId) };
}
