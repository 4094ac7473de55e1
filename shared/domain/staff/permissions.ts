import type { Role } from "./role";

/** What a signed-in person may ask for. Every procedure names exactly one of these. */
export const PERMISSIONS = [
  "queue.read",
  "orders.read",
  "orders.review",
  "orders.reveal",
  "orders.lead",
  "bureau.read",
  "bureau.operate",
  "insights.read",
  "audit.read",
  "staff.read",
  "staff.manage",
  "rules.read",
  "rules.manage",
  "templates.edit",
  "templates.release",
  "simulator.use",
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/**
 * The one table of who may do what, read by the server to refuse and by the client to hide.
 * Managers read orders masked and never reveal; administrators see no orders at all (contracts.md §1).
 */
const GRANTS: Record<Role, readonly Permission[]> = {
  REVIEWER: [
    "queue.read",
    "orders.read",
    "orders.review",
    "orders.reveal",
    "bureau.read",
    "rules.read",
    "simulator.use",
  ],
  LEAD: [
    "queue.read",
    "orders.read",
    "orders.review",
    "orders.reveal",
    "orders.lead",
    "bureau.read",
    "bureau.operate",
    "insights.read",
    "staff.read",
    "rules.read",
    "templates.edit",
    "templates.release",
    "simulator.use",
  ],
  MANAGER: [
    "queue.read",
    "orders.read",
    "bureau.read",
    "insights.read",
    "staff.read",
    "rules.read",
    "simulator.use",
  ],
  ADMIN: ["staff.read", "staff.manage", "rules.read", "rules.manage", "templates.release"],
  SECURITY_ADMIN: ["staff.read"],
  AUDITOR: ["audit.read"],
};

/** All permissions of a set of roles, in the order of `PERMISSIONS`. */
export function permissionsOf(roles: readonly Role[]): Permission[] {
  return PERMISSIONS.filter((permission) => roles.some((role) => GRANTS[role].includes(permission)));
}

export function may(roles: readonly Role[], permission: Permission): boolean {
  return roles.some((role) => GRANTS[role].includes(permission));
}
