import { z } from "zod";
import { ROLES } from "#shared/domain/staff/role";
import type { AccountStore, SessionRow, StaffAccount } from "../ports/account-store";
import { sessions, staff } from "../schema/accounts";
import type { AppendAudit } from "./audit-log";
import { plainEntry } from "./audit-log";
import type { Client } from "./connection";
import { insertInto, query } from "./statements";
import { inTransaction } from "./transaction";

const roles = z.array(z.enum(ROLES));
const list = z.array(z.string()).nullable();

/** Most people a staff list shows. */
const MAX_STAFF = 1000;

/** Staff accounts and sessions; every sign-in, refused sign-in and role change leaves an audit row with its write. */
export function sqliteAccountStore(client: Client, audit: AppendAudit): AccountStore {
  return { ...staffAccounts(client, audit), ...signIns(client, audit) };
}

function staffAccounts(
  client: Client,
  audit: AppendAudit,
): Pick<AccountStore, "staff" | "staffList" | "addStaff" | "setRoles" | "setLocale"> {
  const one = query<[string], StaffDbRow>(client, `SELECT ${STAFF_COLUMNS} FROM staff WHERE username = ?`);
  const all = query<[number], StaffDbRow>(
    client,
    `SELECT ${STAFF_COLUMNS} FROM staff ORDER BY username LIMIT ?`,
  );
  const insert = insertInto(client, staff);
  const changeRoles = query<[string, string], never>(client, "UPDATE staff SET roles = ? WHERE username = ?");
  const changeLocale = query<[string, string], never>(
    client,
    "UPDATE staff SET locale = ? WHERE username = ?",
  );
  const revoke = query<[string], never>(client, "DELETE FROM sessions WHERE username = ?");
  return {
    async staff(username) {
      const row = one().get(username);
      return row === undefined ? null : accountOf(row);
    },
    async staffList() {
      return all()
        .all(MAX_STAFF)
        .map((row) => {
          const { username, displayName, roles, active, provinces, filingTypes } = accountOf(row);
          return { username, displayName, roles, active, provinces, filingTypes };
        });
    },
    async addStaff({ username, displayName, passwordHash, roles, locale, nowMs }) {
      inTransaction(client, () => {
        insert({
          username,
          displayName,
          passwordHash,
          roles: JSON.stringify(roles),
          provinces: null,
          filingTypes: null,
          active: true,
          locale,
          failedSignIns: 0,
          lockedUntilMs: null,
          createdAtMs: nowMs,
        });
        audit(plainEntry(nowMs, "system:accounts", "addStaff", null, { username, roles: [...roles] }));
      });
    },
    async setRoles(username, next, by, nowMs) {
      return inTransaction(client, () => {
        const row = one().get(username);
        if (row === undefined) return false;
        const before = roles.parse(JSON.parse(row.roles));
        changeRoles().run(JSON.stringify(next), username);
        revoke().run(username);
        audit(plainEntry(nowMs, by, "setRoles", null, { username, before, after: [...next] }));
        return true;
      });
    },
    async setLocale(username, locale) {
      changeLocale().run(locale, username);
    },
  };
}

type SignIns = Pick<
  AccountStore,
  "signInFailed" | "openSession" | "session" | "touchSession" | "closeSession"
>;

function signIns(client: Client, audit: AppendAudit): SignIns {
  const failed = query<
    [number, number, number, string],
    { failedSignIns: number; lockedUntilMs: number | null }
  >(
    client,
    `UPDATE staff SET failed_sign_ins = failed_sign_ins + 1,
       locked_until_ms = CASE WHEN failed_sign_ins + 1 >= ? THEN ? + ? ELSE locked_until_ms END
     WHERE username = ? RETURNING failed_sign_ins AS failedSignIns, locked_until_ms AS lockedUntilMs`,
  );
  const reset = query<[string], never>(
    client,
    "UPDATE staff SET failed_sign_ins = 0, locked_until_ms = NULL WHERE username = ?",
  );
  const insert = insertInto(client, sessions);
  const dropExpired = query<[number], never>(client, "DELETE FROM sessions WHERE expires_at_ms <= ?");
  const byToken = query<[string], SessionRow>(
    client,
    `SELECT username, created_at_ms AS createdAtMs, last_seen_at_ms AS lastSeenAtMs, expires_at_ms AS expiresAtMs
     FROM sessions WHERE token_hash = ?`,
  );
  const touch = query<[number, string], never>(
    client,
    "UPDATE sessions SET last_seen_at_ms = max(last_seen_at_ms, ?) WHERE token_hash = ?",
  );
  const close = query<[string], { username: string }>(
    client,
    "DELETE FROM sessions WHERE token_hash = ? RETURNING username",
  );
  return {
    async signInFailed(username, nowMs, lockAfter, lockMs) {
      return inTransaction(client, () => {
        const row = failed().get(lockAfter, nowMs, lockMs, username);
        // What was typed for a name that does not exist may be anything, a password included: it is not kept.
        const actor = row === undefined ? "unknown" : username;
        const lockedUntilMs = row?.lockedUntilMs ?? null;
        const attempts = row?.failedSignIns ?? null;
        audit(plainEntry(nowMs, actor, "signInFailed", null, { attempts, lockedUntilMs }));
        return { lockedUntilMs };
      });
    },
    async openSession(tokenHash, username, nowMs, expiresAtMs) {
      inTransaction(client, () => {
        reset().run(username);
        dropExpired().run(nowMs);
        insert({ tokenHash, username, createdAtMs: nowMs, lastSeenAtMs: nowMs, expiresAtMs });
        audit(plainEntry(nowMs, username, "signIn", null, {}));
      });
    },
    async session(tokenHash) {
      return byToken().get(tokenHash) ?? null;
    },
    async touchSession(tokenHash, nowMs) {
      touch().run(nowMs, tokenHash);
    },
    async closeSession(tokenHash, nowMs) {
      inTransaction(client, () => {
        const row = close().get(tokenHash);
        if (row !== undefined) audit(plainEntry(nowMs, row.username, "signOut", null, {}));
      });
    },
  };
}

const STAFF_COLUMNS = `username, display_name AS displayName, password_hash AS passwordHash, roles, provinces,
  filing_types AS filingTypes, active, locale, failed_sign_ins AS failedSignIns, locked_until_ms AS lockedUntilMs`;

type StaffDbRow = {
  username: string;
  displayName: string;
  passwordHash: string;
  roles: string;
  provinces: string | null;
  filingTypes: string | null;
  active: number;
  locale: string;
  failedSignIns: number;
  lockedUntilMs: number | null;
};

function accountOf(row: StaffDbRow): StaffAccount {
  return {
    ...row,
    roles: roles.parse(JSON.parse(row.roles)),
    provinces: list.parse(JSON.parse(row.provinces ?? "null")),
    filingTypes: list.parse(JSON.parse(row.filingTypes ?? "null")),
    active: row.active === 1,
  };
}
