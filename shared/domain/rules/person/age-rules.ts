import { materialNames } from "../../materials/material-names";
import { hasMaterial, natureSide, statedPersons } from "../document-view";
import { FULL_FILINGS } from "../filing-sets";
import { cannotCheck, fact, violated } from "../results";
import { type Rule, rule } from "../rule";
import { ageOf } from "./age";
import { idFrontNeed } from "./stated-papers";

/** How old the responsible persons must be (domain.md §7.ERP, ch. 8). */
export const AGE_RULES: readonly Rule[] = [
  rule({
    id: "R-048",
    group: "ERP",
    title: { zh: "年龄不足", en: "Under age" },
    applies: { filingTypes: FULL_FILINGS },
    fields: ["entity.responsiblePerson.idNumber", "services[].responsiblePerson.idNumber"],
    needs: ["province.minAge", "evidence.ocr[].fields.birthDate", "context.today"],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    message: {
      zh: "{province}要求负责人年满{age}周岁",
      en: "{province} requires age {age}",
    },
    params: ["province", "age"],
    templates: ["T-ERP-06"],
    source: "HW-KB; JD; ch.8",
    thresholds: { baselineAge: 18 },
    judge: (input, { baselineAge }) => {
      const side = natureSide(input);
      const asked = input.province.switches.minAge[side];
      if (asked === null && side === "unit") return [];
      const least = asked ?? baselineAge;
      return statedPersons(input).flatMap((stated) => {
        const place = `${stated.path}.idNumber`;
        const age = ageOf(input, stated);
        if (age === null) return cannotCheck(place, idFrontNeed(stated, "birthDate"));
        if (age.years >= least) return [];
        return violated(
          place,
          { province: input.province.name, age: String(least) },
          [age.evidence, fact(`province.minAge.${side}`, asked), fact("context.today", input.today)],
          asked === null ? { severity: "warn" } : {},
        );
      });
    },
  }),
  rule({
    id: "R-049",
    group: "ERP",
    title: { zh: "未成年缺就业证明", en: "Minor without employment proof" },
    applies: { filingTypes: FULL_FILINGS },
    fields: ["materials[kind=EMPLOYMENT_PROOF]"],
    needs: ["province.employmentProofUnder", "evidence.ocr[].fields.birthDate"],
    severity: "block",
    check: "fully",
    outcome: "REVISE",
    message: {
      zh: "未满18周岁须上传就业或收入证明",
      en: "Under 18 needs employment or income proof",
    },
    params: ["materialList"],
    templates: ["T-AUT-05"],
    source: "HW-KB doc_0221 (JS); JD (GD individual, YN)",
    judge: (input) => {
      const side = natureSide(input);
      const { employmentProofUnder, minAge } = input.province.switches;
      const under = employmentProofUnder[side];
      if (under === null || hasMaterial(input, "EMPLOYMENT_PROOF")) return [];
      const least = minAge[side] ?? 0;
      const persons = statedPersons(input).map((stated) => ({ stated, age: ageOf(input, stated) }));
      const young = persons.flatMap(({ age }) =>
        age !== null && age.years >= least && age.years < under ? [age.evidence] : [],
      );
      if (young.length > 0) {
        return [
          violated("materials", { materialList: materialNames(["EMPLOYMENT_PROOF"]) }, [
            ...young,
            fact(`province.employmentProofUnder.${side}`, under),
          ]),
        ];
      }
      const [unknown] = persons.filter(({ age }) => age === null);
      return unknown === undefined
        ? []
        : [cannotCheck("materials", idFrontNeed(unknown.stated, "birthDate"))];
    },
  }),
];
