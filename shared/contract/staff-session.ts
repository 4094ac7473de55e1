import { z } from "zod";
import type { Permission } from "../domain/staff/permissions";
import { ROLES, type Role } from "../domain/staff/role";

/** Sign-in, session and staff parts of the staff API (contracts.md §3). */

export const LOCALES = ["zh-CN", "en-US"] as const;
export type Locale = (typeof LOCALES)[number];

export const signInInput = z.strictObject({
  username: z.string().min(1).max(64),
  password: z.string().min(1).max(256),
});

export interface SessionInfo {
  username: string;
  displayName: string;
  roles: Role[];
  permissions: Permission[];
  locale: Locale;
  /** True when demo data, demo accounts and the embedded simulator are switched on. */
  demo: boolean;
}

export const setLocaleInput = z.strictObject({ locale: z.enum(LOCALES) });

export const setRolesInput = z.strictObject({
  username: z.string().min(1).max(64),
  roles: z.array(z.enum(ROLES)).min(1).max(ROLES.length),
  requestId: z.string().min(8).max(64),
});

export interface StaffRow {
  username: string;
  displayName: string;
  roles: Role[];
  active: boolean;
  provinces: string[] | null;
  filingTypes: string[] | null;
}

/** What the live channel carries: which order moved, and where it is now. Nothing personal. */
export interface OrderMoved {
  orderNo: string;
  status: string;
  version: number;
  claimedBy: string | null;
  atMs: number;
}

/** What the live channel carries. RESYNC: moves were missed (restart, long pause); reload what is shown. */
export type LiveEvent = { readonly type: "MOVED"; readonly moved: OrderMoved } | { readonly type: "RESYNC" };

export const streamInput = z.strictObject({ lastEventId: z.string().max(80).nullish() }).optional();

/** A colleague one can hand an order over to. */
export interface ReviewerName {
  username: string;
  displayName: string;
  lead: boolean;
}
