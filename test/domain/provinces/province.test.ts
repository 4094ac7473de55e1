import { describe, expect, it } from "vitest";
import { PROVINCES, type ProvinceEdit, provinceOn } from "#shared/domain/provinces/province";
import { provinceCard } from "#shared/domain/provinces/province-card";
import { SWITCH_KEYS, type SwitchKey } from "#shared/domain/provinces/switches";
import { bent, cleanInput } from "#test/support/rule-inputs";

const GUANGDONG = "440000";
const DAY = "2026-03-02";

function edit(key: SwitchKey, value: unknown, from: string | null, to: string | null = null): ProvinceEdit {
  const ground = { source: "test", confidence: "H", effectiveFrom: from, effectiveTo: to } as const;
  return { provinceCode: "GD", key, value, ground };
}

function valueOn(key: SwitchKey, edits: readonly ProvinceEdit[], day = DAY): unknown {
  return provinceOn(GUANGDONG, edits, day)?.switches[key];
}

describe("the provinces as data", () => {
  it("are the 31 of the mainland, each with every switch and every value's ground", () => {
    expect(PROVINCES).toHaveLength(31);
    expect(new Set(PROVINCES.map(({ adcode }) => adcode)).size).toBe(31);
    for (const { grounds, switches } of PROVINCES) {
      expect(Object.keys(switches).sort()).toEqual([...SWITCH_KEYS].sort());
      expect(Object.keys(grounds).sort()).toEqual([...SWITCH_KEYS].sort());
    }
  });

  it("name a source for every stated policy", () => {
    const bare = PROVINCES.flatMap(({ code, switches, grounds }) =>
      SWITCH_KEYS.filter((key) => {
        const value = switches[key];
        const stated = typeof value === "string" || typeof value === "boolean" || typeof value === "number";
        return stated && grounds[key].source === null;
      }).map((key) => `${code}.${key}`),
    );
    expect(bare).toEqual([]);
  });

  it("are unknown where the code is none of them", () => {
    expect(provinceOn("710000", [], DAY)).toBeNull();
    expect(provinceOn("garbage", [], DAY)).toBeNull();
  });
});

describe("an edited switch", () => {
  it("holds from its first to its last day and not outside", () => {
    const edits = [edit("minAge", { unit: 20, individual: 20 }, "2026-03-02", "2026-03-03")];
    expect(valueOn("minAge", edits, "2026-03-01")).toEqual({ unit: 16, individual: 16 });
    expect(valueOn("minAge", edits, "2026-03-02")).toEqual({ unit: 20, individual: 20 });
    expect(valueOn("minAge", edits, "2026-03-03")).toEqual({ unit: 20, individual: 20 });
    expect(valueOn("minAge", edits, "2026-03-04")).toEqual({ unit: 16, individual: 16 });
  });

  it("gives way to the later edit, and touches no other province or switch", () => {
    const edits = [edit("shellMayAdd", true, null), edit("shellMayAdd", null, DAY)];
    expect(valueOn("shellMayAdd", edits.slice(0, 1))).toBe(true);
    expect(valueOn("shellMayAdd", edits)).toBeNull();
    expect(provinceOn("430000", edits, DAY)).toEqual(PROVINCES.find(({ code }) => code === "HN"));
    expect(valueOn("individualPolicy", edits)).toBe("PERMIT");
  });

  it("brings its own source to the card", () => {
    const input = cleanInput("FIRST_FILING", ({ entity }) => entity.nature === 4);
    const inGuangdong = bent(input, ({ entity }) => {
      entity.region.provinceCode = GUANGDONG;
    });
    const province = provinceOn(GUANGDONG, [edit("domainMinMonths", 6, DAY)], DAY);
    if (province === null) throw new Error("no Guangdong");
    const item = provinceCard(province, inGuangdong).items.find(({ key }) => key === "domainMinMonths");
    expect(item).toMatchObject({ source: "test", confidence: "H", effectiveFrom: DAY });
    expect(item?.text.zh).toContain("6");
  });
});

describe("the card of a province", () => {
  const unit = cleanInput("FIRST_FILING", ({ entity }) => entity.nature === 4);
  const person = cleanInput("FIRST_FILING", ({ entity }) => entity.nature === 5);

  it.each(PROVINCES.map((province) => [province.zh, province] as const))(
    "%s says something to units and individuals, in both languages, and never a raw value",
    (_name, province) => {
      for (const input of [unit, person]) {
        const { items } = provinceCard(province, input);
        expect(items.length).toBeGreaterThan(0);
        for (const { text } of items) {
          expect(text.zh).not.toMatch(/null|undefined|\[object|[A-Z]{3,}_/);
          expect(text.en).not.toMatch(/null|undefined|\[object/);
        }
      }
    },
  );

  it("tells an individual what a unit need not know, and the other way round", () => {
    const beijing = provinceOn("110000", [], DAY);
    if (beijing === null) throw new Error("no Beijing");
    const keys = (input: typeof unit) => provinceCard(beijing, input).items.map(({ key }) => key);
    expect(keys(person)).toContain("thirdPartyEmergencyIndividual");
    expect(keys(unit)).not.toContain("thirdPartyEmergencyIndividual");
    expect(keys(unit)).toContain("erpPolicy");
    expect(keys(person)).not.toContain("erpPolicy");
    expect(provinceCard(beijing, person).unknown).toHaveLength(1);
  });
});
