import { describe, expect, it } from "vitest";
import type { Store } from "#db/store";
import type { Application } from "#shared/domain/filing/application";
import { deskOf, documentOf } from "#test/support/desk";
import { PERSON, SHA_CERTIFICATE, SHA_ID } from "#test/support/document-parts";
import { CUSTOMER, NOW_MS } from "#test/support/order-fixtures";
import { fileOrder, requestOf } from "#test/support/stored-findings";
import { createTestStore } from "#test/support/test-store";

const PHOTO = "d".repeat(64);
const THUMBNAIL = "e".repeat(64);
const STRANGER = { ...PERSON, idNumber: "440301199001010012" };

async function storeWithFiles(): Promise<Store> {
  const store = await createTestStore();
  const upload = { intakeKey: "key-1", uploadedAtMs: NOW_MS };
  await store.addMaterial({ ...upload, sha256: SHA_ID, mediaType: "image/png", bytes: 50_000 });
  await store.addMaterial({ ...upload, sha256: PHOTO, mediaType: "image/jpeg", bytes: 4096 });
  await store.addMaterial({ ...upload, sha256: THUMBNAIL, mediaType: "image/jpeg", bytes: 4095 });
  return store;
}

/** A document with photos of the person who answers for its only service. */
function photographed(name: string, person: Partial<typeof PERSON>, ...photos: string[]): Application {
  const document = documentOf(name);
  return {
    ...document,
    entity: { ...document.entity, responsiblePerson: { ...PERSON, ...person } },
    liveness: photos.map((photoSha256) => ({ person: "SRP", serviceIndex: 0, photoSha256 })),
  };
}

async function reused(store: Store, application: Application, orderNo: string | null = null) {
  return (await store.ruleFacts(requestOf(application, { orderNo }))).photosUsed;
}

describe("files", () => {
  it("are those of the key that sent them, or anybody's for a document of a lead", async () => {
    const store = await storeWithFiles();
    const document = photographed("A-1", {}, PHOTO);
    const ask = async (intakeKey: string | null) =>
      (await store.ruleFacts(requestOf(document, { intakeKey }))).files;
    const known = [
      { sha256: SHA_ID, mediaType: "image/png", bytes: 50_000 },
      { sha256: PHOTO, mediaType: "image/jpeg", bytes: 4096 },
    ];
    expect(document.materials.map(({ sha256 }) => sha256)).toContain(SHA_CERTIFICATE);
    expect(await ask("key-1")).toEqual(known);
    expect(await ask("key-2")).toEqual([]);
    expect(await ask(null)).toEqual(known);
  });
});

describe("photos used before", () => {
  it("are named with the order of another person that used them", async () => {
    const store = await storeWithFiles();
    await deskOf(store).submit("A-1", NOW_MS, photographed("A-1", STRANGER, PHOTO, THUMBNAIL));
    expect(await reused(store, photographed("A-2", {}, PHOTO))).toEqual([{ sha256: PHOTO, orderNo: "A-1" }]);
    await fileOrder(store, "A-1");
    expect(await reused(store, photographed("A-2", {}, PHOTO))).toEqual([{ sha256: PHOTO, orderNo: "A-1" }]);
  });

  it("are found as listed materials as well", async () => {
    const store = await storeWithFiles();
    const listed = { ...documentOf("A-1"), materials: [{ kind: "LIVENESS_PHOTO", sha256: PHOTO }] } as const;
    await deskOf(store).submit("A-1", NOW_MS, { ...listed, materials: [...listed.materials] });
    const other = { ...photographed("A-2", STRANGER), materials: [...listed.materials] };
    expect(await reused(store, other)).toEqual([{ sha256: PHOTO, orderNo: "A-1" }]);
  });

  it("are the same person's own, this order's, or too small to show a face", async () => {
    const store = await storeWithFiles();
    await deskOf(store).submit("A-1", NOW_MS, photographed("A-1", STRANGER, PHOTO, THUMBNAIL));
    const ownAgain = { idNumber: " 440301199001010012 " };
    expect(await reused(store, photographed("A-2", ownAgain, PHOTO))).toEqual([]);
    expect(await reused(store, photographed("A-1", {}, PHOTO), "A-1")).toEqual([]);
    expect(await reused(store, photographed("A-2", {}, THUMBNAIL))).toEqual([]);
    expect(await reused(store, photographed("A-2", { idNumber: "" }, PHOTO))).toEqual([]);
  });

  it("are of either person that they are said to show", async () => {
    const store = await storeWithFiles();
    await deskOf(store).submit("A-1", NOW_MS, photographed("A-1", STRANGER, PHOTO));
    const document = photographed("A-2", {}, PHOTO);
    const services = document.services.map((service) => ({
      ...service,
      responsiblePerson: { ...STRANGER, sameAsEntity: false },
    }));
    const liveness = ["ERP", "SRP"].map((person) => ({ person, serviceIndex: 0, photoSha256: PHOTO }));
    expect(await reused(store, { ...document, services, liveness })).toEqual([]);
    expect(await reused(store, { ...document, services, liveness: liveness.slice(0, 1) })).toHaveLength(1);
  });

  it("are forgotten with an abandoned order", async () => {
    const store = await storeWithFiles();
    const desk = deskOf(store);
    await desk.submit("A-1", NOW_MS, photographed("A-1", STRANGER, PHOTO));
    await desk.must("A-1", { type: "withdraw" }, CUSTOMER);
    await desk.must("A-1", { type: "abandon", reason: "" }, CUSTOMER);
    expect(await reused(store, photographed("A-2", {}, PHOTO))).toEqual([]);
  });
});
