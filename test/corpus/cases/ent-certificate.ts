import { company, individual } from "../base-orders";
import { all, certifyAs, renumber } from "../bends";
import { type CorpusCase, nearMiss, violates } from "../case";
import { creditCodeOfNoOrganisation, mistyped, ORGANISATION_CODE } from "../numbers";

const NUMBER = "entity.certNumber";
const TYPE = ["R-022 entity.certType"];

/** type and number of the entity's certificate. */
export const CERTIFICATE_NUMBER_CASES: readonly CorpusCase[] = [
  violates("R-022", "a company with a society's certificate", company("FIRST_FILING"), certifyAs(6), TYPE),
  violates(
    "R-022",
    "a law firm with a business licence",
    { kind: "CHANGE_BOTH", nature: 11 },
    certifyAs(1),
    TYPE,
  ),
  violates(
    "R-022",
    "a person with an overseas body's certificate",
    individual("ADD_SERVICE/OURS"),
    certifyAs(35),
    TYPE,
  ),
  nearMiss(
    "R-022",
    "a representative office with its own certificate",
    company("FIRST_FILING"),
    certifyAs(27),
  ),
  nearMiss(
    "R-022",
    "a company with an organisation code",
    company("FIRST_FILING"),
    all(
      certifyAs(12),
      renumber(() => ORGANISATION_CODE),
    ),
  ),

  violates("R-023", "the code's last character is wrong", company("FIRST_FILING"), renumber(mistyped), [
    `R-023 ${NUMBER}`,
  ]),
  violates(
    "R-023",
    "a code over an organisation that cannot be",
    company("FIRST_FILING"),
    renumber(creditCodeOfNoOrganisation),
    [`R-023 ${NUMBER}`],
  ),
  violates(
    "R-023",
    "an organisation code with a wrong check character",
    company("FIRST_FILING"),
    all(
      certifyAs(12),
      renumber(() => mistyped(ORGANISATION_CODE)),
    ),
    [`R-023 ${NUMBER}`],
  ),
  violates("R-023", "a person's number is mistyped", individual("FIRST_FILING"), renumber(mistyped), [
    `R-023 ${NUMBER}`,
    "R-046 entity.responsiblePerson.idNumber",
  ]),
  violates("R-023", "a claim with a mistyped code", company("CLAIM"), renumber(mistyped), [
    `R-023 ${NUMBER}`,
  ]),
  nearMiss(
    "R-023",
    "an organisation code with its hyphen",
    company("FIRST_FILING"),
    all(
      certifyAs(12),
      renumber(() => `${ORGANISATION_CODE.slice(0, 8)}-${ORGANISATION_CODE.slice(8)}`),
    ),
  ),
  nearMiss("R-023", "small letters in the code", company("FIRST_FILING"), ({ entity: own }) => {
    own.certNumber = own.certNumber.toLowerCase();
  }),
  nearMiss(
    "R-023",
    "the standard's own example of a code",
    company("FIRST_FILING", { province: "350000" }),
    renumber(() => "91350100M000100Y43"),
  ),

  violates(
    "R-024",
    "fifteen digits of the old register",
    company("FIRST_FILING"),
    renumber(() => "330106000123456"),
    [`R-024 ${NUMBER}`],
  ),
  violates(
    "R-024",
    "a sole trader's fifteen digits",
    {
      kind: "ADD_SERVICE/OURS",
      province: "330000",
      services: ["WEBSITE"],
      where: ({ evidence }) =>
        evidence?.companyRegistry?.entityKind === "个体工商户" &&
        evidence.domains?.[0]?.holderRelation === "ENTITY",
    },
    renumber(() => "330106600123456"),
    [`R-024 ${NUMBER}`],
  ),
  nearMiss(
    "R-024",
    "eighteen characters, one of them wrong",
    company("ADD_SERVICE/OURS"),
    renumber(mistyped),
    [`R-023 ${NUMBER}`],
  ),
  nearMiss(
    "R-024",
    "an institution with an organisation code",
    { kind: "FIRST_FILING", nature: 3 },
    all(
      certifyAs(3),
      renumber(() => ORGANISATION_CODE),
    ),
  ),
];
