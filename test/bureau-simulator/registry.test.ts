import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { BureauRecord } from "#shared/contract/bureau-record";
import { HOUR, startBureau, type TestBureau } from "./bureau-client";
import { app, CERTIFICATE, sampleRecord, website } from "./sample-record";

let bureau: TestBureau;
let sequence = 0;
beforeEach(async () => {
  bureau = await startBureau();
  await bureau.control({ autoVerifySms: true });
  sequence = 0;
});
afterEach(() => bureau.stop());

/** Files a record to its end; the numbers of the review, if it got there. */
async function file(record: BureauRecord) {
  sequence += 1;
  await bureau.submit(sequence, [record]);
  await bureau.control({ advanceMs: 72 * HOUR });
  const review = (await bureau.drain()).find((result) => result.kind === "REVIEW");
  return review?.kind === "REVIEW" ? review : null;
}

const fileFirst = () =>
  file(sampleRecord("FIRST_FILING", "A1", { services: [website("one.example"), app("计算器")] }));
const NUMBER = /^粤ICP备26\d{6}号$/;

describe("numbers", () => {
  it("gives the entity a number with the bureau's year, and services -1 and -2A", async () => {
    const review = await fileFirst();
    const number = review?.entityFilingNumber ?? "";
    expect(number).toMatch(NUMBER);
    expect(review?.services).toEqual([
      { index: 0, serviceFilingNumber: `${number}-1` },
      { index: 1, serviceFilingNumber: `${number}-2A` },
    ]);
  });

  it("keeps the entity's number and counts on with every further service", async () => {
    const number = (await fileFirst())?.entityFilingNumber;
    const next = await file(sampleRecord("ADD_SERVICE", "A2", { services: [website("two.example")] }));
    expect(next).toMatchObject({
      entityFilingNumber: number,
      services: [{ index: 0, serviceFilingNumber: `${number}-3` }],
    });
    await file(
      sampleRecord("DEREGISTER_SERVICE", "A3", {
        services: [],
        target: { entityFilingNumber: number, serviceFilingNumbers: [`${number}-3`] },
      }),
    );
    const later = await file(sampleRecord("ADD_SERVICE", "A4", { services: [website("four.example")] }));
    expect(later?.services).toEqual([{ index: 0, serviceFilingNumber: `${number}-4` }]);
  });

  it("adopts the numbers of an entity filed before this bureau knew of it", async () => {
    const entity = { ...sampleRecord("ADD_SERVICE", "A1").entity, filingNumber: "粤ICP备20000001号" };
    const access = await file(
      sampleRecord("ADD_ACCESS", "A1", { entity, services: [website("one.example", "粤ICP备20000001号-5")] }),
    );
    expect(access).toMatchObject({
      entityFilingNumber: "粤ICP备20000001号",
      services: [{ index: 0, serviceFilingNumber: "粤ICP备20000001号-5" }],
    });
    const next = await file(
      sampleRecord("ADD_SERVICE", "A2", { entity, services: [website("two.example")] }),
    );
    expect(next?.services).toEqual([{ index: 0, serviceFilingNumber: "粤ICP备20000001号-6" }]);
  });

  it("gives two entities two numbers, and a new one after deregistration", async () => {
    const first = (await fileFirst())?.entityFilingNumber;
    const entity = { ...sampleRecord("FIRST_FILING", "B1").entity, certNumber: "91440300MA5F000002" };
    const second = (await file(sampleRecord("FIRST_FILING", "B1", { entity })))?.entityFilingNumber;
    await file(sampleRecord("DEREGISTER_ENTITY", "A2", { services: [] }));
    const again = (await file(sampleRecord("FIRST_FILING", "A3")))?.entityFilingNumber;
    expect(again).toMatch(NUMBER);
    expect(new Set([first, second, again]).size).toBe(3);
  });
});

describe("registry", () => {
  it("knows nothing before an approval", async () => {
    await bureau.submit(1, [sampleRecord("FIRST_FILING", "A1")]);
    expect(await bureau.query(CERTIFICATE)).toMatchObject({ filed: false, services: [] });
    expect(await bureau.query({ domain: "a1.example.com" })).toMatchObject({ filed: false });
  });

  it("answers by certificate with all services and by domain with the one that carries it", async () => {
    const number = (await fileFirst())?.entityFilingNumber;
    const ours = [{ name: "demo-provider", ours: true }];
    const one = {
      serviceFilingNumber: `${number}-1`,
      name: "站点 one.example",
      domains: ["one.example"],
      accessProviders: ours,
    };
    expect(await bureau.query({ ...CERTIFICATE, certNumber: "91440300ma5f000001" })).toMatchObject({
      filed: true,
      entityFilingNumber: number,
      services: [one, { serviceFilingNumber: `${number}-2A`, accessProviders: ours }],
    });
    expect((await bureau.query({ domain: "ONE.example" })).services).toEqual([one]);
  });

  it("takes away our access only when access is cancelled", async () => {
    const number = (await fileFirst())?.entityFilingNumber;
    const target = { entityFilingNumber: number, serviceFilingNumbers: [`${number}-1`] };
    await file(sampleRecord("CANCEL_ACCESS", "A2", { services: [], target }));
    expect(await bureau.query({ domain: "one.example" })).toMatchObject({
      filed: true,
      services: [{ accessProviders: [] }],
    });
    expect(
      (await bureau.query(CERTIFICATE)).services.map((service) => service.accessProviders.length),
    ).toEqual([0, 1]);
  });

  it("frees the domains of a deregistered service, and everything of a deregistered entity", async () => {
    const number = (await fileFirst())?.entityFilingNumber;
    const target = { entityFilingNumber: number, serviceFilingNumbers: [`${number}-1`] };
    await file(sampleRecord("DEREGISTER_SERVICE", "A2", { services: [], target }));
    expect(await bureau.query({ domain: "one.example" })).toMatchObject({ filed: false });
    expect(await bureau.query(CERTIFICATE)).toMatchObject({ filed: true, services: [{ name: "计算器" }] });
    await file(sampleRecord("DEREGISTER_ENTITY", "A3", { services: [] }));
    expect(await bureau.query(CERTIFICATE)).toMatchObject({ filed: false, services: [] });
  });

  it("follows a change that removes a domain", async () => {
    const both = { ...website("one.example"), domains: ["one.example", "old.example"] };
    const number = (await file(sampleRecord("FIRST_FILING", "A1", { services: [both] })))?.entityFilingNumber;
    const target = { entityFilingNumber: number, serviceFilingNumbers: [`${number}-1`] };
    await file(sampleRecord("CHANGE", "A2", { services: [website("one.example")], target }));
    expect(await bureau.query({ domain: "old.example" })).toMatchObject({ filed: false });
    expect(await bureau.query({ domain: "one.example" })).toMatchObject({
      services: [{ serviceFilingNumber: `${number}-1` }],
    });
  });

  it("tells another provider's access from ours", async () => {
    await file(
      sampleRecord("ADD_ACCESS", "A1", { services: [website("one.example", "粤ICP备20000001号-1")] }),
    );
    const [service] = (await bureau.query({ domain: "one.example" })).services;
    expect(service?.accessProviders.map((access) => access.ours)).toEqual([false, true]);
  });
});

describe("checks against the registry", () => {
  it("refuse what is filed and let it through again after deregistration, where switched on", async () => {
    await bureau.control({ registryChecks: true });
    await fileFirst();
    const other = { ...sampleRecord("FIRST_FILING", "B1").entity, certNumber: "91440300MA5F000002" };
    const sameDomain = { entity: other, services: [website("One.example")] };
    expect(await file(sampleRecord("FIRST_FILING", "A2"))).toBeNull();
    expect(await file(sampleRecord("FIRST_FILING", "B1", sameDomain))).toBeNull();
    expect([await bureau.stateOf("A2:1"), await bureau.stateOf("B1:1")]).toEqual([
      "RECORD_ERROR",
      "RECORD_ERROR",
    ]);
    await file(sampleRecord("DEREGISTER_ENTITY", "A3", { services: [] }));
    expect(await file(sampleRecord("FIRST_FILING", "B2", sameDomain))).toMatchObject({ approved: true });
  });
});
