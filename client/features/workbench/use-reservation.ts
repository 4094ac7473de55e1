import { useEffect } from "react";
import { causedByInput } from "../../lib/activity";
import { createStore } from "../../lib/store";
import { client, queryClient, trpc } from "../../lib/trpc";

/** The next order, set aside for us and loaded already: after a verdict it is on the screen at once. */
export const reservedOrderNo = createStore<string | null>(null);

/** A reservation lasts 120 s; it is renewed while somebody works on the order in hand. */
const RENEW_EVERY_MS = 60_000;
const AFTER_OPENING_MS = 400;
const IN_BACKGROUND = { context: { background: true } };

export function useReservation(working: boolean): void {
  useEffect(() => {
    if (!working) return;
    const renew = () => {
      if (document.visibilityState === "visible" && causedByInput()) void reserve();
    };
    const first = setTimeout(renew, AFTER_OPENING_MS);
    const timer = setInterval(renew, RENEW_EVERY_MS);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [working]);
  useEffect(() => {
    return () => {
      // Another order on the same table keeps the reservation; leaving the workbench gives it back.
      queueMicrotask(() => {
        if (window.location.pathname.startsWith("/orders/") || reservedOrderNo.get() === null) return;
        reservedOrderNo.set(null);
        client.queue.dropReservation.mutate({}, IN_BACKGROUND).catch(() => {});
      });
    };
  }, []);
}

/** Prefetching is a convenience: without it the next order only opens a little later. */
async function reserve(): Promise<void> {
  try {
    const reservation = await client.queue.reserveNext.mutate({}, IN_BACKGROUND);
    reservedOrderNo.set(reservation?.orderNo ?? null);
    if (!reservation) return;
    const { orderNo } = reservation;
    await queryClient.prefetchQuery(
      trpc.orders.get.queryOptions({ orderNo }, { trpc: IN_BACKGROUND, staleTime: RENEW_EVERY_MS }),
    );
  } catch {
    reservedOrderNo.set(null);
  }
}
