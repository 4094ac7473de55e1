import { describe, expect, it } from "vitest";
import type { Application } from "#shared/domain/filing/application";
import type { RuleInput } from "#shared/domain/rules/rule-input";
import { answers, bent, cleanInput, resultsOf, withSwitches } from "#test/support/rule-inputs";

const PLACE = "services[0].domains[0]";
const VIOLATED = [`VIOLATED ${PLACE}`];
const OPEN = [`CANNOT_CHECK ${PLACE}`];

const one = ({ services }: Application) => services.length === 1 && services[0]?.kind === "WEBSITE";
const website = cleanInput("FIRST_FILING", (order) => order.entity.nature === 4 && one(order));
const [domain = ""] = website.application.services[0]?.domains ?? [];

function known(
  resolves: boolean | null,
  sites: NonNullable<Application["evidence"]>["sites"],
  input: RuleInput = website,
): RuleInput {
  return bent(input, ({ evidence }) => {
    for (const record of evidence?.domains ?? []) record.resolves = resolves;
    if (evidence) evidence.sites = sites;
  });
}

const filed = bent(website, ({ evidence }) => {
  if (evidence?.miitRegistry) evidence.miitRegistry.domainsFiled = [domain];
  if (evidence?.miitRegistry) evidence.miitRegistry.entityFilingNumber = "京ICP备12345678号";
});
const asApp = (input: RuleInput) =>
  bent(input, ({ services: [service] }) => service && Object.assign(service, { kind: "APP" }));

describe("R-100 in use", () => {
  it.each([
    ["off", website, []],
    ["resolves", known(true, null), VIOLATED],
    ["answers", known(false, [{ domain, reachable: true }]), VIOLATED],
    ["answers under www", known(null, [{ domain: `www.${domain}`, reachable: true }]), VIOLATED],
    ["another site answers", known(false, [{ domain: "other.cn", reachable: true }]), []],
    ["does not resolve, not visited", known(false, null), []],
    ["nobody knows", known(null, null), OPEN],
    ["only the visit is known", known(null, [{ domain, reachable: false }]), OPEN],
    ["filed already is R-101", known(true, null, filed), []],
    ["an APP's may be in use", asApp(known(true, null)), ["n/a"]],
    ["an addition of access keeps serving", cleanInput("ADD_ACCESS/OURS"), ["n/a"]],
  ])("%s", (_, input, expected) => {
    expect(answers("R-100", input)).toEqual(expected);
  });
});

describe("R-101 filed already", () => {
  const unknown = bent(
    website,
    ({ evidence }) => evidence && Object.assign(evidence, { miitRegistry: null }),
  );
  it.each([
    ["not filed", website, []],
    ["filed", filed, VIOLATED],
    ["nobody asked", unknown, OPEN],
    ["an APP may use a filed domain", asApp(filed), ["n/a"]],
  ])("%s", (_, input, expected) => {
    expect(answers("R-101", input)).toEqual(expected);
  });

  it("names the number, or says that it is not known", () => {
    expect(resultsOf("R-101", filed)).toMatchObject([{ params: { filingNumber: "京ICP备12345678号" } }]);
    const nameless = bent(filed, ({ evidence }) => {
      if (evidence?.miitRegistry) evidence.miitRegistry.entityFilingNumber = null;
    });
    expect(resultsOf("R-101", nameless)).toMatchObject([
      { params: { filingNumber: { en: "(number not known)" } } },
    ]);
  });
});

function named(name: string, nature: number): RuleInput {
  return bent(website, ({ entity, services: [service] }) => {
    entity.nature = nature;
    if (service) service.domains = [name];
  });
}

describe("R-102 public bodies", () => {
  it.each([
    [2, "sz.gov.cn", []],
    [2, "部门.政务", []],
    [2, "xn--ig4am2h.xn--zfr164b", []],
    [2, "example.cn", VIOLATED],
    [2, "examplegov.cn", VIOLATED],
    [2, "部门.公益", VIOLATED],
    [3, "example.cn", []],
    [3, "example.org.cn", []],
    [3, "医院.公益", []],
    [3, "a.xn--55qw42g", []],
    [3, "example.com", VIOLATED],
    [3, "医院.政务", VIOLATED],
    [4, "example.com", ["n/a"]],
  ])("nature %s under %s", (nature, name, expected) => {
    expect(answers("R-102", named(name, nature))).toEqual(expected);
  });
});

describe("R-103 Beijing", () => {
  const elsewhere = { ...named("example.io", 4), province: { ...website.province, id: "GD" } };
  const beijing = cleanInput(
    "FIRST_FILING",
    (order) => order.entity.region.provinceCode === "110000" && one(order),
  );
  const under = (name: string) =>
    bent(beijing, ({ services: [service] }) => service && Object.assign(service, { domains: [name] }));
  it.each([
    [under("example.com"), []],
    [under("example.io"), VIOLATED],
    [under("example.com.hk"), VIOLATED],
    [under("exampleio.cn"), []],
    [withSwitches(under("example.io"), { tldDeny: [] }), []],
    [withSwitches(under("例子.公益"), { tldDeny: [".公益"] }), VIOLATED],
    [elsewhere, ["n/a"]],
  ] as const)("%#", (input, expected) => {
    expect(answers("R-103", input)).toEqual(expected);
  });
});

describe("R-104 homepage", () => {
  const HOME = ["VIOLATED services[0].homepageUrl"];
  it.each([
    [null, []],
    ["", []],
    [`www.${domain}`, []],
    [`www.shop.${domain}`, []],
    [`www.${domain}/a?b#c`, []],
    [`www.${domain}:8080`, []],
    [domain, HOME],
    [`http://www.${domain}`, HOME],
    [`www.not${domain}`, HOME],
    [`www.other.cn/${domain}`, HOME],
    ["www.", HOME],
  ])("%s", (homepageUrl, expected) => {
    const input = bent(
      website,
      ({ services: [service] }) => service && Object.assign(service, { homepageUrl }),
    );
    expect(answers("R-104", input)).toEqual(expected);
  });

  it("reads IDN and punycode as one name", () => {
    const input = bent(named("例子.中国", 4), ({ services: [service] }) => {
      if (service) service.homepageUrl = "www.xn--fsqu00a.xn--fiqs8s";
    });
    expect(answers("R-104", input)).toEqual([]);
  });
});

describe("R-105 twice in the order", () => {
  function services(...list: { kind: "WEBSITE" | "APP"; name: string; domains: string[] }[]): RuleInput {
    return bent(website, (order) => {
      order.services = list.map((service) => ({ ...service }));
    });
  }
  const site = (name: string, ...domains: string[]) => ({ kind: "WEBSITE" as const, name, domains });
  const app = (name: string, ...domains: string[]) => ({ kind: "APP" as const, name, domains });
  it.each([
    [services(site("甲", "a.cn"), site("甲", "b.cn")), []],
    [services(site("甲", "a.cn"), site("乙", "b.cn", "a.cn")), ["VIOLATED services[1].domains[1]"]],
    [
      services(site("甲", "例子.中国"), site("乙", "xn--fsqu00a.xn--fiqs8s")),
      ["VIOLATED services[1].domains[0]"],
    ],
    [services(site("甲", "a.cn", "a.cn")), []],
    [services(site("甲", "a.cn"), app("乙", "a.cn")), []],
    [services(app("甲", "a.cn"), app("乙", "a.cn")), []],
    [services(app("甲 乙", "a.cn"), app("甲乙", "b.cn")), ["VIOLATED services[1].name"]],
    [services(app("", "a.cn"), app("", "b.cn"), site("甲", ""), site("乙", "")), []],
    [
      services(app("甲", "a.cn"), site("甲", "a.cn"), app("甲", "c.cn"), app("甲", "d.cn")),
      ["VIOLATED services[2].name", "VIOLATED services[3].name"],
    ],
  ])("%#", (input, expected) => {
    expect(answers("R-105", input)).toEqual(expected);
  });
});
