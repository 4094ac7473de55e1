import type { z } from "zod";
import type { addAuthCodeInput } from "#shared/contract/staff-rules";
import type { StaffActor } from "#shared/domain/order/actor";
import type { Deps } from "./deps";

/** Puts an unused authorisation code into our store; one that is known already is replaced. Audited. */
export async function addAuthCode(
  deps: Deps,
  input: z.infer<typeof addAuthCodeInput>,
  actor: StaffActor,
): Promise<{ revision: number }> {
  const change = { changedBy: actor.username, changedAtMs: deps.now() };
  return { revision: await deps.store.addAuthCode({ ...input, used: false, ...change }) };
}
