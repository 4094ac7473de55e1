import { queryClient, trpc } from "../trpc";
import { onLive } from "./live-channel";
import type { MovedOrder } from "./moved";
import { patchLists, renewShortLists } from "./patch-lists";

/** Lists and counts follow the stream, but a busy desk must not refetch them for each of a hundred events. */
const LISTS_EVERY_MS = 2_500;

/** Renews what each event makes stale, and nothing else. Call the result to stop. */
export function followLive(): () => void {
  const renewLists = throttled(() => {
    void queryClient.invalidateQueries(trpc.queue.counts.pathFilter());
    renewShortLists();
    void queryClient.invalidateQueries(trpc.bureau.pathFilter());
    void queryClient.invalidateQueries({ ...trpc.insights.pathFilter(), refetchType: "none" });
  }, LISTS_EVERY_MS);
  const stop = onLive((message) => {
    if (message.type === "MOVED") {
      patchLists(message.order);
      renewOrder(message.order);
    } else if (message.type === "RESYNC") void queryClient.invalidateQueries(trpc.orders.pathFilter());
    else return;
    renewLists.call();
  });
  return () => {
    stop();
    renewLists.cancel();
  };
}

/** An answer that already shows this version, such as that of our own command, is not asked for again. */
function renewOrder(moved: MovedOrder): void {
  const input = { orderNo: moved.orderNo };
  const known = queryClient.getQueryData(trpc.orders.get.queryKey(input));
  if (known && known.version < moved.version) {
    void queryClient.invalidateQueries(trpc.orders.get.queryFilter(input));
  }
  void queryClient.invalidateQueries(trpc.orders.history.queryFilter(input));
}

function throttled(run: () => void, everyMs: number) {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let lastMs = 0;
  return {
    call() {
      if (timer !== null) return;
      const waitMs = Math.max(150, lastMs + everyMs - Date.now());
      timer = setTimeout(() => {
        timer = null;
        lastMs = Date.now();
        run();
      }, waitMs);
    },
    cancel() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}
