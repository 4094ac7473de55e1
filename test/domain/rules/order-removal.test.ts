import { describe, expect, it } from "vitest";
import { ruleOf } from "#shared/domain/rules/catalogue";
import type { RuleInput } from "#shared/domain/rules/rule-input";
import { bent, cleanInput, withFacts } from "#test/support/rule-inputs";
import { type Case, expectAnswers, filedIn, present, recordIn, registryIn } from "./order-tables";

const OTHER = { name: "示例甲云计算有限公司", ours: false };
const US = { name: "本平台", ours: true };

const whole = cleanInput("DEREGISTER_ENTITY", (order) => recordIn(order).services.length > 1);
const single = cleanInput(
  "DEREGISTER_SERVICE",
  (order) => recordIn(order).services.length > 1 && filedIn(order).kind === "WEBSITE",
);
const app = cleanInput("DEREGISTER_SERVICE", (order) => filedIn(order).kind === "APP");
const cancel = cleanInput("CANCEL_ACCESS/VOLUNTARY");
const forced = cleanInput("CANCEL_ACCESS/FORCED");

type Filed = ReturnType<typeof filedIn>;

function table(ruleId: string, cases: readonly Case[]): void {
  it.each(cases)("%s", (_title, input, expected) => expectAnswers(ruleId, input, expected));
}

function withoutRecord(input: RuleInput): RuleInput {
  return bent(input, ({ evidence }) => {
    present(evidence).filedRecord = null;
  });
}

/** The order with every filed service, or the one at an index, as given. */
function filed(input: RuleInput, edit: Partial<Filed>, index?: number): RuleInput {
  return bent(input, (order) => {
    recordIn(order).services.forEach((service, place) => {
      if (index === undefined || index === place) Object.assign(service, edit);
    });
  });
}

function targeting(input: RuleInput, numbers: readonly string[] | null): RuleInput {
  return bent(input, (order) => {
    order.target = numbers === null ? null : { serviceFilingNumbers: [...numbers] };
  });
}

const numbers = recordIn(single.application).services.flatMap(({ filingNumber }) => filingNumber ?? []);
const WRONG = ["VIOLATED target"];
const UNKNOWN = ["CANNOT_CHECK target"];

describe("R-017 scope of a deregistration", () => {
  table("R-017", [
    ["entity with services here", whole, []],
    [
      "one of several services here",
      filed(filed(whole, { accessProviders: [OTHER] }), { accessProviders: [OTHER, US] }, 1),
      [],
    ],
    ["no service of the entity here", filed(whole, { accessProviders: [OTHER] }), WRONG],
    [
      "entity without services",
      bent(whole, (order) => {
        recordIn(order).services = [];
      }),
      WRONG,
    ],
    ["entity being deregistered", filed(whole, { pendingOperation: "DEREGISTER_ENTITY" }), WRONG],
    [
      "a service of the entity being deregistered",
      filed(whole, { pendingOperation: "DEREGISTER_SERVICE" }, 0),
      [],
    ],
    ["a change of the entity running", filed(whole, { pendingOperation: "CHANGE_ENTITY" }), []],
    ["providers unknown", filed(whole, { accessProviders: null }), UNKNOWN],
    [
      "one provider is ours, the others unknown",
      filed(filed(whole, { accessProviders: null }), { accessProviders: [US] }, 1),
      [],
    ],
    ["no record", withoutRecord(whole), UNKNOWN],
    [
      "no record, and the entity is not filed",
      bent(withoutRecord(whole), (order) => {
        registryIn(order).entityFiled = false;
      }),
      WRONG,
    ],
    ["one service here", single, []],
    ["the service elsewhere, another one here", filed(single, { accessProviders: [OTHER] }, 0), WRONG],
    ["another service elsewhere", filed(single, { accessProviders: [OTHER] }, 1), []],
    ["two services", targeting(single, numbers.slice(0, 2)), WRONG],
    ["the same service twice", targeting(single, [numbers[0] ?? "", numbers[0] ?? ""]), []],
    ["a service that is not filed", targeting(single, ["京ICP备2020000001号-1"]), WRONG],
    ["no target, but the service itself", targeting(single, null), []],
    [
      "no target and no service",
      bent(targeting(single, null), (order) => {
        order.services = [];
      }),
      WRONG,
    ],
    ["the service being deregistered", filed(single, { pendingOperation: "DEREGISTER_SERVICE" }, 0), WRONG],
    ["another service being deregistered", filed(single, { pendingOperation: "DEREGISTER_SERVICE" }, 1), []],
    [
      "the whole entity being deregistered",
      filed(single, { pendingOperation: "DEREGISTER_ENTITY" }, 1),
      WRONG,
    ],
    ["a change of the service running", filed(single, { pendingOperation: "CHANGE_SERVICE" }, 0), []],
    ["providers of the service unknown", filed(single, { accessProviders: null }, 0), UNKNOWN],
    ["no record of the service", withoutRecord(single), UNKNOWN],
    [
      "no registry",
      bent(single, ({ evidence }) => {
        present(evidence).miitRegistry = null;
      }),
      [],
    ],
    ["a cancellation", cancel, ["n/a"]],
  ]);
});

describe("R-018 dropping some domains only", () => {
  const two = { domains: ["a-example.cn", "b-example.cn"] };
  table("R-018", [
    ["one domain", filed(single, { domains: ["a-example.cn"] }, 0), []],
    ["two domains", filed(single, two, 0), WRONG],
    [
      "two domains, the order names the target only",
      bent(filed(single, two, 0), (order) => {
        order.services = [];
      }),
      WRONG,
    ],
    ["two domains of another service", filed(filed(single, { domains: ["a-example.cn"] }, 0), two, 1), []],
    ["an APP", filed(app, two, 0), []],
    ["no record", withoutRecord(single), UNKNOWN],
    ["no record of an APP", withoutRecord(app), []],
    ["the whole entity", filed(whole, two), ["n/a"]],
  ]);

  it("is advice", () => {
    expect(ruleOf("R-018")).toMatchObject({ severity: "warn", outcome: null });
  });
});

describe("R-019 cancelling the only access", () =>
  table("R-019", [
    ["another provider remains", filed(cancel, { accessProviders: [US, OTHER] }), []],
    ["only ours", filed(cancel, { accessProviders: [US] }), WRONG],
    ["forced", filed(forced, { accessProviders: [US] }), []],
    ["providers unknown", filed(cancel, { accessProviders: null }), UNKNOWN],
    ["no record", withoutRecord(cancel), UNKNOWN],
    ["the target is not in the record", targeting(cancel, ["京ICP备2020000001号-1"]), UNKNOWN],
    ["a deregistration", filed(single, { accessProviders: [US] }), ["n/a"]],
  ]));

describe("R-020 the customer's confirmation", () => {
  const confirmed = (input: RuleInput, value: boolean | null) => withFacts(input, { confirmed: value });
  table("R-020", [
    ["there", confirmed(whole, true), []],
    ["not there", confirmed(whole, false), WRONG],
    ["not there for a cancellation", confirmed(cancel, false), WRONG],
    ["forced", confirmed(forced, false), []],
    ["nobody looked", confirmed(single, null), UNKNOWN],
    ["a claim", confirmed(cleanInput("CLAIM"), false), ["n/a"]],
  ]);

  it("is asked before the upload, not in review", () => {
    expect(ruleOf("R-020")?.gate).toBe("PUSH");
  });
});
