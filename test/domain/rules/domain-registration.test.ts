import { describe, expect, it } from "vitest";
import type { Application } from "#shared/domain/filing/application";
import type { RuleInput } from "#shared/domain/rules/rule-input";
import {
  answers,
  bent,
  cleanInput,
  resultsOf,
  TODAY,
  withLists,
  withSwitches,
} from "#test/support/rule-inputs";

type DomainRecord = NonNullable<NonNullable<Application["evidence"]>["domains"]>[number];

const PLACE = "services[0].domains[0]";
const VIOLATED = [`VIOLATED ${PLACE}`];
const OPEN = [`CANNOT_CHECK ${PLACE}`];

const website = cleanInput(
  "FIRST_FILING",
  ({ entity, services }) => entity.nature === 4 && services.length === 1 && services[0]?.kind === "WEBSITE",
);

/** The only website with this domain, its record and homepage going along. */
function named(domain: string, input: RuleInput = website): RuleInput {
  return bent(input, ({ services: [service], evidence }) => {
    if (service) service.domains = [domain];
    if (service) service.homepageUrl = null;
    for (const one of evidence?.domains ?? []) one.domain = domain;
  });
}

function recorded(change: Partial<DomainRecord>, input: RuleInput = website): RuleInput {
  return bent(input, ({ evidence }) => {
    for (const one of evidence?.domains ?? []) Object.assign(one, change);
  });
}

const unrecorded = bent(website, ({ evidence }) => evidence && Object.assign(evidence, { domains: [] }));
const asApp = (input: RuleInput) =>
  bent(input, ({ services: [service] }) => service && Object.assign(service, { kind: "APP" }));

describe("R-091 syntax", () => {
  it.each([
    [named("example.com"), []],
    [named("example.com.cn"), []],
    [named("例子.中国"), []],
    [named("sz.gov.cn"), []],
    [named("dept.sz.gov.cn"), []],
    [named("a.dept.sz.gov.cn"), VIOLATED],
    [named("shop.example.com"), VIOLATED],
    [named("www.example.com"), VIOLATED],
    [named("www.sz.gov.cn"), VIOLATED],
    [named("com.cn"), VIOLATED],
    [named("-example.com"), VIOLATED],
    [named("http://example.com"), VIOLATED],
    [named(""), VIOLATED],
    [asApp(named("shop.example.com")), []],
    [asApp(named("www.example.com")), []],
    [asApp(named("exa_mple.com")), VIOLATED],
  ])("%#", (input, expected) => {
    expect(answers("R-091", input)).toEqual(expected);
  });

  it("says what is wrong, also of nothing", () => {
    expect(resultsOf("R-091", named("www.example.com"))).toMatchObject([
      { params: { value: "www.example.com", reason: { en: "leave out www." } } },
    ]);
    expect(resultsOf("R-091", named(""))).toMatchObject([{ params: { value: { en: "(not given)" } } }]);
  });
});

describe("R-092 TLD, R-093 registrar", () => {
  const listed = (approvedTlds: string[] | null, tldApproved: boolean | null) =>
    withLists(recorded({ tldApproved }, named("example.com")), { approvedTlds });
  it.each([
    ["R-092", website, []],
    ["R-092", recorded({ tldApproved: false }), VIOLATED],
    ["R-092", recorded({ tldApproved: null }), OPEN],
    ["R-092", unrecorded, OPEN],
    ["R-092", listed(["com"], null), []],
    ["R-092", listed(["cn"], null), VIOLATED],
    ["R-092", listed(["com"], false), VIOLATED],
    ["R-092", listed(["cn"], true), []],
    ["R-093", website, []],
    ["R-093", recorded({ registrarApproved: false }), VIOLATED],
    ["R-093", recorded({ registrarApproved: null }), OPEN],
    ["R-093", unrecorded, OPEN],
  ] as const)("%s %#", (ruleId, input, expected) => {
    expect(answers(ruleId, input)).toEqual(expected);
  });

  it("reads a subdomain's registration off the domain above it", () => {
    const below = bent(recorded({ registrarApproved: false }, asApp(named("example.com"))), (order) => {
      if (order.services[0]) order.services[0].domains = ["api.example.com"];
    });
    expect(answers("R-093", below)).toEqual(VIOLATED);
    expect(answers("R-093", { ...below, application: { ...below.application, evidence: null } })).toEqual(
      OPEN,
    );
  });
});

describe("R-094 expiry", () => {
  const free = withSwitches(website, { domainMinMonths: null });
  const strict = withSwitches(website, { domainMinMonths: 3 });
  const lenient = withSwitches(website, { domainMinMonths: 1 });
  it.each([
    [free, "2026-03-01", [undefined]],
    [free, TODAY, ["warn"]],
    [free, "2026-06-01", ["warn"]],
    [free, "2026-06-02", []],
    [strict, "2026-06-01", [undefined]],
    [strict, "2026-06-02", []],
    [lenient, "2026-04-01", [undefined]],
    [lenient, "2026-04-02", ["warn"]],
    [withSwitches(website, { domainMinMonths: 12 }), "2027-03-01", [undefined]],
    [withSwitches(website, { domainMinMonths: 12 }), "2027-03-02", []],
  ] as const)("%#", (input, expiresOn, severities) => {
    const results = resultsOf("R-094", recorded({ expiresOn }, input)) ?? [];
    expect(results.map((one) => (one.kind === "VIOLATED" ? one.severity : one.kind))).toEqual(severities);
    expect(results.map(({ fieldPath }) => fieldPath)).toEqual(severities.map(() => PLACE));
  });

  it.each([
    [recorded({ expiresOn: null }), OPEN],
    [recorded({ expiresOn: "2026-02-30" }), OPEN],
    [unrecorded, OPEN],
  ])("cannot tell without a day %#", (input, expected) => {
    expect(answers("R-094", input)).toEqual(expected);
  });
});

describe("R-095 real name", () => {
  // TODAY is a Monday, and the Saturday before it is a make-up day: Thursday the 26th is three working days ago.
  it.each([
    [recorded({ realNameStatus: "PASSED", realNameOn: "2026-02-20" }), []],
    [recorded({ realNameStatus: "PASSED", realNameOn: "2026-02-26" }), []],
    [recorded({ realNameStatus: "PASSED", realNameOn: "2026-02-27" }), VIOLATED],
    [recorded({ realNameStatus: "PASSED", realNameOn: TODAY }), VIOLATED],
    [recorded({ realNameStatus: "PASSED", realNameOn: "2026-03-09" }), VIOLATED],
    [recorded({ realNameStatus: "SYNCING" }), VIOLATED],
    [recorded({ realNameStatus: "NONE", realNameOn: null }), VIOLATED],
    [recorded({ realNameStatus: "PASSED", realNameOn: null }), OPEN],
    [recorded({ realNameStatus: "PASSED", realNameOn: "2026-02-30" }), OPEN],
    [recorded({ realNameStatus: "PASSED", realNameOn: "0100-01-01" }), []],
    [recorded({ realNameStatus: "PASSED", realNameOn: "9999-12-31" }), VIOLATED],
    [recorded({ realNameStatus: null }), OPEN],
    [unrecorded, OPEN],
  ])("%#", (input, expected) => {
    expect(answers("R-095", input)).toEqual(expected);
  });

  it("counts exactly three working days", () => {
    const on = (today: string, realNameOn: string) =>
      answers("R-095", { ...recorded({ realNameStatus: "PASSED", realNameOn }), today });
    expect(on("2026-03-12", "2026-03-09")).toEqual([]);
    expect(on("2026-03-11", "2026-03-09")).toEqual(VIOLATED);
    expect(on("2026-03-18", "2026-03-13")).toEqual([]);
    expect(on("2026-03-17", "2026-03-13")).toEqual(VIOLATED);
  });
});
