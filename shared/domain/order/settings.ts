const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The tunable limits of the state machine; a configuration value, never read from a global. */
export interface OrderSettings {
  /** How long a verdict can be taken back, and for how long nothing of it leaves (T53). */
  readonly undoWindowMs: number;
  /** Idle time after which a claim is released (T08). */
  readonly leaseMs: number;
  /** Longest hold (T16). */
  readonly holdMaxMs: number;
  /** How long a customer may take to confirm a cancellation or deregistration (T24). */
  readonly confirmationTtlMs: number;
  /** How long a returned order is kept (T22; Tencent keeps rejected orders for 45 days). */
  readonly rejectedTtlMs: number;
  /** Orders one account may hold at once. */
  readonly claimLimit: number;
  /** When the domain of an ADD_ACCESS order may be resolved to us: the seed contradicts itself (domain.md §2.2). */
  readonly accessGrantAt: "FIRST_REVIEW" | "FILED";
}

export const DEFAULT_ORDER_SETTINGS: OrderSettings = {
  undoWindowMs: 10_000,
  leaseMs: 30 * MINUTE,
  holdMaxMs: 30 * DAY,
  confirmationTtlMs: 15 * DAY,
  rejectedTtlMs: 45 * DAY,
  claimLimit: 200,
  accessGrantAt: "FIRST_REVIEW",
};
