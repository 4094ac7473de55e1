import type { Service } from "../../filing/service";
import { stated } from "../param-texts";
import type { ParamValue, Text } from "../rule";

export type Resource = NonNullable<Service["resource"]>;

const TYPE_NAMES: ReadonlyMap<string, Text> = new Map([
  ["ECS", { zh: "云服务器", en: "cloud server" }],
  ["AUTH_CODE", { zh: "备案授权码", en: "filing authorisation code" }],
  ["ENTERPRISE_PORTAL", { zh: "企业门户", en: "enterprise portal" }],
  ["DEDICATED_CLOUD", { zh: "专属云", en: "dedicated cloud" }],
  ["NAT_GATEWAY", { zh: "公网NAT网关", en: "public NAT gateway" }],
  ["PRIVILEGED", { zh: "专享资源", en: "privileged resource" }],
]);

/** Type and id of a resource as a message names it. */
export function resourceLabel(resource: Resource | null | undefined): ParamValue {
  const type = TYPE_NAMES.get(resource?.type ?? "");
  const id = resource?.instanceId?.trim() ?? "";
  if (type === undefined) return stated([resource?.type ?? "", id].join(" ").trim());
  return { zh: `${type.zh} ${id}`.trim(), en: `${type.en} ${id}`.trim() };
}
