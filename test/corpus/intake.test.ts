import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CORPUS } from "./catalogue";
import { type CorpusIntake, isSendable, openCorpusIntake, runSequence } from "./intake-corpus";
import { caseLines } from "./report";
import { prepareCase } from "./run-case";
import { type Judged, judged } from "./score";
import { SEQUENCES } from "./sequences/catalogue";

const LEAST_SENT = 150;

describe("orders of the corpus through the real intake", () => {
  let intake: CorpusIntake;
  beforeAll(async () => {
    intake = await openCorpusIntake();
  });
  afterAll(() => intake.rig.close());

  it("is told the same as the rules say on their own", { timeout: 120_000 }, async () => {
    const sent = CORPUS.filter(({ role }) => role === "VIOLATES")
      .map(prepareCase)
      .filter(isSendable);
    const results: Judged[] = [];
    for (const prepared of sent) {
      results.push(judged(prepared, await intake.check(prepared.order, prepared.expected)));
    }
    expect(results.length).toBeGreaterThanOrEqual(LEAST_SENT);
    expect(results.filter(({ right }) => !right).flatMap(caseLines)).toEqual([]);
  });
});

describe("orders that follow others", () => {
  it.each(SEQUENCES.map((sequence) => [`${sequence.rule}: ${sequence.name}`, sequence] as const))(
    "%s",
    async (_, sequence) => {
      expect(await runSequence(sequence)).toEqual([...sequence.expected].sort());
    },
  );
});
