/**
 * Who is present in a room. A connection speaks for one client id, and for that one only; the person behind it is
 * written by the server. Copies of the Yjs client send back what they hear of others: that is passed over in silence.
 */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { presenceBytesMax } from "../../protocol/limits.ts";
import { messageAwareness } from "../../protocol/messages.ts";
import { colourCount, type PresentPerson, presenceWith } from "../../protocol/presence.ts";
import type { Participant } from "./host.ts";

/** One who speaks: an object of its own for each connection. */
export type Speaker = { personId: string };

type Entry = { speaker: Speaker | null; personId: string; clock: number; state: string };

const statesPerMessageMax = 2_000;
const remembered = 5_000;
const gone = "null";

export function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/u).filter((word) => word.length > 0);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => (word ? [...word][0] : ""));
  return letters.join("").toUpperCase();
}

export class PresenceTable {
  readonly #entries = new Map<number, Entry>();
  readonly #own = new Map<Speaker, number>();
  readonly #colours = new Map<string, number>();
  readonly #changed = new Set<number>();

  /** The person as others see it; people in one room are told apart by colour as long as there are colours. */
  personOf({ personId, name, delegation }: Participant): PresentPerson {
    let colour = this.#colours.get(personId);
    if (colour === undefined) {
      const taken = new Set(this.#colours.values());
      const free = Array.from({ length: colourCount }, (_, index) => index).find((index) => !taken.has(index));
      colour = free ?? this.#colours.size % colourCount;
      this.#colours.set(personId, colour);
    }
    return { personId, name, initials: initialsOf(name), delegation, colour };
  }

  /** Whose a client id is by presence; undefined when nobody has spoken for it. */
  ownerOf(client: number): string | undefined {
    return this.#entries.get(client)?.personId;
  }

  get hasChanges(): boolean {
    return this.#changed.size > 0;
  }

  /**
   * Takes what a connection says of itself; throws on bytes that are no presence.
   * @returns whether it said anything of itself
   */
  hear(speaker: Speaker, person: PresentPerson, bytes: Uint8Array): boolean {
    const decoder = decoding.createDecoder(bytes);
    const count = decoding.readVarUint(decoder);
    if (count > statesPerMessageMax) throw new Error("Too many states.");
    for (let i = 0; i < count; i += 1) {
      const client = decoding.readVarUint(decoder);
      decoding.readVarUint(decoder);
      const state = decoding.readVarUint8Array(decoder);
      if (this.#speaksFor(speaker, client)) {
        this.#set(speaker, person, client, state);
        return true;
      }
    }
    return false;
  }

  #speaksFor(speaker: Speaker, client: number): boolean {
    const own = this.#own.get(speaker);
    if (own !== undefined) return own === client;
    const entry = this.#entries.get(client);
    return entry === undefined || (entry.personId === speaker.personId && entry.speaker === null);
  }

  #set(speaker: Speaker, person: PresentPerson, client: number, sent: Uint8Array): void {
    if (sent.length > presenceBytesMax) throw new Error("A state too large.");
    const said: unknown = JSON.parse(Buffer.from(sent.buffer, sent.byteOffset, sent.byteLength).toString("utf8"));
    const state = said === null ? gone : JSON.stringify(presenceWith(person, said));
    if (state === gone && !this.#own.has(speaker)) return;
    this.#own.set(speaker, client);
    const clock = this.#clockAfter(client);
    this.#entries.delete(client);
    this.#entries.set(client, { speaker, personId: speaker.personId, clock, state });
    this.#changed.add(client);
  }

  /**
   * The clock of a state is the server's, and the time: others would not hear of a client that comes back with its
   * old clock, after a lost connection or after a restart of the server.
   */
  #clockAfter(client: number): number {
    return Math.max((this.#entries.get(client)?.clock ?? 0) + 1, Date.now());
  }

  /** The connection has gone. Its client id stays its person's. */
  leave(speaker: Speaker): void {
    const client = this.#own.get(speaker);
    const entry = client === undefined ? undefined : this.#entries.get(client);
    this.#own.delete(speaker);
    if (client === undefined || entry === undefined) return;
    this.#entries.set(client, { ...entry, speaker: null, clock: this.#clockAfter(client), state: gone });
    this.#changed.add(client);
    if (this.#entries.size > remembered) this.#forget();
  }

  #forget(): void {
    for (const [client, entry] of this.#entries) {
      if (this.#entries.size <= remembered / 2) return;
      if (entry.speaker === null && !this.#changed.has(client)) this.#entries.delete(client);
    }
  }

  /** All who are here, but the speaker itself; null when there is nobody. */
  all(speaker: Speaker): Uint8Array | null {
    return this.#encode(
      [...this.#entries.keys()].filter((client) => this.#entries.get(client)?.state !== gone),
      speaker,
    );
  }

  /**
   * What has changed since the last call.
   * @returns the message for a connection; one and the same for all who said nothing
   */
  takeChanges(): (speaker: Speaker) => Uint8Array | null {
    const clients = [...this.#changed];
    this.#changed.clear();
    const forAll = this.#encode(clients, null);
    return (speaker) => {
      const own = this.#own.get(speaker);
      return own !== undefined && clients.includes(own) ? this.#encode(clients, speaker) : forAll;
    };
  }

  #encode(clients: number[], without: Speaker | null): Uint8Array | null {
    const own = without === null ? undefined : this.#own.get(without);
    const told = clients.filter((client) => client !== own && this.#entries.has(client));
    if (told.length === 0) return null;
    const states = encoding.createEncoder();
    encoding.writeVarUint(states, told.length);
    for (const client of told) {
      const { clock, state } = this.#entries.get(client)!;
      encoding.writeVarUint(states, client);
      encoding.writeVarUint(states, clock);
      encoding.writeVarString(states, state);
    }
    const message = encoding.createEncoder();
    encoding.writeVarUint(message, messageAwareness);
    encoding.writeVarUint8Array(message, encoding.toUint8Array(states));
    return encoding.toUint8Array(message);
  }
}
