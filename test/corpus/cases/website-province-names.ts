import type { Application } from "#shared/domain/filing/application";
import { company, individual } from "../base-orders";
import { evidenceOf, filedServiceOf, replaceEverywhere, serviceOf } from "../bending";
import { companyApp, named } from "../bending-services";
import { asItIs, type CorpusCase, cannotTell, nearMiss, violates } from "../case";

const NAME = "services[0].name";

/** The unit's name without its region and legal form. */
function shortName({ entity }: Application): string {
  return entity.name.replace(/^.*?[市县区旗]/u, "").replace(/有限公司$/u, "");
}

const GUANGDONG = company("FIRST_FILING", { province: "440000" });
const HEILONGJIANG = company("FIRST_FILING", { province: "230000" });

/** the forms that Guangdong and Heilongjiang prescribe. */
const PROVINCE_CASES: readonly CorpusCase[] = [
  violates(
    "R-111",
    "Guangdong, full name alone",
    GUANGDONG,
    named(({ entity }) => entity.name),
    [`R-111 ${NAME}`],
  ),
  violates("R-111", "Guangdong, short name alone", GUANGDONG, named(shortName), [`R-111 ${NAME}`]),
  violates(
    "R-111",
    "Guangdong, more after the form",
    GUANGDONG,
    named((application) => `${shortName(application)}官网首页`),
    [`R-111 ${NAME}`],
  ),
  violates("R-111", "Guangdong, somebody else's official site", GUANGDONG, named("晚风小筑官网"), [
    `R-109 ${NAME}`,
    `R-111 ${NAME}`,
  ]),
  violates(
    "R-111",
    "Heilongjiang, the short name and more",
    HEILONGJIANG,
    named((application) => `${shortName(application)}客户服务`),
    [`R-111 ${NAME}`],
  ),
  violates(
    "R-111",
    "Heilongjiang, half of the short name",
    HEILONGJIANG,
    named((application) => `${shortName(application).slice(0, 2)}在线`),
    [`R-111 ${NAME}`],
  ),
  nearMiss(
    "R-111",
    "Guangdong, full name and 官网",
    GUANGDONG,
    named(({ entity }) => `${entity.name}官网`),
  ),
  nearMiss(
    "R-111",
    "Guangdong, short name and 官网",
    GUANGDONG,
    named((application) => `${shortName(application)}官网`),
  ),
  nearMiss("R-111", "Guangdong, an individual", individual("FIRST_FILING", { province: "440000" }), asItIs),
  nearMiss("R-111", "Guangdong, an APP", companyApp("FIRST_FILING", { province: "440000" }), asItIs),
  nearMiss(
    "R-111",
    "Guangdong, when nothing is prescribed",
    GUANGDONG,
    named(({ entity }) => entity.name),
    [],
    {
      switches: { nameRule: null },
    },
  ),
  nearMiss(
    "R-111",
    "Heilongjiang, the full name",
    HEILONGJIANG,
    named(({ entity }) => entity.name),
  ),
  nearMiss("R-111", "Heilongjiang, the short name", HEILONGJIANG, named(shortName)),
];

const SHAANXI = { province: "610000" };

/** Shaanxi wants different names. */
const DISTINCT_CASES: readonly CorpusCase[] = [
  violates(
    "R-112",
    "the name of a filed site",
    company("ADD_SERVICE/OURS", SHAANXI),
    named((application) => filedServiceOf(application).name),
    [`R-112 ${NAME}`],
  ),
  violates(
    "R-112",
    "an individual's second site of the same name",
    individual("ADD_SERVICE/OTHER", SHAANXI),
    named((application) => filedServiceOf(application).name),
    [`R-112 ${NAME}`],
  ),
  violates(
    "R-112",
    "two sites of one order",
    company("FIRST_FILING", { ...SHAANXI, services: ["WEBSITE", "WEBSITE"] }),
    (application) => {
      serviceOf(application, 1).name = serviceOf(application).name;
    },
    ["R-112 services[1].name"],
  ),
  cannotTell(
    "R-112",
    "nobody knows what is filed",
    company("ADD_SERVICE/OTHER", SHAANXI),
    (application) => {
      delete evidenceOf(application).filedRecord;
    },
    ["R-010? entity.name", "R-112? services[0].name"],
  ),
  nearMiss("R-112", "a site keeps its own name", company("ADD_ACCESS/OTHER", SHAANXI), asItIs),
  nearMiss(
    "R-112",
    "the name of a filed site in Zhejiang",
    company("ADD_SERVICE/OURS"),
    named((application) => filedServiceOf(application).name),
  ),
  nearMiss(
    "R-112",
    "a site and an APP of one name",
    company("FIRST_FILING", { ...SHAANXI, services: ["APP", "WEBSITE"] }),
    (application) => {
      replaceEverywhere(application, serviceOf(application, 1).name, serviceOf(application).name);
    },
  ),
];

export const PROVINCE_NAME_CASES: readonly CorpusCase[] = [...PROVINCE_CASES, ...DISTINCT_CASES];
