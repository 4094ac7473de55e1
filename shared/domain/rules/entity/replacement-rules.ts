import { filedEntity, hasMaterial } from "../document-view";
import { at, cannotCheck, fact, violated } from "../results";
import { type Rule, rule } from "../rule";
import { sameName } from "./entity-view";
import { isSameBody, replacementAllowed, sameNumber } from "./replacement";

/** A filed entity that comes back with another name or number. */
export const REPLACEMENT_RULES: readonly Rule[] = [
  rule({
    id: "R-040",
    group: "ENT",
    title: { zh: "更名缺证明", en: "Name changed without proof" },
    applies: { filingTypes: ["CHANGE_ENTITY", "CHANGE_BOTH", "ADD_ACCESS"] },
    fields: ["entity.name", "materials[kind=NAME_CHANGE_PROOF]"],
    needs: ["diff", "province.requiredMaterials"],
    severity: "block",
    check: "partly",
    outcome: "REVISE",
    message: {
      zh: "单位名称变化，请上传发证机关的变更证明",
      en: "Upload the authority's name-change certificate",
    },
    params: [],
    templates: ["T-ENT-09"],
    source: "JD; HW-KB icp_02_0036",
    judge: (input) => {
      if (hasMaterial(input, "NAME_CHANGE_PROOF")) return [];
      const { name, certNumber } = input.application.entity;
      const filed = filedEntity(input);
      if (filed === null) return [cannotCheck("entity.name", "evidence.filedRecord")];
      if (sameName(input, name, filed.name) || !sameNumber(certNumber, filed.certNumber)) return [];
      return [
        violated("materials", {}, [
          at("entity.name"),
          at("evidence.filedRecord.entity.name"),
          at("entity.certNumber"),
        ]),
      ];
    },
  }),
  rule({
    id: "R-041",
    group: "ENT",
    title: { zh: "更换主体不支持", en: "Replacing the entity" },
    applies: { filingTypes: ["CHANGE_ENTITY", "CHANGE_BOTH"] },
    fields: ["entity.certNumber"],
    needs: ["diff", "province.entityReplacement"],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    override: "LEAD",
    message: {
      zh: "不能变更为另一主体，请注销重备或走迁移",
      en: "Changing to another entity is not supported; deregister and refile or migrate",
    },
    params: [],
    templates: ["T-ENT-10"],
    source: "HW-KB doc_0195, icp_02_0029, doc_0223, doc_0225; JD",
    judge: (input) => {
      const { certNumber } = input.application.entity;
      const filed = filedEntity(input);
      if (filed === null) return [cannotCheck("entity.certNumber", "evidence.filedRecord")];
      if (isSameBody(certNumber, filed.certNumber) || replacementAllowed(input)) return [];
      return [
        violated("entity.certNumber", {}, [
          at("entity.certNumber"),
          at("evidence.filedRecord.entity.certNumber"),
          fact("province.entityReplacement", input.province.switches.entityReplacement?.join(", ") ?? null),
        ]),
      ];
    },
  }),
];
