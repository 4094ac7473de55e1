import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { OrderDetail } from "#shared/contract/staff-orders";
import type { Application } from "#shared/domain/filing/application";
import { personalDataOf } from "#shared/domain/privacy/mask";
import { documentOf } from "#test/support/desk";
import { jpegOf, sha256Of } from "#test/support/material-fixtures";
import { FIRST_FILING, HOUR_MS, NOW_MS } from "#test/support/order-fixtures";
import { REVIEWER1, staffDesk } from "#test/support/staff-desk";
import { startTestServer, type TestServer } from "#test/support/test-server";

let server: TestServer;
let desk: ReturnType<typeof staffDesk>;
let document: Application;
let licence: Buffer;

beforeEach(async () => {
  server = await startTestServer({ revealsPerHour: 3 });
  desk = staffDesk(server);
  licence = await jpegOf(1);
  const sha256 = sha256Of(licence);
  await server.deps.materials.put(sha256, licence);
  const row = { sha256, mediaType: "image/jpeg", bytes: licence.length, uploadedAtMs: NOW_MS };
  await server.store.addMaterial({ ...row, intakeKey: "key-1" });
  const materials = [{ kind: "ERP_ID_FRONT" as const, sha256, fileName: "张三 13800000001.jpg" }];
  document = documentOf("A", FIRST_FILING, {
    materials,
    entity: { ...documentOf("A").entity, remark: "联系 张三" },
  });
  await desk.submit("A", NOW_MS, document);
});
afterEach(() => server.stop());

/** Every personal value of the document that is long enough to be told from chance. */
const canaries = () =>
  personalDataOf(document)
    .map(({ value }) => value)
    .filter((value) => value.length >= 2);

const claim = () => desk.must("A", { type: "claim" }, REVIEWER1);

describe("an order as it is shown", () => {
  it("holds personal data in no answer before it is revealed", async () => {
    await claim();
    const reviewer = await server.signIn("reviewer1");
    await reviewer.must("orders.addNote", {
      orderNo: "A",
      requestId: "request-1",
      text: "张三 说他的号码是 13800000001",
    });
    const answers = await Promise.all([
      reviewer.call("orders.get", { orderNo: "A" }),
      reviewer.call("queue.list", { view: "ALL" }),
      reviewer.call("orders.history", { orderNo: "A" }),
      reviewer.call("bureau.list", {}),
    ]);
    expect(canaries().length).toBeGreaterThan(4);
    for (const { status, text } of answers) {
      expect(status).toBe(200);
      for (const canary of canaries()) expect(text).not.toContain(canary);
    }
    expect(answers[0].text).toContain("138****0001");
    expect(answers[0].text).toContain("深圳市示例科技有限公司");
  });

  it("shows what one may do with it, and gives documents an address instead of bytes", async () => {
    await claim();
    const reviewer = await server.signIn("reviewer1");
    const detail = await reviewer.must<OrderDetail>("orders.get", { orderNo: "A" });
    expect(detail).toMatchObject({
      orderNo: "A",
      revision: 1,
      findings: [],
      findingsVersion: null,
      previousReasons: [],
      draft: null,
      undo: null,
      hold: null,
      claim: { by: "reviewer1" },
    });
    expect(detail.allowedCommands).toEqual(
      expect.arrayContaining(["approve", "reject", "requestRevision", "release", "hold"]),
    );
    expect(detail.materials).toMatchObject([
      {
        kind: "ERP_ID_FRONT",
        mediaType: "image/jpeg",
        bytes: licence.length,
        url: `/api/orders/A/materials/${sha256Of(licence)}`,
      },
    ]);
    const manager = await server.signIn("manager1");
    expect((await manager.must<OrderDetail>("orders.get", { orderNo: "A" })).allowedCommands).toEqual([]);
  });
});

describe("orders.reveal", () => {
  it("answers the document as it was submitted, and leaves one audit row each time", async () => {
    await claim();
    const reviewer = await server.signIn("reviewer1");
    const { data } = await reviewer.call<{ document: Application }>("orders.reveal", {
      orderNo: "A",
      purpose: "首次审核",
    });
    expect(data.document).toEqual(document);
    const reveals = (await server.store.history("A")).filter(({ action }) => action === "reveal");
    expect(reveals).toMatchObject([{ actor: "reviewer1", data: { purpose: "首次审核", revision: 1 } }]);
  });

  it("keeps personal data that was typed as purpose off the audit trail", async () => {
    const lead = await server.signIn("lead1");
    await lead.must("orders.reveal", { orderNo: "A", purpose: "张三 13800000001 来电" });
    const rows = JSON.stringify(await server.store.history("A"));
    expect(rows).toContain("来电");
    for (const canary of canaries()) expect(rows).not.toContain(canary);
  });

  it("leaves no row when it is refused", async () => {
    const reviewer = await server.signIn("reviewer1");
    expect((await reviewer.call("orders.reveal", { orderNo: "A", purpose: "看看" })).status).toBe(409);
    expect((await server.actionsOf("A")).filter((line) => line.endsWith("reveal"))).toEqual([]);
  });

  it("is limited per person and hour", async () => {
    const lead = await server.signIn("lead1");
    const reveal = () => lead.call("orders.reveal", { orderNo: "A", purpose: "抽查" });
    const answers = await Promise.all([reveal(), reveal(), reveal(), reveal(), reveal()]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
    const refused = answers.find(({ status }) => status !== 200);
    expect(refused).toMatchObject({ status: 429, error: { refusal: "REVEAL_LIMIT" } });
    server.clock.nowMs += HOUR_MS;
    const again = await server.signIn("lead1");
    expect((await again.call("orders.reveal", { orderNo: "A", purpose: "抽查" })).status).toBe(200);
  });
});

describe("a document", () => {
  const address = () => `/api/orders/A/materials/${sha256Of(licence)}`;

  it("is served to the holder of the claim, for looking at only", async () => {
    await claim();
    const reviewer = await server.signIn("reviewer1");
    const response = await reviewer.get(address());
    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(licence);
    expect(response.headers.get("content-type")).toBe("image/jpeg");
    expect(response.headers.get("content-security-policy")).toBe("sandbox; default-src 'none'");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("cache-control")).toBe("private, no-store");
  });

  it("leaves one audit row per person and claim", async () => {
    await claim();
    const [reviewer, lead] = [await server.signIn("reviewer1"), await server.signIn("lead1")];
    await Promise.all([reviewer.get(address()), reviewer.get(address()), lead.get(address())]);
    await reviewer.get(address());
    const looks = (await server.actionsOf("A")).filter((line) => line.endsWith("viewDocuments"));
    expect(looks.sort()).toEqual(["lead1 viewDocuments", "reviewer1 viewDocuments"]);
    await desk.must("A", { type: "release" }, REVIEWER1, NOW_MS + 1);
    await desk.must("A", { type: "claim" }, REVIEWER1, NOW_MS + 2);
    server.clock.nowMs += 3;
    await reviewer.get(address());
    expect((await server.actionsOf("A")).filter((line) => line === "reviewer1 viewDocuments")).toHaveLength(
      2,
    );
  });

  it.each([
    ["nobody", null, 401, "SIGN_IN_REQUIRED"],
    ["a manager", "manager1", 403, "NOT_PERMITTED"],
    ["a reviewer without the claim", "reviewer2", 403, "DOCUMENT_CLOSED"],
  ])("is refused to %s", async (_who, username, status, refusal) => {
    await claim();
    const caller = username === null ? server.anonymous : await server.signIn(username);
    const response = await caller.get(address());
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ refusal });
  });

  it("belongs to its order: another order's hash, a made-up one and a path are not found", async () => {
    await claim();
    const other = await jpegOf(2);
    await server.deps.materials.put(sha256Of(other), other);
    const lead = await server.signIn("lead1");
    for (const last of [sha256Of(other), "0".repeat(64), "..%2f..%2fmaster.key", "x"]) {
      const response = await lead.get(`/api/orders/A/materials/${last}`);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ refusal: "DOCUMENT_NOT_FOUND" });
    }
  });

  it("cannot be loaded by a page of another site", async () => {
    await claim();
    const reviewer = await server.signIn("reviewer1");
    expect((await reviewer.get(address(), { "sec-fetch-site": "cross-site" })).status).toBe(403);
  });
});

describe("the log", () => {
  it("holds no personal data, no token and no password of all this", async () => {
    await claim();
    const reviewer = await server.signIn("reviewer1");
    await reviewer.call("orders.reveal", { orderNo: "A", purpose: "张三" });
    await reviewer.call("queue.list", { view: "ALL", filter: { text: "13800000001" } });
    await reviewer.call("orders.get", { orderNo: "13800000001" });
    await server.anonymous.signIn("reviewer1", "13800000001");
    const log = server.logged.join("");
    for (const canary of [...canaries(), "13800000001", reviewer.cookie ?? "-"])
      expect(log).not.toContain(canary);
  });
});
