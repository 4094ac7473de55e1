import type { Application } from "#shared/domain/filing/application";

/** Examples of the published description. All persons, numbers and hashes in them are made up. */

const LICENCE = "3f0a8c1d5e7b92460f1c3d5e7a9b8c6d4e2f0a1b3c5d7e9f8a6b4c2d0e1f3a5b";
const ID_FRONT = "9b1d3f5a7c8e0246bd1f3a5c7e9b0d2f4a6c8e1b3d5f7a9c0e2b4d6f8a1c3e5b";

const FIRST_FILING_EXAMPLE: Application = {
  filingType: "FIRST_FILING",
  accountId: "acct-10086",
  channel: "APP",
  entity: {
    region: { provinceCode: "440000", cityCode: "440300", countyCode: "440305" },
    nature: 4,
    name: "深圳市示例科技有限公司",
    certType: 1,
    certNumber: "91440300MA5EXAMPLE",
    certAddress: "广东省深圳市南山区示例路1号",
    contactAddress: "广东省深圳市南山区示例路1号A座1801室",
    certValidFrom: "2019-05-01",
    certValidTo: null,
    responsiblePerson: {
      name: "示例",
      idType: 2,
      idNumber: "440305199001010000",
      idValidFrom: "2015-03-02",
      idValidTo: "2035-03-02",
      mobile: "13000000000",
      emergencyPhone: "13000000001",
      email: "filing@example.com",
      isLegalRepresentative: true,
    },
  },
  services: [
    {
      kind: "WEBSITE",
      name: "示例科技",
      domains: ["example.com"],
      homepageUrl: "www.example.com",
      ipRanges: [{ start: "203.0.113.10", end: "203.0.113.10" }],
      serviceContent: [128],
      languages: [1],
      preApprovals: [],
      remark: "企业产品展示",
      resource: { type: "ECS", instanceId: "i-1", billing: "SUBSCRIPTION", months: 12, regionMainland: true },
      responsiblePerson: { sameAsEntity: true },
    },
  ],
  materials: [
    { kind: "ENTITY_CERTIFICATE", sha256: LICENCE, fileName: "licence.jpg" },
    { kind: "ERP_ID_FRONT", sha256: ID_FRONT, fileName: "id-front.jpg" },
  ],
  liveness: [{ person: "SRP", serviceIndex: 0, passed: true, capturedAt: "2026-11-20T02:11:00Z" }],
  consents: { informationSecurity: true, assistedEditing: true, filingUndertaking: true },
  evidence: { miitRegistry: { entityFiled: false, domainsFiled: [] } },
};

const { consents: _notAsked, liveness: _notTaken, ...FILED } = FIRST_FILING_EXAMPLE;
const TARGET = { entityFilingNumber: "粤ICP备12345678号", serviceFilingNumbers: ["粤ICP备12345678号-1"] };
const PERSON_CHECK = { person: "SRP", passed: true, at: "2026-11-20T02:11:00Z" };

/** One document of every filing type, named as in the catalogue of types. */
export const DOCUMENT_EXAMPLES: Readonly<Record<string, Application>> = {
  FIRST_FILING: FIRST_FILING_EXAMPLE,
  ADD_ACCESS: { ...FIRST_FILING_EXAMPLE, filingType: "ADD_ACCESS", entityOrigin: "OTHER" },
  ADD_SERVICE: { ...FIRST_FILING_EXAMPLE, filingType: "ADD_SERVICE", entityOrigin: "OURS" },
  CHANGE_ENTITY: { ...FIRST_FILING_EXAMPLE, filingType: "CHANGE_ENTITY", target: TARGET, services: [] },
  CHANGE_SERVICE: { ...FIRST_FILING_EXAMPLE, filingType: "CHANGE_SERVICE", target: TARGET },
  CHANGE_BOTH: { ...FIRST_FILING_EXAMPLE, filingType: "CHANGE_BOTH", target: TARGET },
  CANCEL_ACCESS: {
    ...FILED,
    filingType: "CANCEL_ACCESS",
    cancelOrigin: "VOLUNTARY",
    target: TARGET,
    reason: "业务迁移",
    submitVerification: PERSON_CHECK,
  },
  DEREGISTER_ENTITY: {
    ...FILED,
    filingType: "DEREGISTER_ENTITY",
    target: TARGET,
    reason: "主体注销",
    submitVerification: PERSON_CHECK,
  },
  DEREGISTER_SERVICE: {
    ...FILED,
    filingType: "DEREGISTER_SERVICE",
    target: TARGET,
    reason: "网站关停",
    submitVerification: PERSON_CHECK,
  },
  CLAIM: { ...FILED, filingType: "CLAIM", consents: { claimAgreement: true } },
  TRANSFER: {
    ...FILED,
    filingType: "TRANSFER",
    transfer: { fromAccountId: "acct-10086", toAccountId: "acct-10087", scope: "ENTITY" },
  },
};

const MOVED = { orderNo: "BA202611220C5N7Q2XK8", revision: 1 };
const FIRST_REASON = {
  fieldPath: "services[0].domains[0]",
  problem: "域名实名信息与主体不一致",
  problemEn: null,
  suggestion: "请将域名过户到主体名下后重新提交",
};

export const ANSWER_EXAMPLES = {
  material: { sha256: LICENCE, mediaType: "image/jpeg", bytes: 48_213 },
  submitted: { ...MOVED, status: "PENDING_FIRST_REVIEW", findings: [] },
  checked: { findings: [] },
  revised: {
    ...MOVED,
    status: "REVISED_PENDING_REVIEW",
    revision: 2,
    findings: [],
    untouchedRequests: ["services[0].domains[0]"],
  },
  withdrawn: { ...MOVED, status: "DRAFT" },
  abandoned: { ...MOVED, status: "ABANDONED" },
  confirmed: { ...MOVED, status: "PENDING_BUREAU_SUBMISSION" },
  view: {
    ...MOVED,
    status: "NEEDS_REVISION",
    label: { zh: "接入商审核为待修改", en: "Needs revision" },
    filingNumbers: { entity: null, services: [] },
    reviewHistory: [
      {
        round: 1,
        outcome: "REVISE",
        atMs: 1_795_323_600_000,
        comment: "请修改后重新提交",
        reasons: [FIRST_REASON],
      },
    ],
    reasons: [FIRST_REASON],
    queue: null,
    bureau: null,
  },
  smsVerified: { verified: true, attemptsLeft: 5 },
  smsResent: { sent: true, resendsLeft: 1 },
} as const;

export const REQUEST_EXAMPLES = {
  smsVerify: { phone: "13000000000", code: "123456", idTail: "010000" },
  smsResend: { phone: "13000000000", idTail: "010000" },
} as const;
