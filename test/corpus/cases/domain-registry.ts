import type { Application } from "#shared/domain/filing/application";
import { company, individual } from "../base-orders";
import { domainFacts, ministryFacts, replaceEverywhere, serviceOf } from "../bending";
import { companyApp, domainOf, renameDomain, shareDomain, siteFacts, withoutFile } from "../bending-services";
import { asItIs, type CorpusCase, cannotTell, nearMiss, violates } from "../case";

const FIRST = company("FIRST_FILING");
const ADD = company("ADD_SERVICE/OURS");
const APP = companyApp("FIRST_FILING");
const TWO_SITES = company("FIRST_FILING", { services: ["WEBSITE", "WEBSITE"] });
const APP_AND_SITE = company("FIRST_FILING", { services: ["APP", "WEBSITE"] });
const DOMAIN = "services[0].domains[0]";

/** a certificate for every domain. */
const CERTIFICATE_CASES: readonly CorpusCase[] = [
  ...[FIRST, company("ADD_ACCESS/OTHER"), company("CHANGE_SERVICE"), individual("ADD_SERVICE/OURS")].map(
    (base) =>
      violates(
        "R-099",
        `none in ${base.kind}`,
        base,
        (application) => withoutFile(application, "DOMAIN_CERTIFICATE"),
        ["R-099 materials"],
      ),
  ),
  violates(
    "R-099",
    "one of an APP's two domains has none",
    companyApp("FIRST_FILING", { where: ({ services }) => services[0]?.domains.length === 2 }),
    (application) => {
      renameDomain(application, "example-second.cn", domainOf(application, 0, 1));
      const [, second] = application.materials.filter(({ kind }) => kind === "DOMAIN_CERTIFICATE");
      application.materials = application.materials.filter((material) => material !== second);
    },
    ["R-099 materials"],
  ),
  violates(
    "R-099",
    "the second website has none",
    TWO_SITES,
    (application) => withoutFile(application, "DOMAIN_CERTIFICATE", 1),
    ["R-099 materials"],
  ),
  violates(
    "R-099",
    "the certificate is another domain's",
    FIRST,
    (application) => {
      for (const material of application.materials) {
        if (material.kind === "DOMAIN_CERTIFICATE") material.domain = "example-elsewhere.cn";
      }
    },
    ["R-099 materials"],
  ),
  nearMiss("R-099", "Tibet asks for none", company("FIRST_FILING", { province: "540000" }), asItIs),
  nearMiss("R-099", "an entity change asks for none", company("CHANGE_ENTITY"), asItIs),
  nearMiss(
    "R-099",
    "a bureau that does not list it",
    FIRST,
    (application) => withoutFile(application, "DOMAIN_CERTIFICATE"),
    [],
    { switches: { requiredMaterials: [] } },
  ),
];

/** new websites stay closed until they are filed. */
const RESOLUTION_CASES: readonly CorpusCase[] = [
  ...[FIRST, ADD, individual("FIRST_FILING")].map((base) =>
    violates(
      "R-100",
      `${base.kind} of nature ${base.nature}: it resolves`,
      base,
      (application) => {
        domainFacts(application).resolves = true;
      },
      [`R-100 ${DOMAIN}`],
    ),
  ),
  violates(
    "R-100",
    "the site answers",
    FIRST,
    (application) => {
      siteFacts(application).reachable = true;
    },
    [`R-100 ${DOMAIN}`],
  ),
  violates(
    "R-100",
    "the site answers, resolution unknown",
    FIRST,
    (application) => {
      siteFacts(application).reachable = true;
      domainFacts(application).resolves = null;
    },
    [`R-100 ${DOMAIN}`],
  ),
  violates(
    "R-100",
    "the website beside an APP resolves",
    APP_AND_SITE,
    (application) => {
      for (const record of application.evidence?.domains ?? []) {
        if (record.domain === domainOf(application, 1)) record.resolves = true;
      }
    },
    ["R-100 services[1].domains[0]"],
  ),
  nearMiss("R-100", "an APP's host is in use", APP, asItIs),
  nearMiss("R-100", "an access order's site stays open", company("ADD_ACCESS/OTHER"), asItIs),
  nearMiss(
    "R-100",
    "a filed domain resolves, which is another matter",
    ADD,
    (application) => {
      ministryFacts(application).domainsFiled?.push(domainOf(application));
      domainFacts(application).resolves = true;
    },
    [`R-004 ${DOMAIN}`, `R-101 ${DOMAIN}`],
  ),
  cannotTell(
    "R-100",
    "nobody looked whether it resolves",
    FIRST,
    (application) => {
      domainFacts(application).resolves = null;
    },
    [`R-100? ${DOMAIN}`],
  ),
];

/** the registry knows the website's domain. */
const FILED_CASES: readonly CorpusCase[] = [
  violates(
    "R-101",
    "filed by somebody",
    FIRST,
    (application) => {
      ministryFacts(application).domainsFiled = [domainOf(application)];
    },
    [`R-101 ${DOMAIN}`],
  ),
  violates(
    "R-101",
    "filed, in capitals",
    individual("FIRST_FILING"),
    (application) => {
      ministryFacts(application).domainsFiled = [domainOf(application).toUpperCase()];
    },
    [`R-101 ${DOMAIN}`],
  ),
  violates(
    "R-101",
    "a further website whose domain is filed",
    ADD,
    (application) => {
      ministryFacts(application).domainsFiled?.push(domainOf(application));
    },
    [`R-004 ${DOMAIN}`, `R-101 ${DOMAIN}`],
  ),
  violates(
    "R-101",
    "the second of two websites",
    TWO_SITES,
    (application) => {
      ministryFacts(application).domainsFiled = [domainOf(application, 1)];
    },
    ["R-101 services[1].domains[0]"],
  ),
  nearMiss("R-101", "an APP uses a filed domain", APP, (application) => {
    ministryFacts(application).domainsFiled = [domainOf(application)];
  }),
  nearMiss("R-101", "a domain that only ends alike is filed", FIRST, (application) => {
    ministryFacts(application).domainsFiled = [`my${domainOf(application)}`, `shop.${domainOf(application)}`];
  }),
  nearMiss("R-101", "an access order's domain is filed", company("ADD_ACCESS/OURS"), asItIs),
  cannotTell(
    "R-101",
    "nobody asked the registry",
    FIRST,
    (application) => {
      delete ministryFacts(application).domainsFiled;
    },
    [`R-101? ${DOMAIN}`],
  ),
];

/** The second service with what belongs to the first: two APPs in one order. */
function secondApp(application: Application, name: string): void {
  const app = structuredClone(serviceOf(application));
  app.name = name;
  app.homepageUrl = null;
  for (const platform of app.platforms ?? []) platform.displayName = name;
  application.services.push(app);
  const check = application.liveness?.[0];
  if (check) application.liveness?.push({ ...check, serviceIndex: 1 });
  const face = application.evidence?.faces?.[0];
  if (face) application.evidence?.faces?.push({ ...face, serviceIndex: 1 });
  const own = application.materials.filter(({ serviceIndex }) => serviceIndex === 0);
  application.materials.push(...own.map((material) => ({ ...material, serviceIndex: 1 })));
  const read = application.evidence?.ocr?.filter(({ serviceIndex }) => serviceIndex === 0) ?? [];
  application.evidence?.ocr?.push(...read.map((paper) => ({ ...paper, serviceIndex: 1 })));
}

/** the same thing twice in one order. */
const DUPLICATE_CASES: readonly CorpusCase[] = [
  violates(
    "R-105",
    "two websites at one domain",
    TWO_SITES,
    (application) => renameDomain(application, domainOf(application), domainOf(application, 1)),
    ["R-105 services[1].domains[0]"],
  ),
  violates(
    "R-105",
    "two websites of an individual at one domain",
    individual("ADD_SERVICE/OTHER", { services: ["WEBSITE", "WEBSITE"] }),
    (application) => renameDomain(application, domainOf(application), domainOf(application, 1)),
    ["R-105 services[1].domains[0]"],
  ),
  violates(
    "R-105",
    "two APPs of one name",
    APP,
    (application) => secondApp(application, serviceOf(application).name),
    ["R-105 services[1].name", "R-123 services[1].name"],
  ),
  nearMiss("R-105", "two APPs on the same hosts", APP, (application) => {
    secondApp(application, `${serviceOf(application).name.slice(0, 2)}随行`);
  }),
  nearMiss("R-105", "two websites of one name", TWO_SITES, (application) => {
    replaceEverywhere(application, serviceOf(application, 1).name, serviceOf(application).name);
  }),
  nearMiss("R-105", "a unit's website and APP at one domain", APP_AND_SITE, (application) => {
    shareDomain(application);
  }),
];

export const DOMAIN_REGISTRY_CASES: readonly CorpusCase[] = [
  ...CERTIFICATE_CASES,
  ...RESOLUTION_CASES,
  ...FILED_CASES,
  ...DUPLICATE_CASES,
];
