/**
 * Messages as they go over the wire. What many sockets are told is framed once and the same bytes are written to each:
 * a server's frames carry no mask, so they are the same for all. In a room of a hundred this is most of the time
 * between an edit and the last reader.
 */

/** One binary websocket message, whole and unmasked (RFC 6455, 5.2). */
export function frameMessage(message: Uint8Array): Buffer {
  const { length } = message;
  const headBytes = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(headBytes + length);
  frame[0] = 0x82;
  if (headBytes === 2) frame[1] = length;
  else if (headBytes === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.set(message, headBytes);
  return frame;
}
