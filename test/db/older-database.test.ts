import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, it } from "vitest";
import { MIGRATIONS } from "#db/migrations/embedded";
import { type Client, openWriter } from "#db/sqlite/connection";
import { migrate } from "#db/sqlite/migrate";
import { openStore } from "#db/sqlite/open-store";
import type { Application } from "#shared/domain/filing/application";
import { deskOf, documentOf } from "#test/support/desk";
import { HOLDER, NOW_MS, reasonOf, verdictOf } from "#test/support/order-fixtures";
import { requestOf } from "#test/support/stored-findings";
import { TEST_KEYRING } from "#test/support/test-store";

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "older-"));
  folders.push(folder);
  return folder;
}

function onInstance(document: Application): Application {
  const services = document.services.map((service) => ({
    ...service,
    resource: { type: "ECS", instanceId: "i-1" },
  }));
  return { ...document, services };
}

/** What a store before the rules left behind: its migrations, and every row that those tables hold in `from`. */
function asLeftBefore(from: string, to: string): void {
  const client = openWriter(to);
  migrate(client, MIGRATIONS.slice(0, 2));
  client.pragma("foreign_keys = OFF");
  client.prepare("ATTACH ? AS newer").run(from);
  for (const table of tablesOf(client)) {
    const columns = client.prepare("SELECT name FROM pragma_table_info(?)").pluck().all(table).join(", ");
    client.exec(`INSERT OR IGNORE INTO main.${table} (${columns}) SELECT ${columns} FROM newer.${table}`);
  }
  client.close();
}

function tablesOf(client: Client): string[] {
  const ordinary = `SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
    AND name NOT LIKE 'search_index%' AND name <> 'schema_migrations' ORDER BY name`;
  return client.prepare(ordinary).pluck().all().map(String);
}

it("is brought up to date with all it holds, and its resources are known", async () => {
  const folder = await temporaryFolder();
  const made = path.join(folder, "made.db");
  const older = path.join(folder, "older.db");
  const before = await openStore({ path: made, keyring: TEST_KEYRING });
  const desk = deskOf(before);
  await desk.submit("A-1", NOW_MS, onInstance(documentOf("A-1")));
  await desk.submit("A-2");
  await desk.must("A-2", { type: "claim" }, HOLDER);
  await desk.must("A-2", { type: "reject", verdict: verdictOf("REJECT", { reasons: [reasonOf()] }) }, HOLDER);
  const held = async (store: typeof before) => ({
    orders: [await store.load("A-1"), await store.load("A-2")],
    revision: await store.revision("A-1"),
    verdicts: await store.verdicts("A-2"),
    history: await store.history("A-2"),
    audit: await store.auditSearch({}),
    queue: await store.queue({ view: "ALL" }, "me", NOW_MS),
  });
  const expected = await held(before);
  await before.close();
  asLeftBefore(made, older);

  const after = await openStore({ path: older, keyring: TEST_KEYRING });
  expect(await held(after)).toEqual(expected);
  expect(await after.ready()).toBe(true);
  const facts = await after.ruleFacts(requestOf(onInstance(documentOf("A-9"))));
  expect(facts.quotaUsed).toEqual({ "i-1": 1 });
  expect(await after.findings("A-1")).toBeNull();
  expect(await after.ordersToCheck("rules-1", "2026-03-02", 10)).toEqual(["A-1"]);
  await after.close();
});

it("starts although the key of an order was destroyed", async () => {
  const folder = await temporaryFolder();
  const made = path.join(folder, "made.db");
  const older = path.join(folder, "older.db");
  const before = await openStore({ path: made, keyring: TEST_KEYRING });
  await deskOf(before).submit("A-1", NOW_MS, onInstance(documentOf("A-1")));
  await deskOf(before).submit("A-2", NOW_MS, onInstance(documentOf("A-2")));
  await before.close();
  asLeftBefore(made, older);
  const client = openWriter(older);
  client.exec("DELETE FROM order_keys WHERE order_no = 'A-1'");
  client.close();

  const after = await openStore({ path: older, keyring: TEST_KEYRING });
  const facts = await after.ruleFacts(requestOf(onInstance(documentOf("A-9"))));
  expect(facts.quotaUsed).toEqual({ "i-1": 1 });
  await after.close();
});
