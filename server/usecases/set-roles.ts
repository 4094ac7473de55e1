import type { z } from "zod";
import type { StaffRow, setRolesInput } from "#shared/contract/staff-session";
import type { StaffActor } from "#shared/domain/order/actor";
import { rolesCompatible } from "#shared/domain/staff/role";
import type { Deps } from "./deps";
import { done, edgeRefuse, type Reply } from "./reply";

/**
 * Gives somebody exactly these roles and ends his sessions, so that the next request is judged by them. Refuses
 * roles that exclude each other, and one's own account: nobody grants himself a right.
 */
export async function setRoles(
  deps: Deps,
  input: z.infer<typeof setRolesInput>,
  actor: StaffActor,
): Promise<Reply<StaffRow>> {
  const roles = [...new Set(input.roles)];
  if (input.username === actor.username) return edgeRefuse("OWN_ROLES");
  if (!rolesCompatible(roles)) return edgeRefuse("ROLES_INCOMPATIBLE");
  const changed = await deps.store.setRoles(input.username, roles, actor.username, deps.now());
  const row = changed ? await deps.store.staff(input.username) : null;
  if (row === null) return edgeRefuse("STAFF_NOT_FOUND");
  const { username, displayName, active, provinces, filingTypes } = row;
  return done({ username, displayName, roles: row.roles, active, provinces, filingTypes });
}
