import { describe, expect, it } from "vitest";
import type { Application } from "#shared/domain/filing/application";
import type { Service } from "#shared/domain/filing/service";
import type { RuleInput } from "#shared/domain/rules/rule-input";
import { answers, bent, cleanInput, resultsOf, withFacts, withLists } from "#test/support/rule-inputs";

const NAME = "services[0].name";
const WRONG = [`VIOLATED ${NAME}`];
const CANNOT = [`CANNOT_CHECK ${NAME}`];

const first = ofApp("FIRST_FILING");
const added = ofApp("ADD_SERVICE/OURS");

function ofApp(kind: string): RuleInput {
  return cleanInput(
    kind,
    ({ services }) =>
      services.length === 1 && services[0]?.kind === "APP" && (services[0].platforms ?? []).length > 1,
  );
}

function app(input: RuleInput, change: (app: Service) => void): RuleInput {
  return bent(input, ({ services: [service] }) => {
    if (service !== undefined) change(service);
  });
}

function called(input: RuleInput, name: string): RuleInput {
  return app(input, (service) => {
    service.name = name;
    for (const platform of service.platforms ?? []) platform.displayName = name;
  });
}

function evidence(input: RuleInput, change: (all: NonNullable<Application["evidence"]>) => void): RuleInput {
  return bent(input, (application) => change(application.evidence ?? {}));
}

const appsFiled = (input: RuleInput, names: string[] | null) =>
  evidence(input, (all) => {
    all.miitRegistry = { ...all.miitRegistry, appsFiled: names };
  });

describe("R-123", () => {
  it("finds the name of another filed APP", () => {
    const name = added.application.services[0]?.name ?? "";
    expect(answers("R-123", added)).toEqual([]);
    expect(answers("R-123", appsFiled(added, ["别的", name]))).toEqual(WRONG);
    expect(answers("R-123", appsFiled(added, [`${name}企业版`]))).toEqual([]);
  });

  it("finds the second of two in the order", () => {
    const twice = bent(first, ({ services }) => {
      const [own] = services;
      if (own !== undefined) services.push({ ...structuredClone(own), domains: ["another.com"] });
    });
    expect(answers("R-123", twice)).toEqual(["VIOLATED services[1].name"]);
  });

  it("finds each platform that shows another name", () => {
    const input = app(first, ({ platforms }) => {
      const [one, two] = platforms ?? [];
      if (one !== undefined) one.displayName = "别的名字";
      if (two !== undefined) two.displayName = null;
    });
    expect(answers("R-123", input)).toEqual(["VIOLATED services[0].platforms[0].displayName"]);
    expect(resultsOf("R-123", input)?.[0]).toMatchObject({
      params: { name: first.application.services[0]?.name },
    });
  });

  it.each(["ADD_ACCESS/OURS", "CHANGE_SERVICE"])(
    "does not take a filed APP for its own double: %s",
    (kind) => {
      const input = ofApp(kind);
      expect(answers("R-123", input)).toEqual([]);
      const namesake = evidence(input, ({ filedRecord }) => {
        const filed = filedRecord?.services.find((service) => service.kind === "APP");
        const name = input.application.services[0]?.name ?? "";
        if (filed)
          filedRecord?.services.push({ ...filed, name, filingNumber: `${filed.filingNumber}9`, domains: [] });
      });
      expect(answers("R-123", namesake)).toEqual(WRONG);
    },
  );

  it("takes one entry of the registry's list for the APP itself", () => {
    const access = ofApp("ADD_ACCESS/OURS");
    const name = access.application.services[0]?.name ?? "";
    const unrecorded = (names: string[]) =>
      appsFiled(
        evidence(access, (all) => delete all.filedRecord),
        names,
      );
    expect(answers("R-123", unrecorded([name]))).toEqual([]);
    expect(answers("R-123", unrecorded([name, name]))).toEqual(WRONG);
  });

  it("cannot be checked when nothing tells the filed names, or whose they are", () => {
    const blind = evidence(appsFiled(added, null), (all) => delete all.filedRecord);
    expect(answers("R-123", blind)).toEqual(CANNOT);
    const change = evidence(ofApp("CHANGE_SERVICE"), (all) => delete all.filedRecord);
    const name = change.application.services[0]?.name ?? "";
    expect(answers("R-123", appsFiled(change, [name]))).toEqual(CANNOT);
    expect(answers("R-123", appsFiled(change, ["别的"]))).toEqual([]);
  });
});

describe("R-124", () => {
  it.each([
    "免费阅读",
    "最新 软件",
    "启航😀",
    "启航9.9元",
    "启航5折",
    "￥启航",
    "xxx",
    "测试",
    "111",
    "某某助手",
    "demo2",
  ])("finds %s", (name) => {
    expect(answers("R-124", called(first, name))).toEqual(WRONG);
  });

  it.each(["启航智管", "Exxon", "单元管理", "3元素", "天天", "2048"])("lets %s pass", (name) => {
    expect(answers("R-124", called(first, name))).toEqual([]);
  });

  it("reads the list", () => {
    expect(answers("R-124", withLists(called(first, "启航智管"), { genericAppWords: ["智管"] }))).toEqual(
      WRONG,
    );
  });
});

describe("R-125", () => {
  const ICON = "services[0].icon";
  const sha256 = first.application.services[0]?.icon ?? "";
  const icon = (mediaType: string, bytes: number) =>
    withFacts(first, { files: [{ sha256, mediaType, bytes }] });

  it.each([
    ["png", icon("image/png", 102_400), []],
    ["jpeg", icon("image/jpeg", 1), []],
    ["pdf", icon("application/pdf", 1), [`VIOLATED ${ICON}`]],
    ["an icon beyond the largest size", icon("image/png", 512_001), [`VIOLATED ${ICON}`]],
    ["an icon that is not named", app(first, (own) => delete own.icon), [`VIOLATED ${ICON}`]],
    ["a file nobody knows", withFacts(first, { files: [] }), [`CANNOT_CHECK ${ICON}`]],
    ["files nobody looked up", withFacts(first, { files: null }), [`CANNOT_CHECK ${ICON}`]],
  ])("judges %s", (_name, input, expected) => {
    expect(answers("R-125", input)).toEqual(expected);
  });

  it("stops an icon beyond the largest size", () => {
    const [result] = resultsOf("R-125", icon("image/png", 512_001)) ?? [];
    expect(result).toMatchObject({ kind: "VIOLATED" });
    expect(result).not.toHaveProperty("severity");
  });

  it.each([102_401, 512_000])("only warns of %i bytes", (bytes) => {
    expect(resultsOf("R-125", icon("image/png", bytes))).toMatchObject([
      { kind: "VIOLATED", severity: "warn" },
    ]);
  });
});
