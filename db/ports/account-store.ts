import type { StaffRow } from "#shared/contract/staff-session";
import type { Role } from "#shared/domain/staff/role";

export interface StaffAccount extends StaffRow {
  readonly passwordHash: string;
  readonly locale: string;
  readonly failedSignIns: number;
  readonly lockedUntilMs: number | null;
}

export interface SessionRow {
  readonly username: string;
  readonly createdAtMs: number;
  readonly lastSeenAtMs: number;
  readonly expiresAtMs: number;
}

export interface AccountStore {
  staff(username: string): Promise<StaffAccount | null>;
  staffList(): Promise<StaffRow[]>;
  addStaff(account: {
    readonly username: string;
    readonly displayName: string;
    readonly passwordHash: string;
    readonly roles: readonly Role[];
    readonly locale: string;
    readonly nowMs: number;
  }): Promise<void>;
  /** Changes the roles, revokes the person's sessions and writes the audit row in one transaction. */
  setRoles(username: string, roles: readonly Role[], by: string, nowMs: number): Promise<boolean>;
  setLocale(username: string, locale: string): Promise<void>;
  /** Counts a failed sign-in and writes its audit row; answers the count and the lock in force. */
  signInFailed(
    username: string,
    nowMs: number,
    lockAfter: number,
    lockMs: number,
  ): Promise<{ lockedUntilMs: number | null }>;
  /** Resets the counter, stores the session by the hash of its token and writes the audit row. */
  openSession(tokenHash: string, username: string, nowMs: number, expiresAtMs: number): Promise<void>;
  session(tokenHash: string): Promise<SessionRow | null>;
  touchSession(tokenHash: string, nowMs: number): Promise<void>;
  closeSession(tokenHash: string, nowMs: number): Promise<void>;
}

/** A material as the intake keeps it: bytes stored sealed by hash, the row says whose they are. */
export interface MaterialRow {
  readonly sha256: string;
  readonly intakeKey: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly uploadedAtMs: number;
}

export interface IntakeStore {
  /** The intake key's name by the hash of its secret; null when unknown or switched off. */
  intakeKey(secretHash: string): Promise<string | null>;
  addIntakeKey(name: string, secretHash: string, nowMs: number): Promise<void>;
  /** The intake key an order came through; null for orders of a lead. */
  orderIntakeKey(orderNo: string): Promise<string | null>;
  material(sha256: string, intakeKey: string): Promise<MaterialRow | null>;
  /** Media type and size of an order's materials, whoever sent them. */
  orderMaterials(orderNo: string, revisionNo: number): Promise<MaterialRow[]>;
  /** Sent again, the upload counts from now. */
  addMaterial(row: MaterialRow): Promise<void>;
  /** Materials bound to no revision and uploaded before `beforeMs`; removed rows are returned for deletion of the bytes. */
  dropUnboundMaterials(beforeMs: number, limit: number): Promise<MaterialRow[]>;
  /** Whether any intake key's upload still needs these bytes; false: they may be deleted. */
  materialInUse(sha256: string): Promise<boolean>;
  /** Answer stored for an idempotency key of this intake key; null when it is new. */
  idempotentAnswer(
    intakeKey: string,
    key: string,
  ): Promise<{ bodyHash: string; status: number; body: string } | null>;
  /** Status 0 holds the key for a body hash; a row with the same hash then completes it. Anything else changes nothing. */
  storeIdempotentAnswer(row: {
    readonly intakeKey: string;
    readonly key: string;
    readonly bodyHash: string;
    readonly status: number;
    readonly body: string;
    readonly nowMs: number;
  }): Promise<void>;
}
