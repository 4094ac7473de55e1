import { canonicalText } from "../../privacy/normalise";
import { erpOf, type PersonAt } from "../document-view";
import { SERVICE_FILINGS } from "../filing-sets";
import { CONTACT_INDEX, otherOrders } from "../person/elsewhere";
import { claimsLegalRep, LEGAL_REP_SOURCES, legalRepEvidence } from "../person/legal-representative";
import { idNumberOf, samePerson } from "../person/same-person";
import { at, cannotCheck, fact, violated } from "../results";
import { type Rule, type RuleResult, rule, type Text } from "../rule";
import { ownServicePersons, servicePersons } from "./service-persons";

/** What single provinces ask of a unit's persons (domain.md §7.SRP, ch. 8). */
export const PROVINCE_PERSON_RULES: readonly Rule[] = [
  rule({
    id: "R-067",
    group: "SRP",
    title: { zh: "主体与服务负责人须同一人", en: "ERP not legal rep, SRP must be same person" },
    applies: { filingTypes: SERVICE_FILINGS, natures: ["UNIT"] },
    fields: ["services[].responsiblePerson.idNumber", "entity.responsiblePerson.idNumber"],
    needs: ["province.erpSrpSamePersonIfDelegate"],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    message: {
      zh: "主体负责人非法定代表人时，两负责人须为同一人",
      en: "When ERP is not the legal rep, SRP must be the same person",
    },
    params: ["rule"],
    templates: ["T-SRP-01"],
    source: "HW-KB doc_0221 (JS), doc_0223 (AH); JD Jiangsu; TX17 (HI, old)",
    judge: (input) => {
      const erp = erpOf(input);
      if (erp === null || input.province.switches.erpSrpSamePersonIfDelegate !== true) return [];
      const legalRep = claimsLegalRep(input, erp.person);
      if (legalRep === true) return [];
      return ownServicePersons(input)
        .filter(({ person }) => samePerson(erp.person, person) === false)
        .map(({ path }) => {
          const place = `${path}.idNumber`;
          if (legalRep === null) return cannotCheck(place, ...LEGAL_REP_SOURCES);
          return violated(place, { rule: SAME_PERSON }, [
            at(place),
            at(`${erp.path}.idNumber`),
            ...legalRepEvidence(input, `${erp.path}.isLegalRepresentative`),
            fact("province.erpSrpSamePersonIfDelegate", true),
          ]);
        });
    },
  }),
  rule({
    id: "R-068",
    group: "SRP",
    title: { zh: "天津服务负责人不得为法人", en: "Tianjin: SRP must not be legal rep" },
    applies: { filingTypes: SERVICE_FILINGS, natures: ["UNIT"], provinces: ["TJ"] },
    fields: ["services[].responsiblePerson.isLegalRepresentative"],
    needs: ["province.srpMayNotBeLegalRep"],
    severity: "warn",
    check: "fully",
    outcome: "REJECT",
    message: {
      zh: "天津要求服务负责人不为法定代表人（各平台口径不一，请核实）",
      en: "Tianjin: SRP should not be the legal rep (sources differ)",
    },
    params: ["rule"],
    templates: ["T-SRP-01"],
    source: "JD Tianjin; TX17",
    judge: (input) =>
      input.province.switches.srpMayNotBeLegalRep === true
        ? servicePersons(input).flatMap(({ person, path, sectionPath }): RuleResult[] => {
            const place = `${sectionPath}.isLegalRepresentative`;
            const legalRep = claimsLegalRep(input, person);
            if (legalRep === null) return [cannotCheck(place, ...LEGAL_REP_SOURCES)];
            if (!legalRep) return [];
            const claim = legalRepEvidence(input, `${path}.isLegalRepresentative`);
            return [
              violated(place, { rule: NOT_LEGAL_REP }, [
                ...claim,
                fact("province.srpMayNotBeLegalRep", true),
              ]),
            ];
          })
        : [],
  }),
  rule({
    id: "R-069",
    group: "SRP",
    title: { zh: "重庆服务负责人跨主体", en: "Chongqing: SRP reused across entities" },
    applies: { filingTypes: SERVICE_FILINGS, natures: ["UNIT"], provinces: ["CQ"] },
    fields: ["services[].responsiblePerson.idNumber"],
    needs: [CONTACT_INDEX, "province.srpSingleEntity"],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    message: {
      zh: "重庆服务负责人不得出现在不同主体",
      en: "Chongqing: SRP may not serve several entities",
    },
    params: ["rule"],
    templates: ["T-SRP-01"],
    source: "JD Chongqing",
    judge: (input) =>
      input.province.switches.srpSingleEntity === true
        ? servicePersons(input).flatMap(({ person, path, sectionPath }): RuleResult[] => {
            const number = idNumberOf(person);
            const others = input.facts.otherEntities;
            const place = `${sectionPath}.idNumber`;
            if (number === "") return [];
            if (others === null) return [cannotCheck(place, CONTACT_INDEX)];
            const served = others.filter(({ srps }) => srps.some(({ idNumber }) => idNumber === number));
            return served.length === 0
              ? []
              : [violated(place, { rule: ONE_ENTITY }, [at(`${path}.idNumber`), ...otherOrders(served)])];
          })
        : [],
  }),
  rule({
    id: "R-070",
    group: "SRP",
    title: { zh: "金融类单位负责人须为法人", en: "Finance-type unit in Liaoning" },
    applies: { filingTypes: SERVICE_FILINGS, natures: ["UNIT"], provinces: ["LN"] },
    fields: [
      "entity.name",
      "entity.responsiblePerson.isLegalRepresentative",
      "services[].responsiblePerson.isLegalRepresentative",
    ],
    needs: ["list.financeWordsLiaoning"],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    message: {
      zh: "单位名称含投资管理、担保、典当、贷款、理财，两负责人须为法定代表人",
      en: "Name has finance keywords: both persons must be the legal rep",
    },
    params: ["rule"],
    templates: ["T-SRP-01"],
    source: "LN23; TX17",
    judge: (input) => {
      const name = canonicalText(input.application.entity.name);
      const word = input.lists.financeWordsLiaoning.find((entry) => name.includes(canonicalText(entry)));
      if (word === undefined) return [];
      const erp = erpOf(input);
      const persons: PersonAt[] = [...(erp === null ? [] : [erp]), ...ownServicePersons(input)];
      return persons.flatMap(({ person, path }): RuleResult[] => {
        const place = `${path}.isLegalRepresentative`;
        const legalRep = claimsLegalRep(input, person);
        if (legalRep === null) return [cannotCheck(place, ...LEGAL_REP_SOURCES)];
        if (legalRep) return [];
        return [
          violated(place, { rule: BOTH_LEGAL_REP }, [
            at("entity.name"),
            fact("list.financeWordsLiaoning", word),
            ...legalRepEvidence(input, place),
          ]),
        ];
      });
    },
  }),
];

const SAME_PERSON: Text = {
  zh: "主体负责人不是法定代表人时，服务负责人须与主体负责人为同一人",
  en: "where the ERP is not the legal representative, the SRP must be the same person as the ERP",
};
const NOT_LEGAL_REP: Text = {
  zh: "天津要求服务负责人不是法定代表人",
  en: "Tianjin asks for an SRP who is not the legal representative",
};
const ONE_ENTITY: Text = {
  zh: "重庆的服务负责人只能服务于一个主体",
  en: "in Chongqing an SRP may serve one entity only",
};
const BOTH_LEGAL_REP: Text = {
  zh: "名称含金融类字样的单位，两负责人都须为法定代表人",
  en: "both persons of a unit with a finance word in its name must be the legal representative",
};
