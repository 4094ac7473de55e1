import { z } from "zod";
import { CANCEL_ORIGINS, ENTITY_ORIGINS, type FilingKind } from "../filing/filing-type";

/**
 * The filing order as the state machine sees it: one union member per distinct shape, no optional fields.
 * The schemas are the parser of the stored row (the only place where a row becomes an order).
 * The document itself is not part of it: it is sealed per revision and read only where it is needed.
 */

const filingKindSchema: z.ZodType<FilingKind> = z.union([
  z.strictObject({ type: z.enum(["ADD_ACCESS", "ADD_SERVICE"]), origin: z.enum(ENTITY_ORIGINS) }),
  z.strictObject({ type: z.literal("CANCEL_ACCESS"), origin: z.enum(CANCEL_ORIGINS) }),
  z.strictObject({
    type: z.enum([
      "FIRST_FILING",
      "CHANGE_ENTITY",
      "CHANGE_SERVICE",
      "CHANGE_BOTH",
      "DEREGISTER_ENTITY",
      "DEREGISTER_SERVICE",
      "CLAIM",
      "TRANSFER",
    ]),
    origin: z.null(),
  }),
]);

const ms = z.number().int();

/** First-review clock (domain.md §3.4): the published one never pauses; `pausedMs` is taken off the internal one. */
const clockSchema = z.strictObject({
  startedAtMs: ms,
  dueAtMs: ms,
  /** True when a day in between falls into a year without an announced calendar. */
  estimated: z.boolean(),
  pausedMs: z.number().int().min(0),
});
export type ReviewClock = z.infer<typeof clockSchema>;

export const HOLD_REASONS = ["CALL_BACK", "VIDEO_VERIFICATION", "INTERNAL"] as const;
const holdSchema = z.strictObject({ reason: z.enum(HOLD_REASONS), sinceMs: ms, untilMs: ms });
export type Hold = z.infer<typeof holdSchema>;

const returnToSchema = z.enum(["PENDING_FIRST_REVIEW", "REVISED_PENDING_REVIEW"]);

/** A live lease runs out by itself; on hold it is suspended and cannot (T08, T16). */
const leaseSchema = z.discriminatedUnion("state", [
  z.strictObject({ state: z.literal("LIVE"), untilMs: ms }),
  z.strictObject({ state: z.literal("SUSPENDED"), hold: holdSchema }),
]);

const claimSchema = z.strictObject({
  holder: z.string(),
  claimedAtMs: ms,
  returnTo: returnToSchema,
  escalated: z.boolean(),
  lease: leaseSchema,
});
export type Claim = z.infer<typeof claimSchema>;

/** What `undoVerdict` needs to put the order back exactly as it was (T53). */
const undoSchema = z.strictObject({
  verdictId: z.string(),
  decidedBy: z.string(),
  untilMs: ms,
  claimedAtMs: ms,
  returnTo: returnToSchema,
  escalated: z.boolean(),
  clock: clockSchema,
  previousReviewer: z.string().nullable(),
});
export type Undo = z.infer<typeof undoSchema>;

const filingNumbersSchema = z.strictObject({ entity: z.string().nullable(), services: z.array(z.string()) });
export type FilingNumbers = z.infer<typeof filingNumbersSchema>;

const core = {
  orderNo: z.string(),
  kind: filingKindSchema,
  accountId: z.string(),
  provinceCode: z.string(),
  version: z.number().int().min(1),
  /** Number of the newest stored revision of the document, from 1. */
  revisionNo: z.number().int().min(1),
  /** How often the order entered the review queue; 0 while it never did. */
  round: z.number().int().min(0),
  /** Instant of the latest submission to first review; null while it never was submitted. */
  submittedAtMs: ms.nullable(),
  /** Last number given to a push; the next push takes one more, a retry of an unknown outcome the same. */
  submissionNo: z.number().int().min(0),
  previousReviewer: z.string().nullable(),
  /** The lead who created a forced cancellation; he may not review it (four eyes, T47). */
  createdBy: z.string().nullable(),
  /** Whether the customer's confirmation of this submission is stored (T23). */
  confirmed: z.boolean(),
};

export const orderSchema = z.discriminatedUnion("status", [
  z.strictObject({ ...core, status: z.literal("DRAFT") }),
  z.strictObject({
    ...core,
    status: z.enum(["PENDING_FIRST_REVIEW", "REVISED_PENDING_REVIEW"]),
    clock: clockSchema,
    /** Until then a revised order waits for `previousReviewer`; null = it is anybody's. */
    preferredUntilMs: ms.nullable(),
  }),
  z.strictObject({
    ...core,
    status: z.literal("UNDER_FIRST_REVIEW"),
    clock: clockSchema,
    preferredUntilMs: ms.nullable(),
    claim: claimSchema,
  }),
  z.strictObject({
    ...core,
    status: z.enum(["FIRST_REVIEW_REJECTED", "NEEDS_REVISION"]),
    returnedAtMs: ms,
    /** When the order is given up if nothing happens (T22). */
    expiresAtMs: ms,
    undo: undoSchema.nullable(),
  }),
  z.strictObject({
    ...core,
    status: z.literal("AWAITING_CUSTOMER_CONFIRMATION"),
    expiresAtMs: ms,
    undo: undoSchema.nullable(),
  }),
  z.strictObject({
    ...core,
    status: z.literal("PENDING_BUREAU_SUBMISSION"),
    approvedAtMs: ms,
    undo: undoSchema.nullable(),
  }),
  z.strictObject({
    ...core,
    status: z.literal("SUBMITTING_TO_BUREAU"),
    expectsSms: z.boolean(),
    sinceMs: ms,
    /** First unanswered attempt of this push; null while the outcome is not in doubt (T54). */
    unknownSinceMs: ms.nullable(),
  }),
  z.strictObject({ ...core, status: z.literal("MIIT_DOMAIN_CHECK"), expectsSms: z.boolean(), sinceMs: ms }),
  z.strictObject({
    ...core,
    status: z.literal("SMS_PENDING"),
    sinceMs: ms,
    /** Bureau time by which every code must be verified; null until the first code was sent (T34). */
    deadlineMs: ms.nullable(),
  }),
  z.strictObject({ ...core, status: z.literal("UNDER_BUREAU_REVIEW"), sinceMs: ms }),
  z.strictObject({
    ...core,
    status: z.enum(["MIIT_RETURNED", "SMS_RETURNED", "BUREAU_REJECTED"]),
    returnedAtMs: ms,
    /** Stable reason: `JGDM_1003`, `DOMAIN_CHECK`, `SMS_TIMED_OUT`, `SMS_LOCKED`. */
    cause: z.string(),
    /** The bureau's own words, shown to reviewer and customer. */
    opinion: z.string(),
  }),
  z.strictObject({
    ...core,
    status: z.enum(["FILED", "CANCELLED_ACCESS", "DEREGISTERED"]),
    endedAtMs: ms,
    filingNumbers: filingNumbersSchema,
  }),
  z.strictObject({ ...core, status: z.literal("CLAIMED"), endedAtMs: ms, undo: undoSchema.nullable() }),
  z.strictObject({ ...core, status: z.enum(["TRANSFERRED", "ABANDONED"]), endedAtMs: ms }),
]);
export type Order = z.infer<typeof orderSchema>;

/** An order in one of the given statuses: the member of the union with that shape. */
export type OrderIn<S extends Order["status"]> = Order extends infer O
  ? O extends { status: infer T }
    ? [S] extends [T]
      ? O
      : never
    : never
  : never;

/** The fields every shape shares: what a transition carries from one status to the next. */
export type OrderCore = Omit<OrderIn<"DRAFT">, "status">;

export function coreOf(order: Order): OrderCore {
  return {
    orderNo: order.orderNo,
    kind: order.kind,
    accountId: order.accountId,
    provinceCode: order.provinceCode,
    version: order.version,
    revisionNo: order.revisionNo,
    round: order.round,
    submittedAtMs: order.submittedAtMs,
    submissionNo: order.submissionNo,
    previousReviewer: order.previousReviewer,
    createdBy: order.createdBy,
    confirmed: order.confirmed,
  };
}

/** Whether the claim still protects its holder. A lease ends the moment it expires, sweeper or not (P3). */
export function claimIsLive(claim: Claim, nowMs: number): boolean {
  return claim.lease.state === "SUSPENDED" || nowMs < claim.lease.untilMs;
}

/** The claim that is live now, or null: not under review, or the lease has run out. */
export function liveClaim(order: Order, nowMs: number): Claim | null {
  return order.status === "UNDER_FIRST_REVIEW" && claimIsLive(order.claim, nowMs) ? order.claim : null;
}

/** The next instant at which time alone moves this order (T22, T24, end of a hold in T51); null = never. */
export function timerAtMs(order: Order): number | null {
  switch (order.status) {
    case "UNDER_FIRST_REVIEW":
      return order.claim.lease.state === "SUSPENDED" ? order.claim.lease.hold.untilMs : null;
    case "FIRST_REVIEW_REJECTED":
    case "NEEDS_REVISION":
    case "AWAITING_CUSTOMER_CONFIRMATION":
      return order.expiresAtMs;
    default:
      return null;
  }
}

/** Status as everybody sees it now: an order whose lease ran out is back where it came from (T08). */
export function effectiveStatus(order: Order, nowMs: number): Order["status"] {
  if (order.status !== "UNDER_FIRST_REVIEW") return order.status;
  return claimIsLive(order.claim, nowMs) ? order.status : order.claim.returnTo;
}
