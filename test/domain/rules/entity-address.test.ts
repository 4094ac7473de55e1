import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { creditCode } from "#server/demo/generator/checksums";
import type { Application } from "#shared/domain/filing/application";
import { ENTITY_RULES } from "#shared/domain/rules/entity/entity-rules";
import { answers, bent, cleanInput, resultsOf, withSwitches } from "#test/support/rule-inputs";

const company = bent(
  cleanInput("FIRST_FILING", ({ entity }) => entity.nature === 4),
  ({ entity }) => {
    entity.region = { provinceCode: "440000", cityCode: "440300", countyCode: "440305" };
    entity.certNumber = creditCode("91", "440305", "M000100Y4");
    entity.remark = "";
  },
);
const person = cleanInput("FIRST_FILING", ({ entity }) => entity.nature === 5 && entity.certType === 2);

const CONTACT = "entity.contactAddress";
const CERT = "entity.certAddress";

function contact(address: string | null, remark = "") {
  return bent(company, ({ entity }) => {
    entity.contactAddress = address;
    entity.remark = remark;
  });
}

function readAddress(application: Application, kind: string, address: string | null): void {
  for (const paper of application.evidence?.ocr ?? []) {
    if (paper.materialKind === kind) paper.fields.address = address;
  }
}

describe("R-031 certificate address", () => {
  it.each([
    ["深圳市南山区科技路1号", "广东省深圳市南山区科技路１号", []],
    ["广东省深圳市南山区科技路1号", "广东省深圳市南山区科技路2号", [`VIOLATED ${CERT}`]],
    ["", "广东省深圳市南山区科技路2号", [`VIOLATED ${CERT}`]],
    ["广东省深圳市南山区科技路1号", null, [`CANNOT_CHECK ${CERT}`]],
  ])("%s against %s", (stated, read, expected) => {
    const input = bent(company, (a) => {
      a.entity.certAddress = stated;
      readAddress(a, "ENTITY_CERTIFICATE", read);
    });
    expect(answers("R-031", input)).toEqual(expected);
  });

  it("compares an individual with the ID and masks the address", () => {
    const input = bent(person, (a) => {
      a.entity.certAddress = "广东省深圳市南山区科技路1号";
      readAddress(a, "ERP_ID_FRONT", "广东省深圳市福田区深南路2号");
    });
    expect(answers("R-031", input)).toEqual([`VIOLATED ${CERT}`]);
    expect(JSON.stringify(resultsOf("R-031", input))).not.toMatch(/科技路|深南路/);
  });
});

describe("R-032 contact address in the region", () => {
  it.each([
    ["广东省深圳市南山区科技路1号", []],
    ["深圳市南山区科技路1号", []],
    ["江西省南昌市红谷滩区1号", [`VIOLATED ${CONTACT}`]],
    ["昆山市人民路1号", [`VIOLATED ${CONTACT}`]],
    ["南山区科技路1号", [`CANNOT_CHECK ${CONTACT}`]],
    ["北京西路1号", [`CANNOT_CHECK ${CONTACT}`]],
    [null, []],
  ])("%s", (address, expected) => {
    expect(answers("R-032", contact(address))).toEqual(expected);
  });

  it("holds a unit's address also against the issuing province, an individual's not", () => {
    const issuedElsewhere = bent(contact("深圳市南山区科技路1号"), ({ entity }) => {
      entity.certNumber = creditCode("91", "330106", "M000100Y4");
    });
    expect(answers("R-032", issuedElsewhere)).toEqual([`VIOLATED ${CONTACT}`]);
    const atHome = bent(person, ({ entity }) => {
      entity.region.provinceCode = "440000";
      entity.certNumber = "330106199003070018";
      entity.contactAddress = "深圳市南山区科技路1号";
    });
    expect(answers("R-032", atHome)).toEqual([]);
  });
});

describe("R-033 contact address in the city", () => {
  it.each([
    ["河南省郑州市金水区1号", "郑州市中原区2号", []],
    ["河南省巩义市人民路1号", "郑州市中原区2号", []],
    ["河南省洛阳市西工区1号", "郑州市中原区2号", [`VIOLATED ${CONTACT}`]],
    ["河南省济源市1号", "河南省郑州市中原区2号", [`VIOLATED ${CONTACT}`]],
    ["河北省石家庄市1号", "河南省郑州市中原区2号", [`VIOLATED ${CONTACT}`]],
    ["河南省鼓楼区1号", "河南省1号", [`CANNOT_CHECK ${CONTACT}`]],
    [null, "郑州市中原区2号", []],
  ])("%s against %s", (contactAddress, certAddress, expected) => {
    const input = bent(company, ({ entity }) => {
      Object.assign(entity, { contactAddress, certAddress });
    });
    expect(answers("R-033", withSwitches(input, { sameCityAddress: true }))).toEqual(expected);
    expect(answers("R-033", withSwitches(input, { sameCityAddress: null }))).toEqual([]);
  });
});

describe("R-034 door number", () => {
  it.each([
    ["深圳市南山区科技路1号", "", []],
    ["深圳市南山区某村3组", "", []],
    ["深圳市南山区创新大厦B座", "", []],
    ["深圳市南山区科技路科技园内", "", [`VIOLATED ${CONTACT}`]],
    ["南京市鼓楼区中山路", "", [`VIOLATED ${CONTACT}`]],
    ["深圳市南山区科技路科技园内", "应急联系人张三，父子", [`VIOLATED ${CONTACT}`]],
    ["深圳市南山区科技路科技园内", "该地址无门牌号，已是最详细", []],
    ["", "", [`VIOLATED ${CONTACT}`]],
  ])("%s with remark %s", (address, remark, expected) => {
    expect(answers("R-034", contact(address, remark))).toEqual(expected);
  });
});

describe("R-035 special characters", () => {
  it.each([
    ["深圳市南山区科技路1号A-3#(南)（北）·１２栋", []],
    ["深圳市南山区 科技路1号", []],
    ["深圳市南山区科技路1号★", [`VIOLATED ${CONTACT}`]],
    ["深圳市南山区科技路1号/2号", [`VIOLATED ${CONTACT}`]],
    ["深圳市南山区科技路1号，2室", [`VIOLATED ${CONTACT}`]],
    ["深圳市南山区【前台】1号", [`VIOLATED ${CONTACT}`]],
    ["深圳市南山区\n1号", [`VIOLATED ${CONTACT}`]],
    ["深圳市南山区1号😀", [`VIOLATED ${CONTACT}`]],
    [null, []],
  ])("%j", (address, expected) => {
    expect(answers("R-035", contact(address))).toEqual(expected);
  });

  it("looks at both addresses and names the characters", () => {
    const input = bent(contact("南山区★1号"), ({ entity }) => {
      entity.certAddress = "南山区\t1号";
    });
    expect(answers("R-035", input)).toEqual([`VIOLATED ${CONTACT}`, `VIOLATED ${CERT}`]);
    expect(resultsOf("R-035", input)).toMatchObject([
      { params: { reason: { zh: "含有特殊字符 ★" } } },
      { params: { reason: { zh: "含有特殊字符 U+0009" } } },
    ]);
  });
});

describe("R-036 region codes", () => {
  it.each([
    ["440000", "440300", "440305", []],
    ["440000", "440300", "", []],
    ["420000", "429000", "429004", []],
    ["440000", "440300", "440103", ["VIOLATED entity.region.countyCode"]],
    ["440000", "330100", "440305", ["VIOLATED entity.region.cityCode"]],
    ["999900", "440300", "440305", ["VIOLATED entity.region.provinceCode"]],
  ])("%s %s %s", (provinceCode, cityCode, countyCode, expected) => {
    const input = bent(company, ({ entity }) => {
      entity.region = { provinceCode, cityCode, countyCode };
    });
    expect(answers("R-036", input)).toEqual(expected);
  });
});

describe("entity rules on any text", () => {
  it("answer, and supply every param of every violation", () => {
    const anything = fc.string({ unit: "grapheme", maxLength: 60 });
    const entities = fc.record({
      name: anything,
      certNumber: anything,
      certAddress: fc.option(anything),
      contactAddress: fc.option(anything),
      remark: fc.option(anything),
      nature: fc.nat(25),
      certType: fc.nat(60),
      certValidTo: fc.constantFrom(null, "2026-02-30", "0000-00-00", "9999-99-99"),
      region: fc.record({
        provinceCode: anything,
        cityCode: fc.option(anything),
        countyCode: fc.option(anything),
      }),
    });
    fc.assert(
      fc.property(entities, (entity) => {
        const input = bent(company, (a) => Object.assign(a.entity, entity));
        for (const { id, judge, thresholds, params } of ENTITY_RULES) {
          for (const result of judge(input, thresholds)) {
            if (result.kind !== "VIOLATED") continue;
            for (const param of params) expect(result.params[param], `${id} ${param}`).toBeTruthy();
          }
        }
      }),
    );
  });
});
