import { isUnauthorized } from "../refusal";
import { sessionExpired } from "../session";
import { createStore } from "../store";
import { client } from "../trpc";
import { type LiveMessage, liveMessage } from "./moved";

/**
 * One event stream for all tabs of a browser. HTTP/1.1 allows six connections to a host; a stream in each of eight
 * tabs would leave none for the work. The tab that holds the lock streams and forwards to the others; when it
 * closes, the lock passes on, and everybody looks again because events may have been missed in between.
 */
const NAME = "icp-live";
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** Waiting longer than this for the lock means that another tab streamed before us. */
const TOOK_OVER_AFTER_MS = 2_000;

export const liveConnected = createStore(false);

type Listener = (message: LiveMessage) => void;
const listeners = new Set<Listener>();

/** Follows the channel; call the result to stop. */
export function onLive(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function dispatch(message: LiveMessage): void {
  if (message.type === "STATE") liveConnected.set(message.connected);
  for (const listener of [...listeners]) listener(message);
}

/** Joins the channel for as long as somebody is signed in; call the result to leave it. */
export function startLive(): () => void {
  const stop = new AbortController();
  const channel = new BroadcastChannel(NAME);
  const startedMs = Date.now();
  let streaming = false;
  const share = (message: LiveMessage) => {
    if (stop.signal.aborted) return;
    dispatch(message);
    channel.postMessage(message);
  };
  channel.onmessage = (event: MessageEvent<unknown>) => {
    const message = liveMessage.safeParse(event.data);
    if (!message.success) return;
    if (message.data.type !== "ASK") dispatch(message.data);
    else if (streaming) channel.postMessage({ type: "STATE", connected: liveConnected.get() });
  };
  channel.postMessage({ type: "ASK" });
  navigator.locks
    .request(NAME, { signal: stop.signal }, async () => {
      streaming = true;
      if (Date.now() - startedMs > TOOK_OVER_AFTER_MS) share({ type: "RESYNC" });
      await keepStreaming(share, stop.signal);
    })
    .catch(() => {
      // Left the channel while still waiting for the lock.
    });
  return () => {
    stop.abort();
    channel.close();
    liveConnected.set(false);
  };
}

async function keepStreaming(share: (message: LiveMessage) => void, signal: AbortSignal): Promise<void> {
  let pauseMs = FIRST_PAUSE_MS;
  while (!signal.aborted) {
    const worked = await streamOnce(share, signal);
    share({ type: "STATE", connected: false });
    if (signal.aborted) return;
    pauseMs = worked ? FIRST_PAUSE_MS : Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    await pause(pauseMs, signal);
    share({ type: "RESYNC" });
  }
}

/** Streams until the line ends for good; true when it carried anything. Short breaks are mended by the link. */
function streamOnce(share: (message: LiveMessage) => void, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    let worked = false;
    let broken = false;
    const subscription = client.events.stream.subscribe(undefined, {
      onStarted() {
        worked = true;
        share({ type: "STATE", connected: true });
        if (broken) share({ type: "RESYNC" });
        broken = false;
      },
      onConnectionStateChange(state) {
        if (state.state !== "connecting" || !worked) return;
        broken = true;
        share({ type: "STATE", connected: false });
      },
      onData({ data }) {
        const message = liveMessage.safeParse(
          data.type === "MOVED" ? { type: "MOVED", order: data.moved } : data,
        );
        if (message.success) share(message.data);
      },
      onError(error) {
        if (isUnauthorized(error)) sessionExpired.set(true);
        resolve(worked);
      },
      onComplete: () => resolve(worked),
    });
    const leave = () => {
      subscription.unsubscribe();
      resolve(worked);
    };
    if (signal.aborted) leave();
    else signal.addEventListener("abort", leave, { once: true });
  });
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
