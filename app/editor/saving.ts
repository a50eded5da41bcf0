/**
 * Whether what I typed is on disk. Both ends count the frames that carry text: it is saved when the server has
 * acknowledged as many as were sent on this connection, and nothing waits to be sent.
 */

export type SavingState =
  /** Nothing was written here yet. */
  | { state: "untouched" }
  | { state: "saving" }
  /** `at` is milliseconds since 1970. */
  | { state: "saved"; at: number }
  /** `since` is when the oldest edit was made that is not on disk. */
  | { state: "unsaved"; since: number };

/** An edit that is not acknowledged for so long is called not saved, though the connection may still stand. */
export const patienceMilliseconds = 8_000;

export class SavingTracker {
  private sentCount = 0;
  private acknowledgedCount = 0;
  private isConnected = false;
  /** The server asked for everything that this copy has and got its answer, so nothing older waits here. */
  private hasAnswered = false;
  private dirtySince: number | null = null;
  private savedAt: number | null = null;

  constructor(private readonly now: () => number) {}

  opened(): void {
    this.isConnected = true;
    this.hasAnswered = false;
    this.sentCount = 0;
    this.acknowledgedCount = 0;
  }

  closed(): void {
    this.isConnected = false;
  }

  edited(): void {
    this.dirtySince ??= this.now();
  }

  /** A frame with text left; `isAnswer` when it answers the server's question for everything. */
  sent(isAnswer: boolean): void {
    this.sentCount += 1;
    if (isAnswer) this.hasAnswered = true;
  }

  /** `count` frames of this connection are on disk. True when all that was written here is. */
  acknowledged(count: number): boolean {
    this.acknowledgedCount = Math.max(this.acknowledgedCount, count);
    if (!this.isConnected || !this.hasAnswered || this.acknowledgedCount < this.sentCount) return false;
    if (this.dirtySince !== null) this.savedAt = this.now();
    this.dirtySince = null;
    return true;
  }

  get isDirty(): boolean {
    return this.dirtySince !== null;
  }

  read(): SavingState {
    if (this.dirtySince !== null) {
      const isLate = this.now() - this.dirtySince > patienceMilliseconds;
      return this.isConnected && !isLate ? { state: "saving" } : { state: "unsaved", since: this.dirtySince };
    }
    return this.savedAt === null ? { state: "untouched" } : { state: "saved", at: this.savedAt };
  }
}
