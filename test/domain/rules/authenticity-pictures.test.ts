import { describe, expect, it } from "vitest";
import type { Application } from "#shared/domain/filing/application";
import type { MaterialKind } from "#shared/domain/filing/materials";
import { answers, bent, cleanInput, resultsOf, withFacts } from "#test/support/rule-inputs";

type Image = NonNullable<NonNullable<Application["evidence"]>["images"]>[number];

const order = cleanInput(
  "FIRST_FILING",
  ({ entity }) => entity.nature === 4 && entity.region.provinceCode !== "310000",
);
const { materials } = order.application;
const at = materials.findIndex(({ kind }) => kind === "ENTITY_CERTIFICATE");
const PLACE = `materials[${at}].sha256`;
const sha = materials[at]?.sha256 ?? "";

function seen(change: Partial<Image>) {
  return bent(order, ({ evidence }) => {
    for (const image of evidence?.images ?? []) if (image.sha256 === sha) Object.assign(image, change);
  });
}

const unseen = bent(order, ({ evidence }) => {
  if (evidence) evidence.images = (evidence.images ?? []).filter(({ sha256 }) => sha256 !== sha);
});

function filed(mediaType: string, bytes = 1000, kind: MaterialKind = "ENTITY_CERTIFICATE") {
  const files = materials.map(({ sha256 }) => ({ sha256, mediaType: "image/png", bytes: 1000 }));
  const input = withFacts(order, {
    files: files.map((file) => (file.sha256 === sha ? { ...file, mediaType, bytes } : file)),
  });
  return bent(input, (application) => {
    const material = application.materials[at];
    if (material) material.kind = kind;
  });
}

describe("R-082 quality, R-083 originals", () => {
  it.each([
    ["R-082", order, []],
    ["R-082", seen({ colour: false }), [`VIOLATED ${PLACE}`]],
    ["R-082", seen({ edgesComplete: false }), [`VIOLATED ${PLACE}`]],
    ["R-082", seen({ sharp: false, colour: null }), [`VIOLATED ${PLACE}`]],
    ["R-082", seen({ glare: true }), [`VIOLATED ${PLACE}`]],
    ["R-082", seen({ glare: null }), [`CANNOT_CHECK ${PLACE}`]],
    ["R-082", seen({ screenReshoot: true, copy: true }), []],
    ["R-082", unseen, [`CANNOT_CHECK ${PLACE}`]],
    ["R-083", order, []],
    ["R-083", seen({ screenReshoot: true }), [`VIOLATED ${PLACE}`]],
    ["R-083", seen({ copy: true }), [`VIOLATED ${PLACE}`]],
    ["R-083", seen({ documentKind: "E_LICENCE" }), [`VIOLATED ${PLACE}`]],
    ["R-083", seen({ copy: null }), [`CANNOT_CHECK ${PLACE}`]],
    ["R-083", seen({ sharp: false, documentKind: null }), []],
    ["R-083", unseen, [`CANNOT_CHECK ${PLACE}`]],
  ] as const)("%s %#", (ruleId, input, expected) => {
    expect(answers(ruleId, input)).toEqual(expected);
  });

  it("leaves PDF files to R-086", () => {
    expect(answers("R-082", { ...unseen, facts: filed("application/pdf").facts })).toEqual([]);
  });
});

describe("R-084 watermarks, R-085 tampering", () => {
  it.each([
    ["R-084", order, []],
    ["R-084", seen({ watermarkText: "仅供备案使用" }), [{ fieldPath: PLACE, hinted: false }]],
    ["R-084", seen({ watermarkText: "仅供办理贷款使用" }), [{ fieldPath: PLACE, hinted: true }]],
    ["R-084", unseen, [{ fieldPath: "materials", hinted: false }]],
    ["R-085", order, [{ fieldPath: "materials", hinted: false }]],
    ["R-085", seen({ tamperSuspected: true }), [{ fieldPath: PLACE, hinted: true }]],
  ] as const)("%s %#", (ruleId, input, expected) => {
    expect(resultsOf(ruleId, input)).toMatchObject(expected);
    expect(resultsOf(ruleId, input)).toHaveLength(expected.length);
  });
});

describe("R-086 format and size", () => {
  const MAX = 4 * 1024 * 1024;
  it.each([
    [filed("image/jpeg"), []],
    [filed("image/png", MAX), []],
    [filed("image/png", MAX + 1), [`VIOLATED ${PLACE}`]],
    [filed("application/pdf"), [`VIOLATED ${PLACE}`]],
    [filed("application/pdf", MAX, "FILING_UNDERTAKING"), []],
    [filed("application/pdf", MAX + 1, "FILING_UNDERTAKING"), [`VIOLATED ${PLACE}`]],
    [filed("application/pdf", 1000, "PRE_APPROVAL"), []],
    [filed("application/pdf", 1000, "SRP_ID_BACK"), [`VIOLATED ${PLACE}`]],
    [filed("application/pdf", MAX + 1, "APP_ICON"), []],
  ] as const)("%#", (input, expected) => {
    expect(answers("R-086", input)).toEqual(expected);
  });

  it.each([
    ...(["ENTITY_CERTIFICATE", "ERP_ID_FRONT", "ERP_ID_BACK", "SRP_ID_FRONT", "SRP_ID_BACK"] as const),
    ...(["LIVENESS_PHOTO", "DOMAIN_CERTIFICATE"] as const),
  ])("takes no PDF as %s", (kind) => {
    expect(answers("R-086", filed("application/pdf", 1000, kind))).toEqual([`VIOLATED ${PLACE}`]);
  });

  it("cannot tell of files that nobody looked up", () => {
    const papers = materials.flatMap(({ kind }, i) => (kind === "APP_ICON" ? [] : [i]));
    const open = papers.map((i) => `CANNOT_CHECK materials[${i}].sha256`);
    expect(answers("R-086", withFacts(order, { files: null }))).toEqual(open);
    expect(answers("R-086", withFacts(order, { files: [] }))).toEqual(open);
  });

  it("says the limit in words", () => {
    expect(resultsOf("R-086", filed("application/pdf"))).toMatchObject([{ params: { max: "4 MB" } }]);
  });
});

describe("R-087 compression", () => {
  const LIMIT = 100 * 1024;
  it.each([
    [filed("image/png", LIMIT), []],
    [filed("image/png", LIMIT + 1), [`NEEDS_HUMAN ${PLACE}`]],
    [filed("image/png", 150 * 1024, "VERIFICATION_SHEET"), []],
    [filed("image/png", 150 * 1024 + 1, "VERIFICATION_SHEET"), [`NEEDS_HUMAN ${PLACE}`]],
  ] as const)("asks about pictures over the push limit %#", (input, expected) => {
    expect(answers("R-087", input)).toEqual(expected);
  });

  it("cannot tell of files that nobody looked up", () => {
    expect(answers("R-087", withFacts(order, { files: null }))).toContain(`CANNOT_CHECK ${PLACE}`);
  });
});
