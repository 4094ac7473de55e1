import { canonicalPhone } from "../../privacy/normalise";
import { statedPersons } from "../document-view";
import { FULL_FILINGS } from "../filing-sets";
import { at, fact, needsHuman, violated } from "../results";
import { type Rule, rule } from "../rule";

/** Whether the persons can be reached at all: by the ministry's SMS, by our call (domain.md §7.ERP). */
export const REACH_RULES: readonly Rule[] = [
  rule({
    id: "R-060",
    group: "ERP",
    title: { zh: "号段可能收不到工信部短信", en: "Segment may not receive MIIT SMS" },
    applies: { filingTypes: FULL_FILINGS },
    fields: ["entity.responsiblePerson.mobile", "services[].responsiblePerson.mobile"],
    needs: ["list.riskySegments"],
    severity: "warn",
    check: "fully",
    outcome: null,
    message: {
      zh: "该号段可能收不到核验短信，建议更换",
      en: "This segment may not receive the verification SMS",
    },
    params: [],
    templates: [],
    source: "TX-docs 短信核验类.md; segments [assumption]",
    judge: (input) =>
      statedPersons(input).flatMap(({ person, path }) => {
        const mobile = canonicalPhone(person.mobile ?? "");
        const segment = input.lists.riskySegments.find((prefix) => mobile.startsWith(prefix));
        return segment === undefined
          ? []
          : violated(`${path}.mobile`, {}, [at(`${path}.mobile`), fact("list.riskySegments", segment)]);
      }),
  }),
  rule({
    id: "R-061",
    group: "ERP",
    title: { zh: "电话核实未通过", en: "Call verification failed" },
    applies: {
      filingTypes: [...FULL_FILINGS, "CANCEL_ACCESS", "DEREGISTER_ENTITY", "DEREGISTER_SERVICE", "CLAIM"],
    },
    fields: [
      "entity.responsiblePerson.mobile",
      "entity.responsiblePerson.emergencyPhone",
      "services[].responsiblePerson.mobile",
      "services[].responsiblePerson.emergencyPhone",
    ],
    needs: ["context.callLog"],
    severity: "block",
    check: "human",
    outcome: "REJECT",
    message: {
      zh: "多次拨打{phoneTail}未接通或信息不符",
      en: "Calls to {phoneTail} failed or answers did not match",
    },
    params: ["phoneTail", "emergencyTail", "hotline"],
    templates: ["T-ERP-10"],
    source: 'seed §1 s5.1; Huawei "电话核验问题"; TX-docs',
    thresholds: { attempts: 2, gapMinutes: 60 },
    question: {
      zh: "致电核实时，电话能否接通，回答是否与备案信息一致？",
      en: "When called, do the phones answer and do the answers match the filing?",
    },
    judge: (input, { attempts, gapMinutes }) =>
      statedPersons(input).map(({ path }) =>
        needsHuman(`${path}.mobile`, [
          at(`${path}.mobile`),
          at(`${path}.emergencyPhone`),
          fact("threshold.attempts", attempts),
          fact("threshold.gapMinutes", gapMinutes),
        ]),
      ),
  }),
];
