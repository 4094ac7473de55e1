import { type BureauRecord, submissionKeyOf } from "#shared/contract/bureau-record";

type Kind =
  | "FIRST_FILING"
  | "ADD_SERVICE"
  | "ADD_ACCESS"
  | "CHANGE"
  | "CANCEL_ACCESS"
  | "DEREGISTER_ENTITY"
  | "DEREGISTER_SERVICE";

const TAGS: Record<Kind, Pick<BureauRecord, "tag" | "zxlb" | "czlx">> = {
  FIRST_FILING: { tag: "XZBA", czlx: 1 },
  ADD_SERVICE: { tag: "XZWZ", czlx: 2 },
  ADD_ACCESS: { tag: "XZJR", czlx: 3 },
  CHANGE: { tag: "BGBA", czlx: 4 },
  CANCEL_ACCESS: { tag: "ZXBA", zxlb: 2, czlx: 5 },
  DEREGISTER_ENTITY: { tag: "ZXBA", zxlb: 0, czlx: 6 },
  DEREGISTER_SERVICE: { tag: "ZXBA", zxlb: 1, czlx: 7 },
};

export const CERTIFICATE = { certType: 1, certNumber: "91440300MA5F000001" };
export const ERP = { role: "ERP", phone: "13800000001", idTail: "10001X" } as const;
export const SRP = { role: "SRP", phone: "13800000002", idTail: "100020" } as const;

export function website(
  domain: string,
  filingNumber: string | null = null,
): BureauRecord["services"][number] {
  return { kind: "WEBSITE", name: `站点 ${domain}`, domains: [domain], filingNumber };
}

export function app(name: string): BureauRecord["services"][number] {
  return { kind: "APP", name, domains: [] };
}

/** A record as the gateway would send it; without recipients for a cancellation of access. */
export function sampleRecord(kind: Kind, orderNo: string, changes: Partial<BureauRecord> = {}): BureauRecord {
  return {
    submissionKey: submissionKeyOf(orderNo, 1),
    ...TAGS[kind],
    entity: { region: { provinceCode: "440000" }, nature: 4, name: "示例科技有限公司", ...CERTIFICATE },
    services: [website(`${orderNo.toLowerCase()}.example.com`)],
    target: null,
    materials: [],
    smsRecipients: kind === "CANCEL_ACCESS" ? [] : [ERP, SRP],
    ...changes,
  };
}
