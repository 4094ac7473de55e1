import { afterEach, beforeEach, expect, vi } from "vitest";

/**
 * For every test: one that asserts nothing fails, and so does one that lets anything reach `console.error`. A test
 * that expects an error there takes it with `takeConsoleErrors`.
 */
let consoleErrors: unknown[][] = [];

beforeEach(() => {
  expect.hasAssertions();
  consoleErrors = [];
  vi.spyOn(console, "error").mockImplementation((...args: unknown[]) => {
    consoleErrors.push(args);
  });
});

afterEach(() => {
  const stray = consoleErrors.map((args) => args.map(String).join(" "));
  consoleErrors = [];
  if (stray.length > 0) throw new Error(`stray console.error:\n${stray.join("\n")}`);
});

/** The calls of `console.error` so far in this test; they are no longer held against it. */
export function takeConsoleErrors(): unknown[][] {
  const taken = consoleErrors;
  consoleErrors = [];
  return taken;
}
