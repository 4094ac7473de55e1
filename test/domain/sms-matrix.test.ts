import { describe, expect, it } from "vitest";
import { entityChanged } from "#shared/domain/bureau/entity-changed";
import { RECORD_TAGS, recordTagOf } from "#shared/domain/bureau/record-tag";
import { smsRecipients } from "#shared/domain/bureau/sms-matrix";
import { type Application, applicationSchema } from "#shared/domain/filing/application";
import { FILING_KINDS, goesToBureau, kindCode } from "#shared/domain/filing/filing-type";

type Input = Parameters<typeof applicationSchema.parse>[0] & object;

const ERP = { name: "甲", idType: 2, idNumber: "11010119900101001x", mobile: "13800000001" };
const SITE_SRP = { sameAsEntity: false, name: "乙", idNumber: "110101199001010022", mobile: "13800000002" };
const APP_SRP = { sameAsEntity: false, name: "丙", idNumber: "110101199001010033", mobile: "13800000003" };
const FILED_ERP = { ...ERP, idNumber: "110101199001010044", mobile: "13800000004" };
const FILED_SITE_SRP = { sameAsEntity: false, idNumber: "110101199001010055", mobile: "13800000005" };
const FILED_APP_SRP = { sameAsEntity: false, idNumber: "110101199001010066", mobile: "13800000006" };

const SITE = {
  kind: "WEBSITE",
  name: "站点",
  domains: ["one.example"],
  filingNumber: "粤ICP备20000001号-1",
  responsiblePerson: SITE_SRP,
};
const APP = {
  kind: "APP",
  name: "计算器",
  domains: [],
  filingNumber: "粤ICP备20000001号-2A",
  responsiblePerson: APP_SRP,
};
const ENTITY = {
  region: { provinceCode: "440000" },
  nature: 4,
  name: "示例公司",
  certType: 1,
  certNumber: "91440300MA5F000001",
  responsiblePerson: ERP,
};
const FILED_SERVICES = [
  { ...SITE, responsiblePerson: FILED_SITE_SRP },
  { ...APP, responsiblePerson: FILED_APP_SRP },
];
/** The registry says the same of the entity, but knows other persons for the services. */
const SAME = { filedRecord: { entity: ENTITY, services: FILED_SERVICES } };
/** The registry knows another ERP. */
const DIFFERENT = {
  filedRecord: { entity: { ...ENTITY, responsiblePerson: FILED_ERP }, services: FILED_SERVICES },
};

function order(filingType: string, changes: Record<string, unknown> = {}): Application {
  const document: Input = {
    filingType,
    accountId: "a1",
    entity: ENTITY,
    services: [SITE],
    materials: [],
    entityOrigin: "OURS",
    cancelOrigin: "VOLUNTARY",
    ...changes,
  };
  return applicationSchema.parse(document);
}

/** Who is asked, by the last digit of the phone: 1 ERP, 2 site SRP, 3 app SRP, 4-6 the same as filed. */
function asked(application: Application, flag: "NONE" | "SRP" = "NONE"): string {
  return smsRecipients(application, { addAppWithoutEntityChange: flag })
    .map(({ role, phone }) => `${role}${phone.at(-1)}`)
    .join(" ");
}

const transfer = { fromAccountId: "a1", toAccountId: "a2", scope: "ENTITY" };
const target = (...serviceFilingNumbers: string[]) => ({ serviceFilingNumbers });

const TABLE: [cell: string, filingType: string, changes: Record<string, unknown>, expected: string][] = [
  ["first filing, website", "FIRST_FILING", {}, "ERP1 SRP2"],
  ["first filing, app", "FIRST_FILING", { services: [APP] }, "ERP1 SRP3"],
  ["first filing, website and app", "FIRST_FILING", { services: [SITE, APP] }, "ERP1 SRP2 SRP3"],
  ["add access OURS, entity as filed", "ADD_ACCESS", { evidence: SAME }, "SRP5"],
  ["add access OURS, entity changed", "ADD_ACCESS", { evidence: DIFFERENT }, "ERP1 SRP5"],
  ["add access OTHER, entity as filed", "ADD_ACCESS", { entityOrigin: "OTHER", evidence: SAME }, "SRP5"],
  [
    "add access OTHER, entity changed",
    "ADD_ACCESS",
    { entityOrigin: "OTHER", evidence: DIFFERENT },
    "ERP1 SRP5",
  ],
  ["add access, app, entity as filed", "ADD_ACCESS", { services: [APP], evidence: SAME }, "SRP6"],
  ["add access, app, entity changed", "ADD_ACCESS", { services: [APP], evidence: DIFFERENT }, "ERP1 SRP6"],
  ["add website, entity as filed", "ADD_SERVICE", { evidence: SAME }, "SRP2"],
  ["add website, entity changed", "ADD_SERVICE", { evidence: DIFFERENT }, "ERP1 SRP2"],
  ["add app, entity as filed", "ADD_SERVICE", { services: [APP], evidence: SAME }, ""],
  ["add app, entity changed", "ADD_SERVICE", { services: [APP], evidence: DIFFERENT }, "ERP1"],
  ["add both, entity as filed", "ADD_SERVICE", { services: [SITE, APP], evidence: SAME }, "SRP2"],
  ["add both, entity changed", "ADD_SERVICE", { services: [SITE, APP], evidence: DIFFERENT }, "ERP1 SRP2"],
  ["change entity", "CHANGE_ENTITY", { services: [], evidence: DIFFERENT }, "ERP1"],
  ["change website", "CHANGE_SERVICE", { evidence: SAME }, "SRP2"],
  ["change app", "CHANGE_SERVICE", { services: [APP], evidence: SAME }, "SRP3"],
  ["change entity and website", "CHANGE_BOTH", { evidence: DIFFERENT }, "ERP1 SRP2"],
  ["change entity and app", "CHANGE_BOTH", { services: [APP], evidence: DIFFERENT }, "ERP1 SRP3"],
  ["deregister entity", "DEREGISTER_ENTITY", { services: [], evidence: DIFFERENT }, "ERP4"],
  [
    "deregister website",
    "DEREGISTER_SERVICE",
    { services: [], evidence: SAME, target: target("粤ICP备20000001号-1") },
    "SRP5",
  ],
  [
    "deregister app",
    "DEREGISTER_SERVICE",
    { services: [], evidence: SAME, target: target("粤ICP备20000001号-2A") },
    "SRP6",
  ],
  ["cancel access, voluntary", "CANCEL_ACCESS", { evidence: SAME }, ""],
  ["cancel access, forced", "CANCEL_ACCESS", { cancelOrigin: "FORCED" }, ""],
  ["claim", "CLAIM", {}, ""],
  ["transfer", "TRANSFER", { transfer }, ""],
];

describe("table 14-1", () => {
  it.each(TABLE)("%s", (_cell, filingType, changes, expected) => {
    expect(asked(order(filingType, changes))).toBe(expected);
  });

  it.each([
    ["an app with the entity as filed", { services: [APP], evidence: SAME }, "SRP3"],
    ["a website and an app", { services: [SITE, APP], evidence: SAME }, "SRP2 SRP3"],
    ["an app with a changed entity", { services: [APP], evidence: DIFFERENT }, "ERP1"],
  ])("with the flag, adding %s asks the SRP unless the entity changed", (_what, changes, expected) => {
    expect(asked(order("ADD_SERVICE", changes), "SRP")).toBe(expected);
  });
});

describe("persons", () => {
  it("are named once by phone, as ERP where both persons share it", () => {
    const sharing = { ...SITE, responsiblePerson: { ...SITE_SRP, mobile: " +86 138-0000-0001" } };
    expect(smsRecipients(order("FIRST_FILING", { services: [sharing, SITE, SITE] }))).toEqual([
      { role: "ERP", phone: "13800000001", idTail: "01001X" },
      { role: "SRP", phone: "13800000002", idTail: "010022" },
    ]);
  });

  it("are the ERP's for a service that says so, in the role that is asked", () => {
    const same = { ...SITE, responsiblePerson: { sameAsEntity: true } };
    expect(asked(order("FIRST_FILING", { services: [same] }))).toBe("ERP1");
    expect(asked(order("CHANGE_SERVICE", { services: [same] }))).toBe("SRP1");
  });

  it("are found in the filed record by domain or name where the order has no number", () => {
    const byDomain = { ...SITE, filingNumber: null, domains: ["ONE.example"] };
    const byName = { ...APP, filingNumber: null };
    expect(asked(order("ADD_ACCESS", { services: [byDomain, byName], evidence: SAME }))).toBe("SRP5 SRP6");
  });

  it("are the filed ERP where the filed service has the same person", () => {
    const filed = { ...SITE, responsiblePerson: { sameAsEntity: true } };
    const evidence = { filedRecord: { ...DIFFERENT.filedRecord, services: [filed] } };
    expect(asked(order("ADD_ACCESS", { evidence }))).toBe("ERP1 SRP4");
  });

  it("stay in the list without a phone, so that the bureau refuses rather than skips", () => {
    const entity = { ...ENTITY, responsiblePerson: null };
    expect(smsRecipients(order("CHANGE_ENTITY", { entity, services: [] }))).toEqual([
      { role: "ERP", phone: "", idTail: "" },
    ]);
    expect(smsRecipients(order("DEREGISTER_SERVICE", { services: [] }))).toEqual([
      { role: "SRP", phone: "", idTail: "" },
    ]);
  });
});

describe("without evidence of the filed record", () => {
  it.each([
    ["ADD_ACCESS", { entityOrigin: "OURS" }, "SRP2"],
    ["ADD_ACCESS", { entityOrigin: "OTHER" }, "ERP1 SRP2"],
    ["ADD_SERVICE", { entityOrigin: "OURS" }, "SRP2"],
    ["ADD_SERVICE", { entityOrigin: "OTHER" }, "ERP1 SRP2"],
    ["ADD_SERVICE", { entityOrigin: "OURS", services: [APP] }, ""],
    ["ADD_SERVICE", { entityOrigin: "OTHER", services: [APP] }, "ERP1"],
    ["DEREGISTER_ENTITY", {}, "ERP1"],
    ["DEREGISTER_SERVICE", { target: target("粤ICP备20000001号-1") }, "SRP2"],
  ])("%s %j falls back on the order's persons", (filingType, changes, expected) => {
    expect(asked(order(filingType, changes))).toBe(expected);
  });
});

describe("entityChanged", () => {
  const changedTo = (entity: Record<string, unknown>, filed: Record<string, unknown> = ENTITY) =>
    entityChanged(
      order("ADD_SERVICE", { entity, evidence: { filedRecord: { entity: filed, services: [] } } }),
    );

  it.each([
    ["another name", { ...ENTITY, name: "别的公司" }],
    ["another county", { ...ENTITY, region: { provinceCode: "440300" } }],
    ["another ERP phone", { ...ENTITY, responsiblePerson: { ...ERP, mobile: "13900000000" } }],
  ])("sees %s", (_what, entity) => {
    expect(changedTo(entity)).toBe(true);
  });

  it("sees an item that was emptied, and one that was filled in", () => {
    expect(changedTo({ ...ENTITY, remark: null }, { ...ENTITY, remark: "旧" })).toBe(true);
    expect(changedTo({ ...ENTITY, remark: "新" }, { ...ENTITY, remark: null })).toBe(true);
  });

  it.each([
    ["the entity's own number", { ...ENTITY, filingNumber: "粤ICP备20000001号" }],
    ["letter case and blanks", { ...ENTITY, certNumber: " 91440300ma5f000001 " }],
    ["an item the registry does not give", { ...ENTITY, investor: "某人" }],
    ["empty for nothing", { ...ENTITY, remark: "" }],
  ])("does not take %s for a change", (_what, entity) => {
    const filed = { ...ENTITY, remark: null, filingNumber: "粤ICP备20000009号" };
    expect(changedTo(entity, filed)).toBe(false);
  });

  it("cannot tell without a filed record", () => {
    expect(entityChanged(order("ADD_SERVICE"))).toBeNull();
  });
});

describe("record tags", () => {
  it("exist for exactly the kinds that go to the bureau", () => {
    for (const kind of FILING_KINDS) {
      expect([kindCode(kind), recordTagOf(kind) !== null]).toEqual([kindCode(kind), goesToBureau(kind)]);
    }
  });

  it("are those of the 2013 interface", () => {
    const text = Object.entries(RECORD_TAGS).map(
      ([type, { tag, zxlb, czlx }]) => `${type} ${tag} ${zxlb} ${czlx}`,
    );
    expect(text).toEqual([
      "FIRST_FILING XZBA undefined 1",
      "ADD_SERVICE XZWZ undefined 2",
      "ADD_ACCESS XZJR undefined 3",
      "CHANGE_ENTITY BGBA undefined 4",
      "CHANGE_SERVICE BGBA undefined 4",
      "CHANGE_BOTH BGBA undefined 4",
      "CANCEL_ACCESS ZXBA 2 5",
      "DEREGISTER_ENTITY ZXBA 0 6",
      "DEREGISTER_SERVICE ZXBA 1 7",
    ]);
  });
});
