import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OrderDetail } from "#shared/contract/staff-orders";
import type { DiffAnswer, MessagePreview } from "#shared/contract/staff-review";
import type {
  AuthCodeRow,
  BlacklistRow,
  ListEditRow,
  ListRow,
  ProvinceEditRow,
  ProvinceRow,
  RuleHistoryAnswer,
  RuleListAnswer,
} from "#shared/contract/staff-rules";
import type { TemplateRow, TemplateVersionRow } from "#shared/contract/staff-templates";
import { RULES } from "#shared/domain/rules/catalogue";
import { DEFAULT_LISTS } from "#shared/domain/rules/lists";
import { cleanFilings } from "#test/support/clean-filings";
import { judgedDesk } from "#test/support/judged-desk";
import { violationsOf } from "#test/support/rule-desk";
import type { CallAnswer, Caller } from "#test/support/staff-caller";
import { startTestServer, type TestServer } from "#test/support/test-server";

/** The administration of the rules as browsers reach it; what each change brings about is told in test/usecases. */
const TODAY = "2026-03-02";
const TOMORROW = "2026-03-03";
const COMMON = { effectiveFrom: TODAY, reason: "例行更新" };

let server: TestServer;
let orderNo: string;
let admin: Caller;
let lead: Caller;
let reviewer: Caller;
beforeAll(async () => {
  server = await startTestServer({ rules: RULES });
  const [filing] = cleanFilings(1, ({ services: [service] }) => service?.kind === "WEBSITE");
  if (!filing?.services[0]) throw new Error("no filing");
  filing.services[0].resource = {
    ...filing.services[0].resource,
    type: "AUTH_CODE",
    authCode: { code: "AC-0001" },
  };
  orderNo = await judgedDesk(server).submitted(filing);
  admin = await server.signIn("admin1");
  lead = await server.signIn("lead1");
  reviewer = await server.signIn("reviewer1");
});
afterAll(() => server.stop());

const found = async () => violationsOf(await reviewer.must<OrderDetail>("orders.recheck", { orderNo }));

function expectRefusal(answer: CallAnswer<unknown>, refusal: string, named = ""): void {
  expect(answer.error?.refusal).toBe(refusal);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  expect(answer.error?.messageZh).toMatch(/\p{sc=Han}/u);
  for (const message of [answer.error?.messageZh, answer.error?.messageEn]) {
    expect(message).toContain(named);
    expect(message).not.toMatch(/\{\w+\}/);
  }
}

describe("rules", () => {
  const setting = { ruleId: "R-106", enabled: true, severity: "warn", ...COMMON, effectiveFrom: TOMORROW };

  it("are listed with what is coming, and each has its history", async () => {
    const { revision } = await admin.must<{ revision: number }>("rules.set", setting);
    const { rules } = await reviewer.must<RuleListAnswer>("rules.list");
    expect(rules).toHaveLength(149);
    expect(rules.find(({ id }) => id === "R-106")).toMatchObject({
      enabled: true,
      scheduled: { id: revision, severity: "warn", effectiveFrom: TOMORROW, changedBy: "admin1" },
    });
    const { settings } = await reviewer.must<RuleHistoryAnswer>("rules.history", { ruleId: "R-106" });
    expect(settings).toMatchObject([{ id: revision, severity: "warn", reason: "例行更新" }]);
  });

  it.each([
    ["RULE_NOT_FOUND", { ruleId: "R-999" }, ""],
    ["RULE_FIXED", { ruleId: "R-001", enabled: false }, "R-001"],
    ["EFFECTIVE_IN_PAST", { effectiveFrom: "2026-03-01" }, ""],
  ])("are left alone and say why: %s", async (refusal, patch, named) => {
    expectRefusal(await admin.call("rules.set", { ...setting, ...patch }), refusal, named);
  });
});

describe("provinces", () => {
  const edit = { key: "nameRule", value: null, source: "电话确认", confidence: "L", effectiveTo: null };

  it("are listed with a switch as it was edited, and have their history", async () => {
    await admin.must("provinces.edit", { code: "HI", ...edit, ...COMMON });
    const { rows } = await lead.must<{ rows: ProvinceRow[] }>("provinces.list");
    expect(rows).toHaveLength(31);
    const edited = rows.flatMap(({ code, switches }) =>
      switches.filter((one) => one.edited).map(({ key }) => `${code} ${key}`),
    );
    expect(edited).toEqual(["HI nameRule"]);
    const { edits } = await lead.must<{ edits: ProvinceEditRow[] }>("provinces.history", { code: "HI" });
    expect(edits).toMatchObject([{ key: "nameRule", source: "电话确认", changedBy: "admin1" }]);
  });

  it.each([
    ["BAD_SWITCH_VALUE", { value: "ANY" }, "nameRule"],
    ["PROVINCE_NOT_FOUND", { code: "XX" }, ""],
    ["EFFECTIVE_RANGE", { effectiveFrom: TOMORROW, effectiveTo: TODAY }, ""],
  ])("are left alone and say why: %s", async (refusal, patch, named) => {
    expectRefusal(
      await admin.call("provinces.edit", { code: "HI", ...edit, ...COMMON, ...patch }),
      refusal,
      named,
    );
  });
});

describe("lists", () => {
  it("are what the next run looks up, and have their history", async () => {
    const before = await found();
    await admin.must("lists.edit", { list: "ipPools", value: ["198.51.100.0/24"], ...COMMON });
    expect(before.join()).not.toContain("R-140");
    expect((await found()).join()).toContain("R-140 services[0].ipRanges[0]");
    await admin.must("lists.edit", { list: "ipPools", value: DEFAULT_LISTS.ipPools, ...COMMON });
    expect(await found()).toEqual(before);
    const { rows } = await reviewer.must<{ rows: ListRow[] }>("lists.list");
    expect(rows.filter(({ edited }) => edited).map(({ list }) => list)).toEqual(["ipPools"]);
    const { edits } = await reviewer.must<{ edits: ListEditRow[] }>("lists.history", { list: "ipPools" });
    expect(edits.map(({ value }) => value)).toEqual([DEFAULT_LISTS.ipPools, ["198.51.100.0/24"]]);
    const refused = await admin.call("lists.edit", { list: "ipPools", value: "all", ...COMMON });
    expectRefusal(refused, "BAD_LIST_VALUE", "ipPools");
  });

  it("of authorisation codes grow by those we issue (R-137)", async () => {
    const code = { code: "AC-0001", issuerInstanceId: "i-issuer", issuerValid: false, reason: "签发" };
    const about = async () => (await found()).filter((line) => line.startsWith("R-137"));
    await admin.must("lists.addAuthCode", code);
    expect(await about()).toEqual(["R-137 services[0].resource.authCode"]);
    await admin.must("lists.addAuthCode", { ...code, issuerValid: true });
    expect(await about()).toEqual([]);
    const { rows } = await reviewer.must<{ rows: AuthCodeRow[] }>("lists.authCodes");
    expect(rows).toMatchObject([{ code: "AC-0001", issuerValid: true, used: false, addedBy: "admin1" }]);
    expect(await server.auditActions()).toContain("admin1 addAuthCode");
  });

  it("of the blacklist show a person by a masked number, and keep it nowhere in clear", async () => {
    const number = "11010519491231002X";
    const entry = { kind: "PERSON", value: number, bureau: "自有名单", reason: "冒用他人证件" };
    const added = await admin.call<{ revision: number }>("lists.addToBlacklist", entry);
    expectRefusal(await admin.call("lists.addToBlacklist", entry), "BLACKLIST_DUPLICATE");
    const listed = await reviewer.call<{ rows: BlacklistRow[] }>("lists.blacklist");
    expect(listed.data.rows).toMatchObject([{ id: added.data.revision, kind: "PERSON", addedBy: "admin1" }]);
    const removal = { id: added.data.revision, reason: "误列" };
    const removed = await admin.call("lists.removeFromBlacklist", removal);
    expectRefusal(await admin.call("lists.removeFromBlacklist", removal), "BLACKLIST_NOT_FOUND");
    const auditor = await server.signIn("auditor1");
    const audit = await auditor.call("audit.search", {});
    expect(audit.text).toContain("removeBlacklistEntry");
    for (const { text } of [added, listed, removed, audit]) expect(text).not.toContain(number);
    expect(server.logged.join("")).not.toContain(number);
    expect(server.client.serialize().includes(number)).toBe(false);
  });
});

describe("templates", () => {
  const texts = {
    code: "T-ENT-03",
    titleZh: "证件已过期",
    titleEn: "Certificate expired",
    bodyZh: "证件有误：{reason}。",
    bodyEn: "Something is wrong with the certificate: {reason}.",
  };

  it("are written by a lead and released by somebody else", async () => {
    const { version } = await lead.must<{ version: number }>("templates.draft", texts);
    const draft = { code: texts.code, version };
    expectRefusal(await lead.call("templates.release", draft), "OWN_TEMPLATE");
    await admin.must("templates.release", draft);
    expectRefusal(await admin.call("templates.release", draft), "STALE_TEMPLATE_DRAFT");
    const { rows } = await reviewer.must<{ rows: TemplateRow[] }>("templates.list");
    expect(rows).toHaveLength(83);
    expect(rows.find(({ code }) => code === texts.code)).toMatchObject({
      version,
      body: { zh: texts.bodyZh, en: texts.bodyEn },
      draft: null,
    });
    const history = await reviewer.must<{ versions: TemplateVersionRow[] }>("templates.history", {
      code: texts.code,
    });
    expect(history.versions).toMatchObject([{ state: "RELEASED", author: "lead1", endedBy: "admin1" }]);
  });

  it("are refused with their faults, and while somebody else is writing", async () => {
    const other = { ...texts, code: "T-ENT-01" };
    expectRefusal(
      await lead.call("templates.draft", { ...texts, bodyEn: "Expired." }),
      "TEMPLATE_FAULTS",
      "reason",
    );
    expectRefusal(await lead.call("templates.draft", { ...texts, code: "T-XXX-99" }), "TEMPLATE_UNKNOWN");
    const { params } = (await lead.must<{ rows: TemplateRow[] }>("templates.list")).rows.find(
      ({ code }) => code === other.code,
    ) ?? { params: [] };
    const holes = params.map((name) => `{${name}}`).join("");
    const fitting = { ...other, bodyZh: `请核对：${holes}`, bodyEn: `Check: ${holes}` };
    const { version } = await lead.must<{ version: number }>("templates.draft", fitting);
    await server.addStaff("lead2", "LEAD");
    const second = await server.signIn("lead2");
    expectRefusal(await second.call("templates.draft", fitting), "TEMPLATE_DRAFT_OPEN");
    await second.must("templates.discard", { code: other.code, version });
    await second.must("templates.draft", fitting);
  });
});

describe("what the reviewer is told about an order", () => {
  it("compares revisions, and refuses one that does not exist", async () => {
    const same = await reviewer.must<DiffAnswer>("orders.diff", { orderNo, from: 1, to: 1 });
    expect(same).toMatchObject({ changes: [], untouchedRequests: [], unasked: [] });
    expectRefusal(await reviewer.call("orders.diff", { orderNo, from: 1, to: 2 }), "ORDER_NOT_FOUND");
  });

  it("previews a message without writing anything, also to who has not claimed the order", async () => {
    const before = server.client.serialize();
    const reasons = [{ templateCode: "T-ENT-01", fieldPath: "entity.name" }];
    const input = { orderNo, outcome: "REVISE", comment: "", reasons };
    const preview = await reviewer.must<MessagePreview>("verdicts.preview", input);
    expect(preview.complete).toBe(false);
    expect(preview.reasons[0]?.holes.length).toBeGreaterThan(0);
    const unknown = { ...input, reasons: [{ ...reasons[0], templateCode: "T-XXX-99" }] };
    expectRefusal(await reviewer.call("verdicts.preview", unknown), "TEMPLATE_UNKNOWN");
    expect(server.client.serialize().equals(before)).toBe(true);
  });

  it("is no administrator's business: nothing about rules names an order", async () => {
    const paths = ["rules.list", "provinces.list", "lists.list", "lists.blacklist", "templates.list"];
    const answers = await Promise.all(paths.map((path) => admin.call(path)));
    expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 200));
    for (const { text } of answers) expect(text).not.toContain(orderNo);
  });
});
