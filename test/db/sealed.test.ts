import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { deriveKeyring } from "#db/crypto/keyring";
import { openStore } from "#db/sqlite/open-store";
import type { Application } from "#shared/domain/filing/application";
import { deskOf, documentOf } from "#test/support/desk";
import { HOLDER, NOW_MS, reasonOf, verdictOf } from "#test/support/order-fixtures";
import { createInspectedStore, TEST_KEYRING } from "#test/support/test-store";

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

async function temporaryDatabase(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "sealed-"));
  folders.push(folder);
  return path.join(folder, "desk.db");
}

/** Values that must never lie in clear anywhere; every one of them stands somewhere in the order. */
const CANARIES = {
  name: "金丝雀甲",
  idNumber: "110105194912310021",
  mobile: "13911112222",
  emergencyPhone: "13933334444",
  email: "canary@secret.example",
  individual: "金丝雀乙",
  address: "广东省深圳市南山区金丝雀路99号",
  ocrName: "金丝雀丙",
  remark: "联系人13955556666",
  comment: "请金丝雀丁补充材料",
  note: "金丝雀戊说明",
  problem: "金丝雀己的证件过期",
  draft: "金丝雀庚草稿",
};

function individualWith(orderNo: string): Application {
  const document = documentOf(orderNo);
  const { name, idNumber, mobile, emergencyPhone, email, individual, address, ocrName, remark } = CANARIES;
  return {
    ...document,
    entity: {
      ...document.entity,
      nature: 5,
      certType: 2,
      name: individual,
      certNumber: "440301199001010012",
      certAddress: address,
      contactAddress: address,
      remark,
      responsiblePerson: {
        ...document.entity.responsiblePerson,
        name,
        idNumber,
        mobile,
        emergencyPhone,
        email,
      },
    },
    evidence: { ocr: [{ materialKind: "ERP_ID_FRONT", fields: { name: ocrName, idNumber } }] },
  };
}

function clearBytes(databasePath: string): string[] {
  const folder = path.dirname(databasePath);
  const bytes = Buffer.concat(readdirSync(folder).map((name) => readFileSync(path.join(folder, name))));
  const secrets = [...Object.values(CANARIES), "440301199001010012", "13955556666"];
  return secrets.filter((secret) => bytes.includes(secret));
}

describe("sealed data", () => {
  it("lies nowhere in clear, neither in the database nor in its write-ahead log", async () => {
    const file = await temporaryDatabase();
    const store = await openStore({ path: file, keyring: TEST_KEYRING });
    const desk = deskOf(store);
    await desk.submit("A-1", NOW_MS, individualWith("A-1"));
    await desk.must("A-1", { type: "claim" }, HOLDER);
    const draft = {
      outcome: null,
      comment: CANARIES.draft,
      note: "",
      reasons: [],
      overrides: [],
      checked: [],
    };
    await store.saveDraft("A-1", HOLDER.username, draft, NOW_MS);
    const verdict = verdictOf("REJECT", {
      comment: CANARIES.comment,
      note: CANARIES.note,
      reasons: [reasonOf({ problem: CANARIES.problem })],
    });
    await desk.must("A-1", { type: "reject", verdict }, HOLDER);
    const once = { scope: "s", key: "k" };
    await store.addNote({ orderNo: "A-1", author: "x", text: CANARIES.note, nowMs: NOW_MS, once });
    expect(clearBytes(file)).toEqual([]);
    expect((await store.revision("A-1"))?.application.entity.name).toBe(CANARIES.individual);
    expect(await store.loadDraft("A-1", HOLDER.username)).toEqual(draft);
    await store.close();
    expect(clearBytes(file)).toEqual([]);
    expect(readdirSync(path.dirname(file)).filter((name) => name.endsWith("-wal"))).toEqual([]);
  });

  it("would be found by this test if it lay there", async () => {
    const file = await temporaryDatabase();
    const store = await openStore({ path: file, keyring: TEST_KEYRING });
    const leaky = individualWith("A-1");
    // The broken variant: an individual that calls itself a unit, whose name is then nobody's secret.
    await deskOf(store).submit("A-1", NOW_MS, {
      ...leaky,
      entity: { ...leaky.entity, nature: 4, certType: 1 },
    });
    await store.close();
    expect(clearBytes(file)).toContain(CANARIES.individual);
  });

  it("shows an individual masked and a unit by its name", async () => {
    const { store } = await createInspectedStore();
    const desk = deskOf(store);
    await desk.submit("A-1", NOW_MS, individualWith("A-1"));
    await desk.submit("A-2");
    expect((await store.orderRow("A-1", NOW_MS))?.entityName).toBe("金***");
    expect((await store.orderRow("A-2", NOW_MS))?.entityName).toBe("深圳市示例科技有限公司");
  });

  it("does not open in another row, nor once its key is destroyed", async () => {
    const { store, client } = await createInspectedStore();
    const desk = deskOf(store);
    await desk.submit("A-1");
    await desk.submit("A-2");
    const draft = { outcome: null, comment: "mine", note: "", reasons: [], overrides: [], checked: [] };
    await store.saveDraft("A-1", "a", draft, NOW_MS);
    client.exec("INSERT INTO drafts SELECT order_no, 'b', saved_at_ms, sealed FROM drafts");
    await expect(store.loadDraft("A-1", "b")).rejects.toThrow("NOT_AUTHENTIC");
    client.exec("DELETE FROM order_keys WHERE order_no = 'A-1'");
    await expect(store.revision("A-1")).rejects.toThrow("KEY_DESTROYED");
    expect((await store.revision("A-2"))?.revisionNo).toBe(1);
  });

  it("refuses to start with another master key, and says why", async () => {
    const file = await temporaryDatabase();
    const store = await openStore({ path: file, keyring: TEST_KEYRING });
    await deskOf(store).submit("A-1");
    await store.close();
    const wrong = deriveKeyring(Buffer.alloc(32, 8));
    await expect(openStore({ path: file, keyring: wrong })).rejects.toThrow("WRONG_KEY");
    const right = await openStore({ path: file, keyring: TEST_KEYRING });
    expect((await right.load("A-1"))?.version).toBe(1);
    await right.close();
  });
});
