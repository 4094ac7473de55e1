import { company, individual } from "../base-orders";
import { erpOf, replaceEverywhere, srpOf } from "../bending";
import { all, erp, reading, registry, srp, withoutPaper } from "../bends";
import { asItIs, type Bend, type CorpusCase, cannotTell, nearMiss, violates } from "../case";
import { bornOn, mistyped } from "../numbers";
import { anotherLegalRepresentative, ERP, SRP } from "../persons";

const OWN_SRP = { sameSrp: false };

/** Base orders in which somebody with a letter stands for the legal representative. */
function delegated(province: string, kind = "FIRST_FILING") {
  return {
    kind,
    province,
    nature: 4,
    where: ({ entity }: Parameters<Bend>[0]) => entity.responsiblePerson?.isLegalRepresentative === false,
  };
}

const LEGAL = `${ERP}.isLegalRepresentative`;

/** who may be ERP. */
export const LEGAL_REPRESENTATIVE_CASES: readonly CorpusCase[] = [
  violates("R-042", "an employee in Zhejiang", company("FIRST_FILING"), anotherLegalRepresentative(), [
    `R-042 ${LEGAL}`,
  ]),
  violates(
    "R-042",
    "an employee where no source speaks about it",
    company("CHANGE_BOTH"),
    anotherLegalRepresentative(),
    [`R-042 ${LEGAL}`],
    { switches: { erpPolicy: null } },
  ),
  violates(
    "R-042",
    "called legal representative, but the papers name another",
    company("FIRST_FILING"),
    anotherLegalRepresentative({ claimed: true }),
    [`R-026 ${LEGAL}`, `R-042 ${LEGAL}`],
  ),
  nearMiss("R-042", "a delegate in Sichuan", delegated("510000"), asItIs),
  nearMiss("R-042", "a person is nobody's legal representative", individual("FIRST_FILING"), asItIs),
  cannotTell(
    "R-042",
    "neither paper nor registry names a legal representative",
    company("FIRST_FILING"),
    all(
      registry({ legalRepresentative: null }),
      reading("ENTITY_CERTIFICATE", { legalRepresentative: null }),
    ),
    [`R-026? ${LEGAL}`, `R-042? ${LEGAL}`],
  ),

  violates("R-043", "no letter in Sichuan", delegated("510000"), withoutPaper("ERP_AUTHORIZATION"), [
    "R-043 materials",
  ]),
  violates(
    "R-043",
    "no letter in Jilin",
    delegated("220000", "ADD_SERVICE/OURS"),
    withoutPaper("ERP_AUTHORIZATION"),
    ["R-043 materials"],
  ),
  nearMiss("R-043", "a delegate in Anhui with a letter", delegated("340000"), asItIs),
  nearMiss(
    "R-043",
    "a legal representative in Jilin needs none",
    company("FIRST_FILING", { province: "220000" }),
    asItIs,
  ),
];

/** the persons as on their IDs. */
export const ID_READING_CASES: readonly CorpusCase[] = [
  violates(
    "R-045",
    "the ERP's ID has another name",
    company("FIRST_FILING", OWN_SRP),
    reading("ERP_ID_FRONT", { name: "欧阳示例" }),
    [`R-045 ${ERP}.name`],
  ),
  violates(
    "R-045",
    "the SRP's ID has another number",
    company("CHANGE_SERVICE", OWN_SRP),
    reading("SRP_ID_FRONT", { idNumber: bornOn("1991-01-01") }),
    [`R-045 ${SRP}.idNumber`],
  ),
  violates(
    "R-045",
    "a claim with another number",
    company("CLAIM"),
    reading("ERP_ID_FRONT", { idNumber: bornOn("1991-01-01") }),
    [`R-045 ${ERP}.idNumber`],
  ),
  nearMiss(
    "R-045",
    "a small x at the end",
    company("FIRST_FILING", {
      where: ({ entity }) => entity.responsiblePerson?.idNumber?.endsWith("X") === true,
    }),
    (application) => {
      const { idNumber } = erpOf(application);
      reading("ERP_ID_FRONT", { idNumber: idNumber?.toLowerCase() })(application, []);
    },
  ),
  cannotTell(
    "R-045",
    "nobody read the ERP's name",
    company("FIRST_FILING", OWN_SRP),
    reading("ERP_ID_FRONT", { name: null }),
    [`R-045? ${ERP}.name`],
  ),
  cannotTell(
    "R-045",
    "nobody read the SRP's number",
    company("ADD_SERVICE/OURS", OWN_SRP),
    reading("SRP_ID_FRONT", { idNumber: null }),
    [`R-045? ${SRP}.idNumber`],
  ),
];

/** The number of a person, in the form as on the papers. */
function erpNumber(to: (number: string) => string): Bend {
  return (application) => {
    const number = erpOf(application).idNumber ?? "";
    replaceEverywhere(application, number, to(number));
  };
}

function srpNumber(to: (number: string) => string): Bend {
  return (application) => {
    const number = srpOf(application).idNumber ?? "";
    replaceEverywhere(application, number, to(number));
  };
}

const PASSPORT_HOLDER = {
  kind: "FIRST_FILING",
  province: "330000",
  where: ({ entity }: Parameters<Bend>[0]) => entity.nature === 4 && entity.responsiblePerson?.idType === 7,
};

/** R-046 and R-047: numbers and validity of the persons' IDs. */
export const ID_NUMBER_CASES: readonly CorpusCase[] = [
  violates("R-046", "a wrong check digit", company("FIRST_FILING"), erpNumber(mistyped), [
    `R-046 ${ERP}.idNumber`,
  ]),
  violates("R-046", "an SRP's wrong check digit", company("ADD_SERVICE/OURS", OWN_SRP), srpNumber(mistyped), [
    `R-046 ${SRP}.idNumber`,
  ]),
  violates(
    "R-046",
    "born on 30 February",
    company("FIRST_FILING"),
    erpNumber(() => "110101199002300019"),
    [`R-046 ${ERP}.idNumber`],
  ),
  violates(
    "R-046",
    "a passport of four characters",
    PASSPORT_HOLDER,
    erpNumber(() => "E123"),
    [`R-046 ${ERP}.idNumber`],
  ),
  nearMiss(
    "R-046",
    "the standard's own example",
    company("FIRST_FILING"),
    erpNumber(() => "11010519491231002X"),
  ),
  nearMiss(
    "R-046",
    "a passport of five characters",
    PASSPORT_HOLDER,
    erpNumber(() => "E1234"),
  ),

  violates("R-047", "a day under three months", company("FIRST_FILING"), erp({ idValidTo: "2026-06-01" }), [
    `R-047 ${ERP}.idValidTo`,
  ]),
  violates(
    "R-047",
    "the SRP's expired",
    company("CHANGE_SERVICE", OWN_SRP),
    srp({ idValidTo: "2025-12-31" }),
    [`R-047 ${SRP}.idValidTo`],
  ),
  nearMiss("R-047", "three months to the day", company("FIRST_FILING"), erp({ idValidTo: "2026-06-02" })),
  nearMiss("R-047", "long-term", company("CHANGE_BOTH"), erp({ idValidTo: null })),
];
