import type { NewBlacklistEntry } from "#db/ports/rule-store";
import type { Store } from "#db/store";
import { creditCode, organisationCode, residentNumber } from "./generator/checksums";

/** Nobody's: the companies of demo orders have MA in their codes, and none of their people was born in 1900. */
const LISTED: readonly Pick<NewBlacklistEntry, "kind" | "value" | "bureau" | "reason">[] = [
  {
    kind: "ENTITY",
    value: creditCode("91", "659001", organisationCode("09990001")),
    bureau: "新疆维吾尔自治区通信管理局",
    reason: "演示：提供虚假备案材料",
  },
  {
    kind: "ENTITY",
    value: creditCode("91", "632801", organisationCode("09990002")),
    bureau: "本平台名单",
    reason: "演示：多次冒用他人证照",
  },
  {
    kind: "DOMAIN",
    value: "blacklisted-demo.com",
    bureau: "本平台名单",
    reason: "演示：域名曾用于诈骗网站",
  },
  {
    kind: "DOMAIN",
    value: "blacklisted-demo.cn",
    bureau: "青海省通信管理局",
    reason: "演示：域名曾用于赌博网站",
  },
  {
    kind: "PERSON",
    value: residentNumber("659001", "19000101", 1),
    bureau: "新疆维吾尔自治区通信管理局",
    reason: "演示：冒名备案的负责人",
  },
  {
    kind: "PERSON",
    value: residentNumber("632801", "19000101", 2),
    bureau: "本平台名单",
    reason: "演示：电话核实时否认办理备案",
  },
];

/** The one authorisation code that a demo order may use. */
export const DEMO_AUTH_CODE = "AUTH-DEMO-0001";

/**
 * A blacklist and a store of authorisation codes for the demo, in a store that holds neither and was never
 * configured: what an administrator took off stays off at the next start.
 */
export async function fillRuleStore(store: Store, nowMs: number): Promise<void> {
  if ((await store.ruleConfigRevision()) > 0) return;
  const by = { changedBy: "system:demo", changedAtMs: nowMs };
  for (const entry of LISTED) await store.addBlacklistEntry({ ...entry, ...by });
  await store.addAuthCode({
    code: DEMO_AUTH_CODE,
    issuerInstanceId: "i-demo-issuer",
    issuerValid: true,
    used: false,
    reason: "演示",
    ...by,
  });
}
