import type { Application } from "#shared/domain/filing/application";
import { type BaseQuery, company, individual } from "../base-orders";
import { domainFacts } from "../bending";
import { companyApp, moveToSuffix } from "../bending-services";
import { type CaseWorld, type CorpusCase, cannotTell, nearMiss, violates } from "../case";

const FIRST = company("FIRST_FILING");
const SHANDONG = company("FIRST_FILING", { province: "370000" });
const BEIJING = { province: "110000" };
const TWO_HOSTS = companyApp("FIRST_FILING", {
  where: ({ services }) => services[0]?.domains.length === 2,
});
const DOMAIN = "services[0].domains[0]";
const SECOND = "services[0].domains[1]";

type Facts = ReturnType<typeof domainFacts>;

function record(change: Partial<Facts>, domain = 0): (application: Application) => void {
  return (application) => {
    Object.assign(domainFacts(application, domain), change);
  };
}

/** approval of the suffix and of the registrar. */
const APPROVAL_CASES: readonly CorpusCase[] = [
  violates("R-092", "the ministry has not approved it", FIRST, record({ tldApproved: false }), [
    `R-092 ${DOMAIN}`,
  ]),
  violates("R-092", "the second host of an APP", TWO_HOSTS, record({ tldApproved: false }, 1), [
    `R-092 ${SECOND}`,
  ]),
  violates(
    "R-092",
    "not on our list",
    FIRST,
    (application) => {
      moveToSuffix(application, "top");
      delete domainFacts(application).tldApproved;
    },
    [`R-092 ${DOMAIN}`],
    { lists: { approvedTlds: ["com", "cn", "net"] } },
  ),
  nearMiss(
    "R-092",
    "nobody asked, but it is on our list",
    FIRST,
    (application) => {
      moveToSuffix(application, "com.cn");
      delete domainFacts(application).tldApproved;
    },
    [],
    { lists: { approvedTlds: ["com", "cn"] } },
  ),
  nearMiss(
    "R-092",
    "a Chinese suffix on our list in ASCII",
    FIRST,
    (application) => {
      moveToSuffix(application, "中国");
      domainFacts(application).tldApproved = null;
    },
    [],
    { lists: { approvedTlds: ["xn--fiqs8s"] } },
  ),
  cannotTell("R-092", "nobody asked, and there is no list", FIRST, record({ tldApproved: null }), [
    `R-092? ${DOMAIN}`,
  ]),
  violates("R-093", "a registrar abroad", FIRST, record({ registrarApproved: false }), [`R-093 ${DOMAIN}`]),
  violates(
    "R-093",
    "the registrar of an APP's second host",
    TWO_HOSTS,
    record({ registrarApproved: false }, 1),
    [`R-093 ${SECOND}`],
  ),
  violates("R-093", "with a change", individual("CHANGE_SERVICE"), record({ registrarApproved: false }), [
    `R-093 ${DOMAIN}`,
  ]),
  nearMiss("R-093", "an approved registrar without a name", FIRST, record({ registrar: null })),
  cannotTell("R-093", "nobody asked", FIRST, record({ registrarApproved: null }), [`R-093? ${DOMAIN}`]),
];

interface Expiry {
  readonly on: string;
  /** Severity of what is found; null where the domain is valid long enough. */
  readonly found: "block" | "warn" | null;
  readonly base: BaseQuery;
  readonly where: string;
  readonly world?: CaseWorld;
}

const SIX_MONTHS: CaseWorld = { switches: { domainMinMonths: 6 } };
const END_OF_MONTH: CaseWorld = { today: "2026-03-31" };

/** Provinces that ask for three months, Zhejiang apart: BJ, TJ, HE, SX, NM, LN, SH, JS, GZ, GS. */
const THREE_MONTHS = ["11", "12", "13", "14", "15", "21", "31", "32", "52", "62"].map(
  (code) => `${code}0000`,
);

const EXPIRIES: readonly Expiry[] = [
  ...THREE_MONTHS.flatMap((province): Expiry[] => [
    {
      on: "2026-06-01",
      found: "block",
      base: company("FIRST_FILING", { province }),
      where: `three months in ${province}`,
    },
    {
      on: "2026-06-02",
      found: null,
      base: company("FIRST_FILING", { province }),
      where: `three months in ${province}`,
    },
  ]),
  { on: "2026-06-01", found: "block", base: FIRST, where: "Zhejiang asks for three months" },
  { on: "2026-06-02", found: null, base: FIRST, where: "Zhejiang asks for three months" },
  { on: "2026-06-01", found: "warn", base: SHANDONG, where: "three months by custom" },
  { on: "2026-06-02", found: null, base: SHANDONG, where: "three months by custom" },
  { on: "2026-03-01", found: "block", base: FIRST, where: "expired yesterday" },
  { on: "2024-12-31", found: "block", base: SHANDONG, where: "expired long ago" },
  { on: "2026-05-15", found: "block", base: individual("ADD_ACCESS/OTHER"), where: "an access order" },
  { on: "2026-09-01", found: "block", base: FIRST, where: "a bureau asks for six months", world: SIX_MONTHS },
  { on: "2026-09-02", found: null, base: FIRST, where: "a bureau asks for six months", world: SIX_MONTHS },
  { on: "2026-06-29", found: "block", base: FIRST, where: "counted from a 31st", world: END_OF_MONTH },
  { on: "2026-06-30", found: null, base: FIRST, where: "counted from a 31st", world: END_OF_MONTH },
];

/** how long the domain is valid. */
const EXPIRY_CASES: readonly CorpusCase[] = [
  ...EXPIRIES.map(({ on, found, base, where, world }) =>
    (found === null ? nearMiss : violates)(
      "R-094",
      `${where}: valid to ${on}`,
      base,
      record({ expiresOn: on }),
      found === null ? [] : [`R-094 ${DOMAIN} ${found}`],
      world,
    ),
  ),
  violates("R-094", "the second host of an APP", TWO_HOSTS, record({ expiresOn: "2026-04-01" }, 1), [
    `R-094 ${SECOND}`,
  ]),
  cannotTell("R-094", "nobody asked", FIRST, record({ expiresOn: null }), [`R-094? ${DOMAIN}`]),
];

/** the real name of the holder, and three working days for it to reach the ministry. */
const REAL_NAME_CASES: readonly CorpusCase[] = [
  ...["NONE", "SYNCING"].map((realNameStatus) =>
    violates("R-095", `status ${realNameStatus}`, FIRST, record({ realNameStatus, realNameOn: null }), [
      `R-095 ${DOMAIN}`,
    ]),
  ),
  violates(
    "R-095",
    "an individual's APP without real name",
    individual("ADD_SERVICE/OURS", { services: ["APP"] }),
    record({ realNameStatus: "NONE" }),
    [`R-095 ${DOMAIN}`],
  ),
  violates("R-095", "two working days ago", FIRST, record({ realNameOn: "2026-02-27" }), [`R-095 ${DOMAIN}`]),
  violates("R-095", "today", FIRST, record({ realNameOn: "2026-03-02" }), [`R-095 ${DOMAIN}`]),
  violates(
    "R-095",
    "two working days before the Spring Festival's end",
    FIRST,
    record({ realNameOn: "2026-02-13" }),
    [`R-095 ${DOMAIN}`],
    { today: "2026-02-24" },
  ),
  nearMiss(
    "R-095",
    "three working days ago, a make-up Saturday among them",
    FIRST,
    record({ realNameOn: "2026-02-26" }),
  ),
  nearMiss(
    "R-095",
    "three working days over the Spring Festival",
    FIRST,
    record({ realNameOn: "2026-02-12" }),
    [],
    {
      today: "2026-02-24",
    },
  ),
  cannotTell("R-095", "nobody asked", FIRST, record({ realNameStatus: null }), [`R-095? ${DOMAIN}`]),
  cannotTell("R-095", "passed, but nobody knows when", FIRST, record({ realNameOn: null }), [
    `R-095? ${DOMAIN}`,
  ]),
];

/** suffixes that Beijing does not take. */
const BEIJING_CASES: readonly CorpusCase[] = [
  ...["hk", "tw", "asia", "jp", "io", "me", "win", "org"].map((suffix) =>
    violates(
      "R-103",
      `.${suffix} in Beijing`,
      company("FIRST_FILING", BEIJING),
      (application) => moveToSuffix(application, suffix),
      [`R-103 ${DOMAIN}`],
    ),
  ),
  violates(
    "R-103",
    ".org of a further website in Beijing",
    company("ADD_SERVICE/OTHER", BEIJING),
    (application) => moveToSuffix(application, "org"),
    [`R-103 ${DOMAIN}`],
  ),
  ...["com", "com.cn", "top"].map((suffix) =>
    nearMiss("R-103", `.${suffix} in Beijing`, company("FIRST_FILING", BEIJING), (application) =>
      moveToSuffix(application, suffix),
    ),
  ),
  nearMiss("R-103", ".org in Zhejiang", FIRST, (application) => moveToSuffix(application, "org")),
  nearMiss(
    "R-103",
    "access of an .org domain in Beijing",
    company("ADD_ACCESS/OTHER", BEIJING),
    (application) => moveToSuffix(application, "org"),
  ),
];

export const DOMAIN_REGISTRATION_CASES: readonly CorpusCase[] = [
  ...APPROVAL_CASES,
  ...EXPIRY_CASES,
  ...REAL_NAME_CASES,
  ...BEIJING_CASES,
];
