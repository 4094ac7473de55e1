import { servicesAt } from "../document-view";
import { at, needsHuman } from "../results";
import { type Rule, rule } from "../rule";
import type { RuleInput } from "../rule-input";

/** Where the ministry's SMS for added access goes (domain.md §7.SRP, ch. 4). */
export const ORIGINAL_PHONE_RULES: readonly Rule[] = [
  rule({
    id: "R-071",
    group: "SRP",
    title: { zh: "接入备案原手机号不可用", en: "Original SRP phone unreachable" },
    applies: { filingTypes: ["ADD_ACCESS"] },
    fields: ["services[].filingNumber"],
    needs: ["evidence.filedRecord.services[].responsiblePerson.mobile", "context.callLog"],
    severity: "warn",
    check: "human",
    outcome: null,
    message: {
      zh: "核验短信发往原备案负责人手机，如已停用请先在原接入商变更",
      en: "SMS goes to the originally filed SRP phone; change it there first if dead",
    },
    params: ["phoneTail"],
    templates: ["T-SRP-02"],
    source: "seed §2 s5; TX-docs 短信核验类.md",
    question: {
      zh: "原备案的服务负责人手机是否仍在使用？核验短信将发往该号码。",
      en: "Is the originally filed SRP phone still in use? The verification SMS goes to it.",
    },
    judge: (input) =>
      servicesAt(input).map(({ service, path }) =>
        needsHuman(`${path}.filingNumber`, [
          at(`${path}.filingNumber`),
          ...filedMobilePaths(input, service.filingNumber ?? ""),
        ]),
      ),
  }),
];

/** Where the filed record has the mobile of the service with this filing number. */
function filedMobilePaths({ application }: RuleInput, filingNumber: string) {
  return (application.evidence?.filedRecord?.services ?? []).flatMap((filed, index) => {
    if (filingNumber === "" || filed.filingNumber !== filingNumber || !filed.responsiblePerson) return [];
    return filed.responsiblePerson.sameAsEntity
      ? at("evidence.filedRecord.entity.responsiblePerson.mobile")
      : at(`evidence.filedRecord.services[${index}].responsiblePerson.mobile`);
  });
}
