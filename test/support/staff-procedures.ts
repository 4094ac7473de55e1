import { z } from "zod";
import { appRouter } from "#server/trpc/app-router";

interface ProcedureParts {
  readonly _def: {
    readonly type: "query" | "mutation" | "subscription";
    readonly meta?: { readonly permission: string | null };
  };
}

export interface StaffProcedure {
  readonly path: string;
  readonly type: "query" | "mutation" | "subscription";
  /** null: any signed-in person; undefined: it was made past the builder. */
  readonly permission: string | null | undefined;
}

const routerParts = z.record(
  z.string(),
  z.custom<ProcedureParts>((value) => typeof value === "function"),
);

/** Every procedure of the staff API as the router really has it. */
export const STAFF_PROCEDURES: readonly StaffProcedure[] = Object.entries(
  routerParts.parse(appRouter._def.procedures),
).map(([path, { _def }]) => ({ path, type: _def.type, permission: _def.meta?.permission }));
