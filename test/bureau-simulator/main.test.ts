import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runBureauSimulator } from "#server/bureau-simulator/main";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "bureau-main-"));
});
afterEach(() => rm(folder, { recursive: true }));

describe("the bureau as a process of its own", () => {
  it("listens, keeps its journal in the data folder, and stops with a client still connected", async () => {
    const bureau = await runBureauSimulator({ PORT: "0", DATA_DIR: folder });
    const response = await fetch(`${bureau.url}/bureau/v1/control`);
    expect(await response.json()).toMatchObject({ control: { profile: "demo", clockFactor: 600 } });
    await bureau.stop();
    expect(await readdir(folder)).toEqual(["bureau-standalone.journal"]);
    await expect(fetch(`${bureau.url}/bureau/v1/control`)).rejects.toThrow();
    expect(process.listeners("SIGTERM").some((listener) => listener.name === "stopOnSignal")).toBe(false);
  });

  it("refuses the demonstration's secret beyond loopback", async () => {
    await expect(runBureauSimulator({ HOST: "0.0.0.0", DATA_DIR: folder })).rejects.toThrow("BUREAU_SECRET");
  });

  it("names every problem of its environment at once", async () => {
    const env = { PORT: "many", BUREAU_CLOCK: "-1", BUREAU_SECRET: "short", DATA_DIR: folder };
    const problems = await runBureauSimulator(env).catch(String);
    for (const name of ["PORT", "BUREAU_CLOCK", "BUREAU_SECRET"]) expect(problems).toContain(name);
  });
});
