import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { discardTemplate, draftTemplate, releaseTemplate } from "#server/usecases/edit-template";
import { listTemplates, templateHistory } from "#server/usecases/list-templates";
import type { TemplateRow } from "#shared/contract/staff-templates";
import { REASON_TEMPLATES } from "#shared/domain/review/templates";
import { RULES } from "#shared/domain/rules/catalogue";
import { companyFiling } from "#test/support/judged-desk";
import { MINUTE_MS, NOW_MS, staff } from "#test/support/order-fixtures";
import { ADMIN1, granted, ruleDesk } from "#test/support/rule-desk";
import { LEAD1 } from "#test/support/staff-desk";
import { startTestServer, type TestServer } from "#test/support/test-server";

let server: TestServer;
let desk: ReturnType<typeof ruleDesk>;
beforeEach(async () => {
  server = await startTestServer({ rules: RULES });
  desk = ruleDesk(server);
});
afterEach(() => server.stop());

const LEAD2 = staff("lead2", "LEAD");
const CODE = "T-ENT-03";
const NEW = {
  titleZh: "证件已过有效期",
  titleEn: "Certificate out of date",
  bodyZh: "您提交的证件有效期有问题（{reason}），请更新后再提交。",
  bodyEn: "The validity of your certificate is in question ({reason}); renew it and submit again.",
};

const draft = (patch: Partial<typeof NEW & { code: string }> = {}, actor = LEAD1) =>
  draftTemplate(server.deps, { code: CODE, ...NEW, ...patch }, actor);
const release = (version: number, actor = LEAD2) =>
  releaseTemplate(server.deps, { code: CODE, version }, actor);
const discard = (version: number, actor = LEAD1) =>
  discardTemplate(server.deps, { code: CODE, version }, actor);
const row = async (code = CODE): Promise<TemplateRow | undefined> =>
  (await listTemplates(server.deps)).rows.find((candidate) => candidate.code === code);
const versions = async () =>
  (await templateHistory(server.deps, CODE)).versions.map(({ version, state }) => `${version} ${state}`);

describe("new texts for a template", () => {
  it("wait as a draft that no customer reads", async () => {
    const before = await row();
    expect(granted(await draft())).toEqual({ version: 1 });
    expect(await row()).toEqual({
      ...before,
      draft: expect.objectContaining({ version: 1, author: "lead1" }),
    });
    expect(before).toMatchObject({ version: 0, draft: null });
  });

  it("are what everybody reads once somebody else has released them", async () => {
    granted(await draft());
    server.clock.nowMs += MINUTE_MS;
    expect(granted(await release(1))).toEqual({ version: 1 });
    expect(await row()).toMatchObject({
      version: 1,
      title: { zh: NEW.titleZh, en: NEW.titleEn },
      body: { zh: NEW.bodyZh, en: NEW.bodyEn },
      draft: null,
    });
    expect((await templateHistory(server.deps, CODE)).versions).toMatchObject([
      { version: 1, state: "RELEASED", author: "lead1", draftedAtMs: NOW_MS, endedBy: "lead2" },
    ]);
  });

  it("may be released by an administrator too", async () => {
    granted(await draft());
    expect(await release(1, ADMIN1)).toMatchObject({ kind: "DONE" });
  });

  it("are never released by who wrote them", async () => {
    granted(await draft());
    expect(await release(1, LEAD1)).toMatchObject({ code: "OWN_TEMPLATE" });
    expect(await versions()).toEqual(["1 DRAFT"]);
    expect(await row()).toMatchObject({ version: 0 });
  });

  it.each([
    ["a placeholder that nobody fills in", { bodyZh: `${NEW.bodyZh}{phone}` }, "phone"],
    ["one that is needed left out of the Chinese body", { bodyZh: "您提交的证件已过期。" }, "reason"],
    ["one that is needed left out of the English body", { bodyEn: "Your certificate expired." }, "reason"],
    ["one in other brackets", { bodyEn: "It is in question ({ reason })." }, "reason"],
  ])("are refused with %s", async (_what, patch, name) => {
    const refused = await draft(patch);
    expect(refused).toMatchObject({ kind: "EDGE_REFUSAL", code: "TEMPLATE_FAULTS" });
    expect(JSON.stringify(refused)).toContain(name);
    expect(await versions()).toEqual([]);
  });

  it("are refused for a template that does not exist", async () => {
    expect(await draft({ code: "T-XXX-99" })).toMatchObject({ code: "TEMPLATE_UNKNOWN" });
  });
});

describe("drafts", () => {
  it("are open one at a time: not beside somebody else's, and an own one is replaced", async () => {
    granted(await draft());
    expect(await draft({}, LEAD2)).toMatchObject({ code: "TEMPLATE_DRAFT_OPEN" });
    expect(granted(await draft({ titleZh: "证件过期" }))).toEqual({ version: 2 });
    expect(await versions()).toEqual(["2 DRAFT", "1 DISCARDED"]);
    expect(await row()).toMatchObject({ draft: { version: 2, title: { zh: "证件过期" } } });
  });

  it("are released as they were read: a replaced, settled or unknown one is stale", async () => {
    granted(await draft());
    granted(await draft());
    for (const version of [1, 3]) {
      expect(await release(version)).toMatchObject({ code: "STALE_TEMPLATE_DRAFT" });
    }
    granted(await release(2));
    expect(await release(2)).toMatchObject({ code: "STALE_TEMPLATE_DRAFT" });
    expect(await discard(2)).toMatchObject({ code: "STALE_TEMPLATE_DRAFT" });
    expect(await versions()).toEqual(["2 RELEASED", "1 DISCARDED"]);
  });

  it("are discarded without a trace in the texts, and with one in the history", async () => {
    granted(await draft());
    expect(granted(await discard(1, LEAD2))).toEqual({ version: 1 });
    expect(await row()).toMatchObject({ version: 0, draft: null });
    expect(await release(1)).toMatchObject({ code: "STALE_TEMPLATE_DRAFT" });
    expect(await draft({}, LEAD2)).toMatchObject({ value: { version: 2 } });
    expect(await versions()).toEqual(["2 DRAFT", "1 DISCARDED"]);
  });

  it("of two that are released at once are released once", async () => {
    granted(await draft());
    const both = await Promise.all([release(1), release(1, ADMIN1)]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(["DONE", "EDGE_REFUSAL"]);
    expect(await versions()).toEqual(["1 RELEASED"]);
  });

  it("are audited with their authors, without their words", async () => {
    granted(await draft());
    granted(await discard(1));
    granted(await draft());
    granted(await release(2));
    const { rows } = await server.store.auditSearch({});
    const trail = rows.filter(({ action }) => action.includes("emplate")).reverse();
    expect(trail.map(({ actor, action, data }) => `${actor} ${action} ${data.versionNo}`)).toEqual([
      "lead1 draftTemplate 1",
      "lead1 discardTemplateDraft 1",
      "lead1 draftTemplate 2",
      "lead2 releaseTemplate 2",
    ]);
    expect(JSON.stringify(trail)).not.toContain(NEW.titleZh);
  });
});

describe("a released text", () => {
  const expired = () =>
    companyFiling((application) => {
      application.entity.certValidTo = "2020-01-01";
    });
  const releaseNew = async () => {
    granted(await draft());
    granted(await release(1));
  };
  const textOf = async (orderNo: string) =>
    (await desk.detail(orderNo)).findings
      .find(({ ruleId }) => ruleId === "R-027")
      ?.texts.find(({ templateCode }) => templateCode === CODE);
  async function rejected(): Promise<string> {
    const order = await desk.claimed(expired());
    const { params = {} } = order.findings.find(({ ruleId }) => ruleId === "R-027") ?? {};
    const reason = { templateCode: CODE, fieldPath: "entity.certValidTo", params, ruleId: "R-027" };
    granted(await desk.verdict(order, { outcome: "REJECT", reasons: [reason] }));
    return order.orderNo;
  }
  const said = async (orderNo: string) => (await server.store.verdicts(orderNo))[0]?.reasons[0];

  it("is the sentence of the next finding, in both languages", async () => {
    const orderNo = await desk.submitted(expired());
    await releaseNew();
    expect(await textOf(orderNo)).toMatchObject({
      title: { zh: NEW.titleZh, en: NEW.titleEn },
      text: {
        zh: expect.stringMatching(/^您提交的证件有效期有问题（.+），/),
        en: expect.stringMatching(/^The validity/),
      },
    });
  });

  it("is the sentence of the next verdict", async () => {
    await releaseNew();
    expect(await said(await rejected())).toMatchObject({
      problem: expect.stringMatching(/^您提交的证件有效期有问题（.+），请更新后再提交。$/),
      problemEn: expect.stringMatching(/^The validity of your certificate is in question \(.+\); renew/),
    });
  });

  it("leaves what was said before as it was", async () => {
    const orderNo = await rejected();
    const before = await said(orderNo);
    await releaseNew();
    expect(await said(orderNo)).toEqual(before);
    expect(before?.problem).not.toContain("有效期有问题");
  });
});

describe("the list of templates", () => {
  it("has every template as the product came with it on a fresh desk", async () => {
    const { rows } = await listTemplates(server.deps);
    expect(rows.map(({ code }) => code)).toEqual(REASON_TEMPLATES.map(({ code }) => code));
    for (const { version, draft: open } of rows)
      expect({ version, open }).toEqual({ version: 0, open: null });
    expect(await row()).toMatchObject({ rules: expect.arrayContaining(["R-027"]) });
    expect((await row())?.conditions.filingTypes).toContain("FIRST_FILING");
  });
});
