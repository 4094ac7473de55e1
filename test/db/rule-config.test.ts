import { describe, expect, it } from "vitest";
import type { Store } from "#db/store";
import { provinceOn } from "#shared/domain/provinces/province";
import { NOW_MS } from "#test/support/order-fixtures";
import { createInspectedStore, createTestStore } from "#test/support/test-store";

const CHANGE = { reason: "管局通知", changedBy: "admin-a", changedAtMs: NOW_MS };
const SETTING = { ruleId: "R-055", enabled: false, severity: null, effectiveFrom: "2026-03-01", ...CHANGE };
const SWITCH = {
  provinceCode: "GD",
  key: "minAge",
  value: { unit: 18, individual: 21 },
  source: "notice 7",
  confidence: "H",
  effectiveFrom: "2026-03-01",
  effectiveTo: null,
  ...CHANGE,
} as const;

async function audited(store: Store): Promise<unknown[]> {
  const { rows } = await store.auditSearch({});
  return rows.map(({ action, actor, data }) => ({ action, actor, data })).reverse();
}

describe("the configuration of the rules", () => {
  it("is empty in a new store, at revision 0", async () => {
    const store = await createTestStore();
    const empty = { revision: 0, settings: [], provinceEdits: [], listEdits: [] };
    expect(await store.ruleConfig()).toEqual(empty);
    expect(await store.ruleConfigRevision()).toBe(0);
  });

  it("keeps each change with who, when, why and from which day, and raises the revision", async () => {
    const store = await createTestStore();
    expect(await store.addRuleSetting(SETTING)).toBe(1);
    expect(await store.addProvinceEdit(SWITCH)).toBe(2);
    const list = {
      key: "ipPools",
      value: ["198.51.100.0/24"],
      effectiveFrom: "2026-03-05",
      ...CHANGE,
    } as const;
    expect(await store.addListEdit(list)).toBe(3);
    const { source, confidence, effectiveTo, ...edit } = SWITCH;
    expect(await store.ruleConfig()).toEqual({
      revision: 3,
      settings: [{ id: 1, ...SETTING }],
      provinceEdits: [
        { id: 2, ...edit, ground: { source, confidence, effectiveFrom: "2026-03-01", effectiveTo } },
      ],
      listEdits: [{ id: 3, ...list }],
    });
    expect(await store.ruleConfigRevision()).toBe(3);
  });

  it("gives changes in the order in which they come into force, so that the last one in force counts", async () => {
    const store = await createTestStore();
    const later = { ...SWITCH, effectiveFrom: "2026-06-01", value: { unit: 18, individual: 25 } };
    for (const edit of [later, SWITCH, { ...SWITCH, value: { unit: 18, individual: 22 } }])
      await store.addProvinceEdit(edit);
    const { provinceEdits } = await store.ruleConfig();
    expect(provinceEdits.map(({ id }) => id)).toEqual([2, 3, 1]);
    const minAge = (day: string) => provinceOn("440000", provinceEdits, day)?.switches.minAge.individual;
    expect([minAge("2026-03-02"), minAge("2026-07-01")]).toEqual([22, 25]);
  });

  it("takes a switch back to unknown", async () => {
    const store = await createTestStore();
    await store.addProvinceEdit({ ...SWITCH, key: "sameCityAddress", value: null });
    const { provinceEdits } = await store.ruleConfig();
    expect(provinceEdits).toMatchObject([{ key: "sameCityAddress", value: null }]);
  });

  it("leaves an audit row for each change, without its free text", async () => {
    const store = await createTestStore();
    await store.addRuleSetting(SETTING);
    await store.addProvinceEdit(SWITCH);
    await store.addListEdit({ key: "ipPools", value: [], effectiveFrom: "2026-03-05", ...CHANGE });
    expect(await audited(store)).toEqual([
      {
        action: "addRuleSetting",
        actor: "admin-a",
        data: { ruleId: "R-055", enabled: false, severity: null, effectiveFrom: "2026-03-01", revision: 1 },
      },
      {
        action: "addProvinceEdit",
        actor: "admin-a",
        data: {
          provinceCode: "GD",
          key: "minAge",
          effectiveFrom: "2026-03-01",
          effectiveTo: null,
          revision: 2,
        },
      },
      {
        action: "addListEdit",
        actor: "admin-a",
        data: { key: "ipPools", effectiveFrom: "2026-03-05", revision: 3 },
      },
    ]);
  });

  it("takes no row out of its turn", async () => {
    const { store, client } = await createInspectedStore();
    await store.addRuleSetting(SETTING);
    const insert = "INSERT INTO rule_changes SELECT 7, kind, subject, value, effective_from, reason, ";
    expect(() => client.exec(`${insert} changed_by, changed_at_ms FROM rule_changes`)).toThrow("no gaps");
  });
});

describe("the blacklist", () => {
  it("keeps numbers as blind index and masked label, each change being one of the configuration", async () => {
    const { store, client } = await createInspectedStore();
    const entries = [
      { kind: "ENTITY", value: "91440300MA5F1LTE0X", bureau: "粤" },
      { kind: "ENTITY", value: "440301199001010012", bureau: "粤" },
      { kind: "PERSON", value: "11010519491231002x", bureau: "自有名单" },
      { kind: "DOMAIN", value: "Bad.例子.中国", bureau: "自有名单" },
    ] as const;
    for (const [index, entry] of entries.entries())
      expect(await store.addBlacklistEntry({ ...entry, ...CHANGE })).toBe(index + 1);
    expect((await store.blacklist()).map(({ kind, label, bureau }) => [kind, label, bureau])).toEqual([
      ["DOMAIN", "bad.xn--fsqu00a.xn--fiqs8s", "自有名单"],
      ["PERSON", "110***********002X", "自有名单"],
      ["ENTITY", "440***********0012", "粤"],
      ["ENTITY", "91440300MA5F1LTE0X", "粤"],
    ]);
    const bytes = client.serialize();
    for (const secret of ["11010519491231002", "440301199001010012"])
      expect(bytes.includes(secret)).toBe(false);
  });

  it("lists nothing twice and nothing empty, and gives no number again", async () => {
    const store = await createTestStore();
    const entry = { kind: "DOMAIN", value: "bad.example", bureau: "自有名单", ...CHANGE } as const;
    expect(await store.addBlacklistEntry(entry)).toBe(1);
    expect(await store.addBlacklistEntry({ ...entry, value: " BAD.example. " })).toBeNull();
    expect(await store.addBlacklistEntry({ ...entry, kind: "PERSON", value: " " })).toBeNull();
    expect(await store.removeBlacklistEntry(1, CHANGE)).toBe(2);
    expect(await store.removeBlacklistEntry(1, CHANGE)).toBeNull();
    expect(await store.blacklist()).toEqual([]);
    expect(await store.addBlacklistEntry(entry)).toBe(3);
    expect((await store.blacklist()).map(({ id }) => id)).toEqual([3]);
    const actions = (await store.auditSearch({})).rows.map(({ action, data }) => [action, data.label]);
    expect(actions.reverse()).toEqual([
      ["addBlacklistEntry", "bad.example"],
      ["removeBlacklistEntry", "bad.example"],
      ["addBlacklistEntry", "bad.example"],
    ]);
  });
});

describe("authorisation codes", () => {
  it("are added and replaced, each time as a change of the configuration", async () => {
    const store = await createTestStore();
    const code = { code: "AUTH-1", issuerInstanceId: "i-1", issuerValid: true, used: false };
    expect(await store.addAuthCode({ ...code, ...CHANGE })).toBe(1);
    expect(await store.addAuthCode({ ...code, issuerValid: false, ...CHANGE })).toBe(2);
    expect(await store.authCodes()).toEqual([
      { ...code, issuerValid: false, addedBy: "admin-a", addedAtMs: NOW_MS },
    ]);
    expect(await store.ruleConfigRevision()).toBe(2);
    expect(await audited(store)).toMatchObject([{ action: "addAuthCode" }, { action: "addAuthCode" }]);
  });
});
