import { copyFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MAX_MATERIAL_BYTES, type MaterialVault, openMaterialVault } from "#server/materials/material-vault";
import { thumbnail } from "#server/materials/rendition";
import { jpegOf, pdfOf, sha256Of, temporaryFolder, vaultKeyOf } from "#test/support/material-fixtures";

const MARK = "张三 13800000001 confidential";
const BYTES = Buffer.from(MARK.repeat(1000));
const SHA = sha256Of(BYTES);

let folder = "";
let remove: () => Promise<void>;
let vault: MaterialVault;

beforeEach(async () => {
  ({ folder, remove } = await temporaryFolder());
  vault = await openMaterialVault(folder, vaultKeyOf());
});
afterEach(() => remove());

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Every file below the folder. */
async function filesIn(): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

function home(sha256: string): string {
  return path.join(folder, sha256.slice(0, 2), sha256);
}

describe("openMaterialVault", () => {
  it("gives back what was put in, by hash, however often", async () => {
    await vault.put(SHA, BYTES);
    await vault.put(SHA, BYTES);
    expect((await vault.read(SHA))?.equals(BYTES)).toBe(true);
    expect(await filesIn()).toEqual([home(SHA)]);
  });

  it("keeps nothing in clear, neither in place nor while it arrives", async () => {
    const staged = await vault.stage(SHA, pieces(BYTES, 700));
    const [arriving] = await filesIn();
    expect((await readFile(arriving ?? "")).includes("confidential")).toBe(false);
    await staged?.keep();
    expect((await readFile(home(SHA))).includes("confidential")).toBe(false);
    expect((await vault.read(SHA))?.equals(BYTES)).toBe(true);
  });

  it("tells the hash of what really came, and forgets it when discarded", async () => {
    const announced = sha256Of(Buffer.from("something else"));
    const staged = await vault.stage(announced, pieces(BYTES, 999));
    expect(staged).toMatchObject({ sha256: SHA, bytes: BYTES.length });
    await staged?.discard();
    expect(await filesIn()).toEqual([]);
    await expect(vault.put(announced, BYTES)).rejects.toThrow("not those of the hash");
    expect(await filesIn()).toEqual([]);
  });

  it("stops at the limit without reading on, and leaves nothing", async () => {
    let taken = 0;
    async function* endless(): AsyncGenerator<Buffer> {
      for (;;) {
        taken += 1;
        yield Buffer.alloc(1024 * 1024);
      }
    }
    expect(await vault.stage(SHA, endless())).toBeNull();
    expect(taken).toBe(MAX_MATERIAL_BYTES / (1024 * 1024) + 1);
    expect(await filesIn()).toEqual([]);
  });

  it("leaves nothing of an upload that broke off", async () => {
    async function* broken(): AsyncGenerator<Buffer> {
      yield BYTES;
      throw new Error("connection lost");
    }
    await expect(vault.stage(SHA, broken())).rejects.toThrow("connection lost");
    expect(await filesIn()).toEqual([]);
  });

  it("answers null for what it does not have, and after removal", async () => {
    expect(await vault.read(SHA)).toBeNull();
    await vault.put(SHA, BYTES);
    await vault.remove(SHA);
    await vault.remove(SHA);
    expect(await vault.read(SHA)).toBeNull();
    expect(await filesIn()).toEqual([]);
  });

  it("does not open a file that was changed, cut, renamed, or sealed under another key", async () => {
    await vault.put(SHA, BYTES);
    const sealed = await readFile(home(SHA));
    const other = sha256Of(Buffer.from("other"));
    await mkdir(path.dirname(home(other)), { recursive: true });
    await copyFile(home(SHA), home(other));
    await expect(vault.read(other)).rejects.toThrow("NOT_AUTHENTIC");
    const foreign = await openMaterialVault(folder, vaultKeyOf(8));
    await expect(foreign.read(SHA)).rejects.toThrow("WRONG_KEY");
    const changed = Buffer.from(sealed);
    changed[200] = (changed[200] ?? 0) ^ 1;
    await writeFile(home(SHA), changed);
    await expect(vault.read(SHA)).rejects.toThrow("NOT_AUTHENTIC");
    await writeFile(home(SHA), sealed.subarray(0, 30));
    await expect(vault.read(SHA)).rejects.toThrow("MALFORMED");
  });

  it("refuses a name that is no hash, so that no path leads out of its folder", async () => {
    await expect(vault.read("../../etc/passwd")).rejects.toThrow("SHA-256");
    await expect(vault.put(`${SHA.slice(0, -3)}/..`, BYTES)).rejects.toThrow();
  });

  it("clears what a crash left half-arrived when it is opened", async () => {
    await vault.put(SHA, BYTES);
    await writeFile(path.join(folder, "arriving", "left-over"), "half");
    vault = await openMaterialVault(folder, vaultKeyOf());
    expect(await filesIn()).toEqual([home(SHA)]);
  });

  it("runs work on one hash in turn and on two hashes side by side", async () => {
    const log: string[] = [];
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const first = vault.exclusively(SHA, async () => {
      await gate;
      log.push("first");
    });
    const second = vault.exclusively(SHA, async () => log.push("second"));
    await vault.exclusively("other", async () => log.push("other"));
    open();
    await Promise.all([first, second]);
    expect(log).toEqual(["other", "first", "second"]);
  });
});

describe("thumbnail", () => {
  it("draws an image anew: smaller, upright, without its metadata or tail", async () => {
    const upright = await sharp(await jpegOf())
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const bytes = Buffer.concat([upright, Buffer.from("tail of the file")]);
    await vault.put(sha256Of(bytes), bytes);
    const drawn = await thumbnail(vault, sha256Of(bytes), 80);
    const { width, height, orientation, exif } = await sharp(drawn ?? Buffer.alloc(0)).metadata();
    expect({ width, height, orientation, exif }).toEqual({
      width: 80,
      height: 120,
      orientation: undefined,
      exif: undefined,
    });
    expect(drawn?.includes("tail of the file")).toBe(false);
  });

  it("has nothing for a PDF or an unknown hash", async () => {
    const pdf = pdfOf();
    await vault.put(sha256Of(pdf), pdf);
    expect(await thumbnail(vault, sha256Of(pdf), 80)).toBeNull();
    expect(await thumbnail(vault, SHA, 80)).toBeNull();
  });
});
