import { existsSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import type { Reporter, TestModule, Vitest } from "vitest/node";

const root = import.meta.dirname;

/** Programs that plain Node runs; a folder that was taken out of the house takes its program with it. */
const PROGRAMS = {
  main: "server/main.ts",
  bureau: "server/bureau-simulator/main.ts",
  rules: "server/rule-thread/thread.ts",
  demo: "server/demo/main.ts",
  bench: "test/bench/main.ts",
  corpus: "test/corpus/main.ts",
};

function presentPrograms(): Record<string, string> {
  const entries = Object.entries(PROGRAMS).map(([name, file]) => [name, path.join(root, file)] as const);
  return Object.fromEntries(entries.filter(([, file]) => existsSync(file)));
}

const COMPRESSIBLE = /\.(js|css|svg|json)$/;
/** Below this a compressed copy saves nothing over one network packet. */
const WORTH_COMPRESSING_BYTES = 1_400;

/** Compresses the client's files once, at build time, so that no request ever waits for it. */
function precompress(): Plugin {
  return {
    name: "precompress",
    apply: "build",
    applyToEnvironment: (environment) => environment.name === "client",
    generateBundle: {
      // Last of all: Vite itself rewrites files in this step, and a copy made before would be of another file.
      order: "post",
      handler(_options, bundle) {
        for (const [fileName, output] of Object.entries(bundle)) {
          if (!COMPRESSIBLE.test(fileName)) continue;
          const bytes = Buffer.from(output.type === "chunk" ? output.code : output.source);
          if (bytes.length < WORTH_COMPRESSING_BYTES) continue;
          const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
          this.emitFile({ type: "asset", fileName: `${fileName}.br`, source: brotli });
          this.emitFile({ type: "asset", fileName: `${fileName}.gz`, source: gzipSync(bytes, { level: 9 }) });
        }
      },
    },
  };
}

/**
 * Says in one plain line how the run went, and fails one that skipped a test or left one for later: a test that does
 * not run protects nothing.
 */
function runGuard(): Reporter {
  let vitest: Vitest | null = null;
  return {
    onInit: (started) => {
      vitest = started;
    },
    onTestRunEnd: (modules: readonly TestModule[]) => {
      const count = (state: "passed" | "failed") =>
        modules.reduce((sum, module) => sum + [...module.children.allTests(state)].length, 0);
      process.stdout.write(`\n${count("passed")} passed, ${count("failed")} failed\n`);
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

export default defineConfig({
  // Tests live beside the client, so they start from the top; everything else is the client's own build.
  root: process.env.VITEST ? root : path.join(root, "client"),
  plugins: [react(), precompress()],
  // The server puts the page's own nonce in place of this word (server/http/client-files.ts).
  html: { cspNonce: "__CSP_NONCE__" },
  builder: { sharedPlugins: false },
  environments: {
    client: {
      build: {
        outDir: path.join(root, "dist/client"),
        emptyOutDir: true,
        sourcemap: false,
        // One chunk holds the libraries that every page needs; the page's own limit is counted compressed.
        chunkSizeWarningLimit: 1_400,
      },
    },
    ssr: {
      resolve: { external: true },
      build: {
        ssr: true,
        outDir: path.join(root, "dist/server"),
        emptyOutDir: true,
        copyPublicDir: false,
        sourcemap: true,
        minify: false,
        target: "node20",
        rolldownOptions: {
          input: presentPrograms(),
          output: { format: "es", entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" },
        },
      },
    },
  },
  test: {
    environment: "node",
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    setupFiles: ["test/support/setup.ts"],
    reporters: ["default", runGuard()],
    sequence: { shuffle: true },
    passWithNoTests: false,
    allowOnly: false,
    // Two cores: more workers would only take turns and make timing tests lie.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
