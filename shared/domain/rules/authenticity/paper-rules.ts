import type { MaterialKind } from "../../filing/materials";
import { materialNames } from "../../materials/material-names";
import { provinceDemand } from "../../materials/province-materials";
import { missingRequiredPapers } from "../../materials/required-materials";
import { hasMaterial, materialsOf, ocrOf } from "../document-view";
import { FULL_FILINGS } from "../filing-sets";
import { at, cannotCheck, fact, needsHuman, violated } from "../results";
import { type Rule, rule } from "../rule";
import type { RuleInput } from "../rule-input";

const SIGNED_PAPERS = [
  "FILING_UNDERTAKING",
  "TRUTH_NOTICE",
  "TRUTH_UNDERTAKING",
  "NO_PRE_APPROVAL_UNDERTAKING",
] as const satisfies readonly MaterialKind[];

/** Papers that have to be there, and how they are signed. */
export const PAPER_RULES: readonly Rule[] = [
  rule({
    id: "R-078",
    group: "AUT",
    title: { zh: "江苏两份文书缺失", en: "Jiangsu documents missing" },
    applies: { filingTypes: FULL_FILINGS, provinces: ["JS"] },
    fields: ["materials[kind=TRUTH_NOTICE]", "materials[kind=TRUTH_UNDERTAKING]"],
    needs: ["province.requiredMaterials"],
    severity: "block",
    check: "fully",
    outcome: "REVISE",
    message: {
      zh: "江苏须上传责任告知书与承诺书",
      en: "Jiangsu needs the notice and the undertaking",
    },
    params: ["materialList"],
    templates: ["T-AUT-05"],
    source: "seed §1 s4; HW-KB doc_0039",
    effectiveFrom: "2021-06-01",
    judge: (input) => missingDemanded(input, ["TRUTH_NOTICE", "TRUTH_UNDERTAKING"]),
  }),
  rule({
    id: "R-079",
    group: "AUT",
    title: { zh: "文书签署不合格", en: "Signed document defective" },
    applies: { filingTypes: FULL_FILINGS },
    fields: SIGNED_PAPERS.map((kind) => `materials[kind=${kind}]`),
    needs: ["evidence.ocr"],
    severity: "block",
    check: "human",
    outcome: "REVISE",
    message: {
      zh: "签署人、手写签名、日期或公章不合格",
      en: "Signer, handwritten signature, date or seal is wrong",
    },
    params: ["form", "signer"],
    templates: ["T-AUT-06"],
    source: "HW-KB doc_0046",
    question: {
      zh: "签署人、手写签名、日期和公章都合格吗？",
      en: "Are the signer, the handwritten signature, the date and the seal in order?",
    },
    judge: (input) =>
      SIGNED_PAPERS.flatMap((kind) =>
        materialsOf(input, kind).map(({ path }) =>
          needsHuman(path, [at(path), ...ocrOf(input, kind).map((paper) => at(paper.path))]),
        ),
      ),
  }),
  rule({
    id: "R-080",
    group: "AUT",
    title: { zh: "广东承诺书缺失", en: "Guangdong undertaking missing" },
    applies: { filingTypes: FULL_FILINGS, provinces: ["GD"] },
    fields: ["materials[kind=FILING_UNDERTAKING]"],
    needs: ["province.requiredMaterials"],
    severity: "block",
    check: "fully",
    outcome: "REVISE",
    message: {
      zh: "广东须上传互联网信息服务备案承诺书",
      en: "Guangdong needs the filing undertaking",
    },
    params: ["materialList"],
    templates: ["T-AUT-05"],
    source: "seed §1 s3.4; HW-KB doc_0046",
    effectiveFrom: "2021-06-21",
    judge: (input) => missingDemanded(input, ["FILING_UNDERTAKING"]),
  }),
  rule({
    id: "R-081",
    group: "AUT",
    title: { zh: "必传材料缺失", en: "Required material missing" },
    applies: { filingTypes: [...FULL_FILINGS, "CANCEL_ACCESS", "CLAIM"] },
    fields: ["materials"],
    needs: ["list.materialMatrix"],
    severity: "block",
    check: "fully",
    outcome: "REVISE",
    message: { zh: "缺少{material}", en: "Missing {material}" },
    params: ["material", "materialList"],
    templates: ["T-AUT-05"],
    source: "seed §1-6 upload step, §7, §10 s5, table 1-4; ch.6",
    judge: (input) => {
      const missing = missingRequiredPapers(input);
      const certain = missing.filter((paper) => paper.certain);
      if (certain.length === 0)
        return missing.length === 0 ? [] : [cannotCheck("materials", "evidence.filedRecord")];
      const names = materialNames(certain.map(({ kind }) => kind));
      const evidence = certain.map(({ kind, row, source }) =>
        fact(row === null ? "province.requiredMaterials" : "list.materialMatrix", `${kind} (${source})`),
      );
      return [
        violated("materials", { material: names, materialList: names }, [at("materials"), ...evidence]),
      ];
    },
  }),
];

/** One finding for all of these kinds that the province demands of this order and that are not there. */
function missingDemanded(input: RuleInput, kinds: readonly MaterialKind[]) {
  const missing = kinds.flatMap((kind) => {
    const demand = provinceDemand(input, kind);
    return demand === null || hasMaterial(input, kind) ? [] : [demand];
  });
  if (missing.length === 0) return [];
  const evidence = missing.map(({ kind, source }) =>
    fact("province.requiredMaterials", `${kind} (${source})`),
  );
  const materialList = materialNames(missing.map(({ kind }) => kind));
  return [violated("materials", { materialList }, [at("materials"), ...evidence])];
}
