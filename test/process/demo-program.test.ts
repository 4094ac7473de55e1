import { existsSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ensureBuilt, generateDemo, temporaryDataDir } from "#test/support/app-process";

const data = temporaryDataDir();
beforeAll(ensureBuilt, 180_000);
afterAll(() => data.remove());

it("shows its progress, says what it made, and closes the database before it ends", async () => {
  const said = await generateDemo(data.path, 3);

  expect(said).toContain("3/3 orders");
  expect(said).toMatch(/^3 orders in [\d.]+ s in /m);
  expect(existsSync(path.join(data.path, "review.sqlite"))).toBe(true);
  expect(existsSync(path.join(data.path, "review.sqlite-wal"))).toBe(false);
}, 60_000);
