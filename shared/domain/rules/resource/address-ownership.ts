import { blockContains, parseIp, sameIp } from "../../identifiers/ip-address";
import { at, cannotCheck, fact, violated } from "../results";
import type { RuleResult, Text } from "../rule";
import type { RuleInput } from "../rule-input";
import { addressText, blocksOf, type StatedAddress } from "./stated-addresses";

const NOT_OURS: Text = { zh: "不在本平台境内地址池", en: "not in our mainland address pools" };
const NOT_OF_RESOURCE: Text = { zh: "不是该资源的公网IP", en: "not a public IP of the resource" };

/** Whether an address lies outside our pools, or belongs to another resource. What is no IP is R-139. */
export function foreignAddress(input: RuleInput, address: StatedAddress): RuleResult[] {
  const ends = [parseIp(address.start), parseIp(address.end)].filter((ip) => ip !== null);
  if (ends.length < 2) return [];
  const { path } = address;
  const wrong = (reason: Text, ground: ReturnType<typeof fact>) => [
    violated(path, { ip: addressText(address), reason }, [at(path), ground]),
  ];
  const pools = blocksOf(input.lists.ipPools);
  if (pools.length === 0) return [cannotCheck(path, "context.ipPools")];
  const within = (some: typeof ends) => pools.some((pool) => some.every((ip) => blockContains(pool, ip)));
  // No pool holds two families: a range of both is wrong by R-141, and ours when each of its ends is.
  const mixed = new Set(ends.map(({ family }) => family)).size > 1;
  const ours = mixed ? ends.every((ip) => within([ip])) : within(ends);
  if (!ours) return wrong(NOT_OURS, fact("context.ipPools", input.lists.ipPools.length));
  const resource = input.application.services[address.serviceIndex]?.resource;
  if (!resource?.publicIps) return [cannotCheck(path, "services[].resource.publicIps")];
  const own = resource.publicIps.flatMap((text) => parseIp(text) ?? []);
  const belongs = ends.every((end) => own.some((ip) => sameIp(ip, end)));
  return belongs ? [] : wrong(NOT_OF_RESOURCE, at(`services[${address.serviceIndex}].resource.publicIps`));
}
