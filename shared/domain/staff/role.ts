/**
 * Staff roles (contracts.md §1). The three administrators (ADMIN, SECURITY_ADMIN, AUDITOR) exclude each other,
 * so that nobody can both grant himself a right and tidy up the trail of it (assurance.md §3).
 */
export const ROLES = ["REVIEWER", "LEAD", "MANAGER", "ADMIN", "SECURITY_ADMIN", "AUDITOR"] as const;
export type Role = (typeof ROLES)[number];

const EXCLUSIVE: readonly Role[] = ["ADMIN", "SECURITY_ADMIN", "AUDITOR"];

/** Whether one person may hold these roles together: at most one of the administrators, and that one alone. */
export function rolesCompatible(roles: readonly Role[]): boolean {
  const exclusive = roles.filter((role) => EXCLUSIVE.includes(role));
  return exclusive.length === 0 || (exclusive.length === 1 && roles.length === 1);
}
