/**
 * Who is present in a room and where their caret stands. A client sends only its cursor; the server writes the person,
 * so nobody can appear under another's name.
 */

/** The number of fills that people are told apart by; `colour` counts from 0. */
export const colourCount = 8;

export type PresentPerson = {
  personId: string;
  name: string;
  initials: string;
  delegation: string;
  /** 0 to 7. */
  colour: number;
};

/**
 * Two relative positions in the text, each an encoded Yjs relative position in base64, bound to the unit on its left,
 * so that the caret stays with the text and not with a number.
 */
export type PresenceCursor = { anchor: string; head: string };

/** What stands in the awareness state of one client id. */
export type Presence = { person: PresentPerson | null; cursor: PresenceCursor | null };

const positionPattern = /^[A-Za-z0-9+/]{1,200}={0,2}$/;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function readPerson(value: unknown): PresentPerson | null {
  if (!isRecord(value)) return null;
  const { personId, name, initials, delegation, colour } = value;
  if (typeof personId !== "string" || typeof name !== "string") return null;
  if (typeof initials !== "string" || typeof delegation !== "string") return null;
  if (typeof colour !== "number" || !Number.isInteger(colour) || colour < 0 || colour >= colourCount) return null;
  return { personId, name, initials, delegation, colour };
}

/** The cursor in what a client says of itself, or null when it says none or something else. */
export function readCursor(value: unknown): PresenceCursor | null {
  if (!isRecord(value) || !isRecord(value.cursor)) return null;
  const { anchor, head } = value.cursor;
  if (typeof anchor !== "string" || typeof head !== "string") return null;
  if (!positionPattern.test(anchor) || !positionPattern.test(head)) return null;
  return { anchor, head };
}

/** Reads an awareness state that came over the wire; anything unexpected in it reads as absent. */
export function readPresence(value: unknown): Presence {
  return { person: isRecord(value) ? readPerson(value.person) : null, cursor: readCursor(value) };
}

/** What the server passes on for a client: the cursor it sent, under the name it signed in with. */
export function presenceWith(person: PresentPerson, sent: unknown): Presence {
  return { person, cursor: readCursor(sent) };
}
