import { describe, expect, it } from "vitest";
import type { Service } from "#shared/domain/filing/service";
import type { RequiredMaterial } from "#shared/domain/provinces/switches";
import type { RuleInput } from "#shared/domain/rules/rule-input";
import { answers, bent, cleanInput, resultsOf, TODAY, withSwitches } from "#test/support/rule-inputs";

const base = cleanInput(
  "FIRST_FILING",
  ({ services, entity }) => services.length === 1 && services[0]?.kind === "APP" && entity.nature === 4,
);

function app(change: Partial<Service>): RuleInput {
  return bent(base, ({ services: [service] }) => {
    if (service !== undefined) Object.assign(service, change);
  });
}

describe("R-130", () => {
  const host = (place: number) => `h${place}.example.com`;
  const hosts = (count: number) => Array.from({ length: count }, (_, place) => host(place));

  it.each([
    ["example.com", true],
    ["a.example.com", true],
    ["b.a.example.com", true],
    ["c.b.a.example.com", false],
    ["example.com.cn", true],
    ["b.a.example.com.cn", true],
    ["c.b.a.example.com.cn", false],
    ["com.cn", false],
    ["localhost", false],
  ])("judges the level of %s", (domain, fits) => {
    expect(answers("R-130", app({ domains: ["example.net", domain] }))).toEqual(
      fits ? [] : ["VIOLATED services[0].domains[1]"],
    );
  });

  it("leaves what is no host name to R-091", () => {
    expect(answers("R-130", app({ domains: ["exa mple..com", "example.com"] }))).toEqual([]);
  });

  it("asks for a domain", () => {
    expect(answers("R-130", app({ domains: [] }))).toEqual(["VIOLATED services[0].domains"]);
    expect(answers("R-130", app({ domains: [" "] }))).toEqual(["VIOLATED services[0].domains"]);
  });

  it("takes twenty domains by batch, and more by hand", () => {
    expect(answers("R-130", app({ domains: hosts(20), importMode: "BATCH" }))).toEqual([]);
    expect(answers("R-130", app({ domains: hosts(21), importMode: "BATCH" }))).toEqual([
      "VIOLATED services[0].domains",
    ]);
    expect(answers("R-130", app({ domains: hosts(21), importMode: "MANUAL" }))).toEqual([]);
    expect(answers("R-130", app({ domains: hosts(21), importMode: null }))).toEqual([]);
  });
});

describe("R-132", () => {
  it.each<[string, Partial<Service>, string[]]>([
    ["none named", { usesSdk: true, sdks: [] }, ["services[0].sdks"]],
    ["no list", { usesSdk: true, sdks: null }, ["services[0].sdks"]],
    [
      "one without vendor, one without type",
      {
        usesSdk: true,
        sdks: [{ type: "地图" }, { vendor: "示例", type: "地图" }, { vendor: "示例", type: " " }],
      },
      ["services[0].sdks[0]", "services[0].sdks[2]"],
    ],
    ["one without name", { usesSdk: true, sdks: [{ vendor: "示例", type: "地图" }] }, []],
    ["none used", { usesSdk: false, sdks: [{}] }, []],
    ["nothing said", { usesSdk: null, sdks: null }, []],
  ])("judges %s", (_name, change, places) => {
    expect(answers("R-132", app(change))).toEqual(places.map((place) => `VIOLATED ${place}`));
  });
});

describe("R-133", () => {
  const asking = (demand: Partial<RequiredMaterial>, input = base) =>
    withSwitches(input, {
      requiredMaterials: [
        {
          kind: "ANTI_FRAUD_REPORT",
          filingTypes: null,
          natures: null,
          effectiveFrom: null,
          source: "",
          ...demand,
        },
      ],
    });
  const MISSING = ["VIOLATED materials"];

  it.each([
    ["of everybody", asking({}), MISSING],
    ["of units", asking({ natures: ["UNIT"] }), MISSING],
    [
      "of first filings from today on",
      asking({ filingTypes: ["FIRST_FILING"], effectiveFrom: TODAY }),
      MISSING,
    ],
    ["of individuals", asking({ natures: ["INDIVIDUAL"] }), []],
    ["of additions", asking({ filingTypes: ["ADD_SERVICE"] }), []],
    ["from tomorrow on", asking({ effectiveFrom: "2026-03-03" }), []],
    ["of nobody", base, []],
  ])("misses the report where the province asks it %s", (_name, input, expected) => {
    expect(answers("R-133", input)).toEqual(expected);
  });

  it("is content with the report, and names it otherwise", () => {
    const handedIn = bent(base, ({ materials }) => {
      materials.push({ kind: "ANTI_FRAUD_REPORT", sha256: "e".repeat(64) });
    });
    expect(answers("R-133", asking({}, handedIn))).toEqual([]);
    expect(resultsOf("R-133", asking({}))?.[0]).toMatchObject({
      params: { materialList: { zh: "涉诈风险自评估报告" } },
    });
  });
});

describe("R-134", () => {
  const person = cleanInput(
    "FIRST_FILING",
    ({ services, entity }) => services.length === 1 && services[0]?.kind === "APP" && entity.nature === 5,
  );
  const withSite = (input: RuleInput, domain: string) =>
    bent(input, ({ services }) => {
      const [own] = services;
      if (own !== undefined) services.push({ ...structuredClone(own), kind: "WEBSITE", domains: [domain] });
    });
  const domain = person.application.services[0]?.domains[0] ?? "";

  it("finds a website and an APP of one domain in an individual's order", () => {
    expect(answers("R-134", withSite(person, domain.toUpperCase()))).toEqual(["VIOLATED services"]);
    expect(resultsOf("R-134", withSite(person, domain))?.[0]).toMatchObject({
      params: { item: { zh: domain } },
    });
  });

  it("lets different domains pass, and a unit", () => {
    expect(answers("R-134", withSite(person, "another.com"))).toEqual([]);
    expect(answers("R-134", withSite(person, `www.${domain}`))).toEqual([]);
    expect(answers("R-134", withSite(base, base.application.services[0]?.domains[0] ?? ""))).toEqual(["n/a"]);
  });
});
