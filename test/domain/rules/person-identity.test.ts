import { describe, expect, it } from "vitest";
import { answers, bent, cleanInput, resultsOf, withSwitches } from "#test/support/rule-inputs";
import { erpIn, forgetOcr, ocrIn, ownSrpIn, type Row, rowsOf } from "./persons-in-orders";

const company = cleanInput("FIRST_FILING", (order) => order.entity.nature === 4 && ownSrpIn(order) !== null);
const individual = cleanInput("FIRST_FILING", (order) => order.entity.nature === 5);
const ERP = "entity.responsiblePerson";
const SRP = "services[0].responsiblePerson";

describe("R-045 the form against the ID", () => {
  it.each<Row>([
    ["as on the ID", company, []],
    [
      "another name",
      bent(company, (order) => {
        ocrIn(order, "ERP_ID_FRONT").name = "王小二";
      }),
      [`VIOLATED ${ERP}.name`],
    ],
    [
      "the SRP's number with one digit off",
      bent(company, (order) => {
        ocrIn(order, "SRP_ID_FRONT").idNumber = "11010519491231002X";
      }),
      [`VIOLATED ${SRP}.idNumber`],
    ],
    [
      "blanks in the name only",
      bent(company, (order) => {
        ocrIn(order, "ERP_ID_FRONT").name = ` ${erpIn(order).name} `;
      }),
      [],
    ],
    [
      "no name in the form",
      bent(company, (order) => {
        erpIn(order).name = null;
      }),
      [`VIOLATED ${ERP}.name`],
    ],
    [
      "the ERP's ID not read",
      bent(company, (order) => forgetOcr(order, "ERP_ID_FRONT")),
      [`CANNOT_CHECK ${ERP}.name`],
    ],
    [
      "the number not read",
      bent(company, (order) => {
        ocrIn(order, "ERP_ID_FRONT").idNumber = null;
      }),
      [`CANNOT_CHECK ${ERP}.idNumber`],
    ],
    [
      "nothing read",
      bent(company, (order) => {
        order.evidence = null;
      }),
      [`CANNOT_CHECK ${ERP}.name`, `CANNOT_CHECK ${SRP}.name`],
    ],
  ])("%s", rowsOf("R-045"));

  it("does not ask for IDs that the order need not bring", () => {
    const claim = cleanInput("CLAIM", (order) => ownSrpIn(order) !== null);
    expect(answers("R-045", claim)).toEqual([]);
    const change = cleanInput("CHANGE_SERVICE", (order) => order.entity.nature === 4);
    const bare = bent(change, (order) => {
      forgetOcr(order, "ERP_ID_FRONT");
      order.materials = order.materials.filter(({ kind }) => !kind.includes("_ID_"));
    });
    expect(answers("R-045", bare)).not.toContain(`CANNOT_CHECK ${ERP}.name`);
    const replaced = bent(bare, (order) => {
      erpIn(order).idNumber = "11010519491231002X";
    });
    expect(answers("R-045", replaced)).toContain(`CANNOT_CHECK ${ERP}.name`);
  });
});

describe("R-046 ID numbers", () => {
  const numbered = (idType: number | null, idNumber: string | null) =>
    bent(company, (order) => {
      Object.assign(erpIn(order), { idType, idNumber });
    });

  it.each<Row>([
    ["sound", numbered(2, "110101199003070011"), []],
    ["wrong check digit", numbered(2, "110101199003070012"), [`VIOLATED ${ERP}.idNumber`]],
    ["30 February", numbered(2, "110101199002300019"), [`VIOLATED ${ERP}.idNumber`]],
    ["a travel permit", numbered(14, "H12345678"), []],
    ["a travel permit too short", numbered(14, "H1234567"), [`VIOLATED ${ERP}.idNumber`]],
    ["no number", numbered(2, null), [`VIOLATED ${ERP}.idNumber`]],
    ["a type that has no format", numbered(99, "1"), []],
    ["a small x", numbered(2, "11010519491231002x"), []],
    ["a blank inside", numbered(2, "110101 199003070011"), [`VIOLATED ${ERP}.idNumber`]],
    ["full-width digits", numbered(2, "１10101199003070011"), [`VIOLATED ${ERP}.idNumber`]],
  ])("%s", rowsOf("R-046"));
});

describe("R-047 months left", () => {
  const until = (idValidTo: string | null, today = "2026-03-02") => ({
    ...bent(company, (order) => {
      erpIn(order).idValidTo = idValidTo;
    }),
    today,
  });

  it.each<Row>([
    ["three months to the day", until("2026-06-02"), []],
    ["a day less", until("2026-06-01"), [`VIOLATED ${ERP}.idValidTo`]],
    ["long-term", until(null), []],
    ["from the end of November, the end of February", until("2027-02-28", "2026-11-30"), []],
    ["and a day less", until("2027-02-27", "2026-11-30"), [`VIOLATED ${ERP}.idValidTo`]],
    ["a day that does not exist", until("2026-02-30"), [`VIOLATED ${ERP}.idValidTo`]],
  ])("%s", rowsOf("R-047"));
});

describe("R-048 age", () => {
  const aged = (minAge: number | null, birth: string, input = individual) =>
    withSwitches(
      bent(input, (order) => {
        Object.assign(erpIn(order), { idType: 7, idNumber: "E1234567" });
        ocrIn(order, "ERP_ID_FRONT").birthDate = birth;
      }),
      {
        minAge: { unit: minAge, individual: minAge },
      },
    );

  it.each<Row>([
    ["eighteen today", aged(18, "2008-03-02"), []],
    ["eighteen tomorrow", aged(18, "2008-03-03"), [`VIOLATED ${ERP}.idNumber`]],
    ["sixteen is enough here", aged(16, "2009-03-02"), []],
    ["nobody asks, an adult", aged(null, "2008-03-02"), []],
    ["nobody asks a unit", aged(null, "2010-03-03", company), []],
    ["a unit's ERP", aged(18, "2010-03-03", company), [`VIOLATED ${ERP}.idNumber`]],
    ["an impossible birth date", aged(18, "2010-02-30"), [`CANNOT_CHECK ${ERP}.idNumber`]],
    [
      "by the resident number",
      withSwitches(
        bent(company, (order) => {
          erpIn(order).idNumber = "110101201003070011";
        }),
        { minAge: { unit: 18, individual: 18 } },
      ),
      [`VIOLATED ${ERP}.idNumber`],
    ],
  ])("%s", rowsOf("R-048"));

  it("only warns where no source names an age", () => {
    expect(resultsOf("R-048", aged(null, "2008-03-03"))).toMatchObject([
      { kind: "VIOLATED", severity: "warn", params: { age: "18" } },
    ]);
  });
});

describe("R-049 employment proof", () => {
  const aged = (birth: string | null, minAge: number | null = 16) =>
    withSwitches(
      bent(individual, (order) => {
        Object.assign(erpIn(order), { idType: 7, idNumber: "E1234567" });
        ocrIn(order, "ERP_ID_FRONT").birthDate = birth;
      }),
      { minAge: { unit: minAge, individual: minAge }, employmentProofUnder: { unit: null, individual: 18 } },
    );
  const proof = { kind: "EMPLOYMENT_PROOF" as const, sha256: "a".repeat(64) };

  it.each<Row>([
    ["seventeen without", aged("2009-03-02"), ["VIOLATED materials"]],
    [
      "seventeen with",
      bent(aged("2009-03-02"), (order) => {
        order.materials.push(proof);
      }),
      [],
    ],
    ["eighteen", aged("2008-03-02"), []],
    ["under the least age", aged("2010-03-03"), []],
    ["no least age", aged("2010-03-03", null), ["VIOLATED materials"]],
    ["age unknown", aged(null), ["CANNOT_CHECK materials"]],
    [
      "nobody asks",
      withSwitches(aged("2009-03-02"), { employmentProofUnder: { unit: null, individual: null } }),
      [],
    ],
  ])("%s", rowsOf("R-049"));
});
