import type { Reporter, TestModule, Vitest } from "vitest/node";

/** Fails a whole run that skipped a test or left one for later: a test that does not run protects nothing. */
export function skipGuard(): Reporter {
  let vitest: Vitest | null = null;
  return {
    onInit: (started) => {
      vitest = started;
    },
    onTestRunEnd: (modules: readonly TestModule[]) => {
      // With `-t` everything else counts as skipped, and that is what was asked for.
      if (vitest?.config.testNamePattern !== undefined) return;
      const skipped = modules.flatMap((module) => [...module.children.allTests("skipped")]);
      if (skipped.length === 0) return;
      const names = skipped.map((test) => `${test.module.relativeModuleId} > ${test.fullName}`);
      process.stderr.write(`\nskipped tests are not allowed:\n${names.join("\n")}\n`);
      process.exitCode = 1;
    },
  };
}
