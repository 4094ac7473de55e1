import { describe, expect, it } from "vitest";
import type { RuleInput } from "#shared/domain/rules/rule-input";
import { answers, bent, cleanInput, resultsOf, withLists, withSwitches } from "#test/support/rule-inputs";

const NAME = "services[0].name";
const WRONG = [`VIOLATED ${NAME}`];

const unit = site("FIRST_FILING", 4, "330000");
const person = site("FIRST_FILING", 5, "330000");
const guangdong = site("FIRST_FILING", 4, "440000");
const heilongjiang = site("FIRST_FILING", 4, "230000");
const shaanxi = site("ADD_SERVICE/OURS", 4, "610000");

function site(kind: string, nature: number, provinceCode: string): RuleInput {
  return cleanInput(
    kind,
    ({ entity, services }) =>
      entity.nature === nature &&
      entity.region.provinceCode === provinceCode &&
      services.length === 1 &&
      services[0]?.kind === "WEBSITE",
  );
}

/** The order with its website called so; the unit is one in Shenzhen unless it is named. */
function called(input: RuleInput, siteName: string, entityName?: string): RuleInput {
  return bent(input, ({ entity, services: [service] }) => {
    if (service !== undefined) service.name = siteName;
    if (entity.nature !== 5) entity.name = entityName ?? "深圳市示例科技有限公司";
  });
}

describe("R-106", () => {
  it.each([
    ["two characters", "示例"],
    ["nothing", ""],
    ["digits only", "20260302"],
    ["Latin only", "Example"],
    ["a star", "示例科技★"],
    ["an exclamation mark", "示例科技！"],
    ["brackets", "示例（深圳）科技"],
    ["a blank inside", "示例 科技网"],
    ["half a character", "示例科技\ud800"],
  ])("finds %s", (_name, name) => {
    expect(answers("R-106", called(unit, name))).toEqual(WRONG);
  });

  it.each(["示例网", "示例科技24", "ABC科技", "科技2", "ابت", "abc123"])("lets %s pass", (name) => {
    expect(answers("R-106", called(unit, name))).toEqual([]);
  });

  it("says all that is wrong and suggests a name that passes", () => {
    const [result] = resultsOf("R-106", called(unit, "★")) ?? [];
    expect(result).toMatchObject({
      params: { name: "★", reason: { zh: "名称少于3个字；含有特殊符号" }, suggestion: "示例科技" },
    });
  });
});

describe("R-107", () => {
  it.each(["中国示例科技", "国家示例科技", "人大示例", "中 国示例"])("finds %s", (name) => {
    expect(answers("R-107", called(unit, name))).toEqual(WRONG);
  });

  it.each(["示例中国科技", "中间件示例"])("lets %s pass", (name) => {
    expect(answers("R-107", called(unit, name))).toEqual([]);
  });

  it("lets a unit pass whose own certificate begins so", () => {
    expect(answers("R-107", called(unit, "中国示例水利", "中国示例水利委员会"))).toEqual([]);
  });

  it("never takes an individual for a body of the state", () => {
    const input = bent(person, ({ entity, services: [service] }) => {
      entity.name = "中华";
      if (service !== undefined) service.name = "中华随想录";
    });
    expect(answers("R-107", input)).toEqual(WRONG);
  });
});

describe("R-108", () => {
  it("finds the listed words and names them", () => {
    const [result] = resultsOf("R-108", called(unit, "示例赌 博与翻墙")) ?? [];
    expect(result).toMatchObject({
      fieldPath: NAME,
      params: { word: { zh: "赌博、翻墙", en: "赌博, 翻墙" } },
    });
  });

  it("knows no word beyond the list", () => {
    expect(answers("R-108", withLists(called(unit, "示例赌博"), { sensitiveWords: ["毒品"] }))).toEqual([]);
  });
});

describe("R-109", () => {
  it.each([
    ["a name of something else", "晚风小筑生活馆", WRONG],
    ["one character in common", "示范工程网", WRONG],
    ["no Han at all", "Example2026", WRONG],
    ["two characters in common", "我的示例网", []],
  ])("judges %s", (_name, name, expected) => {
    expect(answers("R-109", called(unit, name))).toEqual(expected);
  });

  it("takes a trademark proof for the site or for the order, not for another site", () => {
    const proof = (serviceIndex: number | null) =>
      bent(called(unit, "晚风小筑生活馆"), ({ materials }) => {
        materials.push({ kind: "TRADEMARK_PROOF", sha256: "c".repeat(64), serviceIndex });
      });
    expect([null, 0, 1].map((index) => answers("R-109", proof(index)))).toEqual([[], [], WRONG]);
  });

  it("does not speak about individuals", () => {
    expect(answers("R-109", called(person, "晚风小筑生活馆"))).toEqual(["n/a"]);
  });
});

describe("R-110", () => {
  it.each(["青禾的工作室", "小满论坛", "听雨的博客", "上海随想录"])("finds %s", (name) => {
    expect(answers("R-110", called(person, name))).toEqual(WRONG);
  });

  it("lets a diary pass, and any name of a unit", () => {
    expect(answers("R-110", called(person, "青禾的随想录"))).toEqual([]);
    expect(answers("R-110", called(unit, "示例论坛"))).toEqual(["n/a"]);
  });
});

describe("R-111", () => {
  it.each([
    ["深圳市示例科技有限公司官网", []],
    ["示例科技官网", []],
    ["示例科技", WRONG],
    ["深圳市示例科技有限公司", WRONG],
    ["深圳示例科技官网", WRONG],
    ["示例官网", WRONG],
  ])("asks the unit's name and 官网 in Guangdong: %s", (name, expected) => {
    expect(answers("R-111", called(guangdong, name))).toEqual(expected);
  });

  it.each([
    ["广东省深圳市南山区示例科技股份有限公司", "示例科技官网"],
    ["深圳示例科技集团有限公司", "示例科技集团官网"],
    ["示例科技（深圳）有限公司", "示例科技官网"],
    ["南山区示例经营部", "示例经营部官网"],
    ["南山区示例经营部", "示例官网"],
    ["深圳市南山区档案局", "档案局官网"],
  ])("reads %s as %s", (full, name) => {
    expect(answers("R-111", called(guangdong, name, full))).toEqual([]);
  });

  it.each([
    ["示例科技", []],
    ["深圳市示例科技有限公司", []],
    ["深圳示例科技", WRONG],
    ["示例客户服务", WRONG],
    ["示例科技官网", WRONG],
  ])("asks the full or short name in Heilongjiang: %s", (name, expected) => {
    expect(answers("R-111", called(heilongjiang, name))).toEqual(expected);
  });

  it("speaks about units only, and only where the switch says so", () => {
    const inGuangdong = site("FIRST_FILING", 5, "440000");
    expect(answers("R-111", called(inGuangdong, "青禾的随想录"))).toEqual([]);
    expect(answers("R-111", withSwitches(called(guangdong, "示例科技"), { nameRule: null }))).toEqual([]);
    expect(answers("R-111", called(unit, "晚风小筑"))).toEqual(["n/a"]);
  });
});

describe("R-112", () => {
  const namedAsFiled = bent(shaanxi, ({ services, evidence }) => {
    const [filed] = evidence?.filedRecord?.services ?? [];
    if (filed !== undefined && services[0] !== undefined) {
      filed.kind = "WEBSITE";
      services[0].name = ` ${filed.name}`;
    }
  });

  it("finds the name of a filed website", () => {
    expect(answers("R-112", shaanxi)).toEqual([]);
    expect(answers("R-112", namedAsFiled)).toEqual(WRONG);
  });

  it("finds the second of two in the order", () => {
    const twice = bent(shaanxi, ({ services }) => {
      const [first] = services;
      if (first !== undefined) services.push({ ...first, domains: ["another.com"] });
    });
    expect(answers("R-112", twice)).toEqual(["VIOLATED services[1].name"]);
  });

  it("does not take a website that is changed for its own double", () => {
    expect(answers("R-112", site("CHANGE_SERVICE", 4, "610000"))).toEqual([]);
  });

  it("asks only where names have to differ", () => {
    expect(answers("R-112", withSwitches(namedAsFiled, { nameRule: null }))).toEqual([]);
  });

  it("cannot be checked without the filed record, which a first filing does not have", () => {
    const unseen = bent(shaanxi, ({ evidence }) => {
      delete evidence?.filedRecord;
    });
    expect(answers("R-112", unseen)).toEqual([`CANNOT_CHECK ${NAME}`]);
    expect(answers("R-112", site("FIRST_FILING", 4, "610000"))).toEqual([]);
  });
});
