import type { z } from "zod";
import type { addBlacklistInput, removeBlacklistInput } from "#shared/contract/staff-rules";
import type { StaffActor } from "#shared/domain/order/actor";
import type { Deps } from "./deps";
import { done, edgeRefuse, type Reply } from "./reply";

type Answer = Promise<Reply<{ revision: number }>>;

/** Puts an entity, domain or person on our blacklist. Refused: what stands there already. */
export async function addToBlacklist(
  deps: Deps,
  input: z.infer<typeof addBlacklistInput>,
  actor: StaffActor,
): Answer {
  const change = { ...input, changedBy: actor.username, changedAtMs: deps.now() };
  const revision = await deps.store.addBlacklistEntry(change);
  return revision === null ? edgeRefuse("BLACKLIST_DUPLICATE") : done({ revision });
}

/** Takes an entry off; that it stood there, and why it went, stays in the audit trail. */
export async function removeFromBlacklist(
  deps: Deps,
  { id, reason }: z.infer<typeof removeBlacklistInput>,
  actor: StaffActor,
): Answer {
  const change = { reason, changedBy: actor.username, changedAtMs: deps.now() };
  const revision = await deps.store.removeBlacklistEntry(id, change);
  return revision === null ? edgeRefuse("BLACKLIST_NOT_FOUND") : done({ revision });
}
