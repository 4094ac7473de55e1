import type { Application } from "../filing/application";
import type { Verdict } from "../review/verdict";
import type { OverrideBy } from "../rules/rule";
import type { Role } from "../staff/role";
import type { Actor } from "./actor";
import type { OrderEvent } from "./event";
import type { Order } from "./order";
import type { OutboxMessage } from "./outbox";
import type { Refusal } from "./refusal";
import type { OrderSettings } from "./settings";

/** A colleague as the machine needs to know him: may he review this type in this province? null = no restriction. */
export interface Assignee {
  readonly username: string;
  readonly active: boolean;
  readonly roles: readonly Role[];
  readonly provinces: readonly string[] | null;
  readonly filingTypes: readonly string[] | null;
}

/** A blocking finding of gate REVIEW that stands in the way of an approval, and who may set it aside. */
export interface UnresolvedBlock {
  readonly ruleId: string;
  readonly fieldPath: string;
  readonly override: OverrideBy;
}

/** Looked-up facts, read by the store in the same transaction as the order itself. */
export interface Facts {
  /** Other open orders of the same account or entity. */
  readonly openOrderNos: readonly string[];
  /** Whether the account that would receive a transfer already has an entity (T48). */
  readonly targetAccountHasEntity: boolean;
  /** Orders that the acting reviewer holds at this moment. */
  readonly liveClaims: number;
  /** The colleague named by assign, hand-over, reassign or escalate; null when unknown or not asked for. */
  readonly assignee: Assignee | null;
  readonly blocks: readonly UnresolvedBlock[];
  /** Version of the findings now stored; null while the order has none. */
  readonly findingsVersion: string | null;
}

export const NO_FACTS: Facts = {
  openOrderNos: [],
  targetAccountHasEntity: false,
  liveClaims: 0,
  assignee: null,
  blocks: [],
  findingsVersion: null,
};

/** Everything a decision depends on besides the order and the command. */
export interface DecideContext {
  readonly actor: Actor;
  readonly nowMs: number;
  readonly settings: OrderSettings;
  readonly facts: Facts;
  /** The version the person decided on; null where nobody looked at one (machines, the customer's system). */
  readonly expectedVersion: number | null;
  /** The findings the reviewer saw; null = not stated. */
  readonly expectedFindingsVersion: string | null;
}

/** Text that must be sealed with the order's data key, beside the row that needs it. */
export type SealedWrite =
  | { readonly type: "REVISION"; readonly revisionNo: number; readonly application: Application }
  | {
      readonly type: "VERDICT";
      readonly verdict: Verdict;
      readonly round: number;
      readonly revisionNo: number;
      readonly decidedBy: string;
      readonly decidedAtMs: number;
      readonly claimedAtMs: number;
    }
  | { readonly type: "NOTE"; readonly author: string; readonly atMs: number; readonly text: string };

/** What a command leads to: written together or not at all (P2). */
export interface Decision {
  readonly kind: "DECISION";
  readonly next: Order;
  readonly events: readonly OrderEvent[];
  readonly outbox: readonly OutboxMessage[];
  /** Groups of still pending outbox messages of this order that must not go out any more. */
  readonly cancelGroups: readonly string[];
  readonly writes: readonly SealedWrite[];
}

export type Outcome = Decision | Refusal;
