import { describe, expect, it } from "vitest";
import type { Application } from "#shared/domain/filing/application";
import type { RuleInput } from "#shared/domain/rules/rule-input";
import { answers, bent, cleanInput, resultsOf, withSwitches } from "#test/support/rule-inputs";

const TOO_MANY = ["VIOLATED services"];
const UNKNOWN = ["CANNOT_CHECK services"];

function adding(nature: number, provinceCode: string, serviceKind = "WEBSITE"): RuleInput {
  return cleanInput(
    "ADD_SERVICE/OURS",
    ({ entity, services }) =>
      entity.nature === nature &&
      entity.region.provinceCode === provinceCode &&
      services.length === 1 &&
      services[0]?.kind === serviceKind,
  );
}

function registered(input: RuleInput, servicesTotal: number | null): RuleInput {
  return bent(input, ({ evidence }) => {
    if (evidence) evidence.miitRegistry = { ...evidence.miitRegistry, servicesTotal };
  });
}

function withPlan(input: RuleInput): RuleInput {
  return bent(input, ({ materials }) => {
    materials.push({ kind: "CONSTRUCTION_PLAN", sha256: "d".repeat(64) });
  });
}

function ordering(input: RuleInput, count: number): RuleInput {
  return bent(input, (application) => {
    const [first] = application.services;
    if (first !== undefined)
      application.services = Array.from({ length: count }, () => structuredClone(first));
  });
}

describe("R-120", () => {
  const shanghai = adding(4, "310000");
  const hunan = adding(5, "430000");
  const guangdong = adding(4, "440000");

  it("counts what is filed and ordered in Shanghai", () => {
    expect(answers("R-120", registered(shanghai, 28))).toEqual([]);
    expect(answers("R-120", registered(shanghai, 29))).toEqual(["VIOLATED materials"]);
    expect(resultsOf("R-120", registered(shanghai, 29))?.[0]).toMatchObject({ params: { n: "30" } });
    expect(answers("R-120", registered(adding(5, "310000"), 29))).toEqual([]);
  });

  it("counts what was filed before in Hunan", () => {
    expect(answers("R-120", registered(hunan, 1))).toEqual([]);
    expect(answers("R-120", registered(hunan, 2))).toEqual(["VIOLATED materials"]);
  });

  it("counts host names under one domain in Guangdong", () => {
    const hosts = (count: number) =>
      bent(guangdong, ({ services: [service], evidence }) => {
        if (service !== undefined) service.domains = ["example.com.cn"];
        const filed = Array.from({ length: count }, (_, place) => `h${place}.Example.com.cn`);
        if (evidence) {
          evidence.miitRegistry = { ...evidence.miitRegistry, domainsFiled: [...filed, "h0.other.com.cn"] };
        }
      });
    expect(answers("R-120", hosts(30))).toEqual([]);
    expect(answers("R-120", hosts(31))).toEqual(["VIOLATED materials"]);
    expect(resultsOf("R-120", hosts(31))?.[0]).toMatchObject({ params: { n: "32" } });
  });

  it("is content with the plan, and asks for none where nobody names a number", () => {
    expect(answers("R-120", withPlan(registered(hunan, 9)))).toEqual([]);
    expect(answers("R-120", registered(adding(4, "330000"), 200))).toEqual([]);
  });

  it("cannot be checked without the registry, unless the plan is there or the order alone is enough", () => {
    const blind = registered(shanghai, null);
    expect(answers("R-120", blind)).toEqual(["CANNOT_CHECK materials"]);
    expect(answers("R-120", withPlan(blind))).toEqual([]);
    expect(answers("R-120", ordering(blind, 30))).toEqual(["VIOLATED materials"]);
    const unlisted = bent(registered(guangdong, null), ({ evidence }) => {
      delete evidence?.miitRegistry?.domainsFiled;
      delete evidence?.filedRecord;
    });
    expect(answers("R-120", unlisted)).toEqual(["CANNOT_CHECK materials"]);
  });
});

describe("R-121", () => {
  const unit = adding(4, "610000");
  const person = adding(5, "610000");

  it.each([
    ["a unit's 30th", unit, 29, []],
    ["a unit's 31st", unit, 30, TOO_MANY],
    ["an individual's 5th", person, 4, []],
    ["an individual's 6th", person, 5, TOO_MANY],
  ])("judges %s website in Shaanxi", (_name, input, filed, expected) => {
    expect(answers("R-121", registered(input, filed))).toEqual(expected);
  });

  it("counts the websites of the order, not its APPs", () => {
    const mixed = bent(registered(ordering(person, 2), 4), ({ services: [, second] }) => {
      if (second !== undefined) second.kind = "APP";
    });
    expect(answers("R-121", mixed)).toEqual([]);
    expect(answers("R-121", registered(ordering(person, 2), 4))).toEqual(TOO_MANY);
    expect(answers("R-121", registered(adding(5, "610000", "APP"), 5))).toEqual(["n/a"]);
  });

  it("cannot be checked without the registry where there is a ceiling", () => {
    expect(answers("R-121", registered(unit, null))).toEqual(UNKNOWN);
    expect(answers("R-121", registered(adding(4, "330000"), null))).toEqual([]);
  });
});

describe("R-122", () => {
  const person = adding(5, "330000");

  it("lets an individual file five services", () => {
    expect(answers("R-122", registered(person, 4))).toEqual([]);
    expect(answers("R-122", registered(person, 5))).toEqual(TOO_MANY);
    expect(answers("R-122", registered(adding(4, "330000"), 50))).toEqual(["n/a"]);
    expect(resultsOf("R-122", registered(person, 5))?.[0]).toMatchObject({
      params: { province: { zh: "浙江" }, max: "5", n: "6" },
    });
  });

  it("is silent where the province's own ceiling speaks, and only there", () => {
    const shaanxi = adding(5, "610000");
    expect(answers("R-122", registered(shaanxi, 5))).toEqual([]);
    expect(
      answers("R-122", registered(withSwitches(shaanxi, { maxTotal: { unit: 30, individual: 9 } }), 5)),
    ).toEqual(TOO_MANY);
    expect(answers("R-122", registered(adding(5, "610000", "APP"), 5))).toEqual(TOO_MANY);
  });

  it("is a hint in Jiangxi", () => {
    expect(resultsOf("R-122", registered(adding(5, "360000"), 5))?.[0]).toMatchObject({
      kind: "VIOLATED",
      severity: "warn",
      outcome: null,
    });
  });

  it("cannot be checked without the registry", () => {
    expect(answers("R-122", registered(person, null))).toEqual(UNKNOWN);
    const bare = bent(person, (application: Application) => {
      delete application.evidence;
    });
    expect(answers("R-122", bare)).toEqual(UNKNOWN);
    expect(answers("R-122", ordering(bare, 6))).toEqual(TOO_MANY);
  });
});
