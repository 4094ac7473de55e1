import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { afterEach, describe, expect, it } from "vitest";
import { assertDurable, isOlderThan, openReader, openWriter } from "#db/sqlite/connection";
import { migrate } from "#db/sqlite/migrate";
import { openStore } from "#db/sqlite/open-store";
import { deskOf } from "#test/support/desk";
import { HOLDER, NOW_MS } from "#test/support/order-fixtures";
import { createTestStore, TEST_KEYRING } from "#test/support/test-store";

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

async function temporaryFile(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "store-"));
  folders.push(folder);
  return path.join(folder, "desk.db");
}

describe("opening a store", () => {
  it("finds everything again after closing", async () => {
    const file = await temporaryFile();
    const first = await openStore({ path: file, keyring: TEST_KEYRING });
    const order = await deskOf(first).submit("A-1");
    await first.close();
    const second = await openStore({ path: file, keyring: TEST_KEYRING });
    expect(await second.load("A-1")).toEqual(order);
    expect((await second.queue({ view: "TAKE" }, "me", NOW_MS)).rows.map((row) => row.orderNo)).toEqual([
      "A-1",
    ]);
    await second.close();
  });

  it("carries the write-ahead log back into the database in the background", async () => {
    const file = await temporaryFile();
    const store = await openStore({ path: file, keyring: TEST_KEYRING });
    const emptySize = statSync(file).size;
    const desk = deskOf(store);
    for (let index = 0; index < 20; index++) await desk.submit(`A-${index}`);
    await expect.poll(() => statSync(file).size, { timeout: 15_000 }).toBeGreaterThan(emptySize);
    await store.close();
  });

  it("shows a change to its lists at once, over their own connection", async () => {
    const store = await openStore({ path: await temporaryFile(), keyring: TEST_KEYRING });
    const desk = deskOf(store);
    await desk.submit("A-1");
    await desk.must("A-1", { type: "claim" }, HOLDER);
    expect(await store.orderRow("A-1", NOW_MS)).toMatchObject({ version: 2, claim: { by: HOLDER.username } });
    await store.close();
  });

  it("lets no second store into the same file, in this process or another, until it is closed", async () => {
    const file = await temporaryFile();
    const store = await openStore({ path: file, keyring: TEST_KEYRING });
    await expect(openStore({ path: file, keyring: TEST_KEYRING })).rejects.toThrow(
      "another process is using",
    );
    const lock = JSON.stringify(`${file}.lock`);
    const other = `const D = require("better-sqlite3"); new D(${lock}, { timeout: 0 }).exec("BEGIN EXCLUSIVE")`;
    expect(spawnSync(process.execPath, ["-e", other]).stderr.toString()).toContain("SQLITE_BUSY");
    await store.close();
    expect(spawnSync(process.execPath, ["-e", other]).status).toBe(0);
    const next = await openStore({ path: file, keyring: TEST_KEYRING });
    expect(await next.ready()).toBe(true);
    await next.close();
  });

  it("is not ready once it is closed or cannot write", async () => {
    const store = await createTestStore();
    expect(await store.ready()).toBe(true);
    await store.close();
    expect(await store.ready()).toBe(false);
    await expect(store.load("A-1")).rejects.toThrow();
    await expect(store.close()).resolves.toBeUndefined();
  });
});

describe("connections", () => {
  it("write through, check references and trust no schema", async () => {
    const file = await temporaryFile();
    const writer = openWriter(file);
    migrate(writer);
    const read = (name: string) => writer.pragma(name, { simple: true });
    expect(["synchronous", "journal_mode", "foreign_keys", "trusted_schema", "mmap_size"].map(read)).toEqual([
      2,
      "wal",
      1,
      0,
      0,
    ]);
    expect(() => assertDurable(writer)).not.toThrow();
    const reader = openReader(file);
    expect(() => reader.exec("DELETE FROM orders")).toThrow("readonly");
    reader.close();
    writer.close();
  });

  it("are refused when the disk is not waited for", () => {
    // The broken variant: what the library does with a write-ahead log unless it is told otherwise.
    const careless = new Database(":memory:");
    careless.pragma("synchronous = NORMAL");
    expect(() => assertDurable(careless)).toThrow("synchronous is 1");
    careless.close();
  });

  it.each([
    ["3.51.2", true],
    ["3.51.3", false],
    ["3.53.0", false],
    ["3.9.9", true],
    ["4.0.0", false],
    ["", true],
  ])("with SQLite %s: too old %s", (version, tooOld) => {
    expect(isOlderThan(version, [3, 51, 3])).toBe(tooOld);
  });
});
