import { describe, expect, it } from "vitest";
import type { BureauGateway } from "#server/bureau/gateway";
import { weather } from "./chaos";
import { isBatch } from "./fault-proxy";
import { unsettled, violations } from "./truth";

const SEED = Number(process.env.CHAOS_SEED ?? Date.now() % 1_000_000);
/** The broken variants meet weather that is known to hit them: whether chance would is not what they are here to show. */
const CONTROL_SEED = 3;
const FILINGS = process.env.LONG_TESTS ? 1_000 : 100;

/** Takes silence for a "no": the push is given back and goes out under a new submission number. */
function guessing(gateway: BureauGateway): BureauGateway {
  return {
    ...gateway,
    async submit(batch) {
      const outcome = await gateway.submit(batch);
      if (outcome.kind !== "UNKNOWN") return outcome;
      return { kind: "ANSWERED", msgCode: 999, msg: "", bureauTimeMs: 0, missing: null, value: null };
    },
  };
}

/** Takes silence for a "yes". */
function hoping(gateway: BureauGateway): BureauGateway {
  return {
    ...gateway,
    async submit(batch) {
      const outcome = await gateway.submit(batch);
      if (outcome.kind !== "UNKNOWN") return outcome;
      const value = { msgCode: 0, msg: "", bureauTimeMs: 0, accepted: batch.dataSequence };
      return { kind: "ANSWERED", msgCode: 0, msg: "", bureauTimeMs: 0, missing: null, value };
    },
    async states(submissionKeys) {
      const states = Object.fromEntries(submissionKeys.map((key) => [key, "RECEIVED" as const]));
      return { kind: "ANSWERED", msgCode: 0, msg: "", bureauTimeMs: 0, missing: null, value: { states } };
    },
  };
}

describe(`a network that fails every third time (CHAOS_SEED=${SEED})`, () => {
  it("loses no filing, doubles none, and ends where the bureau ended", { timeout: 300_000 }, async () => {
    const { rig, orders } = await weather({ seed: SEED, filings: FILINGS });
    try {
      expect(await violations(rig, orders)).toEqual([]);
      expect(await unsettled(rig, orders)).toEqual([]);
      expect(rig.proxy.calls.filter(isBatch).length).toBeGreaterThan(FILINGS / 8);
    } finally {
      await rig.close();
    }
  });

  it.each([
    ["a new number for every retry", guessing],
    ["silence taken for acceptance", hoping],
  ])("is seen through by the checker: %s", { timeout: 120_000 }, async (_name, breakGateway) => {
    const { rig, orders } = await weather({ seed: CONTROL_SEED, filings: 60, breakGateway });
    try {
      expect(await violations(rig, orders)).not.toEqual([]);
    } finally {
      await rig.close();
    }
  });
});
