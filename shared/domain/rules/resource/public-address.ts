import { ipRange, parseIp, type SpecialUse, specialUseOf } from "../../identifiers/ip-address";
import type { Text } from "../rule";
import { blocksOf, type StatedAddress } from "./stated-addresses";

const MALFORMED: Text = { zh: "IP格式错误", en: "not an IP address" };

const USE_NAMES: Readonly<Record<SpecialUse, Text>> = {
  UNSPECIFIED: { zh: "未指定地址", en: "an unspecified address" },
  PRIVATE: { zh: "私网地址", en: "a private address" },
  LOOPBACK: { zh: "环回地址", en: "a loopback address" },
  LINK_LOCAL: { zh: "链路本地地址", en: "a link-local address" },
  CGNAT: { zh: "运营商级NAT地址", en: "a carrier-grade NAT address" },
  DOCUMENTATION: { zh: "文档示例地址", en: "a documentation address" },
  BENCHMARKING: { zh: "基准测试地址", en: "a benchmarking address" },
  MULTICAST: { zh: "组播地址", en: "a multicast address" },
  BROADCAST: { zh: "广播地址", en: "a broadcast address" },
  RESERVED: { zh: "保留地址", en: "a reserved address" },
};

/** Why an address or range cannot be that of a public service, or null. */
export function badAddress({ start, end }: StatedAddress, admittedCidrs: readonly string[]): Text | null {
  const [first, last] = [parseIp(start), parseIp(end)];
  if (first === null || last === null) return MALFORMED;
  const admitted = blocksOf(admittedCidrs);
  const range = ipRange(first, last);
  const parts = range === null ? [first, last].flatMap((ip) => ipRange(ip, ip) ?? []) : [range];
  for (const part of parts) {
    const use = specialUseOf(part, admitted);
    if (use !== null) {
      const { zh, en } = USE_NAMES[use];
      return { zh: `${zh}，非公网地址`, en: `${en}, not a public one` };
    }
  }
  return null;
}
