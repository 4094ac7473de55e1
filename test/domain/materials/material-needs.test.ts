import { describe, expect, it } from "vitest";
import type { Application } from "#shared/domain/filing/application";
import { FILING_KINDS, kindCode } from "#shared/domain/filing/filing-type";
import type { MaterialKind } from "#shared/domain/filing/materials";
import { materialNeeds, superfluousMaterials } from "#shared/domain/materials/material-needs";
import type { RuleInput } from "#shared/domain/rules/rule-input";
import { bent, cleanInput, withFacts } from "#test/support/rule-inputs";

const unit = ({ entity }: Application) => entity.nature === 4;
const inProvince = (code: string) => (order: Application) => order.entity.region.provinceCode === code;

/** `REQUIRED ERP_ID_FRONT PRESENT`, with `@0` where it belongs to a service. */
function needs(input: RuleInput): string[] {
  return materialNeeds(input).map(
    ({ need, kind, state, serviceIndex }) =>
      `${need} ${kind}${serviceIndex === null ? "" : `@${serviceIndex}`} ${state}`,
  );
}

function needsOf(input: RuleInput, kind: MaterialKind): string[] {
  return needs(input).filter((text) => text.split(/[ @]/)[1] === kind);
}

function without(input: RuleInput, ...kinds: MaterialKind[]): RuleInput {
  return bent(input, (order) => {
    order.materials = order.materials.filter(({ kind }) => !kinds.includes(kind));
  });
}

function withExtra(input: RuleInput, kind: MaterialKind, serviceIndex?: number): RuleInput {
  return bent(input, ({ materials }) => {
    materials.push({ kind, sha256: "e".repeat(64), serviceIndex });
  });
}

const extras = (input: RuleInput) => superfluousMaterials(input).map(({ kind, reason }) => [kind, reason.en]);

const company = cleanInput("FIRST_FILING", (order) => unit(order) && order.services.length === 1);

describe("what an order needs", () => {
  it.each(FILING_KINDS.map(kindCode))("finds nothing missing or in vain in a clean %s", (code) => {
    const input = withFacts(cleanInput(code), { confirmed: true });
    expect(needs(input).filter((text) => text.endsWith("MISSING"))).toEqual([]);
    expect(superfluousMaterials(input)).toEqual([]);
  });

  it("asks for the papers of every service", () => {
    const two = cleanInput("FIRST_FILING", ({ services }) => services.length === 2);
    expect(needsOf(two, "LIVENESS_PHOTO")).toEqual([
      "REQUIRED LIVENESS_PHOTO@0 PRESENT",
      "REQUIRED LIVENESS_PHOTO@1 PRESENT",
    ]);
  });

  it("says which of them are missing, and where each demand comes from", () => {
    const input = without(company, "ERP_ID_BACK");
    expect(needsOf(input, "ERP_ID_BACK")).toEqual(["REQUIRED ERP_ID_BACK MISSING"]);
    for (const { reason, source } of materialNeeds(input)) {
      expect([reason.zh, reason.en, source]).not.toContain("");
    }
  });

  it("asks for a province's papers there only", () => {
    const jiangsu = cleanInput("FIRST_FILING", inProvince("320000"));
    expect(needsOf(without(jiangsu, "TRUTH_NOTICE"), "TRUTH_NOTICE")).toEqual([
      "CONDITIONAL TRUTH_NOTICE MISSING",
    ]);
    expect(needsOf(jiangsu, "TRUTH_NOTICE")).toEqual(["CONDITIONAL TRUTH_NOTICE PRESENT"]);
    const shanghai = cleanInput("FIRST_FILING", inProvince("310000"));
    expect(needsOf(shanghai, "FILING_UNDERTAKING")).toEqual(["REQUIRED FILING_UNDERTAKING PRESENT"]);
    expect(needsOf(shanghai, "TRUTH_NOTICE")).toEqual([]);
  });

  it("asks for a relation's proof where a shareholder holds the domain", () => {
    const input = bent(company, ({ evidence }) => {
      for (const record of evidence?.domains ?? []) record.holderRelation = "SHAREHOLDER";
    });
    expect(needsOf(company, "HOLDER_RELATION_PROOF")).toEqual([]);
    expect(needsOf(input, "HOLDER_RELATION_PROOF")).toEqual(["CONDITIONAL HOLDER_RELATION_PROOF MISSING"]);
    expect(needsOf(withExtra(input, "HOLDER_RELATION_PROOF"), "HOLDER_RELATION_PROOF")).toEqual([
      "CONDITIONAL HOLDER_RELATION_PROOF PRESENT",
    ]);
  });

  it("waits for the customer's confirmation of a removal", () => {
    const removal = cleanInput("DEREGISTER_ENTITY");
    expect(needs(withFacts(removal, { confirmed: false }))).toEqual([
      "CONDITIONAL CUSTOMER_CONFIRMATION MISSING",
    ]);
    expect(needs(withFacts(removal, { confirmed: true }))).toEqual([
      "CONDITIONAL CUSTOMER_CONFIRMATION PRESENT",
    ]);
  });

  it("asks a transfer for nothing", () => {
    expect(needs(cleanInput("TRANSFER"))).toEqual([]);
  });
});

describe("what an order brings in vain", () => {
  const person = cleanInput("FIRST_FILING", ({ entity }) => entity.nature === 5);
  it.each([
    ["of another type", withExtra(company, "FORCED_CANCEL_EVIDENCE"), "Not used for this filing type"],
    ["of another nature", withExtra(person, "ENTITY_CERTIFICATE"), "Not used for this nature of entity"],
    ["of no service", withExtra(company, "SRP_ID_FRONT", 7), "Belongs to no service of the order"],
    [
      "whose condition is not met",
      withExtra(company, "HOLDER_RELATION_PROOF"),
      "Not the case here: A shareholder or executive holds the domain",
    ],
  ])("a paper %s", (_, input, reason) => {
    const last = input.application.materials.at(-1)?.kind;
    expect(extras(input)).toEqual([[last, reason]]);
  });

  it("leaves papers alone that only a person can judge", () => {
    const input = withExtra(withExtra(company, "OTHER_LICENCE"), "OTHER");
    expect(extras(input)).toEqual([]);
  });
});
