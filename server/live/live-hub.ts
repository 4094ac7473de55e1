import type { ChangeNotice } from "#db/ports/order-store";
import type { LiveEvent, OrderMoved } from "#shared/contract/staff-session";
import { claimIsLive, effectiveStatus } from "#shared/domain/order/order";

/** How many moves a reconnecting client may have missed before it is told to reload instead. */
const REMEMBERED = 1_000;
/** A stream whose client reads slower than orders move is told to reload rather than buffered without end. */
const MAX_WAITING = 500;

interface NumberedEvent {
  readonly id: string;
  readonly event: LiveEvent;
}

export interface LiveHub {
  /** Tells every open stream of a committed change. */
  publish(notice: ChangeNotice): void;
  /** Events after `lastEventId`; a foreign or forgotten id starts with RESYNC. Ends when the signal aborts. */
  follow(lastEventId: string | null, signal: AbortSignal): AsyncGenerator<NumberedEvent>;
}

/**
 * The live channel of this process. Ids are `<boot>-<n>`: after a restart an old id is foreign, so that a client
 * reloads once instead of missing what happened in between.
 */
export function createLiveHub(bootId: string): LiveHub {
  const recent: { n: number; moved: OrderMoved }[] = [];
  const listeners = new Set<() => void>();
  let last = 0;

  function position(lastEventId: string | null): number | null {
    if (lastEventId === null) return last;
    const [boot, n] = splitId(lastEventId);
    const oldest = recent[0]?.n ?? last + 1;
    return boot === bootId && n <= last && n >= oldest - 1 ? n : null;
  }

  async function* follow(lastEventId: string | null, signal: AbortSignal): AsyncGenerator<NumberedEvent> {
    let seen = position(lastEventId) ?? -1;
    let wake = () => {};
    const listener = () => wake();
    const aborted = () => wake();
    listeners.add(listener);
    signal.addEventListener("abort", aborted);
    try {
      while (!signal.aborted) {
        // Further behind than we remember is impossible here: MAX_WAITING is smaller than REMEMBERED.
        if (seen < 0 || last - seen > MAX_WAITING) {
          seen = last;
          yield { id: `${bootId}-${last}`, event: { type: "RESYNC" } };
        }
        const next = recent[seen + 1 - (recent[0]?.n ?? 0)];
        if (next !== undefined) {
          seen = next.n;
          yield { id: `${bootId}-${next.n}`, event: { type: "MOVED", moved: next.moved } };
        } else {
          await new Promise<void>((resolve) => {
            wake = resolve;
            if (signal.aborted || last > seen) resolve();
          });
        }
      }
    } finally {
      listeners.delete(listener);
      signal.removeEventListener("abort", aborted);
    }
  }

  return {
    publish(notice) {
      last += 1;
      recent.push({ n: last, moved: moveOf(notice) });
      if (recent.length > REMEMBERED) recent.shift();
      for (const listener of listeners) listener();
    },
    follow,
  };
}

function splitId(id: string): [string, number] {
  const cut = id.lastIndexOf("-");
  const n = Number(id.slice(cut + 1));
  return [id.slice(0, cut), Number.isSafeInteger(n) ? n : -1];
}

function moveOf({ order, atMs }: ChangeNotice): OrderMoved {
  const held = order.status === "UNDER_FIRST_REVIEW" && claimIsLive(order.claim, atMs);
  return {
    orderNo: order.orderNo,
    status: effectiveStatus(order, atMs),
    version: order.version,
    claimedBy: held ? order.claim.holder : null,
    atMs,
  };
}
