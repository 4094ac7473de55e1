import type { Role } from "../staff/role";

/** Who gives a command (domain.md §3.3). The customer acts through the filing system that holds an intake key. */
export type Actor =
  | { readonly kind: "CUSTOMER"; readonly intakeKey: string }
  | { readonly kind: "STAFF"; readonly username: string; readonly roles: readonly Role[] }
  | { readonly kind: "SYSTEM"; readonly worker: string }
  | { readonly kind: "BUREAU" };

export type StaffActor = Extract<Actor, { kind: "STAFF" }>;

/** The name that the audit trail keeps: never a personal datum of an applicant. */
export function actorName(actor: Actor): string {
  switch (actor.kind) {
    case "CUSTOMER":
      return `customer:${actor.intakeKey}`;
    case "STAFF":
      return actor.username;
    case "SYSTEM":
      return `system:${actor.worker}`;
    case "BUREAU":
      return "bureau";
  }
}

export function isLead(actor: Actor): boolean {
  return actor.kind === "STAFF" && actor.roles.includes("LEAD");
}
