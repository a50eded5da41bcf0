/**
 * Why the server ends a socket of live text. Codes from 4400 to 4499 are final: the client stays away and shows the
 * sentence. All others mean: come back.
 */

export type CloseReason = { code: number; final: boolean; sentence: string };

export const closeCodes = {
  signedOut: {
    code: 4401,
    final: true,
    sentence: "You are signed out. Copy what is not saved, sign in again, and open this page anew.",
  },
  mayNot: {
    code: 4403,
    final: true,
    sentence:
      "You may not read or write this definition any more. What you typed and what is not saved is still here to copy.",
  },
  notFound: {
    code: 4404,
    final: true,
    sentence: "There is no such definition, or it is not yours to see.",
  },
  resync: {
    code: 4409,
    final: true,
    sentence: "Your copy and the committee's text do not fit together. Copy what is not saved and open this page anew.",
  },
  tooLarge: {
    code: 4413,
    final: true,
    sentence: "What you sent is larger than a definition may hold. Copy what is not saved and add it in smaller parts.",
  },
  notInSchema: {
    code: 4422,
    final: true,
    sentence:
      "What you sent is not text of a definition and was not taken. Copy what is not saved and open this page anew.",
  },
  frozen: {
    code: 4423,
    final: true,
    sentence:
      "The text has been frozen: it can be read, not changed. What you typed and what is not saved is still here to copy.",
  },
  tooFast: {
    code: 4429,
    final: true,
    sentence: "Too many changes came from this page in a short time. Copy what is not saved and open this page anew.",
  },
  comeBack: {
    code: 4503,
    final: false,
    sentence: "The committee's store does not answer just now. Keep this tab open: it goes on by itself.",
  },
  restarting: {
    code: 1012,
    final: false,
    sentence: "The server is starting again. Keep this tab open: it goes on by itself.",
  },
} as const satisfies Record<string, CloseReason>;

export type CloseName = keyof typeof closeCodes;

/** The reason that a code stands for; null when the socket closed for a reason of the network. */
export function closeReasonOf(code: number): (CloseReason & { name: CloseName }) | null {
  for (const [name, reason] of Object.entries(closeCodes)) {
    if (reason.code === code) return { ...reason, name: name as CloseName };
  }
  return null;
}
