import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { KeyedLock } from "./keyed-lock";
import { openSealed, startSealing, type VaultKey } from "./sealed-file";

/** Largest material that is taken in (contracts.md §2). */
export const MAX_MATERIAL_BYTES = 10 * 1024 * 1024;

/** A material that has arrived, sealed, but is not in the vault yet: keep it or discard it. */
export interface StagedMaterial {
  /** Hash of the bytes that really came. */
  readonly sha256: string;
  readonly bytes: number;
  read(): Promise<Buffer>;
  /** Puts it into the vault under the hash it was announced with; returns once it is on disk. */
  keep(): Promise<void>;
  discard(): Promise<void>;
}

/**
 * Documents of customers, sealed, by the SHA-256 of their bytes: `<directory>/ab/abcdef…`. One copy however many
 * intake keys sent it; whose it is stands in the store. Nothing is ever in clear on disk, not even while it arrives.
 */
export interface MaterialVault {
  /** Seals what arrives piece by piece, never holding more than a piece. Null: more than `MAX_MATERIAL_BYTES`. */
  stage(announcedSha256: string, chunks: AsyncIterable<Buffer>): Promise<StagedMaterial | null>;
  /** For bytes that are known to be good; idempotent. Throws when they are not those of the hash. */
  put(sha256: string, bytes: Buffer): Promise<void>;
  /** The bytes, or null when there are none. Throws `SealedFileError` when the file is damaged. */
  read(sha256: string): Promise<Buffer | null>;
  remove(sha256: string): Promise<void>;
  /** Work on one material that must not mix with other work on it: storing bytes and row, or deleting both. */
  exclusively<T>(sha256: string, work: () => Promise<T>): Promise<T>;
}

/** Opens the vault in its folder and clears what a crash left half-arrived. */
export async function openMaterialVault(directory: string, vaultKey: VaultKey): Promise<MaterialVault> {
  const arriving = path.join(directory, "arriving");
  await mkdir(arriving, { recursive: true });
  for (const name of await readdir(arriving)) await rm(path.join(arriving, name), { force: true });
  const lock = new KeyedLock();
  const home = (sha256: string) => path.join(directory, folderOf(sha256), sha256);

  const stage: MaterialVault["stage"] = async (announced, chunks) => {
    const file = path.join(arriving, randomBytes(12).toString("hex"));
    const discard = () => rm(file, { force: true });
    try {
      const arrived = await writeSealed(file, vaultKey, announced, chunks);
      if (arrived === null) {
        await discard();
        return null;
      }
      return {
        ...arrived,
        read: async () => openSealed(vaultKey, announced, await readFile(file)),
        keep: () => moveIntoPlace(file, home(announced)),
        discard,
      };
    } catch (error) {
      await discard();
      throw error;
    }
  };

  return {
    stage,
    put: async (sha256, bytes) => {
      const staged = await stage(sha256, only(bytes));
      if (staged?.sha256 === sha256) return staged.keep();
      await staged?.discard();
      throw new Error("the bytes are too many or not those of the hash");
    },
    read: async (sha256) => {
      const sealed = await readIfThere(home(sha256));
      return sealed === null ? null : openSealed(vaultKey, sha256, sealed);
    },
    remove: (sha256) => rm(home(sha256), { force: true }),
    exclusively: (sha256, work) => lock.run(sha256, work),
  };
}

function folderOf(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error("not a lower-case SHA-256");
  return sha256.slice(0, 2);
}

async function* only(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

type Arrived = Pick<StagedMaterial, "sha256" | "bytes">;

/** Seals and hashes the stream into a new file, synced at the end. Null when it is longer than allowed. */
async function writeSealed(
  file: string,
  vaultKey: VaultKey,
  announced: string,
  chunks: AsyncIterable<Buffer>,
): Promise<Arrived | null> {
  const sealing = startSealing(vaultKey, announced);
  const hash = createHash("sha256");
  let bytes = 0;
  const handle = await open(file, "wx", 0o600);
  try {
    await handle.writeFile(sealing.header);
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > MAX_MATERIAL_BYTES) return null;
      hash.update(chunk);
      await handle.writeFile(sealing.update(chunk));
    }
    await handle.writeFile(sealing.end());
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { sha256: hash.digest("hex"), bytes };
}

/** Renames the synced file and syncs its folder, so that a power cut leaves the whole file or none. */
async function moveIntoPlace(file: string, target: string): Promise<void> {
  const folder = path.dirname(target);
  const created = await mkdir(folder, { recursive: true });
  await rename(file, target);
  await syncFolder(folder);
  if (created !== undefined) await syncFolder(path.dirname(folder));
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function readIfThere(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
