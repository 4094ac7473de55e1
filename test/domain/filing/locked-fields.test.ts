import { describe, expect, it } from "vitest";
import type { Application } from "#shared/domain/filing/application";
import { changedLockedField } from "#shared/domain/filing/locked-fields";
import { applicationOf, kindOf } from "#test/support/order-fixtures";

const FIRST = applicationOf(kindOf("FIRST_FILING"));
const ADD = applicationOf(kindOf("ADD_ACCESS/OURS"));
const CANCEL = applicationOf(kindOf("CANCEL_ACCESS/VOLUNTARY"));

describe("changedLockedField", () => {
  it.each<[string, Application, Application]>([
    ["filingType", FIRST, { ...FIRST, filingType: "CLAIM" }],
    ["entityOrigin", ADD, { ...ADD, entityOrigin: "OTHER" }],
    ["cancelOrigin", CANCEL, { ...CANCEL, cancelOrigin: "FORCED" }],
    ["accountId", FIRST, { ...FIRST, accountId: "acct-elsewhere" }],
    ["entity.nature", FIRST, { ...FIRST, entity: { ...FIRST.entity, nature: 5 } }],
  ])("names %s", (field, before, after) => {
    expect(changedLockedField(before, after)).toBe(field);
  });

  it("lets everything else change, the region included", () => {
    const region = { provinceCode: "330000", cityCode: "330100", countyCode: "330106" };
    const after = { ...FIRST, entity: { ...FIRST.entity, region, name: "另一家公司" }, services: [] };
    expect(changedLockedField(FIRST, after)).toBeNull();
  });

  it("ignores an origin that does not belong to the filing type", () => {
    expect(changedLockedField(FIRST, { ...FIRST, entityOrigin: "OURS", cancelOrigin: "FORCED" })).toBeNull();
  });
});
