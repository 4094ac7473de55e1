import { describe, expect, it } from "vitest";
import type { Application } from "#shared/domain/filing/application";
import type { MaterialKind } from "#shared/domain/filing/materials";
import type { RequiredMaterial } from "#shared/domain/provinces/switches";
import type { RuleInput } from "#shared/domain/rules/rule-input";
import { answers, bent, cleanInput, resultsOf, withSwitches } from "#test/support/rule-inputs";

const MISSING = ["VIOLATED materials"];

const inProvince = (code: string) => (order: Application) => order.entity.region.provinceCode === code;
const unit = ({ entity }: Application) => entity.nature === 4;
const individual = ({ entity }: Application) => entity.nature === 5;
const ownSrp = ({ services }: Application) => services[0]?.responsiblePerson?.sameAsEntity === false;

function without(input: RuleInput, ...kinds: MaterialKind[]): RuleInput {
  return bent(input, (order) => {
    order.materials = order.materials.filter(({ kind }) => !kinds.includes(kind));
  });
}

function demand(kind: MaterialKind, natures: string[] | null = null): RequiredMaterial {
  return { kind, filingTypes: null, natures, effectiveFrom: null, source: "test" };
}

const jiangsu = cleanInput("FIRST_FILING", inProvince("320000"));
const guangdong = cleanInput("FIRST_FILING", inProvince("440000"));
const shanghai = cleanInput("FIRST_FILING", inProvince("310000"));
const company = cleanInput("FIRST_FILING", (order) => unit(order) && ownSrp(order));

describe("R-078 Jiangsu, R-080 Guangdong", () => {
  it.each([
    ["R-078", jiangsu, []],
    ["R-078", without(jiangsu, "TRUTH_NOTICE"), MISSING],
    ["R-078", without(jiangsu, "TRUTH_UNDERTAKING"), MISSING],
    ["R-078", withSwitches(without(jiangsu, "TRUTH_NOTICE"), { requiredMaterials: [] }), []],
    ["R-078", without(guangdong, "TRUTH_NOTICE"), ["n/a"]],
    ["R-078", { ...without(jiangsu, "TRUTH_NOTICE"), today: "2021-05-31" }, ["n/a"]],
    ["R-080", guangdong, []],
    ["R-080", without(guangdong, "FILING_UNDERTAKING"), MISSING],
    ["R-080", without(shanghai, "FILING_UNDERTAKING"), ["n/a"]],
  ] as const)("%s %#", (ruleId, input, expected) => {
    expect(answers(ruleId, input)).toEqual(expected);
  });

  it("names all that is missing in one finding", () => {
    const [result] = resultsOf("R-078", without(jiangsu, "TRUTH_NOTICE", "TRUTH_UNDERTAKING")) ?? [];
    expect(result).toMatchObject({ params: { materialList: { zh: "真实性责任告知书、真实性承诺书" } } });
  });
});

describe("R-079 signatures", () => {
  it("asks about each signed paper that is there", () => {
    const places = jiangsu.application.materials.flatMap(({ kind }, index) =>
      kind.startsWith("TRUTH_") ? [`NEEDS_HUMAN materials[${index}]`] : [],
    );
    expect(places).toHaveLength(2);
    expect(answers("R-079", jiangsu)).toEqual(places);
    expect(answers("R-079", without(jiangsu, "TRUTH_NOTICE", "TRUTH_UNDERTAKING"))).toEqual([]);
  });
});

const person = cleanInput("FIRST_FILING", individual);
const sameMan = cleanInput("FIRST_FILING", (order) => unit(order) && !ownSrp(order));
const claim = cleanInput("CLAIM", unit);
const forced = cleanInput("CANCEL_ACCESS/FORCED");
const app = cleanInput("FIRST_FILING", ({ services }) => services[0]?.kind === "APP");

describe("R-081 required papers", () => {
  it.each([
    ["everything there", company, []],
    ["no certificate", without(company, "ENTITY_CERTIFICATE"), MISSING],
    ["no back of the ERP's ID", without(company, "ERP_ID_BACK"), MISSING],
    ["no front of the SRP's ID", without(company, "SRP_ID_FRONT"), MISSING],
    ["the ERP's ID stands for the same SRP", without(sameMan, "SRP_ID_FRONT", "SRP_ID_BACK"), []],
    ["an individual's ID stands for the certificate", without(person, "ENTITY_CERTIFICATE"), []],
    ["an individual without ID", without(person, "ERP_ID_FRONT"), MISSING],
    ["the photo only named by the verification", without(company, "LIVENESS_PHOTO"), []],
    [
      "no photo anywhere",
      bent(without(company, "LIVENESS_PHOTO"), ({ liveness }) => {
        for (const entry of liveness ?? []) entry.photoSha256 = null;
      }),
      MISSING,
    ],
    [
      "an icon is R-125's",
      bent(
        without(app, "APP_ICON"),
        ({ services: [service] }) => service && Object.assign(service, { icon: null }),
      ),
      [],
    ],
    ["a claim", claim, []],
    ["a claim without certificate", without(claim, "ENTITY_CERTIFICATE"), []],
    ["a claim without ID", without(claim, "ERP_ID_FRONT"), MISSING],
    ["a forced cancellation", forced, []],
    ["a forced cancellation without ground", without(forced, "FORCED_CANCEL_EVIDENCE"), MISSING],
    ["a voluntary cancellation", without(cleanInput("CANCEL_ACCESS/VOLUNTARY"), "OTHER"), []],
    ["Shanghai's undertaking", without(shanghai, "FILING_UNDERTAKING"), MISSING],
    ["Guangdong's undertaking is R-080's", without(guangdong, "FILING_UNDERTAKING"), []],
    ["a domain certificate is R-099's", without(company, "DOMAIN_CERTIFICATE"), []],
  ])("%s", (_, input, expected) => {
    expect(answers("R-081", input)).toEqual(expected);
  });

  it("asks for what a province lists and no own rule covers there, of the natures it names", () => {
    const listed = (natures: string[] | null) =>
      answers("R-081", withSwitches(company, { requiredMaterials: [demand("TRUTH_NOTICE", natures)] }));
    expect(listed(null)).toEqual(MISSING);
    expect(listed(["UNIT"])).toEqual(MISSING);
    expect(listed(["INDIVIDUAL", "SOMETHING"])).toEqual([]);
  });

  it("names all of them in both languages", () => {
    const [result] = resultsOf("R-081", without(company, "ERP_ID_BACK", "ENTITY_CERTIFICATE")) ?? [];
    expect(result).toMatchObject({
      params: { material: { zh: "主体证件、主体负责人证件(反面)", en: "Entity certificate, ERP ID, back" } },
    });
  });
});

describe("R-081 papers of a change", () => {
  const change = cleanInput("CHANGE_BOTH", (order) => unit(order) && ownSrp(order));
  /** The change with the filed record equal to the order, then bent. */
  function changing(bend: (filed: NonNullable<NonNullable<Application["evidence"]>["filedRecord"]>) => void) {
    return bent(change, ({ entity, services, evidence }) => {
      if (!evidence?.filedRecord) return;
      evidence.filedRecord.entity = structuredClone(entity);
      evidence.filedRecord.services = structuredClone(services);
      bend(evidence.filedRecord);
    });
  }
  const nothing = changing(() => undefined);
  const papers = [
    "ENTITY_CERTIFICATE",
    "ERP_ID_FRONT",
    "ERP_ID_BACK",
    "SRP_ID_FRONT",
    "SRP_ID_BACK",
  ] as const;

  it.each([
    ["nothing on a paper changes", without(nothing, ...papers), []],
    [
      "the seat changes",
      without(
        changing(({ entity }) => Object.assign(entity, { certAddress: "旧址" })),
        "ENTITY_CERTIFICATE",
      ),
      MISSING,
    ],
    [
      "another ERP",
      without(
        changing(({ entity }) => Object.assign(entity.responsiblePerson ?? {}, { name: "旧人" })),
        "ERP_ID_BACK",
      ),
      MISSING,
    ],
    [
      "the ERP's mobile needs no ID",
      without(
        changing(({ entity }) => Object.assign(entity.responsiblePerson ?? {}, { mobile: "1" })),
        "ERP_ID_BACK",
      ),
      [],
    ],
    [
      "another SRP",
      without(
        changing(({ services }) => Object.assign(services[0]?.responsiblePerson ?? {}, { idNumber: "1" })),
        "SRP_ID_FRONT",
      ),
      MISSING,
    ],
    [
      "nobody knows what changes",
      bent(
        without(change, ...papers),
        ({ evidence }) => evidence && Object.assign(evidence, { filedRecord: null }),
      ),
      ["CANNOT_CHECK materials"],
    ],
    [
      "nobody knows, and all is there",
      bent(change, ({ evidence }) => evidence && Object.assign(evidence, { filedRecord: null })),
      [],
    ],
  ])("%s", (_, input, expected) => {
    expect(answers("R-081", input)).toEqual(expected);
  });
});

describe("R-090 Qinghai's five images", () => {
  const qinghai = cleanInput("CHANGE_BOTH", (order) => inProvince("630000")(order) && unit(order));
  const self = cleanInput("CHANGE_BOTH", (order) => inProvince("630000")(order) && individual(order));
  it.each([
    ["all five", qinghai, []],
    ["no sheet", without(qinghai, "VERIFICATION_SHEET"), MISSING],
    ["no certificate", without(qinghai, "ENTITY_CERTIFICATE"), MISSING],
    ["no ERP's ID", without(qinghai, "ERP_ID_FRONT"), MISSING],
    ["an individual's ID stands for the certificate", without(self, "ENTITY_CERTIFICATE"), []],
    [
      "only where the province lists it",
      withSwitches(without(qinghai, "VERIFICATION_SHEET"), { requiredMaterials: [] }),
      [],
    ],
  ])("%s", (_, input, expected) => {
    expect(answers("R-090", input)).toEqual(expected);
  });

  it("is the only rule that reports them", () => {
    expect(answers("R-081", without(qinghai, "ENTITY_CERTIFICATE", "ERP_ID_FRONT"))).toEqual([]);
  });
});

describe("R-088, R-089 licences", () => {
  const place = (input: RuleInput) =>
    input.application.materials.findIndex(({ kind }) => kind === "ENTITY_CERTIFICATE");
  const local = (code: string) =>
    cleanInput("FIRST_FILING", (order) => inProvince(code)(order) && unit(order));

  it("asks an enterprise's licence in Shanghai, hinted where it looks electronic", () => {
    const paper = local("310000");
    expect(resultsOf("R-088", paper)).toMatchObject([
      { kind: "NEEDS_HUMAN", fieldPath: `materials[${place(paper)}]`, hinted: false },
    ]);
    const electronic = bent(paper, ({ materials, evidence }) => {
      for (const seen of evidence?.images ?? [])
        if (seen.sha256 === materials[place(paper)]?.sha256) seen.documentKind = "E_LICENCE";
    });
    expect(resultsOf("R-088", electronic)).toMatchObject([{ hinted: true }]);
    expect(answers("R-083", electronic)).toEqual([]);
  });

  it("asks an enterprise's licence in Hainan", () => {
    const paper = local("460000");
    expect(answers("R-089", paper)).toEqual([`NEEDS_HUMAN materials[${place(paper)}]`]);
    expect(answers("R-089", company.province.id === "HI" ? paper : company)).toEqual(["n/a"]);
  });
});
