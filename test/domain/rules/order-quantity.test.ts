import { describe, it } from "vitest";
import type { Switches } from "#shared/domain/provinces/switches";
import type { RuleInput } from "#shared/domain/rules/rule-input";
import { bent, cleanInput, withSwitches } from "#test/support/rule-inputs";
import { type Case, expectAnswers, filedIn, present, recordIn, registryIn, serviceIn } from "./order-tables";

const unit = cleanInput("FIRST_FILING", isOneSite(4));
const person = cleanInput("FIRST_FILING", isOneSite(5));
const adding = cleanInput("ADD_SERVICE/OURS", isOneSite(4));
const personAdding = cleanInput("ADD_SERVICE/OURS", isOneSite(5));
const access = cleanInput("ADD_ACCESS/OURS", isOneSite(4));
const change = cleanInput(
  "CHANGE_SERVICE",
  (order) => isOneSite(4)(order) && filedIn(order).domains.length === 1,
);

function isOneSite(nature: number) {
  return ({ entity, services }: RuleInput["application"]) =>
    entity.nature === nature &&
    services.length === 1 &&
    services[0]?.kind === "WEBSITE" &&
    services[0].domains.length === 1;
}

function table(ruleId: string, cases: readonly Case[]): void {
  it.each(cases)("%s", (_title, input, expected) => expectAnswers(ruleId, input, expected));
}

/** The order with its service `count` times, each with a domain of its own. */
function many(input: RuleInput, count: number): RuleInput {
  return bent(input, (order) => {
    const service = serviceIn(order);
    order.services = Array.from({ length: count }, (_, index) => ({
      ...service,
      domains: [`nr${index}-example.cn`],
    }));
  });
}

function withDomains(input: RuleInput, ...domains: string[]): RuleInput {
  return bent(input, (order) => {
    serviceIn(order).domains = domains;
  });
}

type Limit = Switches["maxServicesPerOrder"];
const NO_LIMIT: Limit = {
  unit: null,
  individual: null,
  counts: "SERVICES",
  onlyTypes: null,
  threshold: null,
};

function limited(input: RuleInput, limit: Partial<Limit>, total?: number | null): RuleInput {
  const counted =
    total === undefined
      ? input
      : bent(input, (order) => {
          registryIn(order).servicesTotal = total;
        });
  return withSwitches(counted, { maxServicesPerOrder: { ...NO_LIMIT, ...limit } });
}

describe("R-012 services per order", () => {
  const one = { unit: 1, individual: 1 };
  const five = { unit: 5, individual: 1, counts: "DOMAINS" as const };
  const three = { unit: 3, counts: "NEW_DOMAINS" as const };
  const atFirst = { individual: 1, counts: "DOMAINS" as const, onlyTypes: ["FIRST_FILING" as const] };
  const strict = { threshold: { unitFiledOver: 15, individualFiledOver: 7, max: 1 } };
  const OVER = ["VIOLATED services"];
  table("R-012", [
    ["no limit", limited(many(unit, 9), {}), []],
    ["one service where one is allowed", limited(unit, one), []],
    ["two where one is allowed", limited(many(unit, 2), one), OVER],
    ["two with access too", limited(many(access, 2), one), OVER],
    ["a limit of the other nature", limited(many(unit, 2), { individual: 1 }), []],
    ["five domains of a unit", limited(many(unit, 5), five), []],
    ["six domains of a unit", limited(many(unit, 6), five), OVER],
    [
      "one service of two domains, counted by domain",
      limited(withDomains(person, "a-example.cn", "b-example.cn"), five),
      OVER,
    ],
    [
      "one service of two domains, counted by service",
      limited(withDomains(person, "a-example.cn", "b-example.cn"), one),
      [],
    ],
    [
      "two services on one domain, counted by domain",
      limited(
        bent(person, (order) => void order.services.push(serviceIn(order))),
        five,
      ),
      [],
    ],
    ["three new domains", limited(many(unit, 3), three), []],
    ["four new domains", limited(many(unit, 4), three), OVER],
    [
      "four domains, one of them filed",
      limited(
        bent(many(adding, 4), (order) => void registryIn(order).domainsFiled?.push("nr0-example.cn")),
        three,
      ),
      [],
    ],
    ["four domains of an access", limited(many(access, 4), three), []],
    ["first filing only: a first filing", limited(many(person, 2), atFirst), OVER],
    ["first filing only: an addition", limited(many(personAdding, 2), atFirst), []],
    ["a unit with fifteen filed", limited(many(adding, 2), strict, 15), []],
    ["a unit with sixteen filed", limited(many(adding, 2), strict, 16), OVER],
    ["one more of a unit with sixteen", limited(adding, strict, 16), []],
    ["an individual with seven filed", limited(many(personAdding, 2), strict, 7), []],
    ["an individual with eight filed", limited(many(personAdding, 2), strict, 8), OVER],
    ["nobody says how many are filed", limited(many(adding, 2), strict, null), ["CANNOT_CHECK services"]],
    ["nobody says, but it is one only", limited(adding, strict, null), []],
    ["nobody says, but nothing is filed", limited(many(unit, 2), strict, null), []],
    [
      "nobody says, and the usual limit is passed",
      limited(many(adding, 3), { ...strict, unit: 2 }, null),
      OVER,
    ],
    ["a change", limited(many(change, 2), one), ["n/a"]],
  ]);
});

describe("R-013 one domain per website", () => {
  const [own = ""] = filedIn(change.application).domains;
  const filedTwo = bent(change, (order) => void filedIn(order).domains.push("second-example.cn"));
  const numberless = (input: RuleInput) =>
    bent(input, (order) => {
      serviceIn(order).filingNumber = null;
    });
  table("R-013", [
    ["one", unit, []],
    ["two", withDomains(unit, "a-example.cn", "b-example.cn"), ["VIOLATED services[0].domains"]],
    ["none", withDomains(unit), ["VIOLATED services[0].domains"]],
    [
      "two with an addition",
      withDomains(adding, "a-example.cn", "b-example.cn"),
      ["VIOLATED services[0].domains"],
    ],
    ["a change keeps", change, []],
    ["a change adds", withDomains(change, own, "added-example.cn"), ["VIOLATED services[0].domains[1]"]],
    ["a change drops", withDomains(filedTwo, own), []],
    ["a replaced domain is R-015", withDomains(change, "other-example.cn"), []],
    [
      "replaces one and adds one",
      withDomains(change, "other-example.cn", "added-example.cn"),
      ["VIOLATED services[0].domains[1]"],
    ],
    [
      "no filing number, known by its domain",
      numberless(withDomains(change, own, "added-example.cn")),
      ["VIOLATED services[0].domains[1]"],
    ],
    [
      "no record",
      bent(change, ({ evidence }) => {
        present(evidence).filedRecord = null;
      }),
      ["CANNOT_CHECK services[0].domains"],
    ],
    [
      "not in the record",
      bent(change, (order) => {
        recordIn(order).services = [];
      }),
      ["CANNOT_CHECK services[0].domains"],
    ],
    ["access", withDomains(access, "a-example.cn", "b-example.cn"), ["n/a"]],
  ]);
});
