import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { z } from "zod";
import { editProvince } from "#server/usecases/edit-province";
import { listProvinces, provinceHistory } from "#server/usecases/list-provinces";
import type { editProvinceInput, SwitchRow } from "#shared/contract/staff-rules";
import { PROVINCES } from "#shared/domain/provinces/province";
import { SWITCH_KEYS } from "#shared/domain/provinces/switches";
import { RULES } from "#shared/domain/rules/catalogue";
import { cleanFilings } from "#test/support/clean-filings";
import { DAY_MS } from "#test/support/order-fixtures";
import { ADMIN1, granted, ruleDesk } from "#test/support/rule-desk";
import { startTestServer, type TestServer } from "#test/support/test-server";

let server: TestServer;
let desk: ReturnType<typeof ruleDesk>;
beforeEach(async () => {
  server = await startTestServer({ rules: RULES });
  desk = ruleDesk(server);
});
afterEach(() => server.stop());

const TODAY = "2026-03-02";
const TOMORROW = "2026-03-03";
const TOO_YOUNG = "R-048 entity.responsiblePerson.idNumber";
const OLD_ENOUGH = { unit: 100, individual: 100 };
const SOURCE = "粤通管〔2026〕7号";

const edit = (patch: Partial<z.infer<typeof editProvinceInput>> = {}) =>
  editProvince(
    server.deps,
    {
      code: "GD",
      key: "minAge",
      value: OLD_ENOUGH,
      source: SOURCE,
      confidence: "H",
      effectiveFrom: TODAY,
      effectiveTo: null,
      reason: "管局通知",
      ...patch,
    },
    ADMIN1,
  );

/** A clean filing of a unit in the province whose ERP is 100 years old nowhere. */
async function filedIn(provinceCode: string): Promise<string> {
  const [application] = cleanFilings(
    1,
    ({ entity }) => entity.region.provinceCode === provinceCode && entity.nature === 4,
  );
  if (application === undefined) throw new Error("no filing");
  return desk.submitted(application);
}

async function switchOf(code: string, key: string): Promise<SwitchRow | undefined> {
  const { rows } = await listProvinces(server.deps);
  return rows.find((row) => row.code === code)?.switches.find((row) => row.key === key);
}

describe("an edited switch", () => {
  it("changes what is found in orders of that province, and of no other", async () => {
    const [here, elsewhere] = [await filedIn("440000"), await filedIn("330000")];
    granted(await edit());
    expect(await desk.found(here)).toEqual([TOO_YOUNG]);
    expect(await desk.found(elsewhere)).toEqual([]);
  });

  it("is on the card of the order, with where it is known from", async () => {
    const order = await filedIn("440000");
    granted(await edit());
    const { province } = await desk.detail(order);
    const item = province?.items.find(({ key }) => key === "minAge");
    expect(item).toMatchObject({ source: SOURCE, confidence: "H", effectiveFrom: TODAY });
    expect(item?.text.zh).toContain("100");
    expect(item?.text.en).toContain("100");
  });

  it("is in force from its first day to its last, and then the documented value again", async () => {
    const order = await filedIn("440000");
    const documented = await switchOf("GD", "minAge");
    granted(await edit({ effectiveFrom: TOMORROW, effectiveTo: TOMORROW }));
    expect(await desk.found(order)).toEqual([]);
    expect(await switchOf("GD", "minAge")).toEqual(documented);
    server.clock.nowMs += DAY_MS;
    expect(await desk.found(order)).toEqual([TOO_YOUNG]);
    expect(await switchOf("GD", "minAge")).toMatchObject({ value: OLD_ENOUGH, edited: true, source: SOURCE });
    server.clock.nowMs += DAY_MS;
    expect(await desk.found(order)).toEqual([]);
    expect(await switchOf("GD", "minAge")).toEqual(documented);
  });

  it("may be taken back to unknown", async () => {
    granted(await edit({ key: "sameCityAddress", value: null }));
    expect(await switchOf("GD", "sameCityAddress")).toMatchObject({ value: null, edited: true });
  });

  it("keeps its history, newest first, and is audited", async () => {
    granted(await edit());
    granted(await edit({ value: { unit: 18, individual: 20 }, effectiveFrom: TOMORROW, reason: "更正" }));
    granted(await edit({ code: "ZJ" }));
    const { edits } = await provinceHistory(server.deps, "GD");
    const common = { key: "minAge", source: SOURCE, confidence: "H", effectiveTo: null, changedBy: "admin1" };
    expect(edits).toMatchObject([
      { ...common, value: { unit: 18, individual: 20 }, effectiveFrom: TOMORROW, reason: "更正" },
      { ...common, value: OLD_ENOUGH, effectiveFrom: TODAY, reason: "管局通知" },
    ]);
    const added = { action: "addProvinceEdit", data: { key: "minAge", effectiveTo: null } };
    expect(await desk.administered()).toMatchObject([
      { ...added, data: { ...added.data, provinceCode: "GD", effectiveFrom: TODAY, revision: 1 } },
      { ...added, data: { ...added.data, provinceCode: "GD", effectiveFrom: TOMORROW, revision: 2 } },
      { ...added, data: { ...added.data, provinceCode: "ZJ", effectiveFrom: TODAY, revision: 3 } },
    ]);
  });

  it.each([
    ["of a province that nobody knows", { code: "XX" }, "PROVINCE_NOT_FOUND"],
    ["of another form", { value: { unit: "old enough" } }, "BAD_SWITCH_VALUE"],
    ["out of range", { value: { unit: 121, individual: 18 } }, "BAD_SWITCH_VALUE"],
    ["of another switch's form", { key: "tldDeny" as const }, "BAD_SWITCH_VALUE"],
    ["left out", { value: undefined }, "BAD_SWITCH_VALUE"],
    ["from a day that has passed", { effectiveFrom: "2026-03-01" }, "EFFECTIVE_IN_PAST"],
    ["that ends before it begins", { effectiveFrom: TOMORROW, effectiveTo: TODAY }, "EFFECTIVE_RANGE"],
  ])("%s is refused and changes nothing", async (_what, patch, code) => {
    expect(await edit(patch)).toMatchObject({ kind: "EDGE_REFUSAL", code });
    expect(await server.store.ruleConfig()).toMatchObject({ revision: 0, provinceEdits: [] });
    expect(await desk.administered()).toEqual([]);
  });
});

describe("the list of provinces", () => {
  it("has all 31 with every switch as documented on a fresh desk", async () => {
    const { rows } = await listProvinces(server.deps);
    expect(rows).toHaveLength(31);
    for (const row of rows) {
      const documented = PROVINCES.find(({ code }) => code === row.code);
      expect(row.switches.map(({ key }) => key)).toEqual(SWITCH_KEYS);
      for (const { key, value, edited } of row.switches) {
        expect({ value, edited }).toEqual({ value: documented?.switches[key], edited: false });
      }
    }
  });
});
