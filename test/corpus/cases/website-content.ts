import type { Application } from "#shared/domain/filing/application";
import { company, individual } from "../base-orders";
import { serviceOf } from "../bending";
import { companyApp } from "../bending-services";
import { asItIs, type CorpusCase, nearMiss, violates } from "../case";

const FIRST = company("FIRST_FILING");
const PERSON = individual("FIRST_FILING");

function content(...codes: number[]) {
  return (application: Application) => {
    serviceOf(application).serviceContent = codes;
  };
}

function remark(text: string | null | ((name: string) => string)) {
  return (application: Application) => {
    const service = serviceOf(application);
    service.remark = typeof text === "function" ? text(service.name) : text;
  };
}

function languages(...codes: number[]) {
  return (application: Application) => {
    serviceOf(application).languages = codes;
  };
}

/** what individuals may offer. */
const CONTENT_CASES: readonly CorpusCase[] = [
  violates("R-113", "an individual's shop", PERSON, content(256), ["R-113 services[0].serviceContent[0]"]),
  violates("R-113", "an individual's diary and company portal", PERSON, content(32, 128), [
    "R-113 services[0].serviceContent[1]",
  ]),
  violates(
    "R-113",
    "an individual's APP as such",
    individual("ADD_SERVICE/OURS", { services: ["APP"] }),
    content(134_217_728),
    ["R-113 services[0].serviceContent[0]"],
  ),
  violates("R-113", "an individual's changed site", individual("CHANGE_SERVICE"), content(1_048_576), [
    "R-113 services[0].serviceContent[0]",
  ]),
  violates(
    "R-113",
    "companies restricted by our list",
    FIRST,
    content(128, 256),
    ["R-113 services[0].serviceContent[1]"],
    { lists: { contentByNature: { ENTERPRISE: [128] } } },
  ),
  nearMiss("R-113", "an individual's diary", PERSON, content(32)),
  nearMiss("R-113", "an individual's other content", PERSON, content(8_388_608)),
  nearMiss("R-113", "both that an individual may have", PERSON, content(32, 8_388_608)),
  nearMiss("R-113", "a company's shop", FIRST, content(256, 512)),
  nearMiss("R-113", "an individual where our list says nothing", PERSON, content(256), [], {
    lists: { contentByNature: {} },
  }),
];

/** the remark says what the service is. */
const REMARK_CASES: readonly CorpusCase[] = [
  violates("R-114", "empty", FIRST, remark(""), ["R-114 services[0].remark"]),
  violates("R-114", "left out", PERSON, remark(null), ["R-114 services[0].remark"]),
  violates("R-114", "blanks", FIRST, remark("   "), ["R-114 services[0].remark"]),
  violates(
    "R-114",
    "the name again",
    companyApp("FIRST_FILING"),
    remark((name) => name),
    ["R-114 services[0].remark"],
  ),
  violates(
    "R-114",
    "the name of a further site",
    company("ADD_SERVICE/OURS"),
    remark((name) => name),
    ["R-114 services[0].remark"],
  ),
  nearMiss(
    "R-114",
    "the name and what it shows",
    FIRST,
    remark((name) => `${name}，展示产品与服务网点`),
  ),
  nearMiss("R-114", "a few words", PERSON, remark("个人读书笔记")),
];

/** one language, except in Xinjiang. */
const LANGUAGE_CASES: readonly CorpusCase[] = [
  violates("R-115", "two languages", FIRST, languages(1, 12), ["R-115 services[0].languages"]),
  violates("R-115", "three languages of an APP", companyApp("FIRST_FILING"), languages(1, 2, 12), [
    "R-115 services[0].languages",
  ]),
  violates("R-115", "two languages of a changed site", individual("CHANGE_BOTH"), languages(1, 13), [
    "R-115 services[0].languages",
  ]),
  nearMiss("R-115", "one language that is not Chinese", FIRST, languages(12)),
  nearMiss(
    "R-115",
    "two languages in Xinjiang",
    company("FIRST_FILING", { province: "650000" }),
    languages(1, 3),
  ),
  nearMiss("R-115", "an access order of one language", company("ADD_ACCESS/OURS"), asItIs),
];

export const WEBSITE_CONTENT_CASES: readonly CorpusCase[] = [
  ...CONTENT_CASES,
  ...REMARK_CASES,
  ...LANGUAGE_CASES,
];
