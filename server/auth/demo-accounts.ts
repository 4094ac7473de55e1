import type { Role } from "#shared/domain/staff/role";
import type { Deps } from "../usecases/deps";
import type { Passwords } from "./passwords";

/** The demo's password is printed at every start; a configuration that strangers can reach refuses DEMO. */
export const DEMO_PASSWORD = "demo-Passw0rd!";

export interface DemoAccount {
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
}

/** The demo accounts of contracts.md §1. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { username: "reviewer1", displayName: "初审员 1", role: "REVIEWER" },
  { username: "reviewer2", displayName: "初审员 2", role: "REVIEWER" },
  { username: "reviewer3", displayName: "初审员 3", role: "REVIEWER" },
  { username: "reviewer4", displayName: "初审员 4", role: "REVIEWER" },
  { username: "reviewer5", displayName: "初审员 5", role: "REVIEWER" },
  { username: "reviewer6", displayName: "初审员 6", role: "REVIEWER" },
  { username: "lead1", displayName: "初审组长", role: "LEAD" },
  { username: "manager1", displayName: "运营经理", role: "MANAGER" },
  { username: "admin1", displayName: "系统管理员", role: "ADMIN" },
  { username: "security1", displayName: "安全管理员", role: "SECURITY_ADMIN" },
  { username: "auditor1", displayName: "审计员", role: "AUDITOR" },
];

/** Creates the demo accounts that are missing; existing ones keep their roles and passwords. */
export async function createDemoAccounts(
  deps: Pick<Deps, "store" | "now">,
  passwords: Pick<Passwords, "hash">,
): Promise<void> {
  for (const { username, displayName, role } of DEMO_ACCOUNTS) {
    if ((await deps.store.staff(username)) !== null) continue;
    const passwordHash = await passwords.hash(DEMO_PASSWORD);
    await deps.store.addStaff({
      username,
      displayName,
      passwordHash,
      roles: [role],
      locale: "zh-CN",
      nowMs: deps.now(),
    });
  }
}
