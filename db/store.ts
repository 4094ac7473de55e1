import type { AccountStore, IntakeStore } from "./ports/account-store";
import type { DeliveryStore } from "./ports/delivery-store";
import type { AuditStore, ListStore } from "./ports/list-store";
import type { OrderStore } from "./ports/order-store";
import type { RuleStore } from "./ports/rule-store";

/**
 * Everything the server may ask of a database. Nothing above this port knows which engine answers: no transaction
 * leaves it, ids are text, times are UTC milliseconds, lists are keyset-paged. A PostgreSQL store is one more
 * implementation of this interface.
 */
export interface Store
  extends OrderStore,
    ListStore,
    AuditStore,
    DeliveryStore,
    AccountStore,
    IntakeStore,
    RuleStore {
  /** True when a trivial write transaction succeeds and the migrations are current. */
  ready(): Promise<boolean>;
  /** Finishes the write-ahead log and closes every connection; further calls fail. */
  close(): Promise<void>;
}
