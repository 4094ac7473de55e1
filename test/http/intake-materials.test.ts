import { once } from "node:events";
import { readdir, readFile } from "node:fs/promises";
import { connect, type Socket } from "node:net";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { MAX_MATERIAL_BYTES } from "#server/materials/material-vault";
import { sweepUnboundMaterials } from "#server/materials/sweep-unbound-materials";
import { type IntakeRig, OURS, openIntakeRig, THEIRS } from "#test/support/intake-rig";
import { EMPTY_ZIP, jpegOf, pdfOf, pngBomb, pngOf, sha256Of } from "#test/support/material-fixtures";
import { DAY_MS, FIRST_FILING } from "#test/support/order-fixtures";

let rig: IntakeRig;
beforeEach(async () => {
  rig = await openIntakeRig();
});
afterEach(() => rig.close());

const jpeg = await jpegOf();
const png = await pngOf();

/** Names of all files in the vault, those that are still arriving included. */
async function filesInVault(): Promise<string[]> {
  const entries = await readdir(rig.folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

async function expectNothingKept(): Promise<void> {
  expect(rig.count("materials")).toBe(0);
  expect(await filesInVault()).toEqual([]);
}

/** A connection on which an upload has begun: its head is sent, its body is up to the test. */
async function beginUpload(sha256: string, length: number): Promise<Socket> {
  const socket = connect(rig.port, "127.0.0.1");
  await once(socket, "connect");
  socket.write(
    `PUT /api/intake/v1/materials/${sha256} HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${OURS}\r\n` +
      `content-type: application/octet-stream\r\ncontent-length: ${length}\r\n\r\n`,
  );
  return socket;
}

describe("PUT /materials/{sha256}", () => {
  it.each([
    ["a JPEG", jpeg, "image/jpeg"],
    ["a PNG", png, "image/png"],
    ["a PDF", pdfOf(), "application/pdf"],
  ])("takes %s, every time, and keeps it sealed", async (_name, bytes, mediaType) => {
    for (const type of [mediaType, "application/octet-stream", "APPLICATION/OCTET-STREAM; x=y"]) {
      const headers = { "content-type": type };
      const reply = await rig.upload(bytes, OURS, headers);
      expect(reply).toMatchObject({
        status: 201,
        body: { sha256: sha256Of(bytes), mediaType, bytes: bytes.length },
      });
    }
    expect(rig.count("materials")).toBe(1);
    expect((await rig.deps.materials.read(sha256Of(bytes)))?.equals(bytes)).toBe(true);
    const [name = ""] = await filesInVault();
    const stored = await readFile(path.join(rig.folder, name.slice(0, 2), name));
    expect(stored.includes(bytes.subarray(0, 16))).toBe(false);
  });

  it("takes the hash in either letter case", async () => {
    const reply = await rig.call("PUT", `/materials/${sha256Of(jpeg).toUpperCase()}`, { raw: jpeg });
    expect(reply).toMatchObject({ status: 201, body: { sha256: sha256Of(jpeg) } });
  });

  it.each([
    ["text", Buffer.from("hello"), 415, "MATERIAL_TYPE"],
    ["nothing", Buffer.alloc(0), 415, "MATERIAL_TYPE"],
    [
      "a page that calls itself a picture",
      Buffer.from("<html><script>alert(1)</script>"),
      415,
      "MATERIAL_TYPE",
    ],
    ["a picture cut in half", jpeg.subarray(0, jpeg.length >> 1), 422, "MATERIAL_CORRUPT"],
    ["a PNG without its end", png.subarray(0, -12), 422, "MATERIAL_CORRUPT"],
    ["a picture that is also an archive", Buffer.concat([jpeg, EMPTY_ZIP]), 422, "MATERIAL_POLYGLOT"],
    [
      "a picture with a page behind it",
      Buffer.concat([png, Buffer.from("<script>1</script>")]),
      422,
      "MATERIAL_POLYGLOT",
    ],
    ["a decompression bomb", pngBomb(), 422, "MATERIAL_BOMB"],
    ["a PDF bomb", pdfOf(Buffer.alloc(300 * 1024 * 1024)), 422, "MATERIAL_BOMB"],
  ])("refuses %s and keeps nothing", async (_name, bytes, status, code) => {
    const reply = await rig.upload(bytes);
    expect(reply).toMatchObject({ status, body: { code } });
    expect(reply.headers.get("content-type")).toBe("application/problem+json");
    await expectNothingKept();
  });

  it("refuses bytes that do not have the hash they came under", async () => {
    const reply = await rig.call("PUT", `/materials/${"a".repeat(64)}`, { raw: jpeg });
    expect(reply).toMatchObject({ status: 422, body: { code: "HASH_MISMATCH" } });
    await expectNothingKept();
  });

  it.each(["abc", "g".repeat(64), "..%2f..%2fetc%2fpasswd", `${"a".repeat(64)}b`])(
    "refuses %s as a hash",
    async (name) => {
      expect(await rig.call("PUT", `/materials/${name}`, { raw: jpeg })).toMatchObject({
        status: 400,
        body: { code: "INVALID_HASH" },
      });
      await expectNothingKept();
    },
  );

  it.each([
    ["another type of ours", { "content-type": "image/png" }],
    ["a type of nobody's", { "content-type": "text/html" }],
    ["a form", { "content-type": "multipart/form-data; boundary=x" }],
    ["a compressed body", { "content-type": "image/jpeg", "content-encoding": "gzip" }],
  ])("refuses a JPEG declared as %s", async (_name, headers) => {
    expect(await rig.upload(jpeg, OURS, headers)).toMatchObject({
      status: 415,
      body: { code: "MATERIAL_TYPE" },
    });
    await expectNothingKept();
  });

  it("accepts 10 MB and refuses a byte more, announced or not, also while the sender is still busy", async () => {
    const largest = Buffer.concat([jpeg, Buffer.alloc(MAX_MATERIAL_BYTES - jpeg.length)]);
    expect((await rig.upload(largest)).status).toBe(201);
    const tooLarge = Buffer.concat([largest, Buffer.alloc(1)]);
    expect(await rig.upload(tooLarge)).toMatchObject({ status: 413, body: { code: "MATERIAL_TOO_LARGE" } });
    const unannounced: RequestInit & { duplex: "half" } = {
      method: "PUT",
      headers: { authorization: `Bearer ${OURS}` },
      body: new Blob([tooLarge, largest]).stream(),
      duplex: "half",
    };
    const chunked = await fetch(`${rig.base}/materials/${sha256Of(tooLarge)}`, unannounced);
    expect(chunked.status).toBe(413);
    expect(await filesInVault()).toEqual([sha256Of(largest)]);
  });

  it("streams: bytes are on disk, sealed, while the sender has not finished", async () => {
    const bytes = Buffer.concat([jpeg, Buffer.alloc(3_000_000)]);
    const socket = await beginUpload(sha256Of(bytes), bytes.length);
    socket.write(bytes.subarray(0, 2_000_000));
    const arriving = path.join(rig.folder, "arriving");
    await vi.waitFor(async () => {
      const [name = "none"] = await readdir(arriving);
      expect((await readFile(path.join(arriving, name))).length).toBeGreaterThan(1_900_000);
    });
    const [name = ""] = await readdir(arriving);
    expect((await readFile(path.join(arriving, name))).includes(jpeg.subarray(0, 16))).toBe(false);
    expect(rig.count("materials")).toBe(0);
    const answered = once(socket, "data");
    socket.write(bytes.subarray(2_000_000));
    expect(String((await answered)[0])).toMatch(/^HTTP\/1.1 201 /);
    socket.destroy();
  });

  it("leaves nothing of an upload that broke off, and no error in the log", async () => {
    const socket = await beginUpload(sha256Of(jpeg), jpeg.length);
    socket.write(jpeg.subarray(0, 1000));
    await vi.waitFor(async () => expect(await filesInVault()).toHaveLength(1));
    socket.destroy();
    await vi.waitFor(expectNothingKept);
    expect(rig.logged).toEqual([]);
  });

  it("takes the same bytes from twenty senders at once", async () => {
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, index) => rig.upload(jpeg, index % 2 ? OURS : THEIRS)),
    );
    expect(replies.map((reply) => reply.status)).toEqual(replies.map(() => 201));
    expect(rig.count("materials")).toBe(2);
    expect(await filesInVault()).toEqual([sha256Of(jpeg)]);
  });
});

describe("sweepUnboundMaterials", () => {
  it("lets go what no order named within a day, and nothing else", async () => {
    const bound = await rig.documentOf(FIRST_FILING);
    await rig.submit(bound);
    await rig.upload(jpeg);
    rig.clock.nowMs += DAY_MS;
    await rig.upload(png);
    expect(await sweepUnboundMaterials(rig.deps)).toBe(0);
    rig.clock.nowMs += 1;
    expect(await sweepUnboundMaterials(rig.deps)).toBe(1);
    const kept = [bound.materials[0]?.sha256, sha256Of(png)];
    expect((await filesInVault()).sort()).toEqual(kept.sort());
    const body = { ...bound, accountId: "acct-two", materials: [{ kind: "OTHER", sha256: sha256Of(jpeg) }] };
    expect((await rig.call("POST", "/orders/check", { body })).body.code).toBe("UNKNOWN_MATERIAL");
  });

  it("counts a repeated upload from its repetition", async () => {
    await rig.upload(jpeg);
    rig.clock.nowMs += DAY_MS - 1;
    await rig.upload(jpeg);
    rig.clock.nowMs += 2;
    expect(await sweepUnboundMaterials(rig.deps)).toBe(0);
    expect(await filesInVault()).toEqual([sha256Of(jpeg)]);
  });

  it("keeps bytes that another key's order shows", async () => {
    const bound = await rig.documentOf(FIRST_FILING);
    await rig.submit(bound);
    const shared = await jpegOf("one".length);
    await rig.upload(shared, THEIRS);
    rig.clock.nowMs += DAY_MS + 1;
    await sweepUnboundMaterials(rig.deps);
    expect(rig.count("materials")).toBe(1);
    expect((await rig.deps.materials.read(sha256Of(shared)))?.equals(shared)).toBe(true);
  });

  it("keeps bytes that are sent anew while it is at work", async () => {
    await rig.upload(jpeg);
    rig.clock.nowMs += DAY_MS + 1;
    const { store, materials, now } = rig.deps;
    const dropThenUpload: typeof store.dropUnboundMaterials = async (beforeMs, limit) => {
      const dropped = await store.dropUnboundMaterials(beforeMs, limit);
      expect((await rig.upload(jpeg, THEIRS)).status).toBe(201);
      return dropped;
    };
    await sweepUnboundMaterials({
      store: { ...store, dropUnboundMaterials: dropThenUpload },
      materials,
      now,
    });
    expect(await filesInVault()).toEqual([sha256Of(jpeg)]);
  });
});
