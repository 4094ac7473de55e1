import { canonicalText } from "../../privacy/normalise";
import { isUnit, materialsOf, servicesAt } from "../document-view";
import { SERVICE_FILINGS } from "../filing-sets";
import { joinedTexts } from "../joined-texts";
import { at, fact, violated } from "../results";
import { type Rule, rule, type Text } from "../rule";
import type { RuleInput } from "../rule-input";
import { type NameFault, nameFaults, nationalPrefixOf, quoted, suggestedName, wordsIn } from "./name-form";

const FAULT_TEXTS: Record<NameFault, (minCharacters: number) => Text> = {
  TOO_SHORT: (min) => ({ zh: `名称少于${min}个字`, en: `it has fewer than ${min} characters` }),
  DIGITS_ONLY: () => ({ zh: "名称为纯数字", en: "it is digits only" }),
  LATIN_ONLY: () => ({ zh: "名称为纯英文", en: "it is Latin letters only" }),
  SYMBOL: () => ({ zh: "含有特殊符号", en: "it contains a symbol" }),
};

/** Form and words of a website's name (domain.md §7.WEB). */
export const SITE_NAME_RULES: readonly Rule[] = [
  rule({
    id: "R-106",
    group: "WEB",
    title: { zh: "网站名称过短或字符不合规", en: "Site name length or characters" },
    applies: { filingTypes: SERVICE_FILINGS, serviceKinds: ["WEBSITE"] },
    fields: ["services[].name"],
    needs: [],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    message: {
      zh: "网站名称须不少于3个汉字，不能纯数字、纯英文或含特殊符号",
      en: "Name needs 3+ characters, not digits or Latin only, no symbols",
    },
    params: ["name", "reason", "suggestion"],
    templates: ["T-WEB-01"],
    source: "HW-KB doc_0060; XN; TX-docs",
    thresholds: { minCharacters: 3 },
    judge: (input, { minCharacters }) =>
      servicesAt(input, "WEBSITE").flatMap(({ service: { name }, path }) => {
        const faults = nameFaults(name, minCharacters);
        if (faults.length === 0) return [];
        const reason = joinedTexts(faults.map((fault) => FAULT_TEXTS[fault](minCharacters)));
        return [violated(`${path}.name`, naming(input, name, reason), [at(`${path}.name`)])];
      }),
  }),
  rule({
    id: "R-107",
    group: "WEB",
    title: { zh: "网站名称含国字头", en: "State-level prefix" },
    applies: { filingTypes: SERVICE_FILINGS, serviceKinds: ["WEBSITE"] },
    fields: ["services[].name"],
    needs: ["list.nationalPrefixes"],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    message: {
      zh: "非国家级单位不得用中国、中华、国家、中央、人民、人大等字头",
      en: "Reserved national prefix",
    },
    params: ["name", "reason", "suggestion"],
    templates: ["T-WEB-01"],
    source: "HW-KB doc_0060",
    judge: (input) => {
      if (isStateLevelBody(input)) return [];
      return servicesAt(input, "WEBSITE").flatMap(({ service: { name }, path }) => {
        const prefix = nationalPrefixOf(name, input.lists.nationalPrefixes);
        if (prefix === null) return [];
        const reason = { zh: `以“${prefix}”开头`, en: `it begins with ${prefix}` };
        return [
          violated(`${path}.name`, naming(input, name, reason), [
            at(`${path}.name`),
            fact("list.nationalPrefixes", prefix),
            at("entity.name"),
          ]),
        ];
      });
    },
  }),
  rule({
    id: "R-108",
    group: "WEB",
    title: { zh: "网站名称含敏感词", en: "Sensitive words in name" },
    applies: { filingTypes: SERVICE_FILINGS, serviceKinds: ["WEBSITE"] },
    fields: ["services[].name"],
    needs: ["list.sensitiveWords"],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    message: { zh: "网站名称含敏感词“{word}”", en: 'Name contains sensitive word "{word}"' },
    params: ["word", "name", "reason", "suggestion"],
    templates: ["T-WEB-01"],
    source: "HW-KB doc_0060; TX-docs",
    judge: (input) =>
      servicesAt(input, "WEBSITE").flatMap(({ service: { name }, path }) => {
        const words = wordsIn(name, input.lists.sensitiveWords);
        if (words.length === 0) return [];
        const word = listedWords(words);
        const reason = { zh: `含敏感词“${word.zh}”`, en: `it contains ${word.en}` };
        return [
          violated(`${path}.name`, { word, ...naming(input, name, reason) }, [
            at(`${path}.name`),
            fact("list.sensitiveWords", word.zh),
          ]),
        ];
      }),
  }),
  rule({
    id: "R-109",
    group: "WEB",
    title: { zh: "名称与单位无关", en: "Name unrelated to the unit" },
    applies: { filingTypes: SERVICE_FILINGS, natures: ["UNIT"], serviceKinds: ["WEBSITE"] },
    fields: ["services[].name", "entity.name", "materials[kind=TRADEMARK_PROOF]"],
    needs: [],
    severity: "warn",
    check: "partly",
    outcome: "REVISE",
    message: {
      zh: "名称须与单位相关，否则请附商标等说明",
      en: "Name should relate to the unit, or attach trademark proof",
    },
    params: [],
    templates: ["T-WEB-02"],
    source: "HW-KB doc_0019",
    thresholds: { minTokenCharacters: 2 },
    judge: (input, { minTokenCharacters }) =>
      servicesAt(input, "WEBSITE").flatMap(({ service, index, path }) =>
        shareToken(service.name, input.application.entity.name, minTokenCharacters) ||
        hasTrademarkProof(input, index)
          ? []
          : [violated(`${path}.name`, {}, [at(`${path}.name`), at("entity.name")])],
      ),
  }),
  rule({
    id: "R-110",
    group: "WEB",
    title: { zh: "个人网站名称越界", en: "Individual site name out of scope" },
    applies: { filingTypes: SERVICE_FILINGS, natures: ["INDIVIDUAL"], serviceKinds: ["WEBSITE"] },
    fields: ["services[].name"],
    needs: ["list.individualNameWords"],
    severity: "block",
    check: "partly",
    outcome: "REJECT",
    message: {
      zh: "个人网站名称不得含行业、企业、地名、人名、论坛、平台、工作室等",
      en: "Individual names must avoid industry, company, place, person, forum, platform, studio",
    },
    params: ["name", "reason", "suggestion"],
    templates: ["T-WEB-01"],
    source: "HW-KB doc_0019; XN",
    judge: (input) =>
      servicesAt(input, "WEBSITE").flatMap(({ service: { name }, path }) => {
        const words = wordsIn(name, input.lists.individualNameWords);
        if (words.length === 0) return [];
        const word = listedWords(words);
        const reason = {
          zh: `个人网站名称不能含“${word.zh}”`,
          en: `an individual's may not contain ${word.en}`,
        };
        return [
          violated(`${path}.name`, naming(input, name, reason), [
            at(`${path}.name`),
            fact("list.individualNameWords", word.zh),
          ]),
        ];
      }),
  }),
];

/** What the template of site names asks for. */
function naming(input: RuleInput, name: string, reason: Text) {
  return { name: quoted(name), reason, suggestion: suggestedName(input) };
}

function listedWords(words: readonly string[]): Text {
  return { zh: words.join("、"), en: words.join(", ") };
}

/**
 * A name may only be registered with one of these prefixes by a body of the state or with its leave, so a unit whose
 * own certificate begins with one counts as state-level; nothing else in the document tells.
 */
function isStateLevelBody(input: RuleInput): boolean {
  const { name } = input.application.entity;
  return isUnit(input) && nationalPrefixOf(name, input.lists.nationalPrefixes) !== null;
}

/** Whether some `length` Han characters of the one stand in a row in the other. */
function shareToken(siteName: string, unitName: string, length: number): boolean {
  const unit = canonicalText(unitName);
  const runs = canonicalText(siteName).match(/\p{Script=Han}+/gu) ?? [];
  return runs.some((run) => {
    const characters = Array.from(run);
    return characters
      .slice(0, Math.max(0, characters.length - length + 1))
      .some((_, start) => unit.includes(characters.slice(start, start + length).join("")));
  });
}

/** A proof for this service, or one for the whole order. */
function hasTrademarkProof(input: RuleInput, serviceIndex: number): boolean {
  return materialsOf(input, "TRADEMARK_PROOF").some(
    ({ material }) => (material.serviceIndex ?? serviceIndex) === serviceIndex,
  );
}
