import { describe, expect, it } from "vitest";
import { generateDemoOrder } from "#server/demo/generator/generate-demo-order";
import type { FindingView, QuestionView } from "#shared/contract/staff-review";
import { type Change, revisionDiff } from "#shared/domain/review/revision-diff";
import { nearestNamed } from "../../client/features/workbench/fields/use-field-label";
import { placeFindings } from "../../client/features/workbench/findings/place-findings";
import { fieldFor, sectionFor } from "../../client/features/workbench/model/place-of";
import { sectionsOf } from "../../client/features/workbench/model/sections-of";
import {
  defaultSpan,
  groupChanges,
  opensOnChanges,
  unchangedSections,
  untouchedOf,
} from "../../client/features/workbench/review/change-groups";
import { checklistOf, openItems, placesToLook } from "../../client/features/workbench/review/checklist";
import { shownValue } from "../../client/features/workbench/review/shown-value";

const { application } = generateDemoOrder({
  seed: 11,
  index: 3,
  atMs: Date.UTC(2026, 10, 20, 3),
  filingKind: { type: "FIRST_FILING", origin: null },
  defects: "NONE",
});
const SECTIONS = sectionsOf(application, "FIRST_FILING", []);
const NO_TEXT = { zh: "", en: "" };

function changed(path: string): Change {
  return { path, fromPath: null, kind: "CHANGED", before: "a", after: "b" };
}

function reason(fieldPath: string, problem: string) {
  return { templateCode: null, fieldPath, params: {}, problem, suggestion: "" };
}

function question(ruleId: string, patch: Partial<QuestionView> = {}): QuestionView {
  const shared = { question: NO_TEXT, title: NO_TEXT, source: "", group: "ENT" } as const;
  return { ruleId, fieldPath: "entity.name", lookAt: [], hinted: false, evidence: [], ...shared, ...patch };
}

function finding(ruleId: string, patch: Partial<FindingView> = {}): FindingView {
  const state = { state: "CANNOT_CHECK", severity: "block", check: "partly", override: "REVIEWER" } as const;
  const texts = {
    message: NO_TEXT,
    title: NO_TEXT,
    source: "",
    group: "ENT",
    params: {},
    paramsEn: {},
  } as const;
  const empty = {
    evidence: [],
    missing: ["evidence.sites"],
    templates: [],
    texts: [],
    suggestedOutcome: null,
  };
  return { ruleId, fieldPath: "entity.name", ...state, ...texts, ...empty, ...patch };
}

describe("places of an order", () => {
  it("lead to the field, to the one that holds them, to the other end of a period, or to the first part", () => {
    expect(fieldFor("entity.name", SECTIONS)?.path).toBe("entity.name");
    expect(fieldFor("services[0].ipRanges[0].start", SECTIONS)?.path).toBe("services[0].ipRanges");
    expect(fieldFor("entity.responsiblePerson.idValidFrom", SECTIONS)?.path).toBe(
      "entity.responsiblePerson.idValidTo",
    );
    expect(fieldFor("entity.responsiblePerson", SECTIONS)?.path).toBe("entity.responsiblePerson.name");
    expect(fieldFor("transfer.fromAccountId", SECTIONS)).toBeNull();
  });

  it("belong to a section even where no field shows them", () => {
    expect(sectionFor("entity.remark", SECTIONS)?.id).toBe("entity");
    expect(sectionFor("materials", SECTIONS)?.id).toBe("materials");
    expect(sectionFor("consents.informationSecurity", SECTIONS)?.id).toBe("authenticity");
    expect(sectionFor("services[0].importMode", SECTIONS)?.id).toBe("services[0]");
    expect(sectionFor("reason", SECTIONS)?.id).toBe("order");
  });

  it("have the name of what holds them where they have none of their own", () => {
    const named = (path: string) => path === "services[0].ipRanges" || path === "liveness[0]";
    expect(nearestNamed("services[0].ipRanges[1].start", named)).toBe("services[0].ipRanges");
    expect(nearestNamed("liveness[0].photoSha256", named)).toBe("liveness[0]");
    expect(nearestNamed("channel", named)).toBeNull();
  });
});

describe("values outside the document", () => {
  it("are put into codes by the field they belong to", () => {
    expect(shownValue("entity.nature", 4)).toEqual({ as: "code", group: "nature", code: "4" });
    expect(shownValue("services[2].serviceContent[0]", 64)).toMatchObject({ group: "serviceContent" });
    expect(shownValue("services[0].languages", [1, 12])).toMatchObject({ as: "list", items: [{}, {}] });
    expect(shownValue("entity.remark", "")).toEqual({ as: "missing" });
    expect(shownValue("entity.certValidTo", null)).toEqual({ as: "period", from: null, to: null });
    expect(shownValue("entity.certValidTo", undefined)).toEqual({ as: "missing" });
    expect(shownValue("services[0].usesSdk", false)).toEqual({ as: "answer", yes: false });
  });

  it("tell papers, address ranges and services by what they are", () => {
    const paper = { kind: "ERP_ID_FRONT", sha256: "0".repeat(64), serviceIndex: null };
    expect(shownValue("materials[3]", paper)).toEqual({
      as: "code",
      group: "material",
      code: "ERP_ID_FRONT",
    });
    const range = { start: "203.0.113.1", end: "203.0.113.9" };
    expect(shownValue("services[0].ipRanges[0]", range)).toEqual({
      as: "text",
      text: "203.0.113.1 – 203.0.113.9",
    });
    const single = { start: "203.0.113.1", end: "203.0.113.1" };
    expect(shownValue("services[0].ipRanges[0]", single)).toMatchObject({ text: "203.0.113.1" });
    const shown = JSON.stringify(shownValue("services[1]", application.services[0]));
    expect(shown).toContain(application.services[0]?.domains[0]);
    expect(shown).not.toContain("responsiblePerson");
  });
});

describe("a resubmission", () => {
  it("is compared with the revision that was judged last, else with the one before", () => {
    expect(defaultSpan(1, [])).toBeNull();
    expect(defaultSpan(4, [{ revision: 2 }, { revision: 1 }])).toEqual({ from: 2, to: 4 });
    expect(defaultSpan(3, [{ revision: 3 }, { revision: 1 }])).toEqual({ from: 1, to: 3 });
    expect(defaultSpan(3, [])).toEqual({ from: 2, to: 3 });
  });

  it("opens on its changes as long as nobody has decided", () => {
    expect(opensOnChanges({ revision: 2, status: "REVISED_PENDING_REVIEW" })).toBe(true);
    expect(opensOnChanges({ revision: 2, status: "UNDER_FIRST_REVIEW" })).toBe(true);
    expect(opensOnChanges({ revision: 2, status: "FILED" })).toBe(false);
    expect(opensOnChanges({ revision: 1, status: "PENDING_FIRST_REVIEW" })).toBe(false);
  });

  it("shows its changes under their sections, in the order of the fields, each once", () => {
    const paths = ["materials[0]", "entity.remark", "entity.certValidTo", "entity.name", "services[0].name"];
    const groups = groupChanges(paths.map(changed), SECTIONS);
    expect(groups.map(({ section, changes }) => [section.id, changes.map(({ path }) => path)])).toEqual([
      ["entity", ["entity.name", "entity.certValidTo", "entity.remark"]],
      ["services[0]", ["services[0].name"]],
      ["materials", ["materials[0]"]],
    ]);
  });

  it("loses no change of two real documents", () => {
    const entity = { ...application.entity, remark: "x", certValidFrom: "2020-01-01" };
    const later = { ...application, entity, services: [], channel: "API" };
    const changes = revisionDiff(application, later);
    const shown = groupChanges(changes, SECTIONS).flatMap((group) => group.changes);
    expect(shown).toHaveLength(changes.length);
    expect(changes.length).toBeGreaterThan(3);
  });

  it("names what was left untouched with the words it was asked for", () => {
    const verdicts = [
      { revision: 3, reasons: [reason("entity.name", "later")] },
      { revision: 2, reasons: [reason("entity.name", "first"), reason("entity.name", "second")] },
    ];
    const [request] = untouchedOf(["entity.name"], verdicts, { from: 2 });
    expect(request?.reasons.map(({ problem }) => problem)).toEqual(["first", "second"]);
    expect(untouchedOf(["entity.remark"], verdicts, { from: 3 })).toEqual([
      { path: "entity.remark", reasons: [] },
    ]);
  });

  it("lets pass over only sections where nothing changed, nothing was found and nothing was asked for", () => {
    const placed = placeFindings([finding("R-075", { fieldPath: "liveness[0]" })], SECTIONS);
    const diff = { changes: [changed("entity.name")], untouchedRequests: ["materials"] };
    expect([...unchangedSections(diff, SECTIONS, placed)]).toEqual(["order", "services[0]"]);
  });
});

describe("the checklist", () => {
  it("puts hinted questions first and what could not be checked last", () => {
    const questions = [question("R-038"), question("R-061", { hinted: true }), question("R-075")];
    const findings = [finding("R-101"), finding("R-027", { state: "VIOLATED" })];
    const items = checklistOf(questions, findings);
    expect(items.map(({ ruleId }) => ruleId)).toEqual(["R-061", "R-038", "R-075", "R-101"]);
    expect(items.at(-1)).toMatchObject({ kind: "UNCHECKED", missing: ["evidence.sites"] });
  });

  it("asks once where one rule both asks and lacks its evidence, and counts what is open", () => {
    const items = checklistOf([question("R-038"), question("R-075")], [finding("R-038")]);
    expect(items.map(({ key }) => key)).toEqual(["R-038 entity.name", "R-075 entity.name"]);
    expect(openItems(items, ["R-038 entity.name", "R-999 gone"]).map(({ ruleId }) => ruleId)).toEqual([
      "R-075",
    ]);
  });

  it("leads to the place itself, then to what the rule names, in the service it asks about", () => {
    const lookAt = ["services[].domains[]", "entity.region.provinceCode", "materials[kind=ERP_ID_FRONT]"];
    const paths = placesToLook({ fieldPath: "entity.certNumber", lookAt }, SECTIONS).map(({ path }) => path);
    const front = application.materials.findIndex(({ kind }) => kind === "ERP_ID_FRONT");
    expect(paths).toEqual([
      "entity.certNumber",
      ...(application.services[0]?.domains ?? []).map((_, at) => `services[0].domains[${at}]`),
      "entity.region",
      `materials[${front}]`,
    ]);
    const two = sectionsOf(
      { ...application, services: [...application.services, ...application.services] },
      "FIRST_FILING",
      [],
    );
    const own = placesToLook({ fieldPath: "services[1].name", lookAt: ["services[].domains[]"] }, two);
    expect(own.every(({ path }) => path.startsWith("services[1]"))).toBe(true);
    expect(own.length).toBeGreaterThan(1);
    const mobiles = ["entity.responsiblePerson.mobile", "services[].responsiblePerson.mobile"];
    expect(
      placesToLook({ fieldPath: "entity.responsiblePerson.mobile", lookAt: mobiles }, two).map(
        ({ path }) => path,
      ),
    ).toEqual(["entity.responsiblePerson.mobile"]);
  });
});
