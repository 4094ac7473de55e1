import type { ReviewerName } from "#shared/contract/staff-session";
import type { Deps } from "./deps";

/** Everybody an order can be handed to: active reviewers and leads, by user name. */
export async function listReviewers(deps: Deps): Promise<ReviewerName[]> {
  const staff = await deps.store.staffList();
  return staff
    .filter(({ active, roles }) => active && (roles.includes("REVIEWER") || roles.includes("LEAD")))
    .map(({ username, displayName, roles }) => ({ username, displayName, lead: roles.includes("LEAD") }))
    .sort((a, b) => (a.username < b.username ? -1 : 1));
}
