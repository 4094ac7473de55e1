import { describe, expect, it } from "vitest";
import type { Application } from "#shared/domain/filing/application";
import type { RuleInput } from "#shared/domain/rules/rule-input";
import { answers, bent, cleanInput, resultsOf, withSwitches } from "#test/support/rule-inputs";

type DomainRecord = NonNullable<NonNullable<Application["evidence"]>["domains"]>[number];

const PLACE = "services[0].domains[0]";
const VIOLATED = [`VIOLATED ${PLACE}`];
const OPEN = [`CANNOT_CHECK ${PLACE}`];

const one = ({ services }: Application) => services.length === 1 && services[0]?.kind === "WEBSITE";
const unit = cleanInput("FIRST_FILING", (order) => order.entity.nature === 4 && one(order));
const person = cleanInput("FIRST_FILING", (order) => order.entity.nature === 5 && one(order));
const strict = withSwitches(unit, { holderMustBeUnit: true });

function held(change: Partial<DomainRecord>, input: RuleInput = unit): RuleInput {
  return bent(input, ({ evidence }) => {
    for (const record of evidence?.domains ?? []) Object.assign(record, change);
  });
}

function heldByErp(input: RuleInput): RuleInput {
  const erp = input.application.entity.responsiblePerson;
  return held(
    {
      realNameHolder: erp?.name,
      holderCertType: erp?.idType,
      holderCertNumber: erp?.idNumber,
      holderRelation: "ERP",
    },
    input,
  );
}

function proven(input: RuleInput, domain?: string): RuleInput {
  return bent(input, ({ materials }) => {
    materials.push({ kind: "HOLDER_RELATION_PROOF", sha256: "a".repeat(64), ...(domain ? { domain } : {}) });
  });
}

const STRANGER = {
  realNameHolder: "示例他方贸易有限公司",
  holderCertType: 1,
  holderCertNumber: "91110108MA01ABCD5T",
};
const shareholder = held({ ...STRANGER, realNameHolder: "王小明", holderRelation: "SHAREHOLDER" });
const stranger = held({ ...STRANGER, holderRelation: "NONE" });
const unrecorded = bent(unit, ({ evidence }) => evidence && Object.assign(evidence, { domains: null }));

describe("R-096 holder", () => {
  it.each([
    ["the unit", unit, []],
    ["its ERP", heldByErp(unit), []],
    ["somebody else", stranger, VIOLATED],
    ["one that only claims to be the unit", held({ ...STRANGER, holderRelation: "ENTITY" }), VIOLATED],
    ["another type of certificate", held({ holderCertType: 3 }), VIOLATED],
    ["another number", held({ holderCertNumber: "91110108MA01ABCD5T" }), VIOLATED],
    ["a shareholder without proof is R-097's", shareholder, []],
    ["a shareholder with proof", proven(shareholder), []],
    ["proof of a relation that the record denies", proven(stranger), VIOLATED],
    ["proof, and a record that does not say", proven(held({ ...STRANGER, holderRelation: null })), OPEN],
    ["a number not told", held({ holderCertNumber: null }), OPEN],
    ["a number not told of another name", held({ ...STRANGER, holderCertNumber: null }), VIOLATED],
    ["no record", unrecorded, OPEN],
    ["an individual", person, []],
    ["another one than the individual", held({ realNameHolder: "他人" }, person), VIOLATED],
    [
      "a relation does not help an individual",
      held({ ...STRANGER, holderRelation: "EXECUTIVE" }, person),
      VIOLATED,
    ],
    ["R-098's province", withSwitches(stranger, { holderMustBeUnit: true }), []],
    [
      "an individual in R-098's province",
      withSwitches(held(STRANGER, person), { holderMustBeUnit: true }),
      VIOLATED,
    ],
  ])("%s", (_, input, expected) => {
    expect(answers("R-096", input)).toEqual(expected);
  });
});

describe("R-097 proof of the relation", () => {
  const [domain = ""] = unit.application.services[0]?.domains ?? [];
  it.each([
    ["the unit itself", unit, []],
    ["a shareholder", shareholder, ["VIOLATED materials"]],
    ["a principal", held({ holderRelation: "PRINCIPAL" }), ["VIOLATED materials"]],
    ["an executive", held({ holderRelation: "EXECUTIVE" }), ["VIOLATED materials"]],
    ["no provable relation", stranger, []],
    ["proven", proven(shareholder), []],
    ["proven for this domain", proven(shareholder, domain), []],
    ["proven for another domain", proven(shareholder, "other.cn"), ["VIOLATED materials"]],
    ["relation not told, but held by the unit", held({ holderRelation: null }), []],
    ["relation not told", held({ ...STRANGER, holderRelation: null }), ["CANNOT_CHECK materials"]],
    ["no record", unrecorded, ["CANNOT_CHECK materials"]],
    ["R-098's province", withSwitches(shareholder, { holderMustBeUnit: true }), []],
    ["an individual", held({ holderRelation: "SHAREHOLDER" }, person), ["n/a"]],
  ])("%s", (_, input, expected) => {
    expect(answers("R-097", input)).toEqual(expected);
  });

  it("names domain and relation, the holder masked", () => {
    expect(resultsOf("R-097", shareholder)).toMatchObject([
      {
        params: {
          domain: { zh: domain },
          holderMasked: "王**",
          relation: { zh: "股东", en: "a shareholder" },
        },
      },
    ]);
  });
});

describe("R-098 the unit itself", () => {
  it.each([
    ["held by the unit", strict, []],
    ["held by its ERP", heldByErp(strict), VIOLATED],
    ["another number", held({ holderCertNumber: "91110108MA01ABCD5T" }, strict), VIOLATED],
    ["type and number not told", held({ holderCertType: null, holderCertNumber: null }, strict), []],
    ["holder not told", held({ realNameHolder: null }, strict), OPEN],
    ["no record", withSwitches(unrecorded, { holderMustBeUnit: true }), OPEN],
    ["not asked here", heldByErp(unit), []],
    ["an individual", withSwitches(person, { holderMustBeUnit: true }), ["n/a"]],
  ])("%s", (_, input, expected) => {
    expect(answers("R-098", input)).toEqual(expected);
  });
});

describe("R-099 certificate", () => {
  const MISSING = ["VIOLATED materials"];
  function certificates(...domains: (string | null)[]): RuleInput {
    return bent(unit, (order) => {
      order.services[0]?.domains.splice(0, 9, "a.cn", "b.cn");
      order.materials = domains.map((domain) => ({
        kind: "DOMAIN_CERTIFICATE",
        sha256: "0".repeat(64),
        domain,
      }));
    });
  }
  it.each([
    ["clean", unit, []],
    ["one for each", certificates("a.cn", "b.cn"), []],
    ["one of two", certificates("a.cn"), MISSING],
    ["none", certificates(), MISSING],
    ["one that names no domain", certificates(null), []],
    ["not asked by the province", withSwitches(certificates(), { requiredMaterials: [] }), []],
  ])("%s", (_, input, expected) => {
    expect(answers("R-099", input)).toEqual(expected);
  });

  it("names the domains without one", () => {
    expect(resultsOf("R-099", certificates())).toMatchObject([{ params: { domain: { zh: "a.cn、b.cn" } } }]);
  });

  it("takes the certificate of the domain above an APP's", () => {
    const input = bent(certificates("a.cn", "b.cn"), ({ services: [service] }) => {
      service?.domains.splice(0, 9, "api.a.cn");
    });
    expect(answers("R-099", input)).toEqual([]);
  });
});
