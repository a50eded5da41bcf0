/**
 * Gives out the key of a sealed ballot: its public half, and a share of its private half for each holder, sealed to the
 * holder's own key. Made and split in a browser; the private key never comes here. Given again, it takes the place of what
 * was given before, and each holder confirms anew. Rule B39.
 * Who: the chair; the secretariat. Minute: shares-given.
 */
import { z } from "zod";
import { loadHolderKeys, type SavedShare, saveShares } from "../../../db/store/sealing.ts";
import { shareHoldersMax } from "../../../domain/ballot/sealing.ts";
import { powers } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { readPublicKey } from "../../../protocol/sealing/key-pair.ts";
import { sealedShareBytes } from "../../../protocol/sealing/key-shares.ts";
import { fromBase64 } from "../../../protocol/sealing/sealing-bytes.ts";
import { ballotAtHand } from "../../ballot-at-hand.ts";
import { ballotMinute } from "../../ballot-minute.ts";
import { command } from "../../command.ts";
import { handle, line, several } from "../../fields.ts";

export const giveShares = command({
  act: "give-shares",
  rules: ["B39"],
  input: z.object({
    ballot: handle,
    publicKey: line(120),
    /** These three in the order of the holders. */
    holderKeys: several(line(120), shareHoldersMax),
    sealedShares: several(line(400), shareHoldersMax),
    commitments: several(z.string().regex(/^[0-9a-f]{64}$/, "it is no hash"), shareHoldersMax),
  }),
  async decide(tx, actor, input) {
    const at = await ballotAtHand(tx, input.ballot);
    if (!at || actor.kind !== "person") return notFound();
    const { ballot, thing, sealing } = at;
    const answer = powers["give-shares"](actor, thing);
    if (isRefusal(answer)) return answer;
    if (sealing === null) return refuse("state", "B39", "This ballot names no share holders yet; name them first.");
    if ((await readPublicKey(input.publicKey)) === null)
      return refuse("malformed", "B39", `"${input.publicKey.slice(0, 40)}" is no public key of P-256.`, "publicKey");
    const { holders } = sealing;
    const lengths = [input.holderKeys.length, input.sealedShares.length, input.commitments.length];
    if (lengths.some((length) => length !== holders.length))
      return refuse("malformed", "B39", `There are ${holders.length} holders; given are ${lengths.join(", ")} parts.`);
    const keys = await loadHolderKeys(
      tx,
      holders.map((holder) => holder.personId),
    );
    const shares: SavedShare[] = [];
    for (const [index, { number, personId, name }] of holders.entries()) {
      const [holderKey, sealedShare] = [input.holderKeys[index]!, input.sealedShares[index]!];
      if (keys.get(personId)?.publicKey !== holderKey)
        return refuse("state", "B39", `${name} has another key by now; make and give the shares anew.`);
      if (fromBase64(sealedShare, sealedShareBytes) === null)
        return refuse("malformed", "B39", `The share for ${name} is not of ${sealedShareBytes} bytes.`, "sealedShares");
      shares.push({ number, holderKey, sealedShare, commitment: input.commitments[index]! });
    }
    await saveShares(tx, ballot.id, { publicKey: input.publicKey, givenBy: actor.personId }, shares);
    const { publicKey, commitments } = input;
    return { value: { reference: ballot.reference }, minute: ballotMinute(ballot, answer, { publicKey, commitments }) };
  },
});
