import { describe, expect, it } from "vitest";
import type { Service } from "#shared/domain/filing/service";
import type { RuleInput } from "#shared/domain/rules/rule-input";
import { answers, bent, cleanInput, resultsOf } from "#test/support/rule-inputs";

type Platform = NonNullable<Service["platforms"]>[number];

const PLATFORM = "services[0].platforms[0]";
const base = cleanInput(
  "FIRST_FILING",
  ({ services }) => services.length === 1 && services[0]?.kind === "APP",
);
const domain = base.application.services[0]?.domains[0] ?? "";

/** The APP on these platforms, each sound but for what is said. */
function on(...platforms: Partial<Platform>[]): RuleInput {
  return bent(base, ({ services: [app] }) => {
    if (app === undefined) return;
    app.platforms = platforms.map((platform, place) => ({
      platform: "ANDROID",
      displayName: app.name,
      packageName: "com.example.app",
      publicKey: `${place}`.padEnd(64, "c4"),
      fingerprint: (place + 10).toString(16).repeat(platform.platform === "IOS" ? 40 : 32),
      domains: [domain],
      ...platform,
    }));
  });
}

const ALL = ["R-126", "R-127", "R-128", "R-129", "R-131"];
const told = (input: RuleInput) => ALL.flatMap((id) => answers(id, input).map((answer) => `${id} ${answer}`));

describe("R-126", () => {
  it.each<[string, Partial<Platform>]>([
    ["package name", { packageName: "" }],
    ["public key", { publicKey: " " }],
    ["fingerprint", { fingerprint: null }],
    ["list of domains", { domains: [] }],
    ["domain in the list", { domains: ["", " "] }],
    ["field at all", { packageName: null, publicKey: null, fingerprint: null, domains: null }],
  ])("finds a platform without %s, and no other rule does", (_name, platform) => {
    expect(told(on(platform))).toEqual([`R-126 VIOLATED ${PLATFORM}`]);
  });

  it("names what is missing", () => {
    expect(resultsOf("R-126", on({ packageName: "", fingerprint: "" }))?.[0]).toMatchObject({
      params: {
        materialList: {
          zh: "安卓平台的包名、证书指纹",
          en: "package name, certificate fingerprint of Android",
        },
      },
    });
  });

  it("finds an APP without platform", () => {
    expect(told(on())).toEqual(["R-126 VIOLATED services[0].platforms"]);
    const absent = bent(base, ({ services: [app] }) => {
      delete app?.platforms;
    });
    expect(told(absent)).toEqual(["R-126 VIOLATED services[0].platforms"]);
  });

  it("lets sound platforms pass", () => {
    expect(told(on({ platform: "ANDROID" }, { platform: "IOS" }, { platform: "HARMONY" }))).toEqual([]);
  });
});

describe("R-127", () => {
  it.each([
    ["ANDROID", "com.example.app", true],
    ["ANDROID", "com.example-app", false],
    ["ANDROID", "示例客户端", false],
    ["ANDROID", `com.${"a".repeat(124)}`, true],
    ["ANDROID", `com.${"a".repeat(125)}`, false],
    ["HARMONY", "com.example.app", true],
    ["HARMONY", "com.example-app", false],
    ["IOS", "com.example-app", true],
    ["IOS", "com.example_app", false],
    ["IOS", `com.${"a".repeat(151)}`, true],
    ["IOS", `com.${"a".repeat(152)}`, false],
    ["android", "com.example-app", false],
    ["WINDOWS", "示例客户端", true],
  ])("judges on %s: %s", (platform, packageName, fits) => {
    expect(answers("R-127", on({ platform, packageName }))).toEqual(
      fits ? [] : [`VIOLATED ${PLATFORM}.packageName`],
    );
  });
});

describe("R-128", () => {
  it.each([
    ["ANDROID", 32, true],
    ["ANDROID", 31, false],
    ["ANDROID", 40, false],
    ["IOS", 40, true],
    ["IOS", 32, false],
    ["HARMONY", 32, true],
    ["HARMONY", 40, true],
    ["HARMONY", 64, true],
    ["HARMONY", 48, false],
    ["WINDOWS", 7, true],
  ])("judges on %s: %i digits", (platform, digits, fits) => {
    expect(answers("R-128", on({ platform, fingerprint: "a".repeat(digits) }))).toEqual(
      fits ? [] : [`VIOLATED ${PLATFORM}.fingerprint`],
    );
  });

  it("strips colons and blanks", () => {
    const fingerprint = Array.from({ length: 16 }, () => "aF").join(" : ");
    expect(answers("R-128", on({ fingerprint }))).toEqual([]);
  });
});

describe("R-129", () => {
  const KEY = [`VIOLATED ${PLATFORM}.publicKey`];

  it.each([
    ["a sentence", "公钥见附件截图", KEY],
    ["too few characters", "a".repeat(31), KEY],
    ["few characters, colons aside", "aa:".repeat(15), KEY],
    ["enough characters", "a".repeat(32), []],
    ["a decimal number", "1234567890".repeat(4), []],
    ["base64", `${"MIIBIjANBgkqhkiG9w0BAQEFAAOC/+"}aGk==`, []],
  ])("judges %s", (_name, publicKey, expected) => {
    expect(answers("R-129", on({ publicKey }))).toEqual(expected);
  });

  it("finds the fingerprint of another platform", () => {
    const spelled = "AB:".repeat(20).slice(0, -1);
    const input = on({ publicKey: spelled.toLowerCase() }, { platform: "IOS", fingerprint: spelled });
    expect(answers("R-129", input)).toEqual(KEY);
  });
});

describe("R-131", () => {
  it("finds each domain that the APP does not list", () => {
    expect(answers("R-131", on({ domains: [domain, `cdn.${domain}`, "", "other.cn"] }))).toEqual([
      `VIOLATED ${PLATFORM}.domains[1]`,
      `VIOLATED ${PLATFORM}.domains[3]`,
    ]);
  });

  it("knows a domain in either spelling", () => {
    const input = bent(on({ domains: ["xn--fsq092h.com"] }), ({ services: [app] }) => {
      app?.domains.push("示例.com");
    });
    expect(answers("R-131", input)).toEqual([]);
  });
});
