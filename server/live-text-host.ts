/** What live text asks of the product: who sits at a socket, and what the powers say of a definition. */
import type { IncomingMessage } from "node:http";
import { and, eq, gt } from "drizzle-orm";
import type { Logger } from "pino";
import type { Reader } from "../db/open.ts";
import { candidateThing, findCandidate } from "../db/store/candidate.ts";
import { loadPerson } from "../db/store/membership.ts";
import { powers } from "../domain/powers.ts";
import type { MinuteType } from "../domain/record/act.ts";
import { type Answer, notFound } from "../domain/refusal.ts";
import { type Sessions, tokenOf } from "./auth/sessions.ts";
import type { LiveTextHost, Participant } from "./coediting/host.ts";
import type { Context } from "./context.ts";

/** Acts after which no right to write is other than before; every other act makes the rooms ask again. */
const changesNoRight: MinuteType[] = [
  "comment-made",
  "comment-followed-up",
  "comment-disposed",
  "comment-reopened",
  "comment-withdrawn",
  "amendment-proposed",
  "version-restoration-proposed",
  "amendment-supported",
  "amendment-support-withdrawn",
  "amendment-followed-up",
  "amendment-objected",
  "amendment-rejected",
  "amendment-rebased",
  "amendment-withdrawn",
  "amendment-base-changed",
  "amendment-fallen",
  "position-cast",
  "discuss-answered",
  "discuss-renewed",
  "position-recorded",
  "position-explained",
  "override-announced",
  "override-voice-given",
  "override-decided",
  "ballot-challenged",
  "challenge-supported",
  "close-moved",
  "outage-recorded",
  "outage-ended",
  "scope-drafted",
  "fault-waived",
  "round-replied",
  "delivery-acknowledged",
];

async function ask(
  tx: Reader,
  power: "read-definition" | "edit-definition",
  participant: Participant,
  definitionId: string,
): Promise<Answer> {
  const { definitions } = tx.t;
  const [definition] = await tx
    .select({ candidateId: definitions.candidateId })
    .from(definitions)
    .where(eq(definitions.id, definitionId));
  const person = await loadPerson(tx, participant.personId);
  const candidate = definition ? await findCandidate(tx, definition.candidateId) : null;
  if (!person || !candidate) return notFound();
  return powers[power](person, await candidateThing(tx, candidate));
}

export function createLiveTextHost({
  context,
  sessions,
  origin,
  logger,
}: {
  context: Context;
  sessions: Sessions;
  origin: string;
  logger: Logger;
}): LiveTextHost {
  return {
    db: context.db,
    isOwnOrigin: (request) => request.headers.origin === origin,
    async authenticate(request: IncomingMessage) {
      const signedIn = await sessions.find(tokenOf(request.headers.cookie));
      if (!signedIn) return null;
      const { people, members } = context.db.t;
      const [row] = await context.db.read(async (tx) =>
        tx
          .select({ name: people.name, delegation: members.name })
          .from(people)
          .leftJoin(members, eq(members.id, people.memberId))
          .where(eq(people.id, signedIn.personId)),
      );
      return row ? { ...signedIn, name: row.name, delegation: row.delegation ?? "" } : null;
    },
    async isSignedIn(tx, { sessionId }) {
      const { sessions: rows } = tx.t;
      const found = await tx
        .select({ id: rows.id })
        .from(rows)
        .where(and(eq(rows.id, sessionId), gt(rows.expiresAt, Date.now())));
      return found.length > 0;
    },
    mayRead: (tx, participant, definitionId) => ask(tx, "read-definition", participant, definitionId),
    mayWrite: (tx, participant, definitionId) => ask(tx, "edit-definition", participant, definitionId),
    onAnnounce: (listener) =>
      context.onAnnounce((minutes) => {
        if (minutes.some((minute) => !changesNoRight.includes(minute.type))) listener();
      }),
    report: (what, fault) => logger.error({ fault }, what),
  };
}
