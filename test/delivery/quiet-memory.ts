import { createDeliveryMemory, type DeliveryMemory } from "#server/bureau/delivery-memory";
import { BUREAU_PROVINCES } from "#shared/contract/bureau-provinces";

/** A delivery loop that has just started, spared the looks into idle provinces other than these. */
export function quietMemory(...watched: readonly string[]): DeliveryMemory {
  const memory = createDeliveryMemory();
  for (const provinceCode of Object.keys(BUREAU_PROVINCES)) {
    if (!watched.includes(provinceCode)) memory.of(provinceCode).idlePollAtMs = Number.POSITIVE_INFINITY;
  }
  return memory;
}
