/**
 * How much of a leaf a reader sees on the page of the log. Everybody may check any leaf by its hash (powers matrix); what the
 * minute says is for those who may read it (rules T3, Z3).
 */
import { type Actor, isInCircle, roleIn } from "../membership/role.ts";
import type { Minute } from "./minute.ts";

/** `hash`: that there is a leaf; `head`: its type and time too; `body`: what the minute says, with the salt. */
export type LeafSight = "hash" | "head" | "body";

export function leafSight(actor: Actor, { committeeId, marking }: Pick<Minute, "committeeId" | "marking">): LeafSight {
  if (roleIn(actor, committeeId, "secretariat")) return marking === "RED" ? "head" : "body";
  if (committeeId === null) return marking === "CLEAR" ? "head" : "hash";
  const seated = actor.kind === "person" && actor.roles.some((held) => held.committeeId === committeeId);
  if (seated && marking !== "RED") return "body";
  return isInCircle(actor, committeeId) || marking === "CLEAR" ? "head" : "hash";
}
