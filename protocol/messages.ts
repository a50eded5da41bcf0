/**
 * The frames of live text, as the Yjs websocket client speaks them, and two of our own. Every frame begins with a
 * variable-length integer that names the message.
 */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

export const messageSync = 0;
export const messageAwareness = 1;
export const messageAuth = 2;
export const messageQueryAwareness = 3;
/** From the server: how many update frames of this connection are on disk by now. */
export const messageAcknowledgement = 102;
/** From the server, every 15 seconds: the client drops a socket on which no data arrives for 30 seconds. */
export const messageKeepAlive = 103;

export const syncStepOne = 0;
export const syncStepTwo = 1;
export const syncUpdate = 2;

/** `count` is the number of update frames (sync step two and update) received on this connection and committed. */
export function encodeAcknowledgement(count: number): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageAcknowledgement);
  encoding.writeVarUint(encoder, count);
  return encoding.toUint8Array(encoder);
}

/** Reads the count behind the message id. */
export function readAcknowledgement(decoder: decoding.Decoder): number {
  return decoding.readVarUint(decoder);
}

export function encodeKeepAlive(): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageKeepAlive);
  return encoding.toUint8Array(encoder);
}

/** Whether a frame carries text: both ends count exactly these, so that the two counts can be compared. */
export function isUpdateFrame(frame: Uint8Array): boolean {
  return frame.length > 1 && frame[0] === messageSync && (frame[1] === syncStepTwo || frame[1] === syncUpdate);
}
