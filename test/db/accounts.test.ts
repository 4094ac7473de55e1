import { beforeEach, describe, expect, it } from "vitest";
import type { Store } from "#db/store";
import { changed, deskOf, documentOf } from "#test/support/desk";
import { CUSTOMER, DAY_MS, HOUR_MS, MINUTE_MS, NOW_MS } from "#test/support/order-fixtures";
import { createTestStore } from "#test/support/test-store";

let store: Store;
beforeEach(async () => {
  store = await createTestStore();
});

async function addPerson(username: string): Promise<void> {
  const account = { username, displayName: username, passwordHash: "hash", locale: "zh-CN", nowMs: NOW_MS };
  await store.addStaff({ ...account, roles: ["REVIEWER"] });
}

async function auditTrail(): Promise<string[]> {
  const { rows } = await store.auditSearch({});
  return rows.reverse().map((row) => `${row.action} by ${row.actor} ${JSON.stringify(row.data)}`);
}

describe("staff", () => {
  it("are found by name, listed without their secrets, and never added twice", async () => {
    await addPerson("b");
    await addPerson("a");
    expect(await store.staff("a")).toMatchObject({
      username: "a",
      roles: ["REVIEWER"],
      active: true,
      failedSignIns: 0,
    });
    expect(await store.staff("nobody")).toBeNull();
    const listed = await store.staffList();
    expect(listed.map((row) => row.username)).toEqual(["a", "b"]);
    expect(JSON.stringify(listed)).not.toContain("hash");
    await expect(addPerson("a")).rejects.toThrow("UNIQUE");
    expect(await auditTrail()).toHaveLength(2);
  });

  it("lose their sessions with a change of roles, which is on record", async () => {
    await addPerson("a");
    await addPerson("b");
    await store.openSession("token-a", "a", NOW_MS, NOW_MS + DAY_MS);
    await store.openSession("token-b", "b", NOW_MS, NOW_MS + DAY_MS);
    expect(await store.setRoles("a", ["LEAD"], "admin1", NOW_MS)).toBe(true);
    expect(await store.setRoles("nobody", ["LEAD"], "admin1", NOW_MS)).toBe(false);
    expect((await store.staff("a"))?.roles).toEqual(["LEAD"]);
    expect([await store.session("token-a"), (await store.session("token-b"))?.username]).toEqual([null, "b"]);
    const trail = await auditTrail();
    expect(trail.at(-1)).toBe('setRoles by admin1 {"after":["LEAD"],"before":["REVIEWER"],"username":"a"}');
    expect(trail).toHaveLength(5);
  });

  it("keep their language", async () => {
    await addPerson("a");
    await store.setLocale("a", "en-US");
    expect((await store.staff("a"))?.locale).toBe("en-US");
  });
});

describe("sign-in", () => {
  it("locks after too many failures and starts over after a success", async () => {
    await addPerson("a");
    const fail = () => store.signInFailed("a", NOW_MS, 3, 15 * MINUTE_MS);
    expect([await fail(), await fail(), await fail()]).toEqual([
      { lockedUntilMs: null },
      { lockedUntilMs: null },
      { lockedUntilMs: NOW_MS + 15 * MINUTE_MS },
    ]);
    await store.openSession("token", "a", NOW_MS + HOUR_MS, NOW_MS + 9 * HOUR_MS);
    expect(await store.staff("a")).toMatchObject({ failedSignIns: 0, lockedUntilMs: null });
    expect(await fail()).toEqual({ lockedUntilMs: null });
  });

  it("under a name that nobody has leaves a row without what was typed", async () => {
    expect(await store.signInFailed("MyPassw0rd-typed-here", NOW_MS, 3, MINUTE_MS)).toEqual({
      lockedUntilMs: null,
    });
    expect(await auditTrail()).toEqual(['signInFailed by unknown {"attempts":null,"lockedUntilMs":null}']);
  });

  it("opens a session that lasts until it is closed, and sweeps out the ones that ended", async () => {
    await addPerson("a");
    await store.openSession("old", "a", NOW_MS, NOW_MS + HOUR_MS);
    await store.openSession("new", "a", NOW_MS + HOUR_MS, NOW_MS + 2 * HOUR_MS);
    expect(await store.session("old")).toBeNull();
    await store.touchSession("new", NOW_MS + HOUR_MS + 5);
    await store.touchSession("new", NOW_MS);
    expect(await store.session("new")).toEqual({
      username: "a",
      createdAtMs: NOW_MS + HOUR_MS,
      lastSeenAtMs: NOW_MS + HOUR_MS + 5,
      expiresAtMs: NOW_MS + 2 * HOUR_MS,
    });
    await store.closeSession("new", NOW_MS + HOUR_MS + 9);
    await store.closeSession("new", NOW_MS + HOUR_MS + 9);
    expect(await store.session("new")).toBeNull();
    expect((await auditTrail()).map((line) => line.split(" ")[0])).toEqual([
      "addStaff",
      "signIn",
      "signIn",
      "signOut",
    ]);
  });
});

describe("intake keys and materials", () => {
  const SHA = "d".repeat(64);
  const upload = (intakeKey: string, uploadedAtMs = NOW_MS) =>
    store.addMaterial({ sha256: SHA, intakeKey, mediaType: "image/png", bytes: 3, uploadedAtMs });

  async function submitWith(orderNo: string): Promise<void> {
    const materials = [{ kind: "ENTITY_CERTIFICATE" as const, sha256: SHA }];
    await deskOf(store).submit(orderNo, NOW_MS, { ...documentOf(orderNo), materials });
  }

  it("are known by the hash of their secret", async () => {
    await store.addIntakeKey("key-1", "hash-1", NOW_MS);
    expect([await store.intakeKey("hash-1"), await store.intakeKey("hash-2")]).toEqual(["key-1", null]);
  });

  it("belong to the key that sent them", async () => {
    await upload("key-1");
    expect((await store.material(SHA, "key-1"))?.bytes).toBe(3);
    expect(await store.material(SHA, "key-2")).toBeNull();
  });

  it("are dropped when nothing refers to them after their time, counted from the last upload", async () => {
    await upload("key-1", NOW_MS);
    await upload("key-1", NOW_MS + HOUR_MS);
    expect(await store.dropUnboundMaterials(NOW_MS + HOUR_MS, 10)).toEqual([]);
    expect(await store.dropUnboundMaterials(NOW_MS + HOUR_MS + 1, 10)).toMatchObject([{ sha256: SHA }]);
    expect([await store.material(SHA, "key-1"), await store.materialInUse(SHA)]).toEqual([null, false]);
  });

  it("stay while an order of the same key shows them, also in an older revision", async () => {
    await upload("key-1");
    await upload("key-2");
    await submitWith("A-1");
    const desk = deskOf(store);
    await desk.must("A-1", { type: "withdraw" }, CUSTOMER);
    const edit = { type: "edit", application: documentOf("A-1") } as const;
    changed(await desk.give({ orderNo: "A-1" }, [edit, { type: "submit" }], CUSTOMER, NOW_MS));
    expect(await store.dropUnboundMaterials(NOW_MS + DAY_MS, 10)).toMatchObject([{ intakeKey: "key-2" }]);
    expect(await store.materialInUse(SHA)).toBe(true);
    expect(await store.orderMaterials("A-1", 1)).toMatchObject([{ sha256: SHA, intakeKey: "key-1" }]);
    expect(await store.orderMaterials("A-1", 2)).toEqual([]);
  });
});

describe("idempotent answers", () => {
  const row = { intakeKey: "key-1", key: "k", bodyHash: "body", nowMs: NOW_MS };

  it("are held, completed once, and then stay", async () => {
    expect(await store.idempotentAnswer("key-1", "k")).toBeNull();
    await store.storeIdempotentAnswer({ ...row, status: 0, body: "" });
    await store.storeIdempotentAnswer({ ...row, bodyHash: "other", status: 201, body: "theirs" });
    expect(await store.idempotentAnswer("key-1", "k")).toEqual({ bodyHash: "body", status: 0, body: "" });
    await store.storeIdempotentAnswer({ ...row, status: 201, body: "ours" });
    await store.storeIdempotentAnswer({ ...row, status: 500, body: "later" });
    expect(await store.idempotentAnswer("key-1", "k")).toEqual({
      bodyHash: "body",
      status: 201,
      body: "ours",
    });
    expect(await store.idempotentAnswer("key-2", "k")).toBeNull();
  });
});
