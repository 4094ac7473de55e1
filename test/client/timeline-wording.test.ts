import { describe, expect, it } from "vitest";
import { TRACKING_STAGES } from "#shared/contract/staff-bureau";
import { LOCALES, type Locale } from "#shared/contract/staff-session";
import {
  causeWords,
  type Speech,
  timelineFacts,
  timelineTitle,
  timelineTone,
} from "../../client/features/tracking/timeline-wording";
import { spokenTexts } from "../support/spoken-texts";

function speech(locale: Locale): Speech {
  return { t: spokenTexts(locale, "tracking").t, time: (atMs) => `at ${atMs}`, locale };
}
const zh = speech("zh-CN");
const en = speech("en-US");

describe("the bureau's timeline in words", () => {
  it("explains a refused upload: the code, its meaning and what happens next", () => {
    const entry = {
      atMs: 1,
      action: "uploadFailed",
      data: { submissionNo: 1, msgCode: 20, detail: "MSG_20", deadLetter: false, transition: "T28" },
    };
    expect(timelineTitle(entry, zh)).toBe("上报失败，等待重试");
    expect(timelineFacts(entry, zh)).toEqual([
      { label: "返回码", value: "20 不在上报时段内" },
      { label: "处理", value: "稍后自动重试" },
    ]);
    expect(timelineFacts(entry, en)[0]).toEqual({
      label: "Answer code",
      value: "20 Outside the reporting hours",
    });
    expect(timelineTone(entry)).toBe("red");
  });

  it("tells a lead that nothing more happens by itself", () => {
    const entry = {
      atMs: 1,
      action: "uploadFailed",
      data: { msgCode: 401, deadLetter: true, transition: "T28" },
    };
    expect(timelineFacts(entry, en)).toEqual([
      { label: "Detail", value: "The bureau refused our signature" },
      { label: "Next", value: expect.stringContaining("a lead") },
    ]);
  });

  it("explains a record code and keeps our own causes apart from it", () => {
    expect(causeWords("JGDM_1005", en)).toEqual({
      label: "jgdm",
      text: "1005 Domain conflicts with another filing",
    });
    expect(causeWords("SMS_LOCKED", en).label).toBe("cause");
    expect(causeWords("SOMETHING_NEW", en)).toEqual({ label: "cause", text: "SOMETHING_NEW" });
  });

  it("counts what is left of the SMS verification, on the bureau's clock", () => {
    const sent = {
      atMs: 1,
      action: "codeSent",
      data: { submissionNo: 1, role: "SRP", deadlineMs: 86_400_000, transition: "T34" },
    };
    expect(timelineFacts(sent, zh)).toEqual([
      { label: "核验对象", value: "服务负责人" },
      { label: "截止", value: "at 86400000(管局时间)" },
    ]);
    const wrong = { atMs: 2, action: "verify", data: { role: "SRP", attemptsLeft: 3, transition: "T38" } };
    expect(timelineFacts(wrong, zh).at(-1)).toEqual({ label: "剩余输入次数", value: "3" });
    const verified = { atMs: 3, action: "verify", data: { role: "", attemptsLeft: 0, transition: "T37" } };
    expect(timelineFacts(verified, zh)).toEqual([]);
  });

  it("lists the filing numbers, and leaves out what is empty", () => {
    const filed = (services: string[]) => ({
      atMs: 1,
      action: "bureauApproved",
      data: { entityFilingNumber: "粤ICP备26000001号", serviceFilingNumbers: services, transition: "T43" },
    });
    expect(timelineFacts(filed(["粤ICP备26000001号-1", "粤ICP备26000001号-2A"]), en)).toEqual([
      { label: "Entity number", value: "粤ICP备26000001号" },
      { label: "Service numbers", value: "粤ICP备26000001号-1, 粤ICP备26000001号-2A" },
    ]);
    expect(timelineFacts(filed([]), en)).toHaveLength(1);
    expect(timelineTone(filed([]))).toBe("green");
  });

  it("says why a result of the bureau was not applied", () => {
    const entry = {
      atMs: 1,
      action: "REVIEW_NOT_APPLIED",
      data: { resultId: "r-1", refusal: "BUREAU_EVENT_LATE" },
    };
    expect(timelineTitle(entry, en)).toBe("A decision of the bureau was not applied");
    expect(timelineFacts(entry, en)).toEqual([
      { label: "Result id", value: "r-1" },
      { label: "Not applied because", value: "The order is already past this step" },
    ]);
    expect(timelineTone(entry)).toBe("gray");
  });

  it.each(LOCALES)("has a name and a help text for every stage (%s)", (locale) => {
    const { has } = spokenTexts(locale, "tracking");
    const missing = TRACKING_STAGES.filter((stage) => !has(`stage.${stage}`) || !has(`stageHelp.${stage}`));
    expect(missing).toEqual([]);
    expect(has("stage.FAILED")).toBe(true);
  });
});
