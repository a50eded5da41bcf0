/**
 * The connection of one editor with the live text: it counts what is sent against what is acknowledged, holds back what
 * arrives while an input method composes, and says why it ended.
 */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { WebsocketProvider } from "y-websocket";
import type * as Y from "yjs";
import {
  isUpdateFrame,
  messageAcknowledgement,
  messageKeepAlive,
  messageSync,
  readAcknowledgement,
  syncStepTwo,
} from "../../protocol/messages.ts";
import { SavingTracker } from "./saving.ts";

export type ConnectionState =
  | { state: "connecting" }
  | { state: "live" }
  /** Lost for now; `code` is the close code, 1006 when the network says nothing. */
  | { state: "away"; code: number }
  /** Ended for good by the server. */
  | { state: "closed"; code: number };

/** Back-off has no chance in it: without this all copies would come back at the same moment after a restart. */
const backoffMilliseconds = { min: 2_000, spread: 4_000 };
/** A composition that has ended may begin anew at once, and its last change arrives a moment late. */
const afterCompositionMilliseconds = 60;

/** A socket that tells of each frame of text that it sends. */
function countingSocket(tracker: SavingTracker, onOpen: () => void): typeof WebSocket {
  return class extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols);
      this.addEventListener("open", onOpen);
    }

    override send(data: string | ArrayBufferLike | Blob | ArrayBufferView<ArrayBuffer>): void {
      if (data instanceof Uint8Array && isUpdateFrame(data)) tracker.sent(data[1] === syncStepTwo);
      super.send(data);
    }

    /** A page that is left at once leaves a socket that is still opening: cutting it then is a fault in the browser's eyes. */
    override close(code?: number, reason?: string): void {
      if (this.readyState === WebSocket.CONNECTING) this.addEventListener("open", () => super.close(code, reason));
      else super.close(code, reason);
    }
  };
}

export class LiveConnection {
  readonly provider: WebsocketProvider;
  readonly tracker = new SavingTracker(Date.now);
  state: ConnectionState = { state: "connecting" };
  private readonly held: Uint8Array[] = [];

  /**
   * `isComposing` is asked before each change is taken, `beforeTaking` told when it will be; `onChange` is told of every
   * change of state.
   */
  constructor(
    private readonly doc: Y.Doc,
    socketUrl: string,
    roomName: string,
    private readonly isComposing: () => boolean,
    private readonly onChange: () => void,
    private readonly onSaved: () => void,
    private readonly beforeTaking: () => void,
  ) {
    this.provider = new WebsocketProvider(socketUrl, roomName, doc, {
      disableBc: true,
      maxBackoffTime: backoffMilliseconds.min + Math.random() * backoffMilliseconds.spread,
      // The count must begin anew before the first frame of a connection leaves.
      WebSocketPolyfill: countingSocket(this.tracker, () => this.tracker.opened()),
    });
    this.handleMessages();
    this.provider.on("status", ({ status }) => this.noticeStatus(status));
    this.provider.on("connection-close", (event) => {
      this.tracker.closed();
      this.state = { state: "away", code: event?.code ?? 1006 };
      onChange();
    });
    this.provider.on("closed", ({ code }) => {
      this.state = { state: "closed", code };
      this.tracker.closed();
      onChange();
    });
    doc.on("update", this.noticeEdit);
  }

  destroy(): void {
    this.doc.off("update", this.noticeEdit);
    this.provider.destroy();
  }

  /** Called when an input method has ended composing: what was held back is taken in. */
  release = (): void => {
    setTimeout(() => {
      if (this.isComposing()) return;
      for (const message of this.held.splice(0)) this.take(message);
    }, afterCompositionMilliseconds);
  };

  private noticeEdit = (_update: Uint8Array, origin: unknown): void => {
    if (origin === this.provider) return;
    this.tracker.edited();
    this.onChange();
  };

  private noticeStatus(status: "connected" | "disconnected" | "connecting"): void {
    // That a try to come back has begun is no news to a person who reads that the connection is away.
    if (status !== "connected") return;
    this.state = { state: "live" };
    this.onChange();
  }

  private handleMessages(): void {
    const handlers = this.provider.messageHandlers;
    const takeSync = handlers[messageSync]!;
    handlers[messageSync] = (encoder, decoder, provider, emitSynced, type) => {
      if (this.isComposing() || this.held.length > 0) {
        this.held.push(decoding.readTailAsUint8Array(decoder));
        return;
      }
      this.beforeTaking();
      takeSync(encoder, decoder, provider, emitSynced, type);
    };
    this.takeSync = takeSync;
    handlers[messageKeepAlive] = () => undefined;
    handlers[messageAcknowledgement] = (_encoder, decoder) => {
      if (this.tracker.acknowledged(readAcknowledgement(decoder))) this.onSaved();
      this.onChange();
    };
  }

  private takeSync: WebsocketProvider["messageHandlers"][number] = () => undefined;

  private take(message: Uint8Array): void {
    const encoder = encoding.createEncoder();
    this.beforeTaking();
    this.takeSync(encoder, decoding.createDecoder(message), this.provider, true, messageSync);
    const answer = encoding.toUint8Array(encoder);
    if (answer.length > 1 && this.provider.wsconnected) this.provider.ws?.send(answer);
  }
}
