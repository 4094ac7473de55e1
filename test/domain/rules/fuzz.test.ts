import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Application } from "#shared/domain/filing/application";
import { foldApplication } from "#shared/domain/privacy/fold-application";
import { switchesSchema } from "#shared/domain/provinces/switches";
import { buildRuleInput } from "#shared/domain/rules/build-input";
import { RULES, ruleOf } from "#shared/domain/rules/catalogue";
import { runRules } from "#shared/domain/rules/engine";
import { DEFAULT_LISTS, type RuleLists, ruleListsSchema } from "#shared/domain/rules/lists";
import { type Finding, findingSchema, questionSchema } from "#shared/domain/rules/report";
import { NO_RULE_FACTS, type RuleFacts, type RuleInput } from "#shared/domain/rules/rule-input";
import { cleanInput, TODAY } from "#test/support/rule-inputs";
import { anyBreaks, anyDocument, anyOf, broken, KIND_CODES } from "./any-document";

const GATES = ["ENTRY", "REVIEW", "PUSH"] as const;

const anySwitches = fc.option(anyOf(switchesSchema).map((value) => switchesSchema.parse(value)));
const anyLists: fc.Arbitrary<RuleLists> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(DEFAULT_LISTS) },
  { weight: 1, arbitrary: anyOf(ruleListsSchema).map((value) => ruleListsSchema.parse(value)) },
);

const anyName = fc.constantFrom("ORD-1", "示例科技", "13812345678", "a@b.cn", "张*");
const maybeName = fc.option(anyName);
const anyPerson = fc.record({
  idNumber: fc.option(fc.constantFrom("110101199003070011", "H12345678")),
  isLegalRepresentative: fc.boolean(),
  mobile: maybeName,
  emergencyPhone: maybeName,
  email: maybeName,
});
const anySha256 = fc.constantFrom("a".repeat(64), "b".repeat(64));

/** Facts in every mixture of looked up and not. */
const anyFacts: fc.Arbitrary<RuleFacts> = fc.record({
  openOrders: fc.option(fc.array(anyName, { maxLength: 2 })),
  accountBinding: fc.option(fc.oneof(fc.constant("FREE" as const), fc.record({ boundEntity: anyName }))),
  blacklist: fc.option(
    fc.array(
      fc.record({
        kind: fc.constantFrom("ENTITY", "DOMAIN", "PERSON"),
        fieldPath: fc.constantFrom("entity.certNumber", "services[0].domains[0]"),
        label: anyName,
        bureau: anyName,
      }),
      { maxLength: 2 },
    ),
  ),
  otherEntities: fc.option(
    fc.array(
      fc.record({
        orderNo: anyName,
        entityLabel: anyName,
        erp: fc.option(anyPerson),
        srps: fc.array(anyPerson, { maxLength: 2 }),
      }),
      { maxLength: 2 },
    ),
  ),
  quotaUsed: fc.option(fc.dictionary(anyName, fc.nat(9), { maxKeys: 2 })),
  authCodes: fc.option(
    fc.array(fc.record({ code: anyName, issuerValid: fc.boolean(), used: fc.boolean() }), { maxLength: 2 }),
  ),
  photosUsed: fc.option(fc.array(fc.record({ sha256: anySha256, orderNo: anyName }), { maxLength: 2 })),
  files: fc.option(
    fc.array(
      fc.record({
        sha256: anySha256,
        mediaType: fc.constantFrom("image/png", "image/jpeg", "application/pdf", ""),
        bytes: fc.constantFrom(0, 1, 102_401, 4_194_305, Number.MAX_SAFE_INTEGER),
      }),
      { maxLength: 2 },
    ),
  ),
  confirmed: fc.option(fc.boolean()),
});

/** All around the document that a rule may look at. */
const anySurroundings = fc.record({
  facts: fc.oneof(fc.constant(NO_RULE_FACTS), anyFacts),
  lists: anyLists,
  switches: anySwitches,
  today: fc.constantFrom(TODAY, "2021-01-01", "2028-02-29"),
});

function inputOf(
  application: Application,
  previous: Application | null,
  { facts, lists, switches, today }: typeof anySurroundings extends fc.Arbitrary<infer S> ? S : never,
): RuleInput {
  const input = buildRuleInput({
    application: foldApplication(application),
    previous: previous === null ? null : foldApplication(previous),
    today,
    provinceEdits: [],
    lists,
    facts,
  });
  return switches === null ? input : { ...input, province: { ...input.province, switches } };
}

/** What is wrong with a finding as such, whatever it says. */
function faultsOf(finding: Finding): string[] {
  const { ruleId, state, params, paramsEn, message, missing, evidence, fieldPath } = finding;
  const declared = ruleOf(ruleId)?.params ?? [];
  const faults: [string, boolean][] = [
    ["a finding of a rule for people", ruleOf(ruleId)?.check === "human"],
    ["no place", fieldPath.trim() === ""],
    ["not the shape in which it is kept", !findingSchema.safeParse(finding).success],
    ["nothing missing", state === "CANNOT_CHECK" && missing.length === 0],
    ["no evidence", state === "VIOLATED" && evidence.length === 0],
    [
      "a hole in the message",
      /\{\w+\}/.test(withoutParams(message.zh, params) + withoutParams(message.en, paramsEn)),
    ],
    ...[params, paramsEn].flatMap((own): [string, boolean][] => [
      ["a param that is not declared", Object.keys(own).some((name) => !declared.includes(name))],
      [
        "a param that is not supplied",
        state === "VIOLATED" && declared.some((name) => !Object.hasOwn(own, name)),
      ],
      ["a blank param", Object.values(own).some((value) => value.trim() === "")],
    ]),
  ];
  return faults.flatMap(([fault, found]) => (found ? [`${ruleId} ${fieldPath}: ${fault}`] : []));
}

/** A customer may write braces too. */
function withoutParams(text: string, params: Readonly<Record<string, string>>): string {
  return Object.values(params).reduce((rest, value) => rest.replaceAll(value, ""), text);
}

function expectSound(input: RuleInput): void {
  const report = runRules(RULES, input, { gates: GATES });
  expect(report.findings.flatMap(faultsOf)).toEqual([]);
  expect(report.questions.filter((question) => !questionSchema.safeParse(question).success)).toEqual([]);
}

describe("no document that the intake takes", () => {
  it("makes a rule throw or a finding unsound: anything at all", () => {
    fc.assert(
      fc.property(anyDocument, fc.option(anyDocument), anySurroundings, (application, previous, around) =>
        expectSound(inputOf(application, previous, around)),
      ),
      { numRuns: 300 },
    );
  });

  it.each(KIND_CODES)("makes a rule throw or a finding unsound: a broken %s", (kind) => {
    const sound = [0, 1].map((nth) => cleanInput(kind, nthOf(nth)).application);
    fc.assert(
      fc.property(
        fc.constantFrom(...sound),
        anyBreaks,
        anyBreaks,
        anySurroundings,
        (base, now, before, around) => expectSound(inputOf(broken(base, now), broken(base, before), around)),
      ),
      { numRuns: 40 },
    );
  });
});

/** Takes the `nth` of the orders it is asked about. */
function nthOf(nth: number): () => boolean {
  let asked = 0;
  return () => asked++ === nth;
}
