/**
 * Registers the public key with which shares are sealed to a person. The private key was made in the person's browser and
 * stays there. Rules B39, W9. A later key takes the place of the one before it for ballots to come.
 * Who: anybody on a seat, for oneself. Minute: holder-key-registered.
 */
import { eq } from "drizzle-orm";
import { z } from "zod";
import { powers, roleOf } from "../../../domain/powers.ts";
import { isRefusal, notFound, refuse } from "../../../domain/refusal.ts";
import { readPublicKey } from "../../../protocol/sealing/key-pair.ts";
import { command } from "../../command.ts";
import { line } from "../../fields.ts";
import { sha256 } from "../../freeze-head.ts";

export const registerHolderKey = command({
  act: "register-holder-key",
  rules: ["B39"],
  input: z.object({ publicKey: line(120) }),
  async decide(tx, actor, { publicKey }, context) {
    const answer = powers["register-holder-key"](actor);
    if (isRefusal(answer)) return answer;
    if (actor.kind !== "person") return notFound();
    if ((await readPublicKey(publicKey)) === null)
      return refuse("malformed", "B39", `"${publicKey.slice(0, 40)}" is no public key of P-256.`, "publicKey");
    const { holderKeys } = tx.t;
    const [known] = await tx.select().from(holderKeys).where(eq(holderKeys.publicKey, publicKey));
    if (known) return refuse("limit", "B39", "This public key was registered before; make a new one.", "publicKey");
    const id = context.newId();
    await tx.insert(holderKeys).values({ id, personId: actor.personId, publicKey, at: tx.now });
    return {
      value: { id },
      minute: {
        object: ["person", actor.personId],
        role: roleOf(answer),
        committeeId: null,
        candidateId: null,
        values: { keyHash: sha256(publicKey) },
      },
    };
  },
});
