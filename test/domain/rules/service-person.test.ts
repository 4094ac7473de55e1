import { describe, expect, it } from "vitest";
import type { Application } from "#shared/domain/filing/application";
import type { RuleInput } from "#shared/domain/rules/rule-input";
import { bent, cleanInput, resultsOf, withSwitches } from "#test/support/rule-inputs";
import { erpIn, ownSrpIn, type Row, rowsOf, srpIn } from "./persons-in-orders";

const ofCompany = (order: Application) => order.entity.nature === 4;
const company = cleanInput("FIRST_FILING", (order) => ofCompany(order) && ownSrpIn(order) !== null);
const joint = cleanInput(
  "FIRST_FILING",
  (order) =>
    ofCompany(order) &&
    order.services.length === 1 &&
    ownSrpIn(order) === null &&
    erpIn(order).isLegalRepresentative === true,
);
const individual = cleanInput("FIRST_FILING", (order) => order.entity.nature === 5);
const SRP = "services[0].responsiblePerson";

function delegated(input: RuleInput): RuleInput {
  return bent(input, (order) => {
    erpIn(order).isLegalRepresentative = false;
  });
}

/** The legal representative is nowhere stated. */
function untold(input: RuleInput): RuleInput {
  return bent(input, (order) => {
    erpIn(order).isLegalRepresentative = null;
    const srp = ownSrpIn(order);
    if (srp) srp.isLegalRepresentative = null;
    order.evidence = null;
  });
}

describe("R-062 staff", () => {
  it.each<Row>([
    ["asked for an SRP of its own", company, [`NEEDS_HUMAN ${SRP}.name`]],
    ["not for the legal representative", joint, []],
    ["not for individuals", individual, ["n/a"]],
  ])("%s", rowsOf("R-062"));

  it("hints at a letter for somebody else", () => {
    const letter = { materialKind: "SRP_AUTHORIZATION", serviceIndex: 0, fields: { name: "王小二" } };
    const input = bent(company, (order) => {
      order.evidence?.ocr?.push(letter);
    });
    expect(resultsOf("R-062", input)).toMatchObject([{ hinted: true }]);
  });
});

describe("R-063 the filer as SRP", () => {
  const served = (bend: (order: Application) => void) =>
    bent(individual, (order) => {
      const [service] = order.services;
      if (service) service.responsiblePerson = { sameAsEntity: false, ...erpIn(order) };
      bend(order);
    });

  it.each<Row>([
    ["the same", individual, []],
    ["stated again", served(() => {}), []],
    [
      "another name",
      served((order) => {
        srpIn(order).name = "王小二";
      }),
      [`VIOLATED ${SRP}.name`],
    ],
    [
      "another number",
      served((order) => {
        srpIn(order).idNumber = "110101199003070011";
      }),
      [`VIOLATED ${SRP}.idNumber`],
    ],
    [
      "the ERP, who is not the filer, where R-052 judges",
      bent(individual, (order) => {
        erpIn(order).name = "王小二";
      }),
      [],
    ],
    [
      "the ERP, who is not the filer, where only the service changes",
      bent(individual, (order) => {
        order.filingType = "CHANGE_SERVICE";
        order.services.splice(1);
        erpIn(order).name = "王小二";
      }),
      ["VIOLATED entity.responsiblePerson.name"],
    ],
  ])("%s", rowsOf("R-063"));
});

describe("R-064 contacts against each other", () => {
  const srpWith = (field: "mobile" | "email" | "emergencyPhone") =>
    bent(company, (order) => {
      srpIn(order)[field] = erpIn(order)[field] ?? null;
    });
  const stated = (bend: (order: Application) => void) =>
    bent(company, (order) => {
      Object.assign(srpIn(order), erpIn(order));
      bend(order);
    });

  it.each<Row>([
    ["two persons, all different", company, []],
    ["two persons, one mobile", srpWith("mobile"), [`VIOLATED ${SRP}.mobile`]],
    ["two persons, one mailbox", srpWith("email"), [`VIOLATED ${SRP}.email`]],
    ["one person stated twice", stated(() => {}), []],
    [
      "one person, two mobiles",
      stated((order) => {
        srpIn(order).mobile = "13900000000";
      }),
      [`VIOLATED ${SRP}.mobile`],
    ],
    [
      "said to be the same, with another mailbox",
      bent(joint, ({ services: [service] }) => {
        if (service?.responsiblePerson) service.responsiblePerson.email = "x@y.cn";
      }),
      [`VIOLATED ${SRP}.email`],
    ],
    [
      "who it is cannot be told",
      bent(srpWith("mobile"), (order) => {
        Object.assign(srpIn(order), { name: "", idNumber: null });
      }),
      [],
    ],
  ])("%s", rowsOf("R-064"));

  it("only warns of one emergency phone for two persons", () => {
    expect(resultsOf("R-064", srpWith("emergencyPhone"))).toMatchObject([
      { fieldPath: `${SRP}.emergencyPhone`, severity: "warn" },
    ]);
  });

  it("compares the services' persons with each other, at the later one", () => {
    const two = bent(company, (order) => {
      const [first] = order.services;
      if (!first) return;
      const other = { ...srpIn(order), name: "王小二", idNumber: "110101199003070011", email: "x@y.cn" };
      order.services.push({ ...first, responsiblePerson: { ...other, emergencyPhone: null } });
    });
    rowsOf("R-064")("two services", two, ["VIOLATED services[1].responsiblePerson.mobile"]);
  });
});

describe("R-065 the SRP's letter", () => {
  const asked = (input: RuleInput, letterFor: number | null = null) =>
    withSwitches(
      bent(input, (order) => {
        order.materials = order.materials.filter(({ kind }) => kind !== "SRP_AUTHORIZATION");
        if (letterFor !== null)
          order.materials.push({
            kind: "SRP_AUTHORIZATION",
            sha256: "a".repeat(64),
            serviceIndex: letterFor,
          });
      }),
      { srpLetterRequired: true },
    );

  const twice = bent(company, (order) => {
    const [service] = order.services;
    order.services = service ? [service, structuredClone(service)] : [];
  });
  const otherSecond = bent(twice, (order) => {
    Object.assign(order.services[1]?.responsiblePerson ?? {}, { idNumber: "11010519491231002X" });
  });

  it.each<Row>([
    ["missing", asked(company), ["VIOLATED materials"]],
    ["there", asked(company, 0), []],
    ["there for another service", asked(company, 1), ["VIOLATED materials"]],
    ["there for another service of the same person", asked(twice, 1), []],
    ["there for one of two persons", asked(otherSecond, 1), ["VIOLATED materials"]],
    ["missing for a delegate who is both", asked(delegated(joint)), ["VIOLATED materials"]],
    ["not needed by the legal representative", asked(joint), []],
    ["nobody asks", withSwitches(asked(company), { srpLetterRequired: null }), []],
    ["nothing tells", asked(untold(company)), ["CANNOT_CHECK materials"]],
  ])("%s", rowsOf("R-065"));
});
