import type { Application } from "#shared/domain/filing/application";
import { type BaseQuery, company, individual } from "../base-orders";
import { addPaper, domainFacts, evidenceOf, ministryFacts, serviceOf } from "../bending";
import { bindingOf, companyApp, domainOf, platformOf } from "../bending-services";
import { type CaseWorld, type CorpusCase, cannotTell, nearMiss, violates } from "../case";

const SHANGHAI = company("ADD_SERVICE/OURS", { province: "310000" });
const TWO_IN_SHANGHAI = company("ADD_SERVICE/OURS", {
  province: "310000",
  services: ["WEBSITE", "WEBSITE"],
});
const HUNAN = company("ADD_SERVICE/OURS", { province: "430000" });
const SHAANXI = company("ADD_SERVICE/OURS", { province: "610000" });
const SHAANXI_PERSON = individual("ADD_SERVICE/OURS", { province: "610000" });
const PERSON = individual("ADD_SERVICE/OURS");
const TWO_OF_A_PERSON = individual("ADD_SERVICE/OURS", { services: ["WEBSITE", "WEBSITE"] });

function filed(servicesTotal: number | null) {
  return (application: Application) => {
    ministryFacts(application).servicesTotal = servicesTotal;
  };
}

/** The order with so many services filed before it. */
function counted(
  rule: string,
  name: string,
  base: BaseQuery,
  total: number,
  expected: readonly string[] = [],
  world: CaseWorld = {},
): CorpusCase {
  const make = expected.length === 0 ? nearMiss : violates;
  return make(rule, `${name}, ${total} filed`, base, filed(total), expected, world);
}

/** An APP on so many subdomains of one domain, each with what an order says about a host. */
function onHosts(count: number) {
  return (application: Application) => {
    const top = domainOf(application);
    const hosts = Array.from({ length: count }, (_, i) => `h${i}.${top}`);
    const service = serviceOf(application);
    const record = domainFacts(application);
    const binding = bindingOf(application);
    service.domains = hosts;
    service.ipDomainBindings = [
      { ip: binding.ip, domains: hosts.slice(0, 20) },
      { ip: binding.ip, domains: hosts.slice(20) },
    ];
    for (const platform of service.platforms ?? []) platform.domains = hosts.slice(0, 2);
    platformOf(application).domains = hosts.slice(0, 20);
    evidenceOf(application).domains = hosts.map((domain) => ({ ...record, domain }));
    const papers = application.materials.filter(({ kind }) => kind !== "DOMAIN_CERTIFICATE");
    const certificate = application.materials.find(({ kind }) => kind === "DOMAIN_CERTIFICATE");
    application.materials = papers.concat(
      certificate === undefined ? [] : hosts.map((domain) => ({ ...certificate, domain })),
    );
  };
}

const PLAN = ["R-120 materials"];
const GUANGDONG_APP = companyApp("FIRST_FILING", { province: "440000" });

/** from how many services on a bureau wants a construction plan. */
const PLAN_CASES: readonly CorpusCase[] = [
  counted("R-120", "Shanghai, one more makes thirty", SHANGHAI, 29, PLAN),
  counted("R-120", "Shanghai, far above", SHANGHAI, 44, PLAN),
  counted("R-120", "Shanghai, one more makes twenty-nine", SHANGHAI, 28),
  counted("R-120", "Shanghai, two more make thirty", TWO_IN_SHANGHAI, 28, PLAN),
  counted("R-120", "Shanghai, two more make twenty-nine", TWO_IN_SHANGHAI, 27),
  counted("R-120", "Hunan, two before", HUNAN, 2, PLAN),
  counted("R-120", "Hunan, an individual", individual("ADD_SERVICE/OURS", { province: "430000" }), 2, PLAN),
  counted("R-120", "Hunan, one before", HUNAN, 1),
  counted("R-120", "Hunan, an individual", individual("ADD_SERVICE/OURS", { province: "430000" }), 1),
  counted("R-120", "Zhejiang asks for none", company("ADD_SERVICE/OURS"), 200),
  nearMiss(
    "R-120",
    "Shanghai asks it of units only",
    individual("ADD_SERVICE/OURS", { province: "310000" }),
    filed(29),
    ["R-122 services"],
  ),
  violates("R-120", "Guangdong, thirty-two hosts of one domain", GUANGDONG_APP, onHosts(32), PLAN),
  nearMiss("R-120", "Guangdong, thirty-one hosts of one domain", GUANGDONG_APP, onHosts(31)),
  nearMiss("R-120", "Hunan, with the plan", HUNAN, (application) => {
    filed(3)(application);
    addPaper(application, "CONSTRUCTION_PLAN");
  }),
  nearMiss(
    "R-120",
    "an access order does not count",
    company("ADD_ACCESS/OTHER", { province: "430000" }),
    filed(9),
  ),
  cannotTell("R-120", "nobody asked how many are filed", SHANGHAI, filed(null), ["R-120? materials"]),
];

const CEILING = ["R-121 services"];

/** how many Shaanxi takes. */
const CEILING_CASES: readonly CorpusCase[] = [
  counted("R-121", "a unit's thirty-first", SHAANXI, 30, CEILING),
  counted("R-121", "a unit far above", SHAANXI, 55, CEILING),
  counted(
    "R-121",
    "a unit's thirtieth and thirty-first",
    company("ADD_SERVICE/OURS", { province: "610000", services: ["WEBSITE", "WEBSITE"] }),
    29,
    CEILING,
  ),
  counted(
    "R-121",
    "a unit's thirtieth with an APP beside it",
    company("ADD_SERVICE/OURS", { province: "610000", services: ["APP", "WEBSITE"] }),
    29,
  ),
  counted("R-121", "a unit's thirtieth", SHAANXI, 29),
  counted("R-121", "an individual's sixth, which is R-122 no more", SHAANXI_PERSON, 5, CEILING),
  counted("R-121", "an individual's fifth", SHAANXI_PERSON, 4),
  counted("R-121", "a unit's thirty-first in Zhejiang", company("ADD_SERVICE/OURS"), 30),
  counted("R-121", "where the switch is set", company("ADD_SERVICE/OURS"), 10, CEILING, {
    switches: { maxTotal: { unit: 10, individual: null } },
  }),
  nearMiss(
    "R-121",
    "an access order does not count",
    company("ADD_ACCESS/OTHER", { province: "610000" }),
    filed(30),
  ),
  cannotTell("R-121", "nobody asked how many are filed", SHAANXI, filed(null), ["R-121? services"]),
];

const FIVE = ["R-122 services"];

/** an individual's five services. */
const INDIVIDUAL_CASES: readonly CorpusCase[] = [
  counted("R-122", "the sixth", PERSON, 5, FIVE),
  counted("R-122", "an APP as the sixth", individual("ADD_SERVICE/OTHER", { services: ["APP"] }), 5, FIVE),
  counted(
    "R-122",
    "an APP as the sixth in Shaanxi, whose ceiling is for websites",
    individual("ADD_SERVICE/OURS", { province: "610000", services: ["APP"] }),
    5,
    FIVE,
  ),
  counted("R-122", "the fifth and sixth", TWO_OF_A_PERSON, 4, FIVE),
  counted(
    "R-122",
    "the sixth in Jiangxi, a hint only",
    individual("ADD_SERVICE/OURS", { province: "360000" }),
    5,
    ["R-122 services warn"],
  ),
  counted("R-122", "the fifth", PERSON, 4),
  counted("R-122", "the fourth and fifth", TWO_OF_A_PERSON, 3),
  counted("R-122", "a company's sixth", company("ADD_SERVICE/OURS"), 5),
  nearMiss("R-122", "an access order does not count", individual("ADD_ACCESS/OTHER"), filed(9)),
  cannotTell("R-122", "nobody asked how many are filed", PERSON, filed(null), ["R-122? services"]),
];

export const COUNT_CASES: readonly CorpusCase[] = [...PLAN_CASES, ...CEILING_CASES, ...INDIVIDUAL_CASES];
