import type { EventData } from "#shared/domain/order/event";
import type { OrderStatus } from "#shared/domain/order/status";
import { CHAIN_START, canonicalJson, chainHash } from "../crypto/chain";
import type { Keyring } from "../crypto/keyring";
import { auditEvents } from "../schema/audit";
import type { Client } from "./connection";
import { insertInto, query } from "./statements";

/** What happened, before it gets its number and its hash. `transition` and statuses belong to order events. */
export interface AuditEntry {
  readonly atMs: number;
  readonly actor: string;
  readonly action: string;
  readonly orderNo: string | null;
  readonly transition: string | null;
  readonly from: OrderStatus | null;
  readonly to: OrderStatus | null;
  readonly data: EventData;
}

/** Appends to the audit trail; call it inside the transaction of what it records. Answers the row's number. */
export type AppendAudit = (entry: AuditEntry) => number;

export function auditLog(client: Client, keyring: Keyring): AppendAudit {
  const head = query<[], { seq: number; hash: Buffer }>(
    client,
    "SELECT seq, hash FROM audit_events WHERE seq = (SELECT max(seq) FROM audit_events)",
  );
  const insert = insertInto(client, auditEvents);
  return (entry) => {
    const last = head().get();
    const seq = (last?.seq ?? 0) + 1;
    const data = canonicalJson(entry.data);
    const hash = chainHash(
      keyring.audit,
      last?.hash ?? CHAIN_START,
      seq,
      canonicalAuditRow({ ...entry, data }),
    );
    insert({
      seq,
      atMs: entry.atMs,
      actor: entry.actor,
      action: entry.action,
      orderNo: entry.orderNo,
      transition: entry.transition,
      fromStatus: entry.from,
      toStatus: entry.to,
      data,
      hash,
    });
    return seq;
  };
}

/** The text of a row that the chain covers: every column but number and hash, `data` as it is stored. */
export function canonicalAuditRow(row: {
  readonly atMs: number;
  readonly actor: string;
  readonly action: string;
  readonly orderNo: string | null;
  readonly transition: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly data: string;
}): string {
  const { atMs, actor, action, orderNo, transition, from, to, data } = row;
  return canonicalJson({ atMs, actor, action, orderNo, transition, from, to, data });
}

/** An entry for something that happened outside the machine of an order. */
export function plainEntry(
  atMs: number,
  actor: string,
  action: string,
  orderNo: string | null,
  data: EventData,
): AuditEntry {
  return { atMs, actor, action, orderNo, transition: null, from: null, to: null, data };
}
