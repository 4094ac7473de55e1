import { PERSON_DOCUMENTS } from "../../identifiers/person-number";
import {
  erpOf,
  hasMaterial,
  imageEvidence,
  natureSide,
  type PersonAt,
  ROLE_NAMES,
  statedPersons,
} from "../document-view";
import { ENTITY_FILINGS, FULL_FILINGS } from "../filing-sets";
import { at, cannotCheck, fact, violated } from "../results";
import { type Rule, type RuleResult, rule, type Text } from "../rule";
import type { RuleInput } from "../rule-input";
import { differenceFromFiler, NOT_THE_FILER } from "./filer";
import { acceptsDocument, askedDocuments, regionOfDocument } from "./non-mainland";
import { PERSON_FIELDS } from "./person-texts";
import { idPapersOf } from "./stated-papers";

/** Whose ID it must be and of which kind (domain.md §7.ERP, ch. 8). */
export const DOCUMENT_KIND_RULES: readonly Rule[] = [
  rule({
    id: "R-050",
    group: "ERP",
    title: { zh: "临时身份证", en: "Temporary ID used" },
    applies: { filingTypes: FULL_FILINGS },
    fields: ["entity.responsiblePerson.idType", "services[].responsiblePerson.idType"],
    needs: ["evidence.images[].documentKind", "province.temporaryIdRefused"],
    severity: "block",
    check: "partly",
    outcome: "REJECT",
    message: {
      zh: "不接受临时身份证",
      en: "Temporary ID cards are not accepted",
    },
    params: ["role", "reason"],
    templates: ["T-ERP-05"],
    source: "HW-KB doc_0218 (NM); TX17 (SH, NM, HI)",
    judge: (input) =>
      input.province.switches.temporaryIdRefused === false
        ? []
        : statedPersons(input).flatMap((stated) => temporaryId(input, stated)),
  }),
  rule({
    id: "R-051",
    group: "ERP",
    title: { zh: "境外人员证件不符", en: "Document type for HK/Macau/Taiwan/foreign person" },
    applies: { filingTypes: FULL_FILINGS },
    fields: ["entity.responsiblePerson.idType", "services[].responsiblePerson.idType"],
    needs: ["province.nonMainlandErp", "province.nonMainlandIndividual"],
    severity: "block",
    check: "partly",
    outcome: "REJECT",
    message: {
      zh: "境外人员证件类型不符合{province}要求",
      en: "Document type for non-mainland person not accepted in {province}",
    },
    params: ["province", "region", "documents"],
    templates: ["T-ERP-11"],
    source: "HW-KB doc_0214, doc_0217, doc_0220, doc_0225; JD Hebei",
    judge: (input) => {
      const key = natureSide(input) === "unit" ? "nonMainlandErp" : "nonMainlandIndividual";
      const policy = input.province.switches[key];
      return statedPersons(input).flatMap(({ person, path }) => {
        const { idType } = person;
        const region = idType == null ? null : regionOfDocument(idType);
        if (idType == null || region === null) return [];
        const place = `${path}.idType`;
        if (policy === null) return cannotCheck(place, `province.${key}`);
        if (acceptsDocument(policy, idType, hasMaterial(input, "RESIDENCE_PROOF"))) return [];
        return violated(place, { province: input.province.name, region, documents: askedDocuments(policy) }, [
          at(place),
          fact(`province.${key}`, policy),
        ]);
      });
    },
  }),
  rule({
    id: "R-052",
    group: "ERP",
    title: { zh: "个人备案负责人非本人", en: "Individual filing, ERP is not the filer" },
    applies: { filingTypes: ENTITY_FILINGS, natures: ["INDIVIDUAL"] },
    fields: [
      "entity.name",
      "entity.certNumber",
      "entity.responsiblePerson.name",
      "entity.responsiblePerson.idNumber",
    ],
    needs: [],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    message: {
      zh: "个人备案负责人须为本人",
      en: "Individual filing: responsible person must be the filer",
    },
    params: ["role", "field", "reason"],
    templates: ["T-ERP-04"],
    source: "seed §1 s3.3",
    judge: (input) => {
      const erp = erpOf(input);
      const field = erp === null ? null : differenceFromFiler(input, erp.person);
      if (erp === null || field === null) return [];
      return [
        violated(
          `${erp.path}.${field}`,
          { role: ROLE_NAMES.ERP, field: PERSON_FIELDS[field], reason: NOT_THE_FILER },
          [at(`${erp.path}.${field}`), at(field === "name" ? "entity.name" : "entity.certNumber")],
        ),
      ];
    },
  }),
];

const TEMPORARY: Text = { zh: "使用的是临时身份证", en: "it is a temporary ID card" };

/** A temporary card among the pictures of a person's ID. Where no source says that it is refused, it is a hint. */
function temporaryId(input: RuleInput, stated: PersonAt): RuleResult[] {
  const refused = input.province.switches.temporaryIdRefused;
  const place = `${stated.path}.idType`;
  const papers = idPapersOf(input, stated);
  const seen = papers.flatMap((paper) => {
    const found = imageEvidence(input, paper.material.sha256);
    return found?.image.documentKind ? [{ ...found, paper }] : [];
  });
  const temporary = seen.filter(({ image }) => image.documentKind === "TEMPORARY_ID_CARD");
  if (temporary.length > 0) {
    return [
      violated(
        place,
        { role: ROLE_NAMES[stated.role], reason: TEMPORARY },
        [
          ...temporary.flatMap(({ path, paper }) => [at(paper.path), at(`${path}.documentKind`)]),
          fact("province.temporaryIdRefused", refused),
        ],
        refused === true ? {} : { severity: "warn", outcome: null },
      ),
    ];
  }
  const { idType } = stated.person;
  const mayBeTemporary = idType == null || idType === PERSON_DOCUMENTS.RESIDENT_ID;
  return refused === true && mayBeTemporary && papers.length > 0 && seen.length === 0
    ? [cannotCheck(place, "evidence.images[].documentKind")]
    : [];
}
