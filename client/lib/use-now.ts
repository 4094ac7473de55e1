import { useSyncExternalStore } from "react";
import { serverNowMs } from "./server-clock";

/** One timer per period for the whole page, however many countdowns are on it. */
interface Ticker {
  subscribe(listener: () => void): () => void;
  now(): number;
}

const tickers = new Map<number, Ticker>();

function tickerOf(periodMs: number): Ticker {
  const known = tickers.get(periodMs);
  if (known) return known;
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setInterval> | null = null;
  let nowMs = serverNowMs();
  const tick = () => {
    nowMs = serverNowMs();
    for (const listener of [...listeners]) listener();
  };
  const ticker: Ticker = {
    subscribe(listener) {
      listeners.add(listener);
      if (timer === null) {
        timer = setInterval(tick, periodMs);
        queueMicrotask(tick);
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0 || timer === null) return;
        clearInterval(timer);
        timer = null;
      };
    },
    now: () => nowMs,
  };
  tickers.set(periodMs, ticker);
  return ticker;
}

/** The server's present (UTC ms), renewed every `periodMs`. */
export function useNow(periodMs: number): number {
  const ticker = tickerOf(periodMs);
  return useSyncExternalStore(ticker.subscribe, ticker.now);
}
