import { describe, expect, it } from "vitest";
import { readableResultsSchema } from "#server/bureau/readable-results";
import { resultsAnswerSchema } from "#shared/contract/bureau-v1";

const envelope = { msgCode: 0, msg: "ok", bureauTimeMs: 1_790_000_000_000 };
const review = {
  resultId: "review/1",
  submissionKey: "BA1:1",
  atMs: 1_790_000_000_000,
  kind: "REVIEW",
  approved: true,
  jgdm: 1001,
};

describe("result files of a bureau that is not ours", () => {
  it.each(["440000-000001", "r_440000.2026-11-22.json", "结果 1"])("may be called %s", (fileName) => {
    const answer = { ...envelope, files: [{ fileName, results: [review] }] };

    expect(resultsAnswerSchema.parse(answer).files[0]?.fileName).toBe(fileName);
  });

  it("may write null for what a result does not have", () => {
    const nothing = { opinion: null, entityFilingNumber: null, services: null };
    const sms = {
      ...review,
      kind: "SMS",
      event: "ALL_VERIFIED",
      role: null,
      deadlineMs: null,
      attemptsLeft: null,
    };
    const files = [{ fileName: "1", results: [{ ...review, ...nothing }, sms] }];

    const parsed = resultsAnswerSchema.safeParse({ ...envelope, missing: null, files });

    expect(parsed.success).toBe(true);
  });

  it("must have a name to be acknowledged by", () => {
    const answer = { ...envelope, files: [{ fileName: "", results: [review] }] };

    expect(resultsAnswerSchema.safeParse(answer).success).toBe(false);
  });

  it("are read result by result: one from the future does not take the others along", () => {
    const future = { ...review, resultId: "future/1", kind: "SITE_VISIT" };
    const endless = { ...review, resultId: "endless/1", opinion: "x".repeat(5_000) };
    const files = [
      { fileName: "mixed", results: [future, review, endless] },
      { fileName: "plain", results: [{ ...review, resultId: "review/2" }] },
    ];

    const read = readableResultsSchema.parse({ ...envelope, files });

    expect(read.files.map(({ results }) => results.map(({ resultId }) => resultId))).toEqual([
      ["review/1"],
      ["review/2"],
    ]);
    expect(read.unreadable).toEqual(["mixed"]);
  });
});
