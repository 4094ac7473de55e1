import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { is } from "drizzle-orm";
import { getTableConfig, SQLiteTable } from "drizzle-orm/sqlite-core";
import { describe, expect, it } from "vitest";
import { MIGRATIONS } from "#db/migrations/embedded";
import * as accounts from "#db/schema/accounts";
import * as audit from "#db/schema/audit";
import * as bureau from "#db/schema/bureau";
import * as documents from "#db/schema/documents";
import * as findings from "#db/schema/findings";
import * as intake from "#db/schema/intake";
import * as orders from "#db/schema/orders";
import * as outbox from "#db/schema/outbox";
import * as reviews from "#db/schema/reviews";
import * as ruleConfig from "#db/schema/rule-config";
import * as ruleFacts from "#db/schema/rule-facts";
import { type Client, openWriter } from "#db/sqlite/connection";
import { migrate, migrationsCurrent } from "#db/sqlite/migrate";

const SCHEMA = {
  ...accounts,
  ...audit,
  ...bureau,
  ...documents,
  ...findings,
  ...intake,
  ...orders,
  ...outbox,
  ...reviews,
  ...ruleConfig,
  ...ruleFacts,
};
const TABLES = Object.values(SCHEMA).flatMap((value) => (is(value, SQLiteTable) ? [value] : []));

function migrated(): Client {
  const client = openWriter(":memory:");
  migrate(client);
  return client;
}

describe("migrations", () => {
  it("are embedded as they stand in their files", () => {
    const folder = path.join(import.meta.dirname, "../../db/migrations");
    const files = readdirSync(folder)
      .filter((name) => name.endsWith(".sql"))
      .sort();
    const written = files.map((name) => ({
      id: name.replace(".sql", ""),
      sql: readFileSync(path.join(folder, name), "utf8"),
    }));
    expect(MIGRATIONS).toEqual(written);
  });

  it("make the tables that the Drizzle schema describes, all of them strict", () => {
    const client = migrated();
    const described = TABLES.map((table) => {
      const { name, columns, indexes } = getTableConfig(table);
      return {
        name,
        columns: columns.map((column) => `${column.name} ${column.getSQLType()} ${column.notNull}`).sort(),
        indexes: indexes.map((index) => `${index.config.name} ${index.config.unique}`).sort(),
      };
    });
    const found = described.map(({ name }) => {
      const columns = client
        .prepare<[string], { name: string; type: string; notnull: number }>(
          "SELECT * FROM pragma_table_info(?)",
        )
        .all(name);
      const indexes = client
        .prepare<[string], { name: string; unique: number; origin: string }>(
          "SELECT * FROM pragma_index_list(?)",
        )
        .all(name);
      return {
        name,
        columns: columns
          .map((column) => `${column.name} ${column.type.toLowerCase()} ${column.notnull === 1}`)
          .sort(),
        indexes: indexes
          .filter((index) => index.origin === "c" && !index.name.endsWith("_unique"))
          .map((index) => `${index.name} ${index.unique === 1}`)
          .sort(),
      };
    });
    expect(found).toEqual(described);
    expect(TABLES.length).toBeGreaterThan(25);
    const loose =
      "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND strict = 0";
    const names = client.prepare(loose).pluck().all().map(String);
    expect(names.filter((name) => !name.startsWith("sqlite_") && !name.startsWith("search_index"))).toEqual(
      [],
    );
  });

  it("leave a database alone that has them already", () => {
    const client = migrated();
    const before = client.serialize();
    migrate(client);
    expect(client.serialize().equals(before)).toBe(true);
    expect(migrationsCurrent(client)).toBe(true);
  });

  it("are refused when one was changed after it had been applied", () => {
    const client = migrated();
    const changed = MIGRATIONS.map((migration, index) =>
      index === 0 ? { ...migration, sql: `${migration.sql} ` } : migration,
    );
    expect(() => migrate(client, changed)).toThrow("was changed after it had been applied");
  });

  it("are refused when the database has one that the program does not know", () => {
    const client = migrated();
    expect(() => migrate(client, MIGRATIONS.slice(0, 1))).toThrow("newer version");
    expect(migrationsCurrent(client, MIGRATIONS.slice(0, 1))).toBe(false);
  });

  it("are applied whole or not at all", () => {
    const client = openWriter(":memory:");
    const broken = { id: "0009_broken", sql: "CREATE TABLE half (id INTEGER); SELECT no_such_function();" };
    expect(() => migrate(client, [...MIGRATIONS, broken])).toThrow("no_such_function");
    expect(client.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'half'").pluck().get()).toBe(0);
    expect(migrationsCurrent(client)).toBe(true);
  });
});
