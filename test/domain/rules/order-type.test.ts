import { describe, expect, it } from "vitest";
import type { RuleInput } from "#shared/domain/rules/rule-input";
import { bent, cleanInput, resultsOf, withFacts, withSwitches } from "#test/support/rule-inputs";
import { type Case, expectAnswers, filedIn, recordIn, registryIn, serviceIn } from "./order-tables";

const first = cleanInput(
  "FIRST_FILING",
  (order) => order.entity.nature === 4 && order.services[0]?.kind === "WEBSITE",
);
const firstOfPerson = cleanInput("FIRST_FILING", (order) => order.entity.nature === 5);
const addService = cleanInput("ADD_SERVICE/OURS", (order) => order.services[0]?.kind === "WEBSITE");
const addApp = cleanInput("ADD_SERVICE/OURS", (order) => order.services[0]?.kind === "APP");
const access = cleanInput("ADD_ACCESS/OTHER", (order) => order.services[0]?.kind === "WEBSITE");
const change = cleanInput("CHANGE_ENTITY");
const transfer = cleanInput("TRANSFER");
const claim = cleanInput("CLAIM");

type Change = Parameters<typeof bent>[1];
type Registry = ReturnType<typeof registryIn>;

function registered(input: RuleInput, known: Partial<Registry>): RuleInput {
  return bent(input, (order) => void Object.assign(registryIn(order), known));
}

function forgotten(input: RuleInput, ...parts: ("filedRecord" | "miitRegistry")[]): RuleInput {
  return bent(input, ({ evidence }) => {
    for (const part of parts) if (evidence) evidence[part] = null;
  });
}

function table(ruleId: string, cases: readonly Case[]): void {
  it.each(cases)("%s", (_title, input, expected) => expectAnswers(ruleId, input, expected));
}

describe("R-001 another order is open", () =>
  table("R-001", [
    ["none", first, []],
    ["one", withFacts(first, { openOrders: ["ICP-1"] }), ["VIOLATED accountId"]],
    [
      "of a transfer's account",
      withFacts(transfer, { openOrders: ["ICP-1", "ICP-2"] }),
      ["VIOLATED accountId"],
    ],
    ["nobody looked", withFacts(first, { openOrders: null }), ["CANNOT_CHECK accountId"]],
  ]));

it("R-001 masks the name of an individual and not that of a unit", () => {
  const nameOf = (input: RuleInput) => {
    const [result] = resultsOf("R-001", withFacts(input, { openOrders: ["ICP-1"] })) ?? [];
    return result?.kind === "VIOLATED" ? result.params.entityName : undefined;
  };
  expect(nameOf(first)).toBe(first.application.entity.name);
  expect(nameOf(firstOfPerson)).toMatch(/^.\*+$/);
});

describe("R-002 one account, one entity", () => {
  const bound = { accountBinding: { boundEntity: "示例甲有限公司" } };
  table("R-002", [
    ["free", first, []],
    ["bound", withFacts(claim, bound), ["VIOLATED accountId"]],
    ["the target of a transfer is bound", withFacts(transfer, bound), ["VIOLATED transfer.toAccountId"]],
    ["nobody looked", withFacts(first, { accountBinding: null }), ["CANNOT_CHECK accountId"]],
    ["a change", withFacts(change, bound), ["n/a"]],
  ]);
});

describe("R-003 first filing of a filed entity", () =>
  table("R-003", [
    ["unfiled", first, []],
    ["filed", registered(first, { entityFiled: true }), ["VIOLATED filingType"]],
    ["a shell is R-007", registered(first, { entityFiled: true, entityShell: true }), []],
    ["the registry is silent", registered(first, { entityFiled: null }), ["CANNOT_CHECK filingType"]],
    ["no registry", forgotten(first, "miitRegistry"), ["CANNOT_CHECK filingType"]],
  ]));

describe("R-004 addition of a service", () => {
  const domain = serviceIn(addService.application).domains[0] ?? "";
  const app = serviceIn(addApp.application);
  table("R-004", [
    ["filed entity, new domain", addService, []],
    ["entity not filed", registered(addService, { entityFiled: false }), ["VIOLATED filingType"]],
    ["domain filed", registered(addService, { domainsFiled: [domain] }), ["VIOLATED services[0].domains[0]"]],
    ["an APP on a filed domain", registered(addApp, { domainsFiled: app.domains }), []],
    ["APP filed", registered(addApp, { appsFiled: [app.name] }), ["VIOLATED services[0].name"]],
    ["domains unknown", registered(addService, { domainsFiled: null }), ["CANNOT_CHECK filingType"]],
    ["domains unknown, but no website", registered(addApp, { domainsFiled: null }), []],
    ["apps unknown", registered(addApp, { appsFiled: null }), ["CANNOT_CHECK filingType"]],
    ["no registry", forgotten(addService, "miitRegistry"), ["CANNOT_CHECK filingType"]],
  ]);
});

describe("R-005 addition of access against the record", () => {
  const wrong = (change: Change) => bent(access, change);
  table("R-005", [
    ["as filed", access, []],
    [
      "another certificate number",
      wrong(({ entity }) => {
        entity.certNumber = "91350100M000100Y43";
      }),
      ["VIOLATED entity.certNumber"],
    ],
    [
      "another certificate type",
      wrong(({ entity }) => {
        entity.certType = 27;
      }),
      ["VIOLATED entity.certNumber"],
    ],
    [
      "another entity filing number",
      wrong(({ entity }) => {
        entity.filingNumber = "粤ICP备2020000001号";
      }),
      ["VIOLATED entity.filingNumber"],
    ],
    [
      "entity filing number left out",
      wrong(({ entity }) => {
        entity.filingNumber = "";
      }),
      [],
    ],
    [
      "another service filing number",
      wrong((order) => {
        serviceIn(order).filingNumber = "粤ICP备2020000001号-9";
      }),
      ["VIOLATED services[0].filingNumber"],
    ],
    [
      "service filing number left out",
      wrong((order) => {
        serviceIn(order).filingNumber = null;
      }),
      [],
    ],
    [
      "the service is not in the record",
      wrong((order) => {
        recordIn(order).services = [];
      }),
      ["VIOLATED services[0].domains[0]"],
    ],
    [
      "the domain is not in the registry",
      registered(access, { domainsFiled: ["other-example.cn"] }),
      ["VIOLATED services[0].domains[0]"],
    ],
    ["the entity is not filed", registered(access, { entityFiled: false }), ["VIOLATED entity.certNumber"]],
    [
      "an edited service name",
      wrong((order) => {
        serviceIn(order).name = "示例新名称";
      }),
      [],
    ],
    ["no record", forgotten(access, "filedRecord"), ["CANNOT_CHECK entity.certNumber"]],
    ["no registry", forgotten(access, "miitRegistry"), ["CANNOT_CHECK entity.certNumber"]],
    ["a first filing", first, ["n/a"]],
  ]);
});

describe("R-006 claim first", () =>
  table("R-006", [
    ["nothing of the old system", addService, []],
    ["filed in the old system", registered(addService, { legacyOurs: true }), ["VIOLATED entity.certNumber"]],
    ["unknown", registered(addService, { legacyOurs: null }), ["CANNOT_CHECK entity.certNumber"]],
    ["a claim itself", registered(claim, { legacyOurs: true }), ["n/a"]],
  ]));

describe("R-007 shell entity", () => {
  const shell = (input: RuleInput, shellMayAdd: boolean | null) =>
    withSwitches(registered(input, { entityFiled: true, entityShell: true }), { shellMayAdd });
  const unknown = (input: RuleInput, shellMayAdd: boolean | null) =>
    withSwitches(registered(input, { entityShell: null }), { shellMayAdd });
  table("R-007", [
    ["no shell", addService, []],
    ["may not add", shell(addService, false), ["VIOLATED entity.certNumber"]],
    ["nobody says whether it may add", shell(addService, null), ["VIOLATED entity.certNumber"]],
    ["may add", shell(addService, true), []],
    ["first filing where it may add", shell(first, true), ["VIOLATED entity.certNumber"]],
    ["unknown", unknown(addService, false), ["CANNOT_CHECK entity.certNumber"]],
    ["unknown, but it may add", unknown(addService, true), []],
    ["unknown, but nothing is filed", unknown(first, false), []],
    ["access", cleanInput("ADD_ACCESS/OURS"), ["n/a"]],
  ]);
});

it("R-005 counts the filed services that no order names as filed", () => {
  expect(filedIn(access.application).domains).toEqual(serviceIn(access.application).domains);
});
