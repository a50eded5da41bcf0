/** What awaits a person, and where in the committees the person stands. */
import type { Person, RoleName } from "../../../domain/membership/role.ts";

/** One thing that awaits the person: a sentence's name and values, where it is done, and by when. */
export type Duty = {
  kind:
    | "take-position"
    | "answer-discuss"
    | "check-recorded-position"
    | "give-override-voice"
    | "decide-override"
    | "answer-challenge"
    | "reply-round"
    | "acknowledge-delivery"
    | "accept-candidate"
    | "declare-interest"
    | "dispose-comments"
    | "answer-disposition"
    | "read-final-disposition"
    | "read-mention"
    | "accept-amendment"
    | "settle-amendment"
    | "rebase-amendment"
    | "open-comment-round"
    | "mark-ready"
    | "open-ballot"
    | "consent-second"
    | "transmit-recommendation"
    | "prepare-round"
    | "dispatch-round";
  title: string;
  to: string;
  /** Milliseconds; null where no clock runs. */
  dueAt: number | null;
  rule: string;
  note: string | null;
  count: number;
  /** When the chair or the secretariat last reminded the seat of it (rule B46); null, or left out, where nobody did. */
  remindedAt?: number | null;
};

/** The most rows that one kind of duty reads. */
export const rowsMax = 50;

/** The committees in which the person holds one of these roles. */
export const committeesOf = (person: Person, ...names: RoleName[]) => [
  ...new Set(
    person.roles.filter((held) => names.includes(held.role) && held.committeeId).map((held) => held.committeeId!),
  ),
];
