import type { Logger } from "pino";
import type { Store } from "#db/store";
import type { MaterialVault } from "#server/materials/material-vault";
import type { OrderSettings } from "#shared/domain/order/settings";
import type { Rule } from "#shared/domain/rules/rule";

/** What every use-case may use. Built once in `main.ts`; tests build their own with a fixed clock. */
export interface Deps {
  readonly store: Store;
  /** UTC milliseconds. */
  now(): number;
  /** A fresh time-ordered id (UUIDv7). */
  newId(): string;
  readonly settings: OrderSettings;
  /** The catalogue that orders are judged by; empty where a test is about something else. */
  readonly rules: readonly Rule[];
  readonly materials: MaterialVault;
  readonly log: Logger;
}
