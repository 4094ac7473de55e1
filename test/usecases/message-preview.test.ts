import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { previewMessage } from "#server/usecases/preview-message";
import type { OrderDetail, VerdictInput } from "#shared/contract/staff-orders";
import { RULES } from "#shared/domain/rules/catalogue";
import { companyFiling } from "#test/support/judged-desk";
import { granted, ruleDesk } from "#test/support/rule-desk";
import { staffDesk } from "#test/support/staff-desk";
import { startTestServer, type TestServer } from "#test/support/test-server";

type Reason = VerdictInput["reasons"][number];

const CODE = "T-ENT-03";
const PLACE = "entity.certValidTo";

let server: TestServer;
let desk: ReturnType<typeof ruleDesk>;
let order: OrderDetail;
beforeEach(async () => {
  server = await startTestServer({ rules: RULES });
  desk = ruleDesk(server);
  const expired = companyFiling((application) => {
    application.entity.certValidTo = "2020-01-01";
  });
  order = await desk.claimed(expired);
});
afterEach(() => server.stop());

const asked = (outcome: VerdictInput["outcome"], reasons: readonly Reason[], comment = "") =>
  previewMessage(server.deps, { orderNo: order.orderNo, outcome, comment, reasons: [...reasons] });
const preview = async (...args: Parameters<typeof asked>) => granted(await asked(...args));

/** The finding of the order as a reviewer accepts it. */
function accepted(patch: Partial<Reason> = {}): Reason {
  const { params = {} } = order.findings.find(({ ruleId }) => ruleId === "R-027") ?? {};
  return { templateCode: CODE, fieldPath: PLACE, params, ruleId: "R-027", ...patch };
}

describe("the preview of a message", () => {
  it("reads an accepted finding as the customer will, in both languages", async () => {
    const message = await preview("REJECT", [accepted()], "请在45天内处理");
    const text = order.findings
      .find(({ ruleId }) => ruleId === "R-027")
      ?.texts.find(({ templateCode }) => templateCode === CODE)?.text;
    expect(text?.zh).toMatch(/，请上传最新有效证件/);
    expect(text?.en).toMatch(/[a-z]\. Upload the current valid certificate/);
    expect(text?.en).not.toMatch(/\p{sc=Han}/u);
    expect(message).toEqual({
      subject: { zh: "备案初审被驳回", en: "Your filing was rejected at first review" },
      comment: "请在45天内处理",
      reasons: [{ fieldPath: PLACE, ruleId: "R-027", problem: text, suggestion: "", holes: [] }],
      complete: true,
    });
  });

  it("is what the verdict then says", async () => {
    const reasons = [
      accepted({ suggestion: "请换发证件" }),
      { fieldPath: "entity.name", text: "名称不一致" },
    ];
    const message = await preview("REVISE", reasons, "请修改");
    granted(await desk.verdict(order, { outcome: "REVISE", reasons, comment: "请修改" }));
    const [verdict] = await server.store.verdicts(order.orderNo);
    const said = verdict?.reasons.map(({ problem, problemEn, suggestion }) => ({
      problem: { zh: problem, en: problemEn ?? problem },
      suggestion,
    }));
    expect(said).toEqual(message.reasons.map(({ problem, suggestion }) => ({ problem, suggestion })));
    expect(verdict?.comment).toBe(message.comment);
  });

  it("shows what the reviewer typed as it is, in both languages", async () => {
    const typed = { zh: "执照已过期，请换发", en: "执照已过期，请换发" };
    const { reasons } = await preview("REJECT", [
      { fieldPath: PLACE, text: ` ${typed.zh} ` },
      accepted({ text: typed.zh }),
    ]);
    expect(reasons.map(({ problem }) => problem)).toEqual([typed, typed]);
  });

  it("keeps the English of a sentence that the reviewer left as it was", async () => {
    const [whole] = (await preview("REJECT", [accepted()])).reasons;
    const { reasons } = await preview("REJECT", [accepted({ text: whole?.problem.zh ?? "" })]);
    expect(reasons[0]?.problem).toEqual(whole?.problem);
  });

  it.each([
    ["a parameter that nobody gave", () => [accepted({ params: {} })], ["reason"]],
    ["a blank one", () => [accepted({ params: { reason: " " } })], ["reason"]],
    [
      "a placeholder that was typed",
      () => [{ fieldPath: PLACE, text: "请更新{field}和{date}" }],
      ["field", "date"],
    ],
    ["one in the suggestion", () => [accepted({ suggestion: "请改为{value}" })], ["value"]],
  ] as const)("names the hole of %s, and cannot be sent", async (_what, reasons, holes) => {
    const message = await preview("REJECT", reasons());
    expect(message.reasons.map((reason) => reason.holes)).toEqual([holes]);
    expect(message.complete).toBe(false);
    const verdict = await desk.verdict(order, { outcome: "REJECT", reasons: [...reasons()] });
    expect(verdict).toMatchObject({ code: "UNFILLED_PLACEHOLDER" });
  });

  it.each([
    ["an approval without a word", "APPROVE", [], "", true],
    ["a rejection without a reason", "REJECT", [], "", false],
    ["a request for revision without a reason", "REVISE", [], "", false],
    ["a reason without a word", "REJECT", [{ fieldPath: PLACE, text: " " }], "", false],
    ["a reason of the reviewer's own", "REVISE", [{ fieldPath: PLACE, text: "请更新证件" }], "", true],
    ["a hole in the comment", "APPROVE", [], "请留意{field}", false],
  ] as const)("is complete or not: %s", async (_what, outcome, reasons, comment, complete) => {
    expect(await preview(outcome, reasons, comment)).toMatchObject({ complete });
  });

  it("is refused for a template that does not exist", async () => {
    expect(await asked("REJECT", [accepted({ templateCode: "T-XXX-99" })])).toMatchObject({
      code: "TEMPLATE_UNKNOWN",
      params: { template: "T-XXX-99" },
    });
  });

  it("stores and sends nothing", async () => {
    const { traces } = staffDesk(server);
    const [before, pages] = [await traces(order.orderNo), server.client.serialize()];
    await preview("REJECT", [accepted()], "请处理");
    expect(await traces(order.orderNo)).toEqual(before);
    expect(server.client.serialize().equals(pages)).toBe(true);
  });
});
