import type { QueueFilter, QueueView } from "#shared/contract/staff-queue";
import type { OrderStatus } from "#shared/domain/order/status";
import { EFFECTIVE_STATUS, LEASE_LIVE } from "./queue-row";

export type SortColumn = "due_at_ms" | "submitted_at_ms";

/**
 * One part of a list that an index holds in the list's order, or that is small. A list is the merge of its
 * branches, so that no page reads many more rows than it shows. `from` binds the order as `o`.
 */
export interface Branch {
  readonly from: string;
  readonly where: readonly string[];
}

const WAITING = ["PENDING_FIRST_REVIEW", "REVISED_PENDING_REVIEW"] as const;
type Waiting = (typeof WAITING)[number];

/** Waiting, or claimed with a lease that ran out. */
const FREE = "(o.status <> 'UNDER_FIRST_REVIEW' OR l.until_ms <= @nowMs)";
const AT_RISK = "o.due_at_ms <= @atRiskMs";

/** Everything in somebody's hand: never more rows than there are leases. */
const CLAIMED: Branch = {
  from: "leases c CROSS JOIN orders o ON o.order_no = c.order_no",
  where: [LEASE_LIVE],
};

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
    const holder = filter.claimedBy === undefined ? "@viewer" : "@claimedBy";
    const where = [`c.holder = ${holder}`, ...viewConditions(view), LEASE_LIVE, ...statuses, ...residual];
    return [{ from: CLAIMED.from, where }];
  }
  const byStatus = view === "ALL" && filter.statuses !== undefined ? [...new Set(filter.statuses)] : null;
  const branches = byStatus?.flatMap((status) => statusBranches(status, sort)) ?? viewBranches(view, sort);
  const rest = byStatus === null ? [...statuses, ...residual] : residual;
  return branches.map((branch) => ({ ...branch, where: [...branch.where, ...rest] }));
}

/** The view as a condition on one order, whatever the order was found by. */
function viewConditions(view: QueueView): string[] {
  switch (view) {
    case "MINE":
      return ["l.holder = @viewer", LEASE_LIVE];
    case "TAKE":
      return ["o.waits_as IS NOT NULL", FREE];
    case "REVISED":
      return ["o.waits_as = 'REVISED_PENDING_REVIEW'", FREE];
    case "AT_RISK":
      return ["o.waits_as IS NOT NULL", AT_RISK];
    case "ON_HOLD":
      return ["o.on_hold = 1"];
    case "ESCALATED":
      return ["o.escalated = 1", LEASE_LIVE];
    case "ALL":
      return [];
  }
}

function viewBranches(view: QueueView, sort: SortColumn): Branch[] {
  switch (view) {
    case "TAKE":
      return WAITING.flatMap((status) => statusBranches(status, sort));
    case "REVISED":
      return statusBranches("REVISED_PENDING_REVIEW", sort);
    case "AT_RISK": {
      const waiting = WAITING.map((status) => storedAs(status, "due_at_ms"));
      const inHand = { from: CLAIMED.from, where: [] };
      return [...waiting, inHand].map(({ from, where }) => ({ from, where: [...where, AT_RISK] }));
    }
    case "ON_HOLD":
    case "ESCALATED":
      return [{ from: CLAIMED.from, where: viewConditions(view) }];
    default:
      return [
        { from: `orders o INDEXED BY orders_by_${sort === "due_at_ms" ? "due" : "submitted"}`, where: [] },
      ];
  }
}

/** Orders that everybody sees in this status: a claimed one whose lease ran out waits again. */
function statusBranches(status: OrderStatus, sort: SortColumn): Branch[] {
  if (status === "UNDER_FIRST_REVIEW") return [CLAIMED];
  const waiting = WAITING.find((one) => one === status);
  return waiting === undefined ? [storedAs(status, sort)] : [storedAs(waiting, sort), freedAs(waiting)];
}

function storedAs(status: OrderStatus, sort: SortColumn): Branch {
  const index = `orders_by_status_${sort === "due_at_ms" ? "due" : "submitted"}`;
  return {
    from: `orders o INDEXED BY ${index}`,
    where: [`o.status = '${status}'`, "o.status <> 'UNDER_FIRST_REVIEW'"],
  };
}

/** Claims that have run out and fall back to this status. */
function freedAs(status: Waiting): Branch {
  return {
    from: "leases c INDEXED BY leases_by_end CROSS JOIN orders o ON o.order_no = c.order_no",
    where: ["c.until_ms <= @nowMs", `o.waits_as = '${status}'`],
  };
}

/** `column IN (@name0, @name1, …)`; nothing when the filter is not set. */
function inSet(column: string, name: string, values: readonly string[] | undefined): string[] {
  if (values === undefined) return [];
  return [`${column} IN (${values.map((_, index) => `@${name}${index}`).join(", ")})`];
}
