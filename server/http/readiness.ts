import { statfs } from "node:fs/promises";
import type { Store } from "#db/store";

/** Below this the next write-ahead log or upload may not fit. */
const MIN_FREE_BYTES = 256 * 1024 * 1024;
/** Anybody may ask; the database is asked at most this often. */
const KEEP_MS = 1_000;

export interface ReadinessAnswer {
  readonly ready: boolean;
  readonly checks: {
    readonly database: boolean;
    readonly workers: boolean;
    readonly disk: boolean;
    readonly open: boolean;
  };
}

export interface Readiness {
  ask(): Promise<ReadinessAnswer>;
  /** From now on the answer is no: the process is about to end. */
  close(): void;
}

interface ReadinessParts {
  readonly store: Pick<Store, "ready">;
  readonly workersHealthy: () => boolean;
  readonly dataDir: string;
  now(): number;
}

/** Whether this process should be given work: database writable and current, workers running, disk not full. */
export function createReadiness(parts: ReadinessParts): Readiness {
  let open = true;
  let known: { readonly atMs: number; readonly answer: Promise<ReadinessAnswer> } | null = null;

  async function look(): Promise<ReadinessAnswer> {
    const [database, disk] = await Promise.all([
      parts.store.ready().catch(() => false),
      freeBytes(parts.dataDir).then((bytes) => bytes >= MIN_FREE_BYTES),
    ]);
    const checks = { database, workers: parts.workersHealthy(), disk, open };
    return { ready: Object.values(checks).every(Boolean), checks };
  }

  return {
    ask() {
      const nowMs = parts.now();
      if (known === null || nowMs - known.atMs >= KEEP_MS) known = { atMs: nowMs, answer: look() };
      return known.answer;
    },
    close() {
      open = false;
      known = null;
    },
  };
}

async function freeBytes(directory: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(directory);
    return bavail * bsize;
  } catch {
    return 0;
  }
}
