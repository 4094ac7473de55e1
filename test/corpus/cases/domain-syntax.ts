import { type BaseQuery, company } from "../base-orders";
import { serviceOf } from "../bending";
import { companyApp, domainOf, moveToSuffix, renameDomain } from "../bending-services";
import { type CorpusCase, nearMiss, violates } from "../case";

const FIRST = company("FIRST_FILING");
const GOVERNMENT: BaseQuery = {
  kind: "FIRST_FILING",
  province: "330000",
  nature: 2,
  services: ["WEBSITE"],
  where: isPlain,
};
const INSTITUTION: BaseQuery = { ...GOVERNMENT, nature: 3 };
const APP = companyApp("FIRST_FILING");
const DOMAIN = "services[0].domains[0]";

function isPlain({ evidence }: Parameters<NonNullable<BaseQuery["where"]>>[0]): boolean {
  return (evidence?.domains ?? []).every(({ holderRelation }) => holderRelation === "ENTITY");
}

/** The order's website has this domain; its optional homepage is left out. */
function withDomain(to: string) {
  return (application: Parameters<typeof domainOf>[0]) => {
    renameDomain(application, to);
    delete serviceOf(application).homepageUrl;
  };
}

const MALFORMED = [
  "example",
  "exa_mple.com",
  "-example.com",
  "example-.com",
  "example..com",
  "http://example.com",
  "example.com/index",
  `${"a".repeat(64)}.com`,
  "203.0.113.9",
];
const NOT_REGISTRABLE = ["com.cn", "gov.cn", "shop.example.com", "shop.example.com.cn", "www.example.com"];
const REGISTRABLE = [
  "example.com.cn",
  `${"a".repeat(63)}.com`,
  "9-example.cn",
  "示例科技.中国",
  "示例科技.com",
  "xn--fsq270a.com",
];

/** host names, and for websites the registrable domain. */
const SYNTAX_CASES: readonly CorpusCase[] = [
  ...[...MALFORMED, ...NOT_REGISTRABLE].map((domain) =>
    violates("R-091", `a website at ${domain}`, FIRST, withDomain(domain), [`R-091 ${DOMAIN}`]),
  ),
  violates(
    "R-091",
    "www. before the domain of a further website",
    company("ADD_SERVICE/OURS"),
    (application) => withDomain(`www.${domainOf(application)}`)(application),
    [`R-091 ${DOMAIN}`],
  ),
  violates(
    "R-091",
    "two labels below gov.cn and one more",
    GOVERNMENT,
    withDomain("a.shuiwu.hangzhou.gov.cn"),
    [`R-091 ${DOMAIN}`],
  ),
  violates(
    "R-091",
    "an APP's host with an underscore",
    companyApp("FIRST_FILING", { where: ({ services }) => services[0]?.domains.length === 1 }),
    withDomain("api_one.example.com"),
    [`R-091 ${DOMAIN}`],
  ),
  ...REGISTRABLE.map((domain) => nearMiss("R-091", `a website at ${domain}`, FIRST, withDomain(domain))),
  nearMiss("R-091", "one label more below gov.cn", GOVERNMENT, withDomain("shuiwu.hangzhou.gov.cn")),
  nearMiss("R-091", "an APP at a subdomain", APP, (application) => {
    renameDomain(application, `m.${domainOf(application)}`);
  }),
  nearMiss(
    "R-091",
    "an APP at www.",
    companyApp("FIRST_FILING", { where: ({ services }) => services[0]?.domains.length === 1 }),
    withDomain("www.example.com"),
  ),
];

/** suffixes of government bodies and public institutions. */
const SUFFIX_CASES: readonly CorpusCase[] = [
  ...["com", "cn", "org.cn", "net"].map((suffix) =>
    violates(
      "R-102",
      `a government body under .${suffix}`,
      GOVERNMENT,
      (application) => moveToSuffix(application, suffix),
      [`R-102 ${DOMAIN}`],
    ),
  ),
  violates("R-102", "a government body whose name ends like the suffix", GOVERNMENT, withDomain("xgov.cn"), [
    `R-102 ${DOMAIN}`,
  ]),
  ...["com", "org"].map((suffix) =>
    violates(
      "R-102",
      `an institution under .${suffix}`,
      INSTITUTION,
      (application) => moveToSuffix(application, suffix),
      [`R-102 ${DOMAIN}`],
    ),
  ),
  violates(
    "R-102",
    "an institution's access order under .com",
    { ...INSTITUTION, kind: "ADD_ACCESS/OTHER" },
    (application) => moveToSuffix(application, "com"),
    [`R-102 ${DOMAIN}`],
  ),
  nearMiss("R-102", "a government body under .政务", GOVERNMENT, withDomain("示例水务.政务")),
  nearMiss("R-102", "a government body under .gov.cn", GOVERNMENT, withDomain("shuiwu.gov.cn")),
  nearMiss("R-102", "an institution under .公益", INSTITUTION, withDomain("示例园林.公益")),
  nearMiss("R-102", "an institution under .org.cn", INSTITUTION, withDomain("yuanlin.org.cn")),
  nearMiss("R-102", "a company under .com", FIRST, (application) => moveToSuffix(application, "com")),
  nearMiss(
    "R-102",
    "a change of a government site under .com",
    { ...GOVERNMENT, kind: "CHANGE_SERVICE" },
    (application) => moveToSuffix(application, "com"),
  ),
];

/** the homepage. */
const HOMEPAGE_CASES: readonly CorpusCase[] = [
  violates(
    "R-104",
    "without www.",
    FIRST,
    homepage((domain) => domain),
    ["R-104 services[0].homepageUrl"],
  ),
  violates(
    "R-104",
    "with a scheme",
    FIRST,
    homepage((domain) => `http://www.${domain}`),
    ["R-104 services[0].homepageUrl"],
  ),
  violates(
    "R-104",
    "of another domain",
    APP,
    homepage(() => "www.example-elsewhere.cn"),
    ["R-104 services[0].homepageUrl"],
  ),
  violates(
    "R-104",
    "of a domain that ends alike",
    FIRST,
    homepage((domain) => `www.my${domain}`),
    ["R-104 services[0].homepageUrl"],
  ),
  violates(
    "R-104",
    "with the domain in the path only",
    company("CHANGE_BOTH"),
    homepage((domain) => `www.example-elsewhere.cn/${domain}`),
    ["R-104 services[0].homepageUrl"],
  ),
  violates(
    "R-104",
    "with the domain in the middle",
    FIRST,
    homepage((domain) => `www.${domain}.example.cn`),
    ["R-104 services[0].homepageUrl"],
  ),
  nearMiss(
    "R-104",
    "www. before the domain",
    FIRST,
    homepage((domain) => `www.${domain}`),
  ),
  nearMiss(
    "R-104",
    "www. before a subdomain",
    FIRST,
    homepage((domain) => `www.shop.${domain}`),
  ),
  nearMiss(
    "R-104",
    "with a path",
    FIRST,
    homepage((domain) => `www.${domain}/index.html`),
  ),
  nearMiss(
    "R-104",
    "in capitals",
    FIRST,
    homepage((domain) => `WWW.${domain.toUpperCase()}`),
  ),
  nearMiss("R-104", "left out", FIRST, (application) => {
    delete serviceOf(application).homepageUrl;
  }),
];

function homepage(of: (domain: string) => string) {
  return (application: Parameters<typeof domainOf>[0]) => {
    serviceOf(application).homepageUrl = of(domainOf(application));
  };
}

export const DOMAIN_SYNTAX_CASES: readonly CorpusCase[] = [
  ...SYNTAX_CASES,
  ...SUFFIX_CASES,
  ...HOMEPAGE_CASES,
];
