import { type IpBlock, parseCidr } from "../../identifiers/ip-address";
import { servicesAt } from "../document-view";
import { stated } from "../param-texts";
import type { ParamValue } from "../rule";
import type { RuleInput } from "../rule-input";

/** One address or range of a service as the form states it; a single address starts and ends with itself. */
export interface StatedAddress {
  readonly start: string;
  readonly end: string;
  /** `services[0].ipRanges[1]` or `services[0].ipDomainBindings[0].ip` */
  readonly path: string;
  readonly serviceIndex: number;
}

/** The ranges of every service of the order. */
export function statedRanges(input: RuleInput): StatedAddress[] {
  return servicesAt(input).flatMap(({ service, index, path }) =>
    (service.ipRanges ?? []).map(({ start, end }, place) => ({
      start,
      end,
      path: `${path}.ipRanges[${place}]`,
      serviceIndex: index,
    })),
  );
}

/** The ranges, and the addresses to which an APP's domains are bound. */
export function statedAddresses(input: RuleInput): StatedAddress[] {
  const bound = servicesAt(input).flatMap(({ service, index, path }) =>
    (service.ipDomainBindings ?? []).map(({ ip }, place) => ({
      start: ip,
      end: ip,
      path: `${path}.ipDomainBindings[${place}].ip`,
      serviceIndex: index,
    })),
  );
  return [...statedRanges(input), ...bound];
}

/** As a message names it: one address, or both ends. */
export function addressText({ start, end }: StatedAddress): ParamValue {
  return stated(start === end ? start : `${start}-${end}`);
}

const BLOCKS = new WeakMap<readonly string[], readonly IpBlock[]>();

/** The blocks of a list of CIDR texts; read once per list. What is no block counts for nothing. */
export function blocksOf(cidrs: readonly string[]): readonly IpBlock[] {
  const known = BLOCKS.get(cidrs);
  if (known !== undefined) return known;
  const blocks = cidrs.flatMap((cidr) => parseCidr(cidr) ?? []);
  BLOCKS.set(cidrs, blocks);
  return blocks;
}
