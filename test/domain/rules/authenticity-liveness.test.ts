import { describe, expect, it } from "vitest";
import type { Application } from "#shared/domain/filing/application";
import { ruleOf } from "#shared/domain/rules/catalogue";
import { answers, bent, cleanInput, resultsOf, withFacts } from "#test/support/rule-inputs";

const website = cleanInput(
  "FIRST_FILING",
  ({ entity, services }) =>
    entity.nature === 4 && services.length === 1 && services[0]?.responsiblePerson?.sameAsEntity === true,
);
const two = cleanInput(
  "FIRST_FILING",
  ({ services }) => services.length === 2 && services.every((one) => one.responsiblePerson?.sameAsEntity),
);
const entityChange = cleanInput("CHANGE_ENTITY");
const photo = website.application.liveness?.[0]?.photoSha256 ?? "";

function liveness(change: (entry: NonNullable<Application["liveness"]>[number]) => void) {
  return bent(website, (order) => order.liveness?.slice(0, 1).forEach(change));
}

function image(change: (seen: NonNullable<NonNullable<Application["evidence"]>["images"]>[number]) => void) {
  return bent(website, ({ evidence }) => {
    for (const seen of evidence?.images ?? []) if (seen.sha256 === photo) change(seen);
  });
}

function faces(list: NonNullable<Application["evidence"]>["faces"]) {
  return bent(website, ({ evidence }) => evidence && Object.assign(evidence, { faces: list }));
}

describe("R-072 liveness", () => {
  it.each([
    ["passed", website, []],
    ["failed", liveness((entry) => Object.assign(entry, { passed: false })), ["VIOLATED liveness[0].passed"]],
    [
      "unfinished",
      liveness((entry) => Object.assign(entry, { passed: null })),
      ["VIOLATED liveness[0].passed"],
    ],
    ["not taken", bent(website, (order) => Object.assign(order, { liveness: [] })), ["VIOLATED liveness"]],
    ["of the ERP, who is the SRP", liveness((entry) => Object.assign(entry, { person: "ERP" })), []],
    ["naming no service", liveness((entry) => Object.assign(entry, { serviceIndex: null })), []],
    ["of one service of two", bent(two, (order) => order.liveness?.pop()), ["VIOLATED liveness"]],
    ["of an entity change", entityChange, []],
    [
      "missing at an entity change",
      bent(entityChange, (order) => Object.assign(order, { liveness: null })),
      ["VIOLATED liveness"],
    ],
  ])("%s", (_, input, expected) => {
    expect(answers("R-072", input)).toEqual(expected);
  });

  it("counts a second try that passed", () => {
    const input = bent(website, (order) => {
      const [first] = order.liveness ?? [];
      if (first) order.liveness = [{ ...first, passed: false }, first];
    });
    expect(answers("R-072", input)).toEqual([]);
  });

  it("does not take another person's verification", () => {
    const input = bent(website, ({ liveness, services: [service] }) => {
      Object.assign(liveness?.[0] ?? {}, { person: "ERP" });
      if (service?.responsiblePerson) service.responsiblePerson.sameAsEntity = false;
    });
    expect(answers("R-072", input)).toEqual(["VIOLATED liveness"]);
  });

  it("names the person masked", () => {
    const [result] =
      resultsOf(
        "R-072",
        liveness((entry) => Object.assign(entry, { passed: false })),
      ) ?? [];
    expect(result).toMatchObject({ params: { srpName: expect.stringMatching(/^.\*+$/) } });
  });
});

const PHOTO = "liveness[0].photoSha256";

describe("R-073 face", () => {
  it.each([
    ["matches", website, []],
    ["differs", faces([{ serviceIndex: 0, matched: false, score: 0.95 }]), [`VIOLATED ${PHOTO}`]],
    ["scores too low", faces([{ matched: true, score: 0.79 }]), [`VIOLATED ${PHOTO}`]],
    ["scores just enough", faces([{ matched: true, score: 0.8 }]), []],
    ["was not compared", faces([]), [`CANNOT_CHECK ${PHOTO}`]],
    ["was compared without an answer", faces([{ serviceIndex: 0 }]), [`CANNOT_CHECK ${PHOTO}`]],
    ["of another service only", faces([{ serviceIndex: 1, matched: true }]), [`CANNOT_CHECK ${PHOTO}`]],
  ])("%s", (_, input, expected) => {
    expect(answers("R-073", input)).toEqual(expected);
  });
});

describe("R-074 background", () => {
  it.each([
    ["white", website, []],
    ["grey", image((seen) => Object.assign(seen, { background: "GREY" })), [`VIOLATED ${PHOTO}`]],
    ["not told", image((seen) => Object.assign(seen, { background: null })), [`CANNOT_CHECK ${PHOTO}`]],
    [
      "not looked at",
      bent(website, ({ evidence }) => evidence && Object.assign(evidence, { images: null })),
      [`CANNOT_CHECK ${PHOTO}`],
    ],
  ])("%s", (_, input, expected) => {
    expect(answers("R-074", input)).toEqual(expected);
  });
});

describe("R-075 and R-077 questions", () => {
  it("asks about every photo", () => {
    expect(answers("R-075", website)).toEqual([`NEEDS_HUMAN ${PHOTO}`]);
    expect(
      answers(
        "R-075",
        bent(website, (order) => Object.assign(order, { liveness: [] })),
      ),
    ).toEqual([]);
  });

  it.each([
    [null, []],
    [{ required: true, completed: true }, []],
    [{ required: false }, []],
    [{ required: true }, ["NEEDS_HUMAN videoVerification"]],
    [{ required: true, completed: false }, ["NEEDS_HUMAN videoVerification"]],
  ])("asks about a video that is due: %j", (videoVerification, expected) => {
    const input = bent(website, (order) => Object.assign(order, { videoVerification }));
    expect(answers("R-077", input)).toEqual(expected);
  });
});

describe("R-076 reuse", () => {
  const used = [{ sha256: photo, orderNo: "B1" }];
  it.each([
    ["new", website, []],
    ["used elsewhere", withFacts(website, { photosUsed: used }), [`VIOLATED ${PHOTO}`]],
    ["another one used", withFacts(website, { photosUsed: [{ sha256: "0", orderNo: "B1" }] }), []],
    ["like another", image((seen) => Object.assign(seen, { duplicateOf: "x" })), [`VIOLATED ${PHOTO}`]],
    ["nobody looked", withFacts(website, { photosUsed: null }), [`CANNOT_CHECK ${PHOTO}`]],
    [
      "no machine looked",
      bent(website, ({ evidence }) => evidence && Object.assign(evidence, { images: [] })),
      [`CANNOT_CHECK ${PHOTO}`],
    ],
  ])("%s", (_, input, expected) => {
    expect(answers("R-076", input)).toEqual(expected);
  });
});

it("declares the score of faces as a threshold", () => {
  expect(ruleOf("R-073")?.thresholds).toEqual({ minScore: 0.8 });
});
