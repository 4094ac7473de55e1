import ipaddr from "ipaddr.js";

/** IP addresses, ranges and CIDR blocks of both families (domain.md §5.7). */

export interface IpAddress {
  readonly family: 4 | 6;
  readonly value: bigint;
}

/** Neighbouring addresses of one family, both ends included. */
export interface IpBlock {
  readonly family: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
}

/** Uses for which an address cannot be that of a public service (domain.md §5.7, §7.X R-139). */
export const SPECIAL_USES = [
  "UNSPECIFIED",
  "PRIVATE",
  "LOOPBACK",
  "LINK_LOCAL",
  "CGNAT",
  "DOCUMENTATION",
  "BENCHMARKING",
  "MULTICAST",
  "BROADCAST",
  "RESERVED",
] as const;
export type SpecialUse = (typeof SPECIAL_USES)[number];

const SPECIAL_CIDRS: readonly (readonly [string, SpecialUse])[] = [
  ["0.0.0.0/8", "UNSPECIFIED"],
  ["10.0.0.0/8", "PRIVATE"],
  ["172.16.0.0/12", "PRIVATE"],
  ["192.168.0.0/16", "PRIVATE"],
  ["127.0.0.0/8", "LOOPBACK"],
  ["169.254.0.0/16", "LINK_LOCAL"],
  ["100.64.0.0/10", "CGNAT"],
  ["192.0.2.0/24", "DOCUMENTATION"],
  ["198.51.100.0/24", "DOCUMENTATION"],
  ["203.0.113.0/24", "DOCUMENTATION"],
  ["198.18.0.0/15", "BENCHMARKING"],
  ["224.0.0.0/4", "MULTICAST"],
  ["255.255.255.255/32", "BROADCAST"],
  ["240.0.0.0/4", "RESERVED"],
  ["::/128", "UNSPECIFIED"],
  ["::1/128", "LOOPBACK"],
  ["fc00::/7", "PRIVATE"],
  ["fec0::/10", "PRIVATE"],
  ["fe80::/10", "LINK_LOCAL"],
  ["2001:db8::/32", "DOCUMENTATION"],
  ["3fff::/20", "DOCUMENTATION"],
  ["ff00::/8", "MULTICAST"],
];

const BITS = { 4: 32n, 6: 128n } as const;
/** ::ffff:0:0/96 */
const MAPPED_PREFIX = 0xffffn;

const SPECIAL_BLOCKS = SPECIAL_CIDRS.flatMap(([cidr, use]) => {
  const block = parseCidr(cidr);
  return block === null ? [] : [{ block, use }];
});

/**
 * An address as written: IPv4 as four decimal numbers, IPv6 in full or compressed, without a zone. Null for anything
 * else, blanks around it and leading zeros in IPv4 included.
 */
export function parseIp(text: string): IpAddress | null {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) {
    return { family: 4, value: joined(ipaddr.IPv4.parse(text).octets, 8n) };
  }
  if (!text.includes(":") || text.includes("%") || !ipaddr.IPv6.isValid(text)) return null;
  return { family: 6, value: joined(ipaddr.IPv6.parse(text).parts, 16n) };
}

/** A block such as `203.0.113.0/24`; host bits are ignored. Null when it is none. */
export function parseCidr(text: string): IpBlock | null {
  const [address = "", length = "", ...rest] = text.trim().split("/");
  const ip = parseIp(address);
  if (ip === null || rest.length > 0 || !/^\d{1,3}$/.test(length)) return null;
  const bits = BITS[ip.family];
  const prefix = BigInt(length);
  if (prefix > bits) return null;
  const size = 1n << (bits - prefix);
  const first = (ip.value / size) * size;
  return { family: ip.family, first, last: first + size - 1n };
}

/** The addresses from `start` to `end`; null when they are of different families or the wrong way round. */
export function ipRange(start: IpAddress, end: IpAddress): IpBlock | null {
  if (start.family !== end.family || start.value > end.value) return null;
  return { family: start.family, first: start.value, last: end.value };
}

/** The IPv4 address inside an IPv4-mapped IPv6 address; any other address stays as it is. */
export function unmappedIp(ip: IpAddress): IpAddress {
  const mapped = ip.family === 6 && ip.value >> 32n === MAPPED_PREFIX;
  return mapped ? { family: 4, value: ip.value & 0xffff_ffffn } : ip;
}

/** Whether both are the same address, an IPv4-mapped one being its IPv4 address. */
export function sameIp(left: IpAddress, right: IpAddress): boolean {
  const a = unmappedIp(left);
  const b = unmappedIp(right);
  return a.family === b.family && a.value === b.value;
}

export function blockContains(block: IpBlock, ip: IpAddress): boolean {
  const { family, value } = unmappedIp(ip);
  return block.family === family && block.first <= value && value <= block.last;
}

/**
 * The first special use that any address of the range has, or null when all are public. What lies wholly inside an
 * admitted block is let through.
 */
export function specialUseOf(range: IpBlock, admitted: readonly IpBlock[] = []): SpecialUse | null {
  const plain = unmappedRange(range);
  const hit = SPECIAL_BLOCKS.find(({ block }) => {
    const shared = overlap(plain, block);
    return shared !== null && !admitted.some((other) => covers(other, shared));
  });
  return hit?.use ?? null;
}

function unmappedRange(range: IpBlock): IpBlock {
  const first = unmappedIp({ family: range.family, value: range.first });
  const last = unmappedIp({ family: range.family, value: range.last });
  return ipRange(first, last) ?? range;
}

function overlap(left: IpBlock, right: IpBlock): IpBlock | null {
  if (left.family !== right.family) return null;
  const first = left.first > right.first ? left.first : right.first;
  const last = left.last < right.last ? left.last : right.last;
  return first > last ? null : { family: left.family, first, last };
}

function covers(outer: IpBlock, inner: IpBlock): boolean {
  return outer.family === inner.family && outer.first <= inner.first && inner.last <= outer.last;
}

function joined(parts: readonly number[], width: bigint): bigint {
  return parts.reduce((value, part) => (value << width) | BigInt(part), 0n);
}
