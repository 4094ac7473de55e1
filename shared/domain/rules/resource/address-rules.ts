import { ipRange, parseIp } from "../../identifiers/ip-address";
import { servicesAt } from "../document-view";
import { SERVICE_FILINGS } from "../filing-sets";
import { at, violated } from "../results";
import { type Rule, type RuleResult, rule, type Text } from "../rule";
import { foreignAddress } from "./address-ownership";
import { unbound, unlisted } from "./app-bindings";
import { badAddress } from "./public-address";
import { addressText, statedAddresses, statedRanges } from "./stated-addresses";

/** The addresses of the services. */
export const ADDRESS_RULES: readonly Rule[] = [
  rule({
    id: "R-139",
    group: "RES",
    title: { zh: "IP不合法", en: "IP invalid or not public" },
    applies: { filingTypes: SERVICE_FILINGS },
    fields: ["services[].ipRanges[]", "services[].ipDomainBindings[].ip"],
    needs: [],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    message: {
      zh: "IP格式错误或非公网地址",
      en: "IP malformed or not public",
    },
    params: ["ip", "reason"],
    templates: ["T-RES-02"],
    source: "seed §1 s3.3; V3.0 1006",
    judge: (input) =>
      statedAddresses(input).flatMap((address) => {
        const reason = badAddress(address, input.lists.admittedIpRanges);
        if (reason === null) return [];
        return [violated(address.path, { ip: addressText(address), reason }, [at(address.path)])];
      }),
  }),
  rule({
    id: "R-140",
    group: "RES",
    title: { zh: "IP不属本平台", en: "IP not ours" },
    applies: { filingTypes: SERVICE_FILINGS },
    fields: ["services[].ipRanges[]", "services[].ipDomainBindings[].ip", "services[].resource.publicIps[]"],
    needs: ["context.ipPools"],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    override: "LEAD",
    message: {
      zh: "IP不在本平台境内地址池或非该资源公网IP",
      en: "IP is outside our mainland pools or not of this resource",
    },
    params: ["ip", "reason"],
    templates: ["T-RES-02"],
    source: "seed §1 s3.3; HW-KB doc_0177; V3.0 1063",
    judge: (input) => statedAddresses(input).flatMap((address) => foreignAddress(input, address)),
  }),
  rule({
    id: "R-141",
    group: "RES",
    title: { zh: "IP段错误", en: "IP range wrong" },
    applies: { filingTypes: SERVICE_FILINGS },
    fields: ["services[].ipRanges[]"],
    needs: [],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    message: {
      zh: "起止IP须同族且起始不大于终止；单个IP起止相同",
      en: "Same family, start <= end; a single IP repeats",
    },
    params: ["ip", "reason"],
    templates: ["T-RES-02"],
    source: "HW-KB doc_0012; seed §1",
    judge: (input) =>
      statedRanges(input).flatMap((range) => {
        const [start, end] = [parseIp(range.start), parseIp(range.end)];
        if (start === null || end === null || ipRange(start, end) !== null) return [];
        const reason = start.family === end.family ? UPSIDE_DOWN : TWO_FAMILIES;
        return [violated(range.path, { ip: addressText(range), reason }, [at(range.path)])];
      }),
  }),
  rule({
    id: "R-142",
    group: "RES",
    title: { zh: "APP解析IP不全", en: "APP resolved IPs not listed" },
    applies: { filingTypes: SERVICE_FILINGS, serviceKinds: ["APP"] },
    fields: ["services[].ipDomainBindings[]"],
    needs: ["evidence.domains[].resolvedIps"],
    severity: "warn",
    check: "partly",
    outcome: "REVISE",
    message: {
      zh: "存在未填写的解析IP",
      en: "Some resolved IPs are not listed",
    },
    params: ["materialList"],
    templates: ["T-AUT-05"],
    source: "seed §1 s3.3; HW-KB 5.2",
    judge: (input) =>
      servicesAt(input, "APP").flatMap((place): RuleResult[] => [
        ...unbound(input, place),
        ...unlisted(place),
      ]),
  }),
];

const UPSIDE_DOWN: Text = { zh: "起始IP大于终止IP", en: "the start is above the end" };
const TWO_FAMILIES: Text = { zh: "起止IP不是同一协议版本", en: "start and end are of different IP versions" };
