import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { jpegOf, sha256Of } from "#test/support/material-fixtures";
import type { Caller } from "#test/support/staff-caller";
import { startTestServer, type TestServer } from "#test/support/test-server";

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.stop());

describe("staff.setRoles", () => {
  let admin: Caller;
  beforeEach(async () => {
    admin = await server.signIn("admin1");
  });
  const give = (username: string, roles: string[]) =>
    admin.call("staff.setRoles", { username, roles, requestId: "request-1" });

  it("gives exactly these roles, and says so on the audit trail", async () => {
    const { data } = await give("reviewer1", ["LEAD", "REVIEWER", "LEAD"]);
    expect(data).toMatchObject({ username: "reviewer1", roles: ["LEAD", "REVIEWER"], active: true });
    expect(JSON.stringify(data)).not.toMatch(/hash|argon/i);
    const { rows } = await server.store.auditSearch({ action: "setRoles" });
    expect(rows).toMatchObject([
      {
        actor: "admin1",
        data: { username: "reviewer1", before: ["REVIEWER"], after: ["LEAD", "REVIEWER"] },
      },
    ]);
  });

  it.each([
    ["one's own roles", "admin1", ["ADMIN"], "OWN_ROLES"],
    ["an administrator who audits himself", "reviewer1", ["ADMIN", "AUDITOR"], "ROLES_INCOMPATIBLE"],
    [
      "a security administrator who reviews",
      "reviewer1",
      ["SECURITY_ADMIN", "REVIEWER"],
      "ROLES_INCOMPATIBLE",
    ],
    ["somebody who does not exist", "nobody", ["REVIEWER"], "STAFF_NOT_FOUND"],
    ["no role at all", "reviewer1", [], "BAD_INPUT"],
  ])("refuses %s", async (_what, username, roles, refusal) => {
    expect((await give(username, roles)).error?.refusal).toBe(refusal);
    expect((await server.store.staff("reviewer1"))?.roles).toEqual(["REVIEWER"]);
    expect((await server.store.auditSearch({ action: "setRoles" })).rows).toEqual([]);
  });

  it("keeps password hashes out of every list", async () => {
    const { text } = await admin.call("staff.list");
    expect(text).toContain("reviewer1");
    expect(text).not.toMatch(/hash|argon|failed/i);
  });
});

describe("session.setLocale", () => {
  it("is remembered for the next time", async () => {
    const reviewer = await server.signIn("reviewer1");
    await reviewer.must("session.setLocale", { locale: "en-US" });
    const again = await server.signIn("reviewer1");
    expect(await again.must("session.me")).toMatchObject({ locale: "en-US" });
  });
});

describe("uploading evidence", () => {
  const put = async (caller: Caller, bytes: Buffer, headers: Record<string, string> = {}) => {
    const response = await fetch(`${server.url}/api/materials/${sha256Of(bytes)}`, {
      method: "PUT",
      headers: { cookie: caller.cookie ?? "", "x-icp-client": "1", ...headers },
      body: new Uint8Array(bytes),
    });
    const body: Record<string, unknown> = JSON.parse(await response.text());
    return { status: response.status, refusal: body.refusal ?? null };
  };

  it("takes a lead's picture, sealed, for staff alone", async () => {
    const lead = await server.signIn("lead1");
    const picture = await jpegOf(1);
    expect(await put(lead, picture)).toEqual({ status: 201, refusal: null });
    expect(await server.store.material(sha256Of(picture), "staff:uploads")).toMatchObject({
      mediaType: "image/jpeg",
    });
    expect(await server.deps.materials.read(sha256Of(picture))).toEqual(picture);
  });

  it("refuses what is no picture, other roles, other sites and other hashes", async () => {
    const [lead, reviewer] = [await server.signIn("lead1"), await server.signIn("reviewer1")];
    const picture = await jpegOf(1);
    expect(await put(lead, Buffer.from("<svg onload=alert(1)>"))).toEqual({
      status: 422,
      refusal: "MATERIAL_REFUSED",
    });
    expect(await put(reviewer, picture)).toEqual({ status: 403, refusal: "NOT_PERMITTED" });
    expect(await put(server.anonymous, picture)).toEqual({ status: 401, refusal: "SIGN_IN_REQUIRED" });
    expect(await put(lead, picture, { "x-icp-client": "" })).toMatchObject({
      refusal: "CLIENT_HEADER_MISSING",
    });
    expect(await put(lead, picture, { origin: "https://evil.example" })).toMatchObject({
      refusal: "CROSS_SITE",
    });
    const wrong = await fetch(`${server.url}/api/materials/${"0".repeat(64)}`, {
      method: "PUT",
      headers: { cookie: lead.cookie ?? "", "x-icp-client": "1" },
      body: new Uint8Array(picture),
    });
    expect(await wrong.json()).toMatchObject({ refusal: "HASH_MISMATCH" });
    expect(await server.store.material(sha256Of(picture), "staff:uploads")).toBeNull();
  });
});
