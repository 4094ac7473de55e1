import { describe, expect, it } from "vitest";
import { ConfigError, parseConfig } from "#server/config";

const problemsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    parseConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
};

/** What a real installation sets. */
const PRODUCTION = {
  NODE_ENV: "production",
  HOST: "0.0.0.0",
  PUBLIC_URL: "https://icp.example.com",
  BUREAU_URL: "https://bureau.example.com/",
  BUREAU_SECRET: "a secret of our very own",
  MASTER_KEY_FILE: "/run/secrets/master.key",
};

describe("the configuration", () => {
  it("needs nothing for a demo on this machine", () => {
    expect(parseConfig({})).toMatchObject({
      port: 3000,
      host: "127.0.0.1",
      demo: true,
      demoOrders: 300,
      bureauUrl: null,
      bureauClock: 600,
      bureauSecret: "demo-bureau-secret",
      webhook: null,
      publicOrigin: null,
      secureCookies: false,
      claimLimit: 200,
    });
  });

  it("takes what a real installation sets", () => {
    expect(parseConfig(PRODUCTION)).toMatchObject({
      production: true,
      demo: false,
      demoOrders: 0,
      bureauUrl: "https://bureau.example.com",
      bureauClock: 1,
      publicOrigin: "https://icp.example.com",
      secureCookies: true,
    });
  });

  it("treats an empty variable as one that is not set", () => {
    const empty = { PORT: "", HOST: "", DEMO: "", BUREAU_URL: "", INTAKE_WEBHOOK_URL: " ", PUBLIC_URL: "" };
    expect(parseConfig(empty)).toMatchObject({
      port: 3000,
      host: "127.0.0.1",
      demo: true,
      bureauUrl: null,
      webhook: null,
      publicOrigin: null,
    });
  });

  it.each([
    ["demo accounts in production", { ...PRODUCTION, DEMO: "1" }, "DEMO:"],
    ["demo accounts that strangers can reach", { HOST: "0.0.0.0", PUBLIC_URL: "https://x.example" }, "HOST:"],
    ["sessions over plain http", { ...PRODUCTION, PUBLIC_URL: "http://icp.example.com" }, "PUBLIC_URL:"],
    ["no public address where strangers come in", { ...PRODUCTION, PUBLIC_URL: "" }, "PUBLIC_URL:"],
    [
      "the secret that everybody knows",
      { ...PRODUCTION, BUREAU_SECRET: "demo-bureau-secret" },
      "BUREAU_SECRET:",
    ],
    ["no bureau secret", { ...PRODUCTION, BUREAU_SECRET: "" }, "BUREAU_SECRET:"],
    ["the simulated bureau in production", { ...PRODUCTION, BUREAU_URL: "" }, "BUREAU_URL:"],
    ["no master key in production", { ...PRODUCTION, MASTER_KEY_FILE: "" }, "MASTER_KEY:"],
    ["two master keys", { MASTER_KEY: "a", MASTER_KEY_FILE: "b" }, "MASTER_KEY:"],
    [
      "webhooks without a secret",
      { ...PRODUCTION, INTAKE_WEBHOOK_URL: "https://x.example" },
      "INTAKE_WEBHOOK_SECRET:",
    ],
    ["a port that is none", { PORT: "70000" }, "PORT:"],
    ["a bureau that is no address", { BUREAU_URL: "ftp://x" }, "BUREAU_URL:"],
    ["a DEMO that is neither", { DEMO: "yes" }, "DEMO:"],
  ])("refuses %s", (_what, environment, problem) => {
    expect(problemsOf(environment).some((line) => line.startsWith(problem))).toBe(true);
  });

  it("names every problem at once and shows no value", () => {
    const problems = problemsOf({
      ...PRODUCTION,
      DEMO: "1",
      BUREAU_SECRET: "hunter2",
      MASTER_KEY: "k",
      PUBLIC_URL: "",
    });
    expect(problems.map((line) => line.split(":")[0])).toEqual([
      "DEMO",
      "HOST",
      "PUBLIC_URL",
      "MASTER_KEY",
      "BUREAU_SECRET",
    ]);
    expect(problems.join()).not.toContain("hunter2");
  });
});
