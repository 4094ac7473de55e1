import { describe, expect, it } from "vitest";
import type { Application } from "#shared/domain/filing/application";
import type { RuleInput } from "#shared/domain/rules/rule-input";
import { answers, bent, cleanInput, resultsOf, withSwitches } from "#test/support/rule-inputs";

const NUMBER = "entity.filingNumber";

type Site = NonNullable<NonNullable<Application["evidence"]>["sites"]>[number];

/** An addition by an entity with one filed website that is open and shows all it has to. */
const adding = cleanInput("ADD_SERVICE/OURS", ({ entity, services, evidence }) => {
  const filed = evidence?.filedRecord?.services ?? [];
  return (
    entity.nature === 4 &&
    entity.region.provinceCode === "320000" &&
    services[0]?.kind === "WEBSITE" &&
    filed.length === 1 &&
    filed[0]?.kind === "WEBSITE" &&
    filed[0].domains.length === 1
  );
});
const filedDomain = adding.application.evidence?.filedRecord?.services[0]?.domains[0] ?? "";

function visited(change: Partial<Site>): RuleInput {
  return bent(adding, ({ evidence }) => {
    for (const site of evidence?.sites ?? []) if (site.domain === filedDomain) Object.assign(site, change);
  });
}

/** Leaves a key of the visit out. */
function notSeen(...keys: (keyof Site)[]): RuleInput {
  return bent(adding, ({ evidence }) => {
    for (const site of evidence?.sites ?? []) {
      if (site.domain === filedDomain) for (const key of keys) delete site[key];
    }
  });
}

function evidence(
  change: (evidence: NonNullable<Application["evidence"]>) => void,
  input = adding,
): RuleInput {
  return bent(input, (application) => change(application.evidence ?? {}));
}

describe("R-116", () => {
  it("finds a filed site that is closed or abroad, and names it", () => {
    expect(answers("R-116", adding)).toEqual([]);
    expect(answers("R-116", visited({ reachable: false }))).toEqual([`VIOLATED ${NUMBER}`]);
    expect(answers("R-116", visited({ onMainlandIp: false }))).toEqual([`VIOLATED ${NUMBER}`]);
    expect(resultsOf("R-116", visited({ reachable: false }))?.[0]).toMatchObject({
      params: { domain: { zh: filedDomain } },
    });
  });

  it("cannot be checked without a visit, or without what it should have found", () => {
    const cannot = [`CANNOT_CHECK ${NUMBER}`];
    expect(
      answers(
        "R-116",
        evidence((all) => delete all.sites),
      ),
    ).toEqual(cannot);
    expect(answers("R-116", notSeen("reachable"))).toEqual(cannot);
    expect(answers("R-116", notSeen("onMainlandIp"))).toEqual(cannot);
  });

  it("judges every visited site but the ones that open now, where the filed record is missing", () => {
    const closed = visited({ reachable: false });
    expect(
      answers(
        "R-116",
        evidence((all) => delete all.filedRecord),
      ),
    ).toEqual([]);
    expect(
      answers(
        "R-116",
        evidence((all) => delete all.filedRecord, closed),
      ),
    ).toEqual([`VIOLATED ${NUMBER}`]);
  });

  it("judges a visited site that only the registry's list names, unless it opens now", () => {
    const alsoFiled = (domain: string) =>
      evidence((all) => {
        all.miitRegistry = { ...all.miitRegistry, domainsFiled: [domain] };
        all.sites?.push({ domain, reachable: false });
      });
    expect(answers("R-116", alsoFiled("unrecorded.com"))).toEqual([`VIOLATED ${NUMBER}`]);
    expect(answers("R-116", alsoFiled(adding.application.services[0]?.domains[0] ?? ""))).toEqual([]);
  });

  it("does not ask after a domain that this order takes off its website", () => {
    const dropping = bent(cleanInput("CHANGE_SERVICE", isOneSiteOfOneDomain), ({ evidence: all }) => {
      all?.filedRecord?.services[0]?.domains.push("dropped.com");
      all?.sites?.push({ domain: "dropped.com", reachable: false, onMainlandIp: false });
    });
    expect(answers("R-116", dropping)).toEqual([]);
  });

  it("has nothing to look at where only APPs are filed", () => {
    const onlyApps = evidence((all) => {
      for (const service of all.filedRecord?.services ?? []) service.kind = "APP";
      delete all.sites;
    });
    expect(answers("R-116", onlyApps)).toEqual([]);
  });
});

function isOneSiteOfOneDomain({ services, evidence: all }: Application): boolean {
  const filed = all?.filedRecord?.services ?? [];
  return services[0]?.kind === "WEBSITE" && filed.length === 1 && filed[0]?.domains.length === 1;
}

describe("R-117", () => {
  const own = adding.application.entity.filingNumber ?? "";
  const other = own.replace(/\d+/, (digits) => String(Number(digits) + 1));

  it.each<[string, Partial<Site>, boolean]>([
    ["the entity's number", { footerNumber: own }, false],
    ["a number of its services", { footerNumber: `${own}-1` }, false],
    ["the number in a sentence", { footerNumber: `备案号： ${own}-2 ` }, false],
    ["no number", { footerNumber: null }, true],
    ["an empty number", { footerNumber: " " }, true],
    ["somebody else's number", { footerNumber: other }, true],
    ["what is no number", { footerNumber: "备案中" }, true],
    ["no link", { footerLink: null }, true],
    ["a link elsewhere", { footerLink: "https://beian.example.com/?u=beian.miit.gov.cn" }, true],
    ["a link to a look-alike", { footerLink: "https://beian.miit.gov.cn.example.com/" }, true],
    ["a link without scheme", { footerLink: "beian.miit.gov.cn" }, false],
    ["a link into the site", { footerLink: "http://beian.miit.gov.cn/#/Integrated/index" }, false],
    ["nothing, but it is closed", { reachable: false, footerNumber: null, footerLink: null }, false],
  ])("judges %s", (_name, change, wrong) => {
    expect(answers("R-117", visited(change))).toEqual(wrong ? [`VIOLATED ${NUMBER}`] : []);
  });

  it("says what is wrong and which number belongs there", () => {
    expect(resultsOf("R-117", visited({ footerNumber: other, footerLink: null }))?.[0]).toMatchObject({
      params: {
        domain: { zh: filedDomain },
        reason: { zh: "备案号与本主体不符；备案号未链接到工信部网站" },
        filingNumber: own,
      },
    });
  });

  it.each([
    ["the footer was not looked at", notSeen("footerNumber", "footerLink")],
    ["the number was not looked at", notSeen("footerNumber")],
    ["the link was not looked at", notSeen("footerLink")],
    ["nobody tried to reach the site", notSeen("reachable")],
    ["nobody visited it", evidence((all) => delete all.sites)],
  ])("cannot be checked when %s", (_name, input) => {
    expect(answers("R-117", input)).toEqual([`CANNOT_CHECK ${NUMBER}`]);
  });

  it("cannot tell a wrong number where no number of the entity is known", () => {
    const unknown = bent(adding, (application) => {
      delete application.entity.filingNumber;
      for (const service of application.services) delete service.filingNumber;
      delete application.target;
      delete application.evidence?.filedRecord;
      delete application.evidence?.miitRegistry;
    });
    expect(answers("R-117", unknown)).toEqual([`CANNOT_CHECK ${NUMBER}`]);
  });
});

describe("R-118", () => {
  const stranger = visited({ footerCopyright: "版权所有 © 示例他方贸易有限公司" });

  it("finds a line that names another, or none, where the province asks", () => {
    expect(answers("R-118", adding)).toEqual([]);
    expect(answers("R-118", stranger)).toEqual(["VIOLATED entity.name"]);
    expect(answers("R-118", visited({ footerCopyright: null }))).toEqual(["VIOLATED entity.name"]);
    expect(answers("R-118", withSwitches(stranger, { footerCopyright: null }))).toEqual([]);
  });

  it("knows the name that is about to change", () => {
    const renamed = bent(adding, ({ entity }) => {
      entity.name = "新名示例有限公司";
    });
    expect(answers("R-118", renamed)).toEqual([]);
  });

  it("cannot be checked without the line, and leaves closed sites to R-116", () => {
    expect(answers("R-118", notSeen("footerCopyright"))).toEqual(["CANNOT_CHECK entity.name"]);
    expect(answers("R-118", visited({ reachable: false, footerCopyright: null }))).toEqual([]);
  });
});

describe("R-119", () => {
  it("asks a person about sites that are open", () => {
    expect(answers("R-119", adding)).toEqual([`NEEDS_HUMAN ${NUMBER}`]);
    expect(answers("R-119", visited({ reachable: false }))).toEqual([]);
  });

  it("asks at the site of the order where it is one", () => {
    expect(answers("R-119", cleanInput("CHANGE_SERVICE", isOneSiteOfOneDomain))).toEqual([
      "NEEDS_HUMAN services[0].domains[0]",
    ]);
  });

  it("points out a site that names somebody else", () => {
    const named = (footerCopyright: string) => resultsOf("R-119", visited({ footerCopyright }))?.[0];
    expect(named("© 示例他方贸易有限公司")).toMatchObject({ hinted: true });
    expect(named(adding.application.entity.name)).toMatchObject({ hinted: false });
  });
});
