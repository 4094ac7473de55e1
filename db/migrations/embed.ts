import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Rewrites `embedded.ts` from the `.sql` files beside it: `npx tsx db/migrations/embed.ts`. */
const folder = import.meta.dirname;
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".sql"))
  .sort();
const entries = names.map((name) => {
  const text = readFileSync(path.join(folder, name), "utf8");
  return `  { id: ${JSON.stringify(path.basename(name, ".sql"))}, sql: ${JSON.stringify(text)} },`;
});
writeFileSync(
  path.join(folder, "embedded.ts"),
  [
    "/** The `.sql` files of this folder as text, so that a bundled server finds them. Written by `embed.ts`. */",
    "export const MIGRATIONS: readonly { readonly id: string; readonly sql: string }[] = [",
    ...entries,
    "];",
    "",
  ].join("\n"),
);
