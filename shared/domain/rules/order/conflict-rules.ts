import { ADDING_FILINGS, CHANGE_FILINGS, FULL_FILINGS } from "../filing-sets";
import { stated } from "../param-texts";
import { at, cannotCheck, fact, violated } from "../results";
import { type Rule, type RuleResult, rule, type Text } from "../rule";
import type { RuleInput } from "../rule-input";
import { type ChangedItem, changedEntityItems, changedItemNames } from "./changed-items";
import { sponsorName } from "./sponsor-name";

/** What stands in the way of this order elsewhere. */
export const CONFLICT_RULES: readonly Rule[] = [
  rule({
    id: "R-008",
    group: "ORD",
    title: { zh: "黑名单命中", en: "Blacklisted entity, domain or person" },
    applies: { filingTypes: FULL_FILINGS },
    fields: [
      "entity.certNumber",
      "services[].domains[]",
      "entity.responsiblePerson.idNumber",
      "services[].responsiblePerson.idNumber",
    ],
    needs: ["context.blacklist"],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    override: "LEAD",
    message: {
      zh: "主体或域名在黑名单内，不能提交",
      en: "Entity or domain is on the blacklist",
    },
    params: ["target", "bureau"],
    templates: ["T-ORD-09"],
    source: "V3.0 1064/1065; TX-ops",
    judge: ({ facts }) => {
      if (facts.blacklist === null) return [cannotCheck("entity.certNumber", "context.blacklist")];
      return facts.blacklist.map(({ fieldPath, label, bureau }) =>
        violated(fieldPath, { target: stated(label), bureau: stated(bureau) }, [
          at(fieldPath),
          fact("context.blacklist", bureau),
        ]),
      );
    },
  }),
  rule({
    id: "R-009",
    group: "ORD",
    title: { zh: "主办者冲突", en: "Entity already under review elsewhere" },
    // Additions by a flag only: two sources contradict each other about them (domain.md §13 no. 20).
    applies: { filingTypes: [...ADDING_FILINGS, ...CHANGE_FILINGS] },
    fields: ["entity.certNumber"],
    needs: ["evidence.miitRegistry.entityReviewElsewhere", "evidence.miitRegistry.pendingChange"],
    severity: "block",
    check: "partly",
    outcome: "REJECT",
    override: "LEAD",
    message: {
      zh: "同一主体已有备案在管局或其他接入商审核中，请待其结束",
      en: "The entity has another filing in review at the bureau or another provider",
    },
    params: ["entityName"],
    templates: ["T-ORD-14"],
    source: "seed2 L21; V3.0 1003/1017; TX-docs 备案审核.md; HW-KB doc_0152",
    judge: (input) => {
      const { filingType, evidence } = input.application;
      const adds = filingType === "ADD_ACCESS" || filingType === "ADD_SERVICE";
      if (adds && !input.lists.flags.reviewElsewhereStopsAdditions) return [];
      const key = adds || filingType === "FIRST_FILING" ? "entityReviewElsewhere" : "pendingChange";
      const path = `evidence.miitRegistry.${key}`;
      const busy = evidence?.miitRegistry?.[key] ?? null;
      if (busy === null) return [cannotCheck("entity.certNumber", path)];
      return busy ? [violated("entity.certNumber", { entityName: sponsorName(input) }, [at(path)])] : [];
    },
  }),
  rule({
    id: "R-010",
    group: "ORD",
    title: { zh: "变更与新增冲突", en: "Change and add cannot run together" },
    applies: { filingTypes: ["ADD_SERVICE", "ADD_ACCESS"] },
    fields: [
      "entity.name",
      "entity.certAddress",
      "entity.contactAddress",
      "entity.responsiblePerson.name",
      "entity.responsiblePerson.mobile",
    ],
    needs: ["diff", "evidence.miitRegistry.pendingChange", "province.accessMayChange"],
    severity: "block",
    check: "partly",
    outcome: "REJECT",
    message: {
      zh: "主体信息有变化，请先完成变更备案再新增（所在省支持合并提交的除外）",
      en: "Entity data changed; finish the change filing first unless the province allows combining",
    },
    params: ["changedItems"],
    templates: ["T-ORD-05"],
    source: "seed §3, table 14-1; HW-KB doc_0015, doc_0016, doc_0216; V3.0 1017",
    judge: changeInsideAddition,
  }),
];

const PENDING: Text = {
  zh: "主体信息（有变更正在管局审核）",
  en: "entity data (a change is pending at the bureau)",
};
const NAMED_PLACES = [
  "entity.name",
  "entity.certAddress",
  "entity.contactAddress",
  "entity.responsiblePerson.name",
  "entity.responsiblePerson.mobile",
];
/** A wrong certificate means another entity, which R-005 reports for an addition of access. */
const CERTIFICATE = ["entity.certType", "entity.certNumber"];

function changeInsideAddition(input: RuleInput): RuleResult[] {
  const { entityOrigin, filingType, evidence } = input.application;
  const { accessMayChange } = input.province.switches;
  const mayChange = entityOrigin === "OURS" ? false : accessMayChange;
  const changed = changedEntityItems(input);
  const items = (changed ?? []).filter(
    ({ path }) => filingType !== "ADD_ACCESS" || !CERTIFICATE.includes(path),
  );
  const pending = evidence?.miitRegistry?.pendingChange ?? null;
  const names = changedItemNames(items);
  const place = placeOf(items);
  if (mayChange === false && names !== null) {
    return [
      violated(place, { changedItems: names }, [
        ...grounds(items),
        fact("province.accessMayChange", accessMayChange),
      ]),
    ];
  }
  if (pending === true) {
    return [violated(place, { changedItems: names ?? PENDING }, [at("evidence.miitRegistry.pendingChange")])];
  }
  const missing = [
    ...(changed === null && mayChange !== true ? ["evidence.filedRecord"] : []),
    ...(pending === null ? ["evidence.miitRegistry.pendingChange"] : []),
    ...(mayChange === null && (changed === null || names !== null) ? ["province.accessMayChange"] : []),
  ];
  const [first, ...others] = missing;
  return first === undefined ? [] : [cannotCheck(place, first, ...others)];
}

/** The first of the rule's own places that changed, else the first that changed at all. */
function placeOf(items: readonly ChangedItem[]): string {
  const paths = items.map(({ path }) => path);
  return NAMED_PLACES.find((path) => paths.includes(path)) ?? paths[0] ?? "entity.name";
}

function grounds(items: readonly ChangedItem[]) {
  return items.flatMap(({ path }) => [at(path), at(`evidence.filedRecord.${path}`)]);
}
