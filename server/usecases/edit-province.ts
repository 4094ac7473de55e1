import type { z } from "zod";
import type { editProvinceInput } from "#shared/contract/staff-rules";
import type { StaffActor } from "#shared/domain/order/actor";
import { PROVINCES } from "#shared/domain/provinces/province";
import { switchesSchema } from "#shared/domain/provinces/switches";
import { shanghaiDay } from "#shared/domain/time/working-calendar";
import type { Deps } from "./deps";
import { done, edgeRefuse, type Reply } from "./reply";

/**
 * Gives a switch of a province another value from a day on, with its source; the documented value and every earlier
 * edit stay in the history. Refused: an unknown province, a value of another form, a day that has passed.
 */
export async function editProvince(
  deps: Deps,
  input: z.infer<typeof editProvinceInput>,
  actor: StaffActor,
): Promise<Reply<{ revision: number }>> {
  const { code, key, effectiveFrom, effectiveTo } = input;
  if (!PROVINCES.some((province) => province.code === code)) return edgeRefuse("PROVINCE_NOT_FOUND");
  const value = switchesSchema.shape[key].safeParse(input.value);
  if (!value.success) return edgeRefuse("BAD_SWITCH_VALUE", { key });
  const nowMs = deps.now();
  if (effectiveFrom < shanghaiDay(nowMs)) return edgeRefuse("EFFECTIVE_IN_PAST");
  if (effectiveTo !== null && effectiveTo < effectiveFrom) return edgeRefuse("EFFECTIVE_RANGE");
  const { source, confidence, reason } = input;
  const revision = await deps.store.addProvinceEdit({
    provinceCode: code,
    key,
    value: value.data,
    source,
    confidence,
    effectiveFrom,
    effectiveTo,
    reason,
    changedBy: actor.username,
    changedAtMs: nowMs,
  });
  return done({ revision });
}
