import { FILING_KINDS, kindCode } from "#shared/domain/filing/filing-type";
import { PROVINCES } from "#shared/domain/provinces/province";
import type { BaseQuery } from "../base-orders";
import { company, individual } from "../base-orders";
import { all, certifyAs, natureOf, reading, renumber } from "../bends";
import { type Bend, type CorpusCase, clean } from "../case";
import { creditCodeLike, ORGANISATION_CODE } from "../numbers";

/** Nothing is wrong: every filing type with every nature, and every province with the types that it judges most. */

const KINDS = FILING_KINDS.map(kindCode);

/** Natures that the generator makes, by their code. */
const MADE: readonly { readonly nature: number; readonly base: (kind: string) => BaseQuery }[] = [
  { nature: 2, base: (kind) => ({ kind, nature: 2 }) },
  { nature: 3, base: (kind) => ({ kind, nature: 3 }) },
  { nature: 4, base: (kind) => company(kind) },
  { nature: 5, base: (kind) => individual(kind) },
  { nature: 6, base: (kind) => ({ kind, nature: 6 }) },
  { nature: 9, base: (kind) => ({ kind, nature: 9 }) },
  { nature: 11, base: (kind) => ({ kind, nature: 11 }) },
];

/** Natures that it does not make: certificate type and number of `domain.md` §5.2 on a company's order. */
const BENT: readonly { readonly nature: number; readonly certType: number; readonly number: Numbering }[] = [
  { nature: 1, certType: 5, number: () => "61213" },
  { nature: 10, certType: 19, number: coded("53") },
  { nature: 12, certType: 22, number: coded("41") },
  { nature: 13, certType: 24, number: coded("81") },
  { nature: 14, certType: 28, number: coded("34") },
  { nature: 15, certType: 25, number: coded("71") },
  { nature: 16, certType: 35, number: () => "0123456" },
  { nature: 17, certType: 38, number: () => "PDY10123X33010617A1002" },
  { nature: 18, certType: 39, number: coded("32") },
  { nature: 19, certType: 43, number: coded("N2") },
  { nature: 20, certType: 44, number: coded("35") },
];

type Numbering = (number: string) => string;

function coded(classChars: string): Numbering {
  return (number) => creditCodeLike(number, { classChars });
}

export const CLEAN_NATURE_CASES: readonly CorpusCase[] = KINDS.flatMap((kind) => [
  ...MADE.map(({ nature, base }) => clean(`${kind} of nature ${nature}`, base(kind))),
  ...BENT.map(({ nature, certType, number }) =>
    clean(
      `${kind} of nature ${nature}`,
      company(kind),
      all(certifyAs(certType), renumber(number), natureOf(nature)),
    ),
  ),
]);

/** Types of certificate that a nature may choose from and that the orders above do not show. */
const OTHER_CERTIFICATES: readonly (readonly [nature: number, certType: number, number: Numbering])[] = [
  [1, 23, () => "军服第01234号"],
  [2, 9, () => ORGANISATION_CODE],
  [3, 3, () => ORGANISATION_CODE],
  [4, 27, (number) => number],
  [6, 10, () => `${ORGANISATION_CODE.slice(0, 8)}-${ORGANISATION_CODE.slice(8)}`],
  [9, 36, coded("52")],
  [9, 37, () => "教民133010630000018"],
  [10, 18, () => ORGANISATION_CODE],
  [11, 20, () => ORGANISATION_CODE],
  [12, 34, () => "浙旅驻证2019001"],
];

export const CLEAN_CERTIFICATE_CASES: readonly CorpusCase[] = OTHER_CERTIFICATES.map(
  ([nature, certType, number]) =>
    clean(
      `certificate ${certType} of nature ${nature}`,
      nature === 2 || nature === 3 ? { kind: "FIRST_FILING", nature } : company("FIRST_FILING"),
      all(certifyAs(certType), renumber(number), natureOf(nature)),
    ),
);

/** In every province: what a company and a person file, add and change there. */
export const CLEAN_PROVINCE_CASES: readonly CorpusCase[] = PROVINCES.flatMap(({ code, adcode: province }) => [
  clean(`${code}: a company's first filing`, { kind: "FIRST_FILING", province, nature: 4 }),
  clean(`${code}: a person's first filing`, { kind: "FIRST_FILING", province, nature: 5 }),
  clean(`${code}: a company adds a service`, { kind: "ADD_SERVICE/OURS", province, nature: 4 }),
  clean(`${code}: a company changes both`, { kind: "CHANGE_BOTH", province, nature: 4 }),
  clean(`${code}: a person changes both`, { kind: "CHANGE_BOTH", province, nature: 5 }),
]);

/** Shapes of orders that the above leave out. */
export const CLEAN_SHAPE_CASES: readonly CorpusCase[] = [
  clean("an APP of a company", company("FIRST_FILING", { services: ["APP"] })),
  clean("an APP of a person", individual("FIRST_FILING", { services: ["APP"] })),
  clean("a company changes its APP", company("CHANGE_SERVICE", { services: ["APP"] })),
  clean("access for an APP", company("ADD_ACCESS/OTHER", { services: ["APP"] })),
  clean("a website and an APP", company("FIRST_FILING", { services: ["APP", "WEBSITE"] })),
  clean("three websites", company("FIRST_FILING", { services: ["WEBSITE", "WEBSITE", "WEBSITE"] })),
  clean("a person's two websites", individual("FIRST_FILING", { services: ["WEBSITE", "WEBSITE"] })),
  clean("access for an old website with two domains", {
    ...company("ADD_ACCESS/OTHER"),
    where: ({ services }) => services[0]?.domains.length === 2,
  }),
  clean("a sole trader", {
    ...company("FIRST_FILING"),
    where: ({ evidence }) => evidence?.companyRegistry?.entityKind === "个体工商户",
  }),
  clean("a delegate with a letter", {
    kind: "FIRST_FILING",
    province: "510000",
    nature: 4,
    where: ({ entity }) => entity.responsiblePerson?.isLegalRepresentative === false,
  }),
  clean("a legal representative with a passport", {
    kind: "FIRST_FILING",
    province: "330000",
    where: ({ entity }) => entity.nature === 4 && entity.responsiblePerson?.idType === 7,
  }),
  clean("a legal representative from Hong Kong in Beijing", {
    kind: "FIRST_FILING",
    province: "110000",
    where: ({ entity }) => entity.nature === 4 && entity.responsiblePerson?.idType === 14,
  }),
  clean("the ERP holds the domain", {
    kind: "FIRST_FILING",
    nature: 4,
    where: ({ evidence }) => evidence?.domains?.[0]?.holderRelation === "ERP",
  }),
  clean("a person from elsewhere with a residence permit", {
    kind: "FIRST_FILING",
    province: "330000",
    nature: 5,
    where: ({ entity }) => !entity.certNumber.startsWith("33"),
  }),
  clean("an SRP of their own", company("FIRST_FILING", { sameSrp: false })),
  clean("a certificate without an end", company("FIRST_FILING"), withoutEnd()),
];

function withoutEnd(): Bend {
  return all(
    (application) => {
      application.entity.certValidTo = null;
    },
    reading("ENTITY_CERTIFICATE", { validTo: null }),
  );
}
