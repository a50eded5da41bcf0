/** What live text needs of the product around it. The wiring gives it; tests give their own. */
import type { IncomingMessage } from "node:http";
import type { Database, Reader } from "../../db/open.ts";
import type { Answer } from "../../domain/refusal.ts";

/** Who sits at a socket, as the session says. */
export type Participant = { personId: string; sessionId: string; name: string; delegation: string };

export type LiveTextHost = {
  db: Database;
  /** Whether the request's Origin is exactly one of ours. Without an Origin: false. */
  isOwnOrigin(request: IncomingMessage): boolean;
  /** Who asks, by the session cookie; null when nobody is signed in. */
  authenticate(request: IncomingMessage): Promise<Participant | null>;
  /** Whether the session still stands. Asked in the transaction of every write, so it only reads. */
  isSignedIn(tx: Reader, participant: Participant): Promise<boolean>;
  /** A refusal with the code `not-found` closes as "no such definition", any other as "may not". */
  mayRead(tx: Reader, participant: Participant, definitionId: string): Promise<Answer>;
  /** Asked at the door and in the transaction of every write. The codes `frozen` and `state` close as "frozen". */
  mayWrite(tx: Reader, participant: Participant, definitionId: string): Promise<Answer>;
  /** Calls the listener after acts that may have changed powers or a text; returns the way to stop. */
  onAnnounce(listener: () => void): () => void;
  /** Is told what an operator must look at. Holds no text and no names. */
  report(what: string, fault?: unknown): void;
};
