import { describe, expect, it } from "vitest";
import { PROVINCES, provinceOn } from "#shared/domain/provinces/province";
import { provinceCard } from "#shared/domain/provinces/province-card";
import { switchesSchema } from "#shared/domain/provinces/switches";
import { DEFAULT_LISTS, type RuleLists } from "#shared/domain/rules/lists";
import type { RuleInput } from "#shared/domain/rules/rule-input";
import { answers, bent, cleanInput, TODAY, withLists } from "#test/support/rule-inputs";

/** Where the sources contradict each other, both readings are there, and the documented one is the default. */

const unit = cleanInput(
  "FIRST_FILING",
  ({ entity, services }) => entity.nature === 4 && services.length === 1,
);
const entityChange = bent(cleanInput("CHANGE_ENTITY"), (order) => {
  order.liveness = [];
});

function flagged(input: RuleInput, flags: Partial<RuleLists["flags"]>): RuleInput {
  return withLists(input, { flags: { ...DEFAULT_LISTS.flags, ...flags } });
}

describe("whether a person may hold a unit's domain", () => {
  const erp = unit.application.entity.responsiblePerson;
  const holder = {
    realNameHolder: erp?.name,
    holderCertType: erp?.idType,
    holderCertNumber: erp?.idNumber,
    holderRelation: "ERP",
  };
  const byErp = bent(unit, ({ evidence }) => {
    for (const record of evidence?.domains ?? []) Object.assign(record, holder);
  });
  const byShareholder = bent(unit, ({ evidence }) => {
    for (const record of evidence?.domains ?? []) {
      Object.assign(record, { ...holder, realNameHolder: "王小明", holderRelation: "SHAREHOLDER" });
    }
  });

  it("is answered by the seed: yes, a shareholder with proof", () => {
    expect(answers("R-096", byErp)).toEqual([]);
    expect(answers("R-096", byShareholder)).toEqual([]);
    expect(answers("R-097", byShareholder)).toEqual(["VIOLATED materials"]);
  });

  it("may be answered with no", () => {
    const strict = { unitDomainHeldByPerson: false };
    expect(answers("R-096", flagged(byErp, strict))).toEqual(["VIOLATED services[0].domains[0]"]);
    expect(answers("R-096", flagged(byShareholder, strict))).toEqual(["VIOLATED services[0].domains[0]"]);
    expect(answers("R-097", flagged(byShareholder, strict))).toEqual([]);
    expect(answers("R-096", flagged(unit, strict))).toEqual([]);
  });
});

describe("whether a change of the entity alone needs a liveness verification", () => {
  it("is answered by the seed: yes", () => {
    expect(answers("R-072", entityChange)).toEqual(["VIOLATED liveness"]);
  });

  it("may be answered with no", () => {
    expect(answers("R-072", flagged(entityChange, { livenessOnEntityChange: false }))).toEqual([]);
  });
});

describe("contradictions about single provinces", () => {
  const conflicts = PROVINCES.flatMap((province) =>
    province.conflicts.map((conflict) => ({
      province,
      ...conflict,
      name: `${province.code} ${conflict.key}`,
    })),
  );

  it("are the nine that domain.md §13 names", () => {
    expect(conflicts.map(({ province }) => province.code).sort()).toEqual(
      ["AH", "GS", "HA", "HI", "HN", "JX", "NM", "SX", "TJ"].sort(),
    );
  });

  it.each(conflicts)("$name: the other reading is a value of the switch, and another one", (conflict) => {
    const { province, key, alternative } = conflict;
    expect(switchesSchema.shape[key].safeParse(alternative).success).toBe(true);
    expect(alternative).not.toEqual(province.switches[key]);
  });

  it("show on the card of an order", () => {
    const card = (code: string, adcode: string) => {
      const province = provinceOn(adcode, [], TODAY);
      if (province === null) throw new Error(`no ${code}`);
      return provinceCard(province, unit).items.find(({ key }) => key === "erpPolicy")?.contradictedBy;
    };
    expect(card("AH", "340000")).toBe("JD");
    expect(card("GD", "440000")).toBeNull();
  });
});
