import { company, individual } from "../base-orders";
import { addPaper, serviceOf } from "../bending";
import { brandOf, companyApp, named, renameService } from "../bending-services";
import { type CorpusCase, nearMiss, violates } from "../case";

const FIRST = company("FIRST_FILING");
const PERSON = individual("FIRST_FILING");
const APP = companyApp("FIRST_FILING");
const NAME = "services[0].name";

/** length and characters. */
const CHARACTER_CASES: readonly CorpusCase[] = [
  ...[
    ["青禾", "two characters"],
    ["𠮷记", "two characters, one of them rare"],
    ["20260302", "digits only"],
    ["QinghePages", "Latin only"],
    ["青禾手记★", "a star"],
    ["青禾-手记", "a hyphen"],
    ["青禾 手记", "a blank inside"],
    ["青禾·手记", "a middle dot"],
    ["青禾手记！", "an exclamation mark"],
    ["青禾手记😀", "an emoji"],
    ["青禾（手记）", "brackets"],
    ["", "no name"],
  ].map(([name = "", why = ""]) => violates("R-106", why, PERSON, named(name), [`R-106 ${NAME}`])),
  violates("R-106", "a company's brand alone", FIRST, named(brandOf), [`R-106 ${NAME}`]),
  violates(
    "R-106",
    "a star in the name of a changed site",
    company("CHANGE_BOTH"),
    named((application) => `${serviceOf(application).name}★`),
    [`R-106 ${NAME}`],
  ),
  ...[
    ["青禾记", "three characters"],
    ["𠮷野记", "three characters, one of them rare"],
    ["青禾2026", "Han and digits"],
    ["青禾Pages", "Han and Latin"],
    ["  青禾记  ", "blanks around it"],
  ].map(([name = "", why = ""]) => nearMiss("R-106", why, PERSON, named(name))),
  nearMiss("R-106", "an APP of two characters", APP, (application) =>
    renameService(application, brandOf(application)),
  ),
];

/** state-level prefixes. */
const PREFIX_CASES: readonly CorpusCase[] = [
  ...["中国", "中华", "国家", "中央", "人民", "人大"].map((prefix) =>
    violates(
      "R-107",
      `begins with ${prefix}`,
      FIRST,
      named((application) => prefix + serviceOf(application).name),
      [`R-107 ${NAME}`],
    ),
  ),
  violates(
    "R-107",
    "a prefix of our own list",
    FIRST,
    named((application) => `环球${serviceOf(application).name}`),
    [`R-107 ${NAME}`],
    { lists: { nationalPrefixes: ["环球"] } },
  ),
  nearMiss(
    "R-107",
    "the word in the middle",
    FIRST,
    named((application) => `${brandOf(application)}中国在线`),
  ),
  nearMiss(
    "R-107",
    "half a prefix",
    FIRST,
    named((application) => `中${serviceOf(application).name}`),
  ),
  nearMiss("R-107", "an APP", APP, (application) =>
    renameService(application, `中国${serviceOf(application).name}`),
  ),
];

/** sensitive words. */
const SENSITIVE_CASES: readonly CorpusCase[] = [
  ...["赌博", "博彩", "色情", "毒品", "枪支", "代孕", "翻墙", "反动"].map((word) =>
    violates(
      "R-108",
      `holds ${word}`,
      FIRST,
      named((application) => `${brandOf(application)}${word}资料`),
      [`R-108 ${NAME}`],
    ),
  ),
  violates("R-108", "an individual's", PERSON, named("青禾翻墙手记"), [`R-108 ${NAME}`]),
  violates("R-108", "a word of our own list", PERSON, named("青禾占卜手记"), [`R-108 ${NAME}`], {
    lists: { sensitiveWords: ["占卜"] },
  }),
  nearMiss(
    "R-108",
    "its characters apart",
    FIRST,
    named((application) => `${brandOf(application)}毒蘑菇食品`),
  ),
  nearMiss("R-108", "in the remark only", FIRST, (application) => {
    serviceOf(application).remark = "宣传远离赌博与毒品的公益知识";
  }),
  nearMiss("R-108", "an APP", APP, (application) =>
    renameService(application, `${brandOf(application)}反毒品课`),
  ),
];

/** whether the name has to do with the unit. */
const RELATION_CASES: readonly CorpusCase[] = [
  violates("R-109", "another name altogether", FIRST, named("晚风小筑生活馆"), [`R-109 ${NAME}`]),
  violates(
    "R-109",
    "one character in common",
    FIRST,
    named((application) => `${brandOf(application).slice(0, 1)}宵晚风小筑`),
    [`R-109 ${NAME}`],
  ),
  violates(
    "R-109",
    "two characters in common, apart",
    company("ADD_SERVICE/OURS"),
    named((application) => `${brandOf(application).slice(0, 1)}宵晚风${brandOf(application).slice(1)}筑`),
    [`R-109 ${NAME}`],
  ),
  nearMiss(
    "R-109",
    "the brand in common",
    FIRST,
    named((application) => `晚风小筑${brandOf(application)}馆`),
  ),
  nearMiss("R-109", "a proof of the trademark", FIRST, (application) => {
    named("晚风小筑生活馆")(application);
    addPaper(application, "TRADEMARK_PROOF", { serviceIndex: 0 });
  }),
  nearMiss("R-109", "an individual's site", PERSON, named("晚风小筑生活馆")),
  nearMiss("R-109", "an APP", APP, (application) => renameService(application, "晚风小筑")),
];

/** what an individual's site may not be called. */
const INDIVIDUAL_CASES: readonly CorpusCase[] = [
  ...[
    "青禾的工作室",
    "小满论坛",
    "听雨的博客",
    "拾光平台",
    "青禾公司",
    "半夏商城",
    "浙江散记",
    "青禾医疗手记",
  ].map((name) => violates("R-110", name, PERSON, named(name), [`R-110 ${NAME}`])),
  violates(
    "R-110",
    "a word of our own list",
    individual("CHANGE_SERVICE"),
    named("青禾咖啡手记"),
    [`R-110 ${NAME}`],
    {
      lists: { individualNameWords: ["咖啡"] },
    },
  ),
  nearMiss("R-110", "half a word", PERSON, named("青禾工作间手记")),
  nearMiss("R-110", "a diary", PERSON, named("青禾的四季笔记")),
  nearMiss(
    "R-110",
    "a company's platform",
    FIRST,
    named((application) => `${brandOf(application)}服务平台`),
  ),
  nearMiss("R-110", "an individual's APP", individual("FIRST_FILING", { services: ["APP"] }), (application) =>
    renameService(application, `${brandOf(application)}论坛`),
  ),
];

export const WEBSITE_NAME_CASES: readonly CorpusCase[] = [
  ...CHARACTER_CASES,
  ...PREFIX_CASES,
  ...SENSITIVE_CASES,
  ...RELATION_CASES,
  ...INDIVIDUAL_CASES,
];
