import { company, individual } from "../base-orders";
import { erpOf, srpOf } from "../bending";
import { all, service, srp, withoutPaper } from "../bends";
import { asItIs, type Bend, type CorpusCase, nearMiss, violates } from "../case";
import { anotherSrp, erpStatedTwice, MOBILE, SRP } from "../persons";

const OWN_SRP = { sameSrp: false };
const FUJIAN = { province: "350000" };

/** whether the two persons are one. */
export const TWO_PERSONS_CASES: readonly CorpusCase[] = [
  violates("R-063", "somebody else", individual("FIRST_FILING"), anotherSrp(), [`R-063 ${SRP}.name`]),
  violates(
    "R-063",
    "the filer's name with another number",
    individual("ADD_SERVICE/OURS"),
    anotherSrp(["name"]),
    [`R-063 ${SRP}.idNumber`],
  ),
  nearMiss("R-063", "the filer, stated once more", individual("FIRST_FILING"), erpStatedTwice),
  nearMiss("R-063", "a unit's SRP is somebody else", company("FIRST_FILING", OWN_SRP), asItIs),

  violates(
    "R-064",
    "two persons with one mobile",
    company("FIRST_FILING", OWN_SRP),
    (application) => {
      srpOf(application).mobile = erpOf(application).mobile ?? "";
    },
    [`R-064 ${SRP}.mobile block`],
  ),
  violates(
    "R-064",
    "two persons with one mailbox",
    company("CHANGE_BOTH", OWN_SRP),
    (application) => {
      srpOf(application).email = erpOf(application).email ?? "";
    },
    [`R-064 ${SRP}.email block`],
  ),
  violates(
    "R-064",
    "two persons with one emergency phone",
    company("FIRST_FILING", OWN_SRP),
    (application) => {
      srpOf(application).emergencyPhone = erpOf(application).emergencyPhone ?? "";
    },
    [`R-064 ${SRP}.emergencyPhone warn`],
  ),
  violates(
    "R-064",
    "one person with two mobiles",
    company("FIRST_FILING", { sameSrp: true }),
    all(erpStatedTwice, srp({ mobile: MOBILE })),
    [`R-064 ${SRP}.mobile block`],
  ),
  nearMiss("R-064", "one person stated twice", company("FIRST_FILING", { sameSrp: true }), erpStatedTwice),
  nearMiss(
    "R-064",
    "two persons with a digit between them",
    company("FIRST_FILING", OWN_SRP),
    (application) => {
      const mobile = erpOf(application).mobile ?? "";
      srpOf(application).mobile = `${mobile.slice(0, -1)}${(Number(mobile.at(-1)) + 1) % 10}`;
    },
  ),
];

const NO_LETTER = withoutPaper("SRP_AUTHORIZATION");

/** A company in Hunan or Guizhou that takes another legal representative, who is its SRP too. */
function newLegalRepresentative(province: string) {
  return {
    kind: "CHANGE_BOTH",
    province,
    nature: 4,
    sameSrp: true,
    where: ({ entity, evidence }: Parameters<Bend>[0]) =>
      evidence?.filedRecord?.entity.responsiblePerson?.idNumber !== entity.responsiblePerson?.idNumber,
  };
}

/** the SRP's letter. */
export const SRP_LETTER_CASES: readonly CorpusCase[] = [
  violates("R-065", "none in Fujian", company("FIRST_FILING", { ...FUJIAN, ...OWN_SRP }), NO_LETTER, [
    "R-065 materials",
  ]),
  violates(
    "R-065",
    "none for a change in Shanghai",
    company("CHANGE_SERVICE", { province: "310000", ...OWN_SRP }),
    NO_LETTER,
    ["R-065 materials"],
  ),
  nearMiss(
    "R-065",
    "the legal representative needs none",
    company("FIRST_FILING", { ...FUJIAN, sameSrp: true }),
    asItIs,
  ),
  nearMiss("R-065", "none in Zhejiang", company("FIRST_FILING", OWN_SRP), asItIs),

  violates("R-066", "a new legal representative in Hunan", newLegalRepresentative("430000"), NO_LETTER, [
    "R-066 materials",
  ]),
  violates("R-066", "a new legal representative in Guizhou", newLegalRepresentative("520000"), NO_LETTER, [
    "R-066 materials",
  ]),
  nearMiss(
    "R-066",
    "a new legal representative in Hunan, with the letter",
    newLegalRepresentative("430000"),
    asItIs,
  ),
  nearMiss("R-066", "a new legal representative in Zhejiang", newLegalRepresentative("330000"), asItIs),
];

function delegated(province: string) {
  return {
    kind: "FIRST_FILING",
    province,
    nature: 4,
    services: ["WEBSITE"] as const,
    where: ({ entity }: Parameters<Bend>[0]) => entity.responsiblePerson?.isLegalRepresentative === false,
  };
}

const TIANJIN = { province: "120000", ...OWN_SRP };
const ERP_IS_SRP = service({ responsiblePerson: { sameAsEntity: true } });
const SHOULD_NOT = [`R-068 ${SRP}.isLegalRepresentative warn`];

/** what some provinces ask of the SRP. */
export const PROVINCE_SRP_CASES: readonly CorpusCase[] = [
  violates("R-067", "a delegate beside another SRP in Jiangsu", delegated("320000"), anotherSrp(), [
    `R-067 ${SRP}.idNumber`,
  ]),
  violates("R-067", "a delegate beside another SRP in Anhui", delegated("340000"), anotherSrp(), [
    `R-067 ${SRP}.idNumber`,
  ]),
  nearMiss("R-067", "a delegate who is the SRP in Jiangsu", delegated("320000"), asItIs),
  nearMiss(
    "R-067",
    "a legal representative beside another SRP in Jiangsu",
    company("FIRST_FILING", { province: "320000", ...OWN_SRP }),
    asItIs,
  ),
  nearMiss(
    "R-067",
    "a delegate beside another SRP in Sichuan",
    { ...delegated("510000"), sameSrp: false },
    asItIs,
  ),

  violates(
    "R-068",
    "the legal representative in Tianjin",
    company("FIRST_FILING", TIANJIN),
    ERP_IS_SRP,
    SHOULD_NOT,
  ),
  violates("R-068", "access in Tianjin", company("ADD_ACCESS/OTHER", TIANJIN), ERP_IS_SRP, SHOULD_NOT),
  nearMiss("R-068", "an employee in Tianjin", company("FIRST_FILING", TIANJIN), asItIs),
  nearMiss("R-068", "the legal representative in Zhejiang", company("FIRST_FILING", OWN_SRP), ERP_IS_SRP),
];
