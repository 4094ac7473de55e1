import type { Role } from "#shared/domain/staff/role";

/** The accounts of the demo (contracts.md §1); outside the demo they do not exist. */
export const DEMO_ACCOUNTS: readonly { username: string; role: Role }[] = [
  { username: "reviewer1", role: "REVIEWER" },
  { username: "lead1", role: "LEAD" },
  { username: "manager1", role: "MANAGER" },
  { username: "admin1", role: "ADMIN" },
  { username: "auditor1", role: "AUDITOR" },
];

export const DEMO_PASSWORD = "demo-Passw0rd!";
