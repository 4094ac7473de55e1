import { describe, expect, it } from "vitest";
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
});
