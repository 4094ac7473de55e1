import { useQuery } from "@tanstack/react-query";
import { useSession } from "./session";
import { BACKGROUND, trpc } from "./trpc";
import { useNow } from "./use-now";

const ASK_EVERY_MS = 10_000;

export interface BureauClock {
  /** The bureau's present, UTC ms on its own clock. */
  nowMs: number;
  /** Bureau milliseconds per real one; 1 against a real bureau. */
  factor: number;
}

/**
 * The clock that the bureau's deadlines run on. The simulated bureau of the demo has one of its own and is asked
 * for it; between two answers it is carried on at its speed. Without a simulator the bureau's clock is ours.
 */
export function useBureauClock(periodMs: number): BureauClock {
  const { demo, permissions } = useSession();
  const simulated = demo && permissions.includes("simulator.use");
  const { data, dataUpdatedAt } = useQuery(
    trpc.simulator.status.queryOptions(
      {},
      { enabled: simulated, refetchInterval: ASK_EVERY_MS, retry: false, trpc: BACKGROUND },
    ),
  );
  const nowMs = useNow(periodMs);
  if (!data) return { nowMs, factor: 1 };
  const factor = data.control.clockFactor;
  return { nowMs: data.bureauTimeMs + Math.max(0, Date.now() - dataUpdatedAt) * factor, factor };
}
