import { describe, expect, it } from "vitest";
import {
  blockContains,
  ipRange,
  parseCidr,
  parseIp,
  sameIp,
  specialUseOf,
} from "#shared/domain/identifiers/ip-address";

function useOf(start: string, end = start, admitted: readonly string[] = []) {
  const [first, last] = [parseIp(start), parseIp(end)];
  const range = first === null || last === null ? null : ipRange(first, last);
  if (range === null) throw new Error(`no range ${start} to ${end}`);
  return specialUseOf(
    range,
    admitted.flatMap((cidr) => parseCidr(cidr) ?? []),
  );
}

describe("reading an address", () => {
  it.each([
    ["121.36.0.9", { family: 4, value: 0x79240009n }],
    ["0.0.0.0", { family: 4, value: 0n }],
    ["::1", { family: 6, value: 1n }],
    ["2001:0DB8:0:0:0:0:0:1", { family: 6, value: 0x20010db8000000000000000000000001n }],
    ["::ffff:10.0.0.1", { family: 6, value: 0xffff0a000001n }],
  ])("takes %s", (text, ip) => {
    expect(parseIp(text)).toEqual(ip);
  });

  it.each([
    "",
    " 1.2.3.4",
    "1.2.3",
    "1.2.3.256",
    "1.2.3.4.5",
    "01.2.3.4",
    "0x1.2.3.4",
    "16909060",
    "1.2.3.4/24",
    "fe80::1%eth0",
    "1::2::3",
    "2001:db8",
    "12345::1",
    "１.2.3.4",
    "example.com",
  ])("refuses %j", (text) => {
    expect(parseIp(text)).toBeNull();
  });
});

describe("blocks", () => {
  it.each([
    ["121.36.0.0/14", "121.39.255.255", true],
    ["121.36.0.0/14", "121.40.0.0", false],
    ["121.36.7.7/14", "121.36.0.0", true],
    ["203.0.113.0/24", "::ffff:203.0.113.9", true],
    ["2400:1::/32", "2400:1:ffff::1", true],
    ["2400:1::/32", "2400:2::", false],
    ["0.0.0.0/0", "::", false],
  ])("%s and %s: %s", (cidr, address, inside) => {
    const [block, ip] = [parseCidr(cidr), parseIp(address)];
    expect(block !== null && ip !== null && blockContains(block, ip)).toBe(inside);
  });

  it.each(["", "1.2.3.4", "1.2.3.4/33", "1.2.3.4/-1", "1.2.3.4/8/8", "::/129", "::/", "x/8"])(
    "refuses %j",
    (text) => {
      expect(parseCidr(text)).toBeNull();
    },
  );

  it("makes a range of one family in the right order only", () => {
    const [low, high, other] = [parseIp("1.2.3.4"), parseIp("1.2.3.9"), parseIp("2400::1")];
    if (low === null || high === null || other === null) throw new Error("addresses expected");
    expect(ipRange(low, high)).toEqual({ family: 4, first: 0x01020304n, last: 0x01020309n });
    expect(ipRange(low, low)).not.toBeNull();
    expect(ipRange(high, low)).toBeNull();
    expect(ipRange(low, other)).toBeNull();
  });

  it("knows an address in another spelling", () => {
    const [short, long, mapped, plain] = ["2400::1", "2400:0:0:0:0:0:0:1", "::ffff:1.2.3.4", "1.2.3.4"].map(
      parseIp,
    );
    if (!short || !long || !mapped || !plain) throw new Error("addresses expected");
    expect(sameIp(short, long)).toBe(true);
    expect(sameIp(mapped, plain)).toBe(true);
    expect(sameIp(short, plain)).toBe(false);
  });
});

describe("special uses", () => {
  it.each([
    ["0.0.0.0", "UNSPECIFIED"],
    ["10.255.255.255", "PRIVATE"],
    ["172.31.0.1", "PRIVATE"],
    ["192.168.0.1", "PRIVATE"],
    ["127.0.0.1", "LOOPBACK"],
    ["169.254.1.1", "LINK_LOCAL"],
    ["100.127.255.255", "CGNAT"],
    ["192.0.2.1", "DOCUMENTATION"],
    ["198.51.100.1", "DOCUMENTATION"],
    ["203.0.113.1", "DOCUMENTATION"],
    ["198.19.255.255", "BENCHMARKING"],
    ["224.0.0.1", "MULTICAST"],
    ["255.255.255.255", "BROADCAST"],
    ["240.0.0.1", "RESERVED"],
    ["::", "UNSPECIFIED"],
    ["::1", "LOOPBACK"],
    ["fd00::1", "PRIVATE"],
    ["fe80::1", "LINK_LOCAL"],
    ["2001:db8::1", "DOCUMENTATION"],
    ["ff02::1", "MULTICAST"],
    ["::ffff:192.168.1.1", "PRIVATE"],
    ["::ffff:203.0.113.1", "DOCUMENTATION"],
  ])("%s is %s", (address, use) => {
    expect(useOf(address)).toBe(use);
  });

  it.each([
    "1.0.0.1",
    "9.255.255.255",
    "11.0.0.0",
    "100.63.255.255",
    "100.128.0.0",
    "172.15.255.255",
    "172.32.0.0",
    "192.167.255.255",
    "198.17.255.255",
    "198.20.0.0",
    "203.0.114.0",
    "223.255.255.255",
    "2400:3200::1",
    "::ffff:121.36.0.1",
  ])("%s is public", (address) => {
    expect(useOf(address)).toBeNull();
  });

  it("sees what lies between the ends of a range", () => {
    expect(useOf("9.0.0.0", "11.0.0.0")).toBe("PRIVATE");
    expect(useOf("8.0.0.0", "9.255.255.255")).toBeNull();
  });

  it("lets admitted blocks through, and nothing beside them", () => {
    expect(useOf("203.0.113.9", "203.0.113.9", ["203.0.113.0/24"])).toBeNull();
    expect(useOf("203.0.113.0", "203.0.113.255", ["203.0.113.0/25"])).toBe("DOCUMENTATION");
    expect(useOf("198.51.100.1", "198.51.100.1", ["203.0.113.0/24"])).toBe("DOCUMENTATION");
  });
});
