import type { QueueFilter, QueueView } from "#shared/contract/staff-queue";
import type { OrderStatus } from "#shared/domain/order/status";
import { EFFECTIVE_STATUS, LEASE_LIVE } from "./queue-row";

export type SortColumn = "due_at_ms" | "submitted_at_ms";

/**
 * One index-ordered part of a list. A list is the merge of its branches, so that no page is ever sorted or counted
 * from more rows than it shows, whatever is filtered. `from` binds the order as `o`.
 */
export interface Branch {
  readonly from: string;
  readonly where: readonly string[];
}

/** Waiting, or claimed with a lease that ran out. */
const FREE = "(o.status <> 'UNDER_FIRST_REVIEW' OR l.until_ms <= @nowMs)";

const LANES = ["PENDING_FIRST_REVIEW", "REVISED_PENDING_REVIEW"] as const;

/** What a list is made of. `found`: the text search has named the orders in `@found` already. */
export function branchesOf(
  view: QueueView,
  filter: QueueFilter,
  sort: SortColumn,
  found: boolean,
): readonly Branch[] {
  const residual = [
    ...inSet("o.province_code", "province", filter.provinces),
    ...inSet("o.filing_type", "type", filter.filingTypes),
  ];
  const statuses = inSet(EFFECTIVE_STATUS, "status", filter.statuses);
  const claimed = filter.claimedBy === undefined ? [] : ["l.holder = @claimedBy", LEASE_LIVE];
  if (found) {
    const from = "json_each(@found) f CROSS JOIN orders o ON o.order_no = f.value";
    return [{ from, where: [...viewConditions(view), ...statuses, ...claimed, ...residual] }];
  }
  if (view === "MINE" || filter.claimedBy !== undefined) {
    // Nobody holds more than a few hundred orders: start from the leases of the person.
    const holder = filter.claimedBy === undefined ? "@viewer" : "@claimedBy";
    const from = `leases c CROSS JOIN orders o ON o.order_no = c.order_no AND c.holder = ${holder}`;
    return [{ from, where: [...viewConditions(view), LEASE_LIVE, ...statuses, ...residual] }];
  }
  if (view === "ALL" && filter.statuses !== undefined) {
    return filter.statuses.flatMap((status) => statusBranches(status, sort, residual));
  }
  if (view === "ALL" && filter.provinces !== undefined) {
    const from = `orders o INDEXED BY orders_by_province_${sort === "due_at_ms" ? "due" : "submitted"}`;
    const types = inSet("o.filing_type", "type", filter.filingTypes);
    return filter.provinces.map((_, index) => ({
      from,
      where: [`o.province_code = @province${index}`, ...types],
    }));
  }
  return viewBranches(view, sort).map((branch) => ({
    ...branch,
    where: [...branch.where, ...statuses, ...residual],
  }));
}

/** The view as a condition on one order, whatever the order was found by. */
function viewConditions(view: QueueView): string[] {
  switch (view) {
    case "MINE":
      return ["l.holder = @viewer", LEASE_LIVE];
    case "TAKE":
      return ["o.waits_as IS NOT NULL", "o.on_hold = 0", FREE];
    case "REVISED":
      return ["o.waits_as = 'REVISED_PENDING_REVIEW'", "o.on_hold = 0", FREE];
    case "AT_RISK":
      return ["o.waits_as IS NOT NULL", "o.due_at_ms <= @atRiskMs"];
    case "ON_HOLD":
      return ["o.on_hold = 1"];
    case "ESCALATED":
      return ["o.escalated = 1", LEASE_LIVE];
    case "ALL":
      return [];
  }
}

function viewBranches(view: QueueView, sort: SortColumn): Branch[] {
  const byDue = sort === "due_at_ms";
  switch (view) {
    case "TAKE":
    case "REVISED":
      return LANES.filter((lane) => view === "TAKE" || lane === "REVISED_PENDING_REVIEW").map((lane) => ({
        from: `orders o INDEXED BY ${byDue ? "orders_lane" : "orders_lane_submitted"}`,
        where: [`o.waits_as = '${lane}'`, "o.waits_as IS NOT NULL", "o.on_hold = 0", FREE],
      }));
    case "AT_RISK":
      return [{ from: "orders o INDEXED BY orders_in_review", where: viewConditions(view) }];
    case "ON_HOLD":
      return [{ from: "orders o INDEXED BY orders_on_hold", where: viewConditions(view) }];
    case "ESCALATED":
      return [{ from: "orders o INDEXED BY orders_escalated", where: viewConditions(view) }];
    default:
      return [{ from: `orders o INDEXED BY ${byDue ? "orders_by_due" : "orders_by_submitted"}`, where: [] }];
  }
}

/** Orders that everybody sees in this status: those that have it, and those that fell back to it. */
function statusBranches(status: OrderStatus, sort: SortColumn, residual: readonly string[]): Branch[] {
  const from = `orders o INDEXED BY orders_by_status_${sort === "due_at_ms" ? "due" : "submitted"}`;
  const stored = (value: OrderStatus, ...more: string[]): Branch => ({
    from,
    where: [`o.status = '${value}'`, ...more, ...residual],
  });
  if (status === "UNDER_FIRST_REVIEW") return [stored(status, LEASE_LIVE)];
  const waiting = LANES.some((lane) => lane === status);
  const fellBack = stored("UNDER_FIRST_REVIEW", `o.waits_as = '${status}'`, "l.until_ms <= @nowMs");
  return waiting ? [stored(status), fellBack] : [stored(status)];
}

/** `column IN (@name0, @name1, …)`; nothing when the filter is not set. */
function inSet(column: string, name: string, values: readonly string[] | undefined): string[] {
  if (values === undefined) return [];
  return [`${column} IN (${values.map((_, index) => `@${name}${index}`).join(", ")})`];
}
