import { describe, expect, it } from "vitest";
import type { RuleInput } from "#shared/domain/rules/rule-input";
import { bent, cleanInput, resultsOf, withLists } from "#test/support/rule-inputs";
import { type Case, expectAnswers, present, serviceIn } from "./order-tables";

const site = cleanInput(
  "FIRST_FILING",
  ({ services }) => services.length === 1 && services[0]?.kind === "WEBSITE",
);
const app = cleanInput(
  "FIRST_FILING",
  ({ services }) => services.length === 1 && services[0]?.kind === "APP",
);

function table(ruleId: string, cases: readonly Case[]): void {
  it.each(cases)("%s", (_title, input, expected) => expectAnswers(ruleId, input, expected));
}

/** The website on one range; its resource has both ends. */
function range(start: string, end = start, publicIps: readonly string[] | null = [start, end]): RuleInput {
  return bent(site, (order) => {
    const service = serviceIn(order);
    service.ipRanges = [{ start, end }];
    present(service.resource).publicIps = publicIps === null ? null : [...publicIps];
  });
}

function bound(...bindings: readonly { ip: string; domains: string[] }[]): RuleInput {
  return bent(app, (order) => {
    serviceIn(order).ipDomainBindings = [...bindings];
  });
}

const RANGE = "services[0].ipRanges[0]";
const BINDINGS = "services[0].ipDomainBindings";

describe("R-139 not public", () => {
  const BAD = [`VIOLATED ${RANGE}`];
  table("R-139", [
    ["public", range("121.36.0.9"), []],
    ["public, both families", range("2400:3200::1"), []],
    ["admitted", range("203.0.113.9"), []],
    ["not admitted any more", withLists(range("203.0.113.9"), { admittedIpRanges: [] }), BAD],
    ["another documentation block", range("198.51.100.9"), BAD],
    ["private", range("192.168.1.1"), BAD],
    ["mapped private", range("::ffff:10.0.0.1"), BAD],
    ["private between public ends", range("9.255.255.255", "11.0.0.0"), BAD],
    ["a private end of a range the wrong way round", range("121.36.0.9", "10.0.0.1"), BAD],
    ["four numbers too large", range("300.1.1.1"), BAD],
    ["a malformed end", range("121.36.0.9", "121.36.0"), BAD],
    ["nothing", range(""), BAD],
    [
      "no ranges",
      bent(site, (order) => {
        serviceIn(order).ipRanges = null;
      }),
      [],
    ],
    ["a loopback binding", bound({ ip: "127.0.0.1", domains: [] }), [`VIOLATED ${BINDINGS}[0].ip`]],
    [
      "the second binding",
      bound({ ip: "121.36.0.9", domains: [] }, { ip: "x", domains: [] }),
      [`VIOLATED ${BINDINGS}[1].ip`],
    ],
    ["a change of the entity", cleanInput("CHANGE_ENTITY"), ["n/a"]],
  ]);

  it("tells malformed from not public", () => {
    const reasonOf = (input: RuleInput) => {
      const [result] = resultsOf("R-139", input) ?? [];
      return result?.kind === "VIOLATED" ? result.params.reason : undefined;
    };
    expect(reasonOf(range("300.1.1.1"))).not.toEqual(reasonOf(range("192.168.1.1")));
  });
});

describe("R-140 not ours", () => {
  const FOREIGN = [`VIOLATED ${RANGE}`];
  const pools = (input: RuleInput, ...ipPools: string[]) => withLists(input, { ipPools });
  table("R-140", [
    ["in a pool, of the resource", range("121.36.0.9"), []],
    ["first address past a pool", range("121.40.0.0"), FOREIGN],
    ["last address of a pool", range("121.39.255.255"), []],
    ["private", range("192.168.1.1"), FOREIGN],
    ["one end outside", range("121.39.255.255", "121.40.0.0"), FOREIGN],
    ["in a pool, of another resource", range("121.36.0.9", "121.36.0.9", ["121.36.0.8"]), FOREIGN],
    ["in a pool, the resource has none", range("121.36.0.9", "121.36.0.9", []), FOREIGN],
    ["a range, one end of another resource", range("121.36.0.9", "121.36.0.12", ["121.36.0.9"]), FOREIGN],
    ["the wrong way round, both ours", range("121.36.0.12", "121.36.0.9"), []],
    [
      "IPv6 in another spelling",
      pools(range("2400:0:0::1", "2400::1", ["2400:0:0:0:0:0:0:1"]), "2400::/32"),
      [],
    ],
    ["malformed is R-139", range("121.36.0"), []],
    ["addresses of the resource unknown", range("121.36.0.9", "121.36.0.9", null), [`CANNOT_CHECK ${RANGE}`]],
    ["outside, addresses of the resource unknown", range("8.8.8.8", "8.8.8.8", null), FOREIGN],
    ["no pools are held", pools(range("121.36.0.9")), [`CANNOT_CHECK ${RANGE}`]],
    ["a binding outside", bound({ ip: "8.8.8.8", domains: [] }), [`VIOLATED ${BINDINGS}[0].ip`]],
  ]);
});

describe("R-141 range", () => {
  const BAD = [`VIOLATED ${RANGE}`];
  table("R-141", [
    ["a single address", range("121.36.0.9"), []],
    ["upwards", range("121.36.0.9", "121.36.1.0"), []],
    ["downwards", range("121.36.0.9", "121.36.0.8"), BAD],
    ["downwards by number, upwards by letter", range("121.36.0.10", "121.36.0.9"), BAD],
    ["two families", range("121.36.0.9", "2400::1"), BAD],
    ["IPv6 downwards", range("2400::2", "2400::1"), BAD],
    ["malformed is R-139", range("121.36.0.9", "x"), []],
    [
      "a downward range of an APP",
      bent(app, (order) => {
        serviceIn(order).ipRanges = [{ start: "1.1.1.2", end: "1.1.1.1" }];
      }),
      BAD,
    ],
  ]);
});

describe("R-142 addresses of an APP", () => {
  type Lookup = { resolvedIps?: string[] | null; resolves?: boolean | null };
  const looked = (lookup: Lookup, ...bindings: { ip: string; domains: string[] }[]) =>
    bent(app, ({ services, evidence }) => {
      const [service] = services;
      if (service === undefined) return;
      service.domains = ["a-example.cn"];
      service.ipDomainBindings = bindings;
      present(evidence).domains = [{ domain: "a-example.cn", ...lookup }];
    });
  const here = { ip: "121.36.0.9", domains: ["a-example.cn"] };
  table("R-142", [
    ["all bound", looked({ resolvedIps: ["121.36.0.9"] }, here), []],
    [
      "bound in another spelling",
      looked({ resolvedIps: ["2400:0:0:0:0:0:0:1"] }, { ...here, ip: "2400::1" }),
      [],
    ],
    [
      "one is not bound",
      looked({ resolvedIps: ["121.36.0.9", "121.36.0.10"] }, here),
      [`VIOLATED ${BINDINGS}`],
    ],
    ["nothing is bound", looked({ resolvedIps: ["121.36.0.9"] }), [`VIOLATED ${BINDINGS}`]],
    ["more bound than resolved", looked({ resolvedIps: [] }, here), []],
    [
      "a bound domain is not listed",
      looked({ resolvedIps: [] }, { ...here, domains: ["a-example.cn", "b-example.cn"] }),
      [`VIOLATED ${BINDINGS}[0]`],
    ],
    ["unknown", looked({ resolvedIps: null }, here), [`CANNOT_CHECK ${BINDINGS}`]],
    ["does not resolve", looked({ resolvedIps: null, resolves: false }, here), []],
    [
      "no lookup",
      bent(app, ({ evidence }) => {
        present(evidence).domains = null;
      }),
      [`CANNOT_CHECK ${BINDINGS}`],
    ],
    ["a website", site, ["n/a"]],
  ]);
});
