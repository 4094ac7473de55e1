import { canonicalText } from "../../privacy/normalise";
import { servicesAt } from "../document-view";
import { SERVICE_FILINGS } from "../filing-sets";
import { NATURES } from "../natures";
import { natureLabel } from "../order/filing-labels";
import { at, fact, violated } from "../results";
import { type Rule, rule } from "../rule";
import type { RuleInput } from "../rule-input";

/** Everything in a text that says nothing: blanks, punctuation, symbols. */
const MUTE = /[^\p{L}\p{M}\p{N}]+/gu;

/** What the service offers and in which languages (domain.md §7.WEB). */
export const CONTENT_RULES: readonly Rule[] = [
  rule({
    id: "R-113",
    group: "WEB",
    title: { zh: "服务内容与性质不符", en: "Content does not fit nature" },
    applies: { filingTypes: SERVICE_FILINGS },
    fields: ["services[].serviceContent[]", "entity.nature"],
    needs: ["list.contentByNature"],
    severity: "block",
    check: "partly",
    outcome: "REJECT",
    message: {
      zh: "服务内容与主办单位性质不符",
      en: "Service content does not fit the entity nature",
    },
    params: ["nature"],
    templates: ["T-WEB-03"],
    source: "seed §1 s3.3; HW-KB doc_0258",
    judge: (input) => {
      const permitted = permittedContent(input);
      if (permitted === null) return [];
      const { nature, codes } = permitted;
      return servicesAt(input).flatMap(({ service, path }) =>
        (service.serviceContent ?? []).flatMap((code, place) => {
          const where = `${path}.serviceContent[${place}]`;
          const ground = fact("list.contentByNature", codes.join(" "));
          return codes.includes(code)
            ? []
            : [violated(where, { nature }, [at(where), at("entity.nature"), ground])];
        }),
      );
    },
  }),
  rule({
    id: "R-114",
    group: "WEB",
    title: { zh: "备注未说明内容", en: "Remark lacks content" },
    applies: { filingTypes: SERVICE_FILINGS },
    fields: ["services[].remark"],
    needs: [],
    severity: "warn",
    check: "partly",
    outcome: "REVISE",
    message: { zh: "请在备注写明开办后的实际内容", en: "State the actual content in the remark" },
    params: [],
    templates: ["T-WEB-04"],
    source: "seed §1 s3.3",
    judge: (input) =>
      servicesAt(input).flatMap(({ service: { remark, name }, path }) =>
        remark && remark.trim() !== "" && !onlyRepeats(remark, name)
          ? []
          : [violated(`${path}.remark`, {}, [at(`${path}.remark`), at(`${path}.name`)])],
      ),
  }),
  rule({
    id: "R-115",
    group: "WEB",
    title: { zh: "语言选择", en: "Languages" },
    applies: { filingTypes: SERVICE_FILINGS },
    fields: ["services[].languages[]"],
    needs: [],
    severity: "info",
    check: "fully",
    outcome: null,
    message: {
      zh: "按实际语言选择，不建议多选（新疆按实际全部勾选）",
      en: "Pick the main language; Xinjiang lists all used",
    },
    params: [],
    templates: [],
    source: "seed §1 s3.3; TX17 XJ",
    thresholds: { maxLanguages: 1 },
    judge: (input, { maxLanguages }) => {
      // Xinjiang wants every language that is really used, and how many that are no document tells.
      if (input.province.id === "XJ") return [];
      return servicesAt(input).flatMap(({ service: { languages }, path }) =>
        new Set(languages).size > maxLanguages
          ? [violated(`${path}.languages`, {}, [at(`${path}.languages`)])]
          : [],
      );
    },
  }),
];

/** The content codes that the entity's nature may choose; null where nothing restricts it. */
function permittedContent({ application, lists }: RuleInput) {
  const { nature } = application.entity;
  const [name] = Object.entries(NATURES).find(([, code]) => code === nature) ?? [""];
  if (!Object.hasOwn(lists.contentByNature, name)) return null;
  return { nature: natureLabel(nature), codes: lists.contentByNature[name] ?? [] };
}

/** Whether a remark says the service's name, once or more often, and nothing else. */
function onlyRepeats(remark: string, name: string): boolean {
  const said = canonicalText(remark).replace(MUTE, "");
  const called = canonicalText(name).replace(MUTE, "");
  return called !== "" && said.includes(called) && said.replaceAll(called, "") === "";
}
