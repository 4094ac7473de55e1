import type { Store } from "#db/store";
import { inspectMaterial, type MaterialProblem, type MediaType } from "./inspect-material";
import type { MaterialVault, StagedMaterial } from "./material-vault";
import { Turnstile } from "./turnstile";

export interface ReceiveDeps {
  readonly store: Pick<Store, "addMaterial">;
  readonly materials: MaterialVault;
  now(): number;
}

export interface Upload {
  /** Lower-case SHA-256 the bytes are announced with. */
  readonly sha256: string;
  readonly intakeKey: string;
  /** What the sender says they are; null when it says nothing. */
  readonly declaredType: MediaType | null;
  readonly chunks: AsyncIterable<Buffer>;
}

export type Received =
  | {
      readonly kind: "RECEIVED";
      readonly sha256: string;
      readonly mediaType: MediaType;
      readonly bytes: number;
    }
  | { readonly kind: "REFUSED"; readonly problem: MaterialProblem | "TOO_LARGE" | "HASH_MISMATCH" };

/** Inspections hold a whole material in memory and keep a core busy; more at a time would not be faster. */
const inspections = new Turnstile(2);

/**
 * Takes in a customer's material: streamed and hashed into a sealed file, then judged by its content, then stored
 * for the sending key. The same bytes again are taken again, which heals a lost file and renews the day in which
 * they must be used. A refused or broken-off upload leaves nothing.
 */
export async function receiveMaterial(deps: ReceiveDeps, upload: Upload): Promise<Received> {
  const staged = await deps.materials.stage(upload.sha256, upload.chunks);
  if (staged === null) return { kind: "REFUSED", problem: "TOO_LARGE" };
  try {
    if (staged.sha256 !== upload.sha256) return { kind: "REFUSED", problem: "HASH_MISMATCH" };
    const inspection = await inspections.run(async () => inspectMaterial(await staged.read()));
    if (!inspection.ok) return { kind: "REFUSED", problem: inspection.problem };
    const { mediaType } = inspection;
    if (upload.declaredType !== null && upload.declaredType !== mediaType) {
      return { kind: "REFUSED", problem: "TYPE" };
    }
    await store(deps, upload, staged, mediaType);
    return { kind: "RECEIVED", sha256: staged.sha256, mediaType, bytes: staged.bytes };
  } finally {
    await staged.discard();
  }
}

/** File first, row second: a crash in between leaves bytes nobody can name, never a row without bytes. */
async function store(
  deps: ReceiveDeps,
  { sha256, intakeKey }: Upload,
  staged: StagedMaterial,
  mediaType: MediaType,
): Promise<void> {
  await deps.materials.exclusively(sha256, async () => {
    await staged.keep();
    const uploadedAtMs = deps.now();
    await deps.store.addMaterial({ sha256, intakeKey, mediaType, bytes: staged.bytes, uploadedAtMs });
  });
}
