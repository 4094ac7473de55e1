import { describe, expect, it } from "vitest";
import type { RuleInput } from "#shared/domain/rules/rule-input";
import { bent, cleanInput, resultsOf, withSwitches } from "#test/support/rule-inputs";
import { type Case, expectAnswers, filedIn, present, recordIn, serviceIn } from "./order-tables";

const PLAIN = { changeBothOnErpChange: null, changeBothOnly: null } as const;
const isCompany = ({ entity }: RuleInput["application"]) => entity.nature === 4;
const srpIsErp = (order: RuleInput["application"]) => filedIn(order).responsiblePerson?.sameAsEntity === true;

const apart = plain("CHANGE_ENTITY", (order) => isCompany(order) && !srpIsErp(order) && sameErp(order));
const joint = plain("CHANGE_ENTITY", (order) => isCompany(order) && srpIsErp(order));
const person = plain("CHANGE_ENTITY", ({ entity }) => entity.nature === 5);
const jointService = plain("CHANGE_SERVICE", (order) => isCompany(order) && srpIsErp(order));
const apartService = plain("CHANGE_SERVICE", (order) => isCompany(order) && !srpIsErp(order));
const society = plain("CHANGE_ENTITY", (order) => order.entity.nature === 6 && srpIsErp(order));
const site = cleanInput(
  "CHANGE_SERVICE",
  (order) => isCompany(order) && serviceIn(order).kind === "WEBSITE" && filedIn(order).domains.length === 1,
);
const both = cleanInput("CHANGE_BOTH");

function plain(kind: string, accept: (order: RuleInput["application"]) => boolean): RuleInput {
  return withSwitches(cleanInput(kind, accept), PLAIN);
}

function sameErp(order: RuleInput["application"]): boolean {
  return recordIn(order).entity.responsiblePerson?.idNumber === order.entity.responsiblePerson?.idNumber;
}

function table(ruleId: string, cases: readonly Case[]): void {
  it.each(cases)("%s", (_title, input, expected) => expectAnswers(ruleId, input, expected));
}

function withoutRecord(input: RuleInput): RuleInput {
  return bent(input, ({ evidence }) => {
    present(evidence).filedRecord = null;
  });
}

function newMobile(input: RuleInput): RuleInput {
  return bent(input, ({ entity }) => {
    present(entity.responsiblePerson).mobile = "13800000000";
  });
}

function newErp(input: RuleInput): RuleInput {
  return bent(input, ({ entity }) => {
    const erp = present(entity.responsiblePerson);
    erp.name = "示例某";
    erp.idNumber = "11010519491231002X";
  });
}

function newAddress(input: RuleInput): RuleInput {
  return bent(input, ({ entity }) => {
    entity.contactAddress = "示例市示例路9号";
  });
}

const onErpChange = (input: RuleInput, value: boolean | null) =>
  withSwitches(input, { changeBothOnErpChange: value });

describe("R-014 wrong kind of change", () => {
  const WRONG = ["VIOLATED filingType"];
  const otherSrp = (input: RuleInput, person: { idNumber?: string; mobile: string }) =>
    bent(input, (order) => {
      const erp = present(order.entity.responsiblePerson);
      serviceIn(order).responsiblePerson = { ...erp, sameAsEntity: false, ...person };
    });
  const unnamed = (input: RuleInput) =>
    bent(input, ({ evidence, services }) => {
      for (const service of evidence?.filedRecord?.services ?? []) service.responsiblePerson = null;
      for (const service of services) service.responsiblePerson = null;
    });
  table("R-014", [
    ["an address", newAddress(joint), []],
    ["a new ERP where that needs both", onErpChange(newErp(apart), true), WRONG],
    ["a new ERP where it does not", onErpChange(newErp(apart), false), []],
    ["a new ERP where nobody says", onErpChange(newErp(apart), null), []],
    ["a new mobile of the same ERP", onErpChange(newMobile(apart), true), []],
    ["contacts of an individual", newMobile(person), WRONG],
    ["the address of an individual", newAddress(person), []],
    ["contacts of an enterprise's ERP and SRP", newMobile(joint), WRONG],
    ["contacts of an enterprise with an SRP of its own", newMobile(apart), []],
    ["contacts of a society's ERP and SRP", newMobile(society), []],
    ["the same in a change of the service", newMobile(jointService), WRONG],
    ["another mobile for the SRP who is the ERP", otherSrp(jointService, { mobile: "13800000000" }), WRONG],
    [
      "another person as SRP",
      otherSrp(jointService, { mobile: "13800000000", idNumber: "11010519491231002X" }),
      [],
    ],
    [
      "another mobile for an SRP of its own",
      bent(apartService, (order) => {
        present(serviceIn(order).responsiblePerson).mobile = "13800000000";
      }),
      [],
    ],
    ["any change where only both is taken", withSwitches(newAddress(apart), { changeBothOnly: true }), WRONG],
    [
      "only both is taken, and no record",
      withSwitches(withoutRecord(apart), { changeBothOnly: true }),
      WRONG,
    ],
    ["no record of an enterprise", withoutRecord(apart), ["CANNOT_CHECK filingType"]],
    ["nobody says who serves", unnamed(newMobile(apart)), ["CANNOT_CHECK filingType"]],
    ["no record of a society", withoutRecord(society), []],
    [
      "no record of a society where a new ERP needs both",
      onErpChange(withoutRecord(society), true),
      ["CANNOT_CHECK filingType"],
    ],
    ["both at once", withSwitches(both, { changeBothOnly: true }), ["n/a"]],
  ]);

  it("names the contact items in both languages", () => {
    const [result] = resultsOf("R-014", newMobile(person)) ?? [];
    expect(result?.kind === "VIOLATED" && result.params.changedItems).toEqual({
      zh: "主体负责人手机号",
      en: "mobile of the entity responsible person",
    });
  });
});

describe("R-015 what cannot be changed", () => {
  const [own = ""] = filedIn(site.application).domains;
  const listing = (...domains: string[]) =>
    bent(site, (order) => {
      serviceIn(order).domains = domains;
    });
  const filedAs = (nature: number) =>
    bent(apart, (order) => {
      recordIn(order).entity.nature = nature;
    });
  const tookOver = (input: RuleInput, idNumber: string, allowed: boolean) =>
    withSwitches(
      bent(input, (order) => {
        recordIn(order).entity.certNumber = idNumber;
        recordIn(order).entity.nature = 5;
        recordIn(order).entity.responsiblePerson = null;
      }),
      { entityReplacement: allowed ? ["INDIVIDUAL_TO_OWN_COMPANY"] : ["COMPANY_TO_COMPANY_SAME_LEGAL_REP"] },
    );
  const erpNumber = apart.application.entity.responsiblePerson?.idNumber ?? "";
  const NATURE = ["VIOLATED entity.nature"];
  table("R-015", [
    ["nothing of it", site, []],
    [
      "another province",
      bent(apart, (order) => {
        recordIn(order).entity.region.provinceCode = "000000";
      }),
      ["VIOLATED entity.region.provinceCode"],
    ],
    [
      "another county",
      bent(apart, (order) => {
        recordIn(order).entity.region.countyCode = "000000";
      }),
      [],
    ],
    ["another nature", filedAs(6), NATURE],
    ["the individual's own company, allowed", tookOver(apart, erpNumber, true), []],
    ["the individual's own company, not allowed", tookOver(apart, erpNumber, false), NATURE],
    ["somebody else's company", tookOver(apart, "11010519491231002X", true), NATURE],
    [
      "another certificate number",
      bent(apart, ({ entity }) => {
        entity.certNumber = "91350100M000100Y43";
      }),
      [],
    ],
    ["a replaced domain", listing("other-example.cn"), ["VIOLATED services[0].domains[0]"]],
    ["an added domain", listing(own, "other-example.cn"), []],
    ["a dropped domain", bent(site, (order) => void filedIn(order).domains.push("second-example.cn")), []],
    [
      "replaced and added",
      listing("other-example.cn", "added-example.cn"),
      ["VIOLATED services[0].domains[0]"],
    ],
    ["no record", withoutRecord(site), ["CANNOT_CHECK entity.region.provinceCode"]],
    ["a first filing", cleanInput("FIRST_FILING"), ["n/a"]],
  ]);
});

describe("R-016 consents", () => {
  const claim = cleanInput("CLAIM");
  const agreed = (input: RuleInput, consents: RuleInput["application"]["consents"]) =>
    bent(input, (order) => {
      order.consents = consents;
    });
  const three = { informationSecurity: true, assistedEditing: true, filingUndertaking: true };
  const MISSING = ["VIOLATED consents"];
  table("R-016", [
    ["all three", agreed(both, three), []],
    ["one refused", agreed(both, { ...three, assistedEditing: false }), MISSING],
    ["one left out", agreed(both, { informationSecurity: true, assistedEditing: true }), MISSING],
    ["none at all", agreed(both, null), MISSING],
    ["the agreement of a claim instead", agreed(both, { claimAgreement: true }), MISSING],
    ["a claim with its agreement", agreed(claim, { claimAgreement: true }), []],
    ["a claim that does not agree", agreed(claim, { ...three, claimAgreement: false }), MISSING],
    ["a claim with the three", agreed(claim, three), []],
    ["a claim with nothing", agreed(claim, {}), MISSING],
    ["a cancellation", agreed(cleanInput("CANCEL_ACCESS/VOLUNTARY"), null), ["n/a"]],
  ]);
});
