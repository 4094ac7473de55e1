import { describe, it } from "vitest";
import type { Service } from "#shared/domain/filing/service";
import type { AuthCodeFact, RuleInput } from "#shared/domain/rules/rule-input";
import { bent, cleanInput, withFacts, withLists } from "#test/support/rule-inputs";
import { type Case, expectAnswers, present, serviceIn } from "./order-tables";

const first = onServer("FIRST_FILING");
const change = onServer("CHANGE_SERVICE");
const access = onServer("ADD_ACCESS/OTHER");

type Resource = NonNullable<Service["resource"]>;

function onServer(kind: string): RuleInput {
  return cleanInput(
    kind,
    ({ services }) =>
      services.length === 1 && services[0]?.kind === "WEBSITE" && services[0].resource?.type === "ECS",
  );
}

function table(ruleId: string, cases: readonly Case[]): void {
  it.each(cases)("%s", (_title, input, expected) => expectAnswers(ruleId, input, expected));
}

function on(input: RuleInput, edit: Partial<Resource>): RuleInput {
  return bent(input, (order) => void Object.assign(present(serviceIn(order).resource), edit));
}

function without(input: RuleInput): RuleInput {
  return bent(input, (order) => {
    serviceIn(order).resource = null;
  });
}

/** The order with a second service on a resource like the first's, but for the edit. */
function twice(input: RuleInput, edit: Partial<Resource> = {}): RuleInput {
  return bent(input, (order) => {
    const service = structuredClone(serviceIn(order));
    service.resource = { ...present(service.resource), ...edit };
    order.services.push(service);
  });
}

const PLACE = "services[0].resource";

describe("R-135 resource not eligible", () =>
  table("R-135", [
    ["a server for a year", first, []],
    ["a server for three months", on(first, { months: 3 }), []],
    ["a server for two months", on(first, { months: 2 }), [`VIOLATED ${PLACE}.months`]],
    ["a dedicated cloud for twelve months", on(first, { type: "DEDICATED_CLOUD", months: 12 }), []],
    [
      "a dedicated cloud for eleven months",
      on(first, { type: "DEDICATED_CLOUD", months: 11 }),
      [`VIOLATED ${PLACE}.months`],
    ],
    [
      "a portal for two months",
      on(first, { type: "ENTERPRISE_PORTAL", months: 2 }),
      [`VIOLATED ${PLACE}.months`],
    ],
    ["an unknown type", on(first, { type: "EIP" }), [`VIOLATED ${PLACE}.type`]],
    [
      "a type named like an object's own parts",
      on(first, { type: "constructor" }),
      [`VIOLATED ${PLACE}.type`],
    ],
    ["pay-per-use", on(first, { billing: "PAY_PER_USE" }), [`VIOLATED ${PLACE}.billing`]],
    ["a billing nobody knows", on(first, { billing: "SPOT" }), [`VIOLATED ${PLACE}.billing`]],
    ["abroad", on(first, { regionMainland: false }), [`VIOLATED ${PLACE}.regionMainland`]],
    [
      "abroad and too short",
      on(first, { regionMainland: false, months: 0 }),
      [`VIOLATED ${PLACE}.months`, `VIOLATED ${PLACE}.regionMainland`],
    ],
    [
      "privileged in every way",
      on(first, { type: "PRIVILEGED", billing: "PAY_PER_USE", months: 0, regionMainland: false }),
      [],
    ],
    ["months unknown", on(first, { months: null }), [`CANNOT_CHECK ${PLACE}.months`]],
    ["region unknown", on(first, { regionMainland: null }), [`CANNOT_CHECK ${PLACE}.regionMainland`]],
    ["billing unknown", on(first, { billing: null }), [`CANNOT_CHECK ${PLACE}.billing`]],
    ["a code without billing and months", on(first, { type: "AUTH_CODE", billing: null, months: null }), []],
    ["no resource", without(first), [`VIOLATED ${PLACE}.type`]],
    ["no resource in a change", without(change), []],
    ["a change on a short one", on(change, { months: 1 }), [`VIOLATED ${PLACE}.months`]],
    [
      "another term",
      withLists(on(first, { months: 3 }), { resourceTerms: { ECS: 4 } }),
      [`VIOLATED ${PLACE}.months`],
    ],
    ["a change of the entity", cleanInput("CHANGE_ENTITY"), ["n/a"]],
  ]));

describe("R-136 quota", () => {
  const USED_UP = [`VIOLATED ${PLACE}.filingsUsed`];
  const ours = (input: RuleInput, quotaUsed: Record<string, number> | null) =>
    withFacts(input, { quotaUsed });
  const server = (filingsUsed: number | null, instanceId: string | null = "i-1") =>
    on(first, { type: "ECS", filingsUsed, instanceId });
  const code = (value: string) => ({ code: value, issuerValid: true, used: false });
  const coded = on(first, { type: "AUTH_CODE", filingsUsed: 0, instanceId: "i-1", authCode: code("A") });
  table("R-136", [
    ["the fifth of five", server(4), []],
    ["the sixth of five", server(5), USED_UP],
    [
      "two on one server with four used",
      twice(server(4)),
      [...USED_UP, "VIOLATED services[1].resource.filingsUsed"],
    ],
    ["two on one server with three used", twice(server(3)), []],
    ["two on two servers with four used each", twice(server(4), { instanceId: "i-2" }), []],
    ["two without ids", twice(server(4, null)), []],
    ["the document says nothing, our orders say five", ours(server(null), { "i-1": 5 }), USED_UP],
    ["the document says nothing, our orders say four", ours(server(null), { "i-1": 4 }), []],
    ["the document says nothing, our orders know nothing of it", ours(server(null), {}), []],
    ["the higher of the two counts", ours(server(0), { "i-1": 5 }), USED_UP],
    ["both agree", ours(server(4), { "i-1": 4 }), []],
    ["nobody knows", ours(server(null), null), [`CANNOT_CHECK ${PLACE}.filingsUsed`]],
    ["no id to ask for", ours(server(null, null), {}), [`CANNOT_CHECK ${PLACE}.filingsUsed`]],
    ["a fresh code", coded, []],
    ["a code for two services", twice(coded), [...USED_UP, "VIOLATED services[1].resource.filingsUsed"]],
    ["two codes of one server", twice(coded, { authCode: code("B") }), []],
    ["a type without quota", on(first, { type: "NAT_GATEWAY", filingsUsed: 99 }), []],
    ["a change", on(change, { filingsUsed: 99 }), ["n/a"]],
  ]);
});

describe("R-137 authorisation code", () => {
  const code = (edit: Partial<NonNullable<Resource["authCode"]>>) =>
    on(first, {
      type: "AUTH_CODE",
      authCode: { code: "ICP-A", issuerInstanceId: "i-1", issuerValid: true, used: false, ...edit },
    });
  const store = (input: RuleInput, ...authCodes: AuthCodeFact[]) => withFacts(input, { authCodes });
  const known = { code: "ICP-A", issuerValid: true, used: false };
  const BAD = [`VIOLATED ${PLACE}.authCode`];
  const OPEN = [`CANNOT_CHECK ${PLACE}.authCode`];
  table("R-137", [
    ["no store: unused, issuer valid", code({}), []],
    ["no store: used", code({ used: true }), BAD],
    ["no store: issuer lapsed", code({ issuerValid: false }), BAD],
    ["no store: use unknown", code({ used: null }), OPEN],
    ["no store: issuer unknown", code({ issuerValid: null }), OPEN],
    ["no store: issuer unknown, but used", code({ used: true, issuerValid: null }), BAD],
    ["no store: no code", on(first, { type: "AUTH_CODE", authCode: null }), OPEN],
    ["store: known", store(code({ used: null, issuerValid: null }), known), []],
    ["store: unknown", store(code({ code: "ICP-B" }), known), BAD],
    ["store: used", store(code({}), { ...known, used: true }), BAD],
    ["store: issuer lapsed", store(code({}), { ...known, issuerValid: false }), BAD],
    ["store: no code", store(on(first, { type: "AUTH_CODE", authCode: null }), known), BAD],
    ["a server", store(first), []],
    ["a change", on(change, { type: "AUTH_CODE" }), ["n/a"]],
  ]);
});

// The twentieth working day after TODAY, Monday 2026-03-02, is Monday 2026-03-30.
describe("R-138 expiry during the bureau's review", () =>
  table("R-138", [
    ["on the last day", on(first, { expiresOn: "2026-03-30" }), []],
    ["a day before", on(first, { expiresOn: "2026-03-29" }), [`VIOLATED ${PLACE}.expiresOn`]],
    ["no day of the calendar", on(first, { expiresOn: "2026-02-30" }), [`VIOLATED ${PLACE}.expiresOn`]],
    ["unknown", on(first, { expiresOn: null }), [`CANNOT_CHECK ${PLACE}.expiresOn`]],
    ["no resource", without(change), []],
    ["access too", on(access, { expiresOn: "2026-03-03" }), [`VIOLATED ${PLACE}.expiresOn`]],
    ["a claim", cleanInput("CLAIM"), ["n/a"]],
  ]));
