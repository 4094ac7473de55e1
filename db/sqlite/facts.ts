import { z } from "zod";
import type { Assignee, Facts, UnresolvedBlock } from "#shared/domain/order/decision";
import { NO_FACTS } from "#shared/domain/order/decision";
import { ROLES } from "#shared/domain/staff/role";
import type { Keyring } from "../crypto/keyring";
import type { Lookup } from "../ports/order-store";
import { certificateToken } from "./certificate-token";
import type { Client } from "./connection";
import { query } from "./statements";

const rolesText = z.array(z.enum(ROLES));
const listText = z.array(z.string()).nullable();

/** Reads the facts a decision asks for. `target` is the order itself: it never stands in its own way. */
export type ReadFacts = (lookup: Lookup, target: string | null, nowMs: number) => Facts;

export function factReader(client: Client, keyring: Keyring): ReadFacts {
  const openOfAccount = query<[string], { orderNo: string }>(
    client,
    "SELECT order_no AS orderNo FROM orders WHERE account_id = ? AND is_open = 1",
  );
  const openOfEntity = query<[string], { orderNo: string }>(
    client,
    "SELECT order_no AS orderNo FROM orders WHERE entity_token = ? AND is_open = 1",
  );
  const filedEntity = query<[string], { orderNo: string }>(
    client,
    "SELECT order_no AS orderNo FROM filings WHERE account_id = ?",
  );
  const liveClaims = query<[string, number], { claims: number }>(
    client,
    "SELECT count(*) AS claims FROM leases WHERE holder = ? AND (until_ms IS NULL OR until_ms > ?)",
  );
  const person = query<[string], PersonRow>(
    client,
    "SELECT username, active, roles, provinces, filing_types AS filingTypes FROM staff WHERE username = ?",
  );

  const findingsVersion = query<[string], { version: string }>(
    client,
    `SELECT run.version FROM orders o CROSS JOIN finding_runs run
       ON run.order_no = o.order_no AND run.revision_no = o.revision_no WHERE o.order_no = ?`,
  );
  const blocks = query<[string], UnresolvedBlock>(
    client,
    `SELECT h.rule_id AS ruleId, h.field_path AS fieldPath, h.override FROM orders o CROSS JOIN findings h
       ON h.order_no = o.order_no AND h.revision_no = o.revision_no
     WHERE o.order_no = ? AND h.state = 'VIOLATED' AND h.severity = 'block'`,
  );

  function openOrders(wanted: NonNullable<Lookup["openOrdersOf"]>, target: string | null): string[] {
    const { accountIds, certificate } = wanted;
    const token =
      certificate === null ? null : certificateToken(keyring, certificate.certType, certificate.certNumber);
    const rows = [
      ...accountIds.flatMap((accountId) => openOfAccount().all(accountId)),
      ...(token === null ? [] : openOfEntity().all(token)),
    ];
    return [...new Set(rows.map((row) => row.orderNo))].filter((orderNo) => orderNo !== target).sort();
  }

  function assignee(username: string): Assignee | null {
    const row = person().get(username);
    return row === undefined ? null : assigneeOf(row);
  }

  return (lookup, target, nowMs) => ({
    ...NO_FACTS,
    openOrderNos: lookup.openOrdersOf === undefined ? [] : openOrders(lookup.openOrdersOf, target),
    targetAccountHasEntity:
      lookup.receivingAccountId !== undefined && filedEntity().get(lookup.receivingAccountId) !== undefined,
    liveClaims:
      lookup.liveClaimsOf === undefined ? 0 : (liveClaims().get(lookup.liveClaimsOf, nowMs)?.claims ?? 0),
    assignee: lookup.assignee === undefined ? null : assignee(lookup.assignee),
    ...(lookup.findings === undefined || target === null
      ? {}
      : { blocks: blocks().all(target), findingsVersion: findingsVersion().get(target)?.version ?? null }),
  });
}

type PersonRow = {
  username: string;
  active: number;
  roles: string;
  provinces: string | null;
  filingTypes: string | null;
};

function assigneeOf(row: PersonRow): Assignee {
  return {
    username: row.username,
    active: row.active === 1,
    roles: rolesText.parse(JSON.parse(row.roles)),
    provinces: listText.parse(JSON.parse(row.provinces ?? "null")),
    filingTypes: listText.parse(JSON.parse(row.filingTypes ?? "null")),
  };
}
