import type { Store } from "#db/store";
import type { MaterialVault } from "./material-vault";

/** How long an upload may wait for the order that names it (contracts.md §2). */
const UNBOUND_MATERIAL_TTL_MS = 24 * 3_600_000;

/** Uploads let go per call; the timer comes again. */
const SWEEP_LIMIT = 200;

export interface SweepDeps {
  readonly store: Pick<Store, "dropUnboundMaterials" | "materialInUse">;
  readonly materials: Pick<MaterialVault, "exclusively" | "remove">;
  now(): number;
}

/**
 * Deletes uploads that no order named within a day; answers how many. Bytes go only when nobody else sent or bound
 * the same ones. A crash after the rows are gone leaves sealed bytes that nobody can name.
 */
export async function sweepUnboundMaterials(deps: SweepDeps): Promise<number> {
  const dropped = await deps.store.dropUnboundMaterials(deps.now() - UNBOUND_MATERIAL_TTL_MS, SWEEP_LIMIT);
  for (const sha256 of new Set(dropped.map((row) => row.sha256))) {
    await deps.materials.exclusively(sha256, async () => {
      if (!(await deps.store.materialInUse(sha256))) await deps.materials.remove(sha256);
    });
  }
  return dropped.length;
}
