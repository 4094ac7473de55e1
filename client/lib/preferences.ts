import { LOCALES, type Locale } from "#shared/contract/staff-session";
import { createStore, type Store, useStore } from "./store";

/** Choices of this browser. Looks and language only: nothing personal is ever kept in browser storage. */
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];
export const DENSITIES = ["compact", "comfortable"] as const;
export type Density = (typeof DENSITIES)[number];

interface Preference<T> extends Store<T> {
  /** Whether somebody chose it here; a default may be replaced by the account's choice. */
  chosen(): boolean;
}

function preference<T>(
  key: string,
  fallback: T,
  parse: (text: string) => T | null,
  print: (value: T) => string,
): Preference<T> {
  const stored = read(key);
  const parsed = stored === null ? null : parse(stored);
  const store = createStore(parsed ?? fallback);
  window.addEventListener("storage", (event) => {
    if (event.key !== key || event.newValue === null) return;
    const next = parse(event.newValue);
    if (next !== null) store.set(next);
  });
  return {
    ...store,
    set(next) {
      store.set(next);
      write(key, print(next));
    },
    chosen: () => read(key) !== null,
  };
}

/** Storage may be switched off by policy; then choices last as long as the page. */
function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    // The choice still holds for this page.
  }
}

function oneOf<T extends string>(values: readonly T[]): (text: string) => T | null {
  return (text) => values.find((value) => value === text) ?? null;
}

const asIs = (text: string) => text;

export const themePreference = preference<Theme>("icp.theme", "system", oneOf(THEMES), asIs);
export const densityPreference = preference<Density>("icp.density", "compact", oneOf(DENSITIES), asIs);
export const localePreference = preference<Locale>("icp.locale", "zh-CN", oneOf(LOCALES), asIs);

const hiddenColumns = new Map<string, Preference<readonly string[]>>();

/** Ids of the columns that are switched off in one table; `null`-free so that a new column appears by itself. */
export function hiddenColumnsPreference(
  table: string,
  fallback: readonly string[],
): Preference<readonly string[]> {
  const known = hiddenColumns.get(table);
  if (known) return known;
  const made = preference<readonly string[]>(
    `icp.columns.${table}`,
    fallback,
    (text) => text.split(",").filter((id) => id !== ""),
    (ids) => ids.join(","),
  );
  hiddenColumns.set(table, made);
  return made;
}

export function useDensity(): Density {
  return useStore(densityPreference);
}
