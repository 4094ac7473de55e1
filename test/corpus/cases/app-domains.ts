import type { Application } from "#shared/domain/filing/application";
import { domainFacts, evidenceOf, serviceOf } from "../bending";
import { companyApp, domainOf, platformOf, renameDomain } from "../bending-services";
import { type CorpusCase, nearMiss, violates } from "../case";

const ONE_HOST = companyApp("FIRST_FILING", { where: hasOneHost });
const ANDROID = companyApp("FIRST_FILING", {
  where: (application) => hasOneHost(application) && application.services[0]?.platforms?.length === 1,
});
const TWO_PLATFORMS = companyApp("FIRST_FILING", {
  where: (application) => hasOneHost(application) && application.services[0]?.platforms?.length === 2,
});

function hasOneHost({ services }: Application): boolean {
  return services[0]?.domains.length === 1;
}

/** The APP has further hosts, with all that an order says about one. */
function addHosts(application: Application, hosts: readonly string[]): void {
  const record = { ...domainFacts(application) };
  const certificate = application.materials.find(({ kind }) => kind === "DOMAIN_CERTIFICATE");
  for (const domain of hosts) {
    serviceOf(application).domains.push(domain);
    evidenceOf(application).domains?.push({ ...record, domain });
    if (certificate !== undefined) application.materials.push({ ...certificate, domain });
  }
}

function withHost(of: (domain: string) => string) {
  return (application: Application) => addHosts(application, [of(domainOf(application))]);
}

function batch(total: number, importMode: string) {
  return (application: Application) => {
    const top = domainOf(application);
    addHosts(
      application,
      Array.from({ length: total - 1 }, (_, i) => `h${i}.${top}`),
    );
    serviceOf(application).importMode = importMode;
  };
}

/** level and number of an APP's domains. */
const LEVEL_CASES: readonly CorpusCase[] = [
  violates(
    "R-130",
    "level five",
    ONE_HOST,
    withHost((domain) => `a.b.c.${domain}`),
    ["R-130 services[0].domains[1]"],
  ),
  violates(
    "R-130",
    "level five below com.cn",
    ONE_HOST,
    (application) => {
      renameDomain(application, "example.com.cn");
      addHosts(application, ["a.b.c.example.com.cn"]);
    },
    ["R-130 services[0].domains[1]"],
  ),
  violates(
    "R-130",
    "level six",
    companyApp("ADD_SERVICE/OURS", { where: hasOneHost }),
    withHost((domain) => `a.b.c.d.${domain}`),
    ["R-130 services[0].domains[1]"],
  ),
  violates(
    "R-130",
    "none at all",
    ANDROID,
    (application) => {
      const service = serviceOf(application);
      service.domains = [];
      service.ipDomainBindings = [];
      delete service.homepageUrl;
    },
    ["R-130 services[0].domains", "R-131 services[0].platforms[0].domains[0]"],
  ),
  violates(
    "R-130",
    "level one",
    ONE_HOST,
    withHost(() => "com.cn"),
    ["R-130 services[0].domains[1]"],
  ),
  violates("R-130", "twenty-one in a batch", ONE_HOST, batch(21, "BATCH"), ["R-130 services[0].domains"]),
  nearMiss(
    "R-130",
    "level three",
    ONE_HOST,
    withHost((domain) => `a.${domain}`),
  ),
  nearMiss(
    "R-130",
    "level four",
    ONE_HOST,
    withHost((domain) => `a.b.${domain}`),
  ),
  nearMiss("R-130", "level four below com.cn", ONE_HOST, (application) => {
    renameDomain(application, "example.com.cn");
    addHosts(application, ["a.b.example.com.cn"]);
  }),
  nearMiss("R-130", "twenty in a batch", ONE_HOST, batch(20, "BATCH")),
  nearMiss("R-130", "twenty-one by hand", ONE_HOST, batch(21, "MANUAL")),
];

/** platforms use the APP's own domains. */
const LISTED_CASES: readonly CorpusCase[] = [
  violates(
    "R-131",
    "a subdomain that is not listed",
    ONE_HOST,
    (application) => {
      platformOf(application).domains?.push(`cdn.${domainOf(application)}`);
    },
    ["R-131 services[0].platforms[0].domains[1]"],
  ),
  violates(
    "R-131",
    "another domain on the second platform",
    TWO_PLATFORMS,
    (application) => {
      platformOf(application, 1).domains = ["example-elsewhere.cn"];
    },
    ["R-131 services[0].platforms[1].domains[0]"],
  ),
  nearMiss("R-131", "in capitals", ONE_HOST, (application) => {
    platformOf(application).domains = [domainOf(application).toUpperCase()];
  }),
  nearMiss(
    "R-131",
    "a platform that uses one of two",
    ONE_HOST,
    withHost((domain) => `a.${domain}`),
  ),
];

type Sdk = NonNullable<ReturnType<typeof serviceOf>["sdks"]>[number];

function sdks(usesSdk: boolean, list: Sdk[]) {
  return (application: Application) => Object.assign(serviceOf(application), { usesSdk, sdks: list });
}

const WHOLE: Sdk = { vendor: "示例推送有限公司", type: "消息推送", name: "示例推送" };

/** SDKs with vendor and type. */
const SDK_CASES: readonly CorpusCase[] = [
  violates("R-132", "used, and none named", ONE_HOST, sdks(true, []), ["R-132 services[0].sdks"]),
  violates("R-132", "no vendor", ONE_HOST, sdks(true, [{ ...WHOLE, vendor: null }]), [
    "R-132 services[0].sdks[0]",
  ]),
  violates("R-132", "an empty type at the second", ONE_HOST, sdks(true, [WHOLE, { ...WHOLE, type: "" }]), [
    "R-132 services[0].sdks[1]",
  ]),
  nearMiss("R-132", "no name", ONE_HOST, sdks(true, [{ vendor: WHOLE.vendor, type: WHOLE.type }])),
  nearMiss("R-132", "none used and none named", ONE_HOST, sdks(false, [])),
  nearMiss("R-132", "none used, one named by halves", ONE_HOST, sdks(false, [{ vendor: null, type: null }])),
];

export const APP_DOMAIN_CASES: readonly CorpusCase[] = [...LEVEL_CASES, ...LISTED_CASES, ...SDK_CASES];
