import { describe, expect, it } from "vitest";
import { DEFAULT_LISTS } from "#shared/domain/rules/lists";
import { changedEntityItems } from "#shared/domain/rules/order/changed-items";
import type { RuleInput } from "#shared/domain/rules/rule-input";
import { bent, cleanInput, resultsOf, withFacts, withLists, withSwitches } from "#test/support/rule-inputs";
import { type Case, expectAnswers, filedIn, present, recordIn, registryIn, serviceIn } from "./order-tables";

const first = cleanInput("FIRST_FILING");
const ours = cleanInput("ADD_SERVICE/OURS", (order) => order.entity.nature === 4);
const elsewhere = cleanInput("ADD_SERVICE/OTHER", (order) => order.entity.nature === 4);
const access = cleanInput("ADD_ACCESS/OURS", (order) => order.services[0]?.kind === "WEBSITE");
const change = cleanInput("CHANGE_SERVICE", (order) => order.services[0]?.kind === "WEBSITE");

function table(ruleId: string, cases: readonly Case[]): void {
  it.each(cases)("%s", (_title, input, expected) => expectAnswers(ruleId, input, expected));
}

function registered(input: RuleInput, known: Partial<ReturnType<typeof registryIn>>): RuleInput {
  return bent(input, (order) => void Object.assign(registryIn(order), known));
}

function withoutRecord(input: RuleInput): RuleInput {
  return bent(input, ({ evidence }) => {
    present(evidence).filedRecord = null;
  });
}

const STOPPED = { flags: { ...DEFAULT_LISTS.flags, reviewElsewhereStopsAdditions: true } };

describe("R-008 blacklist", () => {
  const hit = (fieldPath: string) => ({
    kind: "DOMAIN" as const,
    fieldPath,
    label: "example.cn",
    bureau: "示例局",
  });
  table("R-008", [
    ["nothing", first, []],
    [
      "a domain and the entity",
      withFacts(first, { blacklist: [hit("entity.certNumber"), hit("services[0].domains[0]")] }),
      ["VIOLATED entity.certNumber", "VIOLATED services[0].domains[0]"],
    ],
    ["nobody looked", withFacts(first, { blacklist: null }), ["CANNOT_CHECK entity.certNumber"]],
    ["a claim", withFacts(cleanInput("CLAIM"), { blacklist: [hit("entity.certNumber")] }), ["n/a"]],
  ]);
});

describe("R-009 in review elsewhere", () =>
  table("R-009", [
    ["nothing", first, []],
    [
      "first filing elsewhere",
      registered(first, { entityReviewElsewhere: true }),
      ["VIOLATED entity.certNumber"],
    ],
    ["a change of a first filing's entity", registered(first, { pendingChange: true }), []],
    ["change pending", registered(change, { pendingChange: true }), ["VIOLATED entity.certNumber"]],
    ["a first filing elsewhere beside a change", registered(change, { entityReviewElsewhere: true }), []],
    [
      "unknown to a first filing",
      registered(first, { entityReviewElsewhere: null }),
      ["CANNOT_CHECK entity.certNumber"],
    ],
    ["unknown to a change", registered(change, { pendingChange: null }), ["CANNOT_CHECK entity.certNumber"]],
    ["an addition", registered(ours, { entityReviewElsewhere: true }), []],
    [
      "an addition, where the desk follows the other source",
      withLists(registered(ours, { entityReviewElsewhere: true }), STOPPED),
      ["VIOLATED entity.certNumber"],
    ],
  ]));

describe("R-010 change inside an addition", () => {
  const moved = (input: RuleInput) =>
    bent(input, ({ entity }) => {
      entity.contactAddress = "示例市示例路9号";
    });
  const reached = (input: RuleInput) =>
    bent(input, ({ entity }) => {
      present(entity.responsiblePerson).email = "new@example.com";
    });
  const policy = (input: RuleInput, accessMayChange: boolean | null) =>
    withSwitches(input, { accessMayChange });
  const PLACE = "entity.contactAddress";
  table("R-010", [
    ["unchanged", ours, []],
    ["changed, filed here", policy(moved(ours), true), [`VIOLATED ${PLACE}`]],
    ["an item the rule does not name", reached(ours), ["VIOLATED entity.responsiblePerson.email"]],
    ["two items: the named one", moved(reached(ours)), [`VIOLATED ${PLACE}`]],
    ["changed, filed elsewhere, combining refused", policy(moved(elsewhere), false), [`VIOLATED ${PLACE}`]],
    ["changed, filed elsewhere, combining allowed", policy(moved(elsewhere), true), []],
    ["changed, filed elsewhere, nobody says", policy(moved(elsewhere), null), [`CANNOT_CHECK ${PLACE}`]],
    ["unchanged, filed elsewhere, nobody says", policy(elsewhere, null), []],
    ["change pending", registered(ours, { pendingChange: true }), ["VIOLATED entity.name"]],
    ["pending unknown", registered(ours, { pendingChange: null }), ["CANNOT_CHECK entity.name"]],
    ["no record", withoutRecord(ours), ["CANNOT_CHECK entity.name"]],
    ["no record, combining allowed", policy(withoutRecord(elsewhere), true), []],
    [
      "another certificate is R-005",
      bent(access, ({ entity }) => {
        entity.certNumber = "91350100M000100Y43";
      }),
      [],
    ],
    ["a first filing", first, ["n/a"]],
  ]);
});

describe("changed items", () => {
  const touch = (edit: (entity: RuleInput["application"]["entity"]) => void) =>
    changedEntityItems(bent(ours, ({ entity }) => edit(entity)))?.map(({ path }) => path);

  it("finds nothing in an untouched order, and cannot tell without the record", () => {
    expect(touch(() => undefined)).toEqual([]);
    expect(changedEntityItems(withoutRecord(ours))).toBeNull();
  });

  it("takes other spellings, unmentioned items and the filing number for no change", () => {
    expect(
      touch((entity) => {
        entity.name = ` ${entity.name} `;
        entity.remark = entity.remark === "" ? null : entity.remark;
        entity.filingNumber = "粤ICP备2020000001号";
        entity.certValidTo = undefined;
        const erp = present(entity.responsiblePerson);
        erp.mobile = `+86 ${erp.mobile}`;
        erp.email = (erp.email ?? "").toUpperCase();
      }),
    ).toEqual([]);
  });

  it("names every changed item by its place in the order of the form", () => {
    expect(
      touch((entity) => {
        entity.region.countyCode = "999999";
        entity.name = "示例别名有限公司";
        const erp = present(entity.responsiblePerson);
        erp.mobile = "13800000000";
        erp.name = "示例某";
      }),
    ).toEqual([
      "entity.region.countyCode",
      "entity.name",
      "entity.responsiblePerson.name",
      "entity.responsiblePerson.mobile",
    ]);
  });

  it("counts an emptied item as changed", () => {
    expect(
      touch((entity) => {
        entity.contactAddress = null;
      }),
    ).toEqual(["entity.contactAddress"]);
  });
});

describe("R-011 access covers all domains", () => {
  const listing = (...domains: string[]) =>
    bent(access, (order) => void serviceIn(order).domains.push(...domains));
  const filedToo = bent(access, (order) => {
    const number = serviceIn(order).filingNumber;
    const index = recordIn(order).services.findIndex(({ filingNumber }) => filingNumber === number);
    filedIn(order, index).domains.push("forgotten-example.cn");
  });
  const [domain = ""] = serviceIn(access.application).domains;
  table("R-011", [
    ["all", access, []],
    ["one is left out", filedToo, ["VIOLATED services[0].domains"]],
    [
      "one too many",
      listing("extra-example.cn"),
      [`VIOLATED services[0].domains[${serviceIn(access.application).domains.length}]`],
    ],
    ["in another order", bent(access, (order) => void serviceIn(order).domains.reverse()), []],
    ["the same twice", listing(domain), []],
    ["no record", withoutRecord(access), ["CANNOT_CHECK services[0].domains"]],
    ["an addition of a service", ours, ["n/a"]],
  ]);
});

it("R-011 names the filed domains", () => {
  const [result] =
    resultsOf(
      "R-011",
      bent(access, (order) => {
        serviceIn(order).domains = [];
      }),
    ) ?? [];
  expect(result?.kind === "VIOLATED" && result.params.domains).toBe(
    serviceIn(access.application).domains.join("、"),
  );
});
