import { describe, expect, it } from "vitest";
import type { Store } from "#db/store";
import type { Application } from "#shared/domain/filing/application";
import type { ServicePerson } from "#shared/domain/filing/person";
import { deskOf, documentOf } from "#test/support/desk";
import { PERSON } from "#test/support/document-parts";
import { CUSTOMER, HOLDER, kindOf, MINUTE_MS, NOW_MS, verdictOf } from "#test/support/order-fixtures";
import { fileOrder, requestOf } from "#test/support/stored-findings";
import { createTestStore } from "#test/support/test-store";

const SOMEBODY = {
  ...PERSON,
  idNumber: "440301199001010012",
  mobile: "13911110001",
  emergencyPhone: "13911110002",
  email: "other@example.org",
};

/** A document of an entity of its own whose responsible person is PERSON, except for the patch. */
function of(name: string, person: Partial<typeof PERSON>, srp?: ServicePerson): Application {
  const document = documentOf(name);
  const services = document.services.map((service) =>
    srp === undefined ? service : { ...service, responsiblePerson: srp },
  );
  return {
    ...document,
    entity: { ...document.entity, responsiblePerson: { ...PERSON, ...person } },
    services,
  };
}

async function othersOf(store: Store, application: Application, orderNo: string | null = null) {
  return (await store.ruleFacts(requestOf(application, { orderNo }))).otherEntities ?? [];
}

const numbers = (others: readonly { orderNo: string }[]) => others.map(({ orderNo }) => orderNo).sort();

describe("other entities", () => {
  it("are told with their persons in canonical form", async () => {
    const store = await createTestStore();
    const srp = { sameAsEntity: false, name: "李四", mobile: "+86 139-2222-0001", email: " LI@Example.org " };
    const mobile = "138 0000 0001";
    await deskOf(store).submit("A-1", NOW_MS, of("A-1", { ...SOMEBODY, mobile }, srp));
    const erp = {
      idNumber: SOMEBODY.idNumber,
      isLegalRepresentative: true,
      mobile: "13800000001",
      emergencyPhone: SOMEBODY.emergencyPhone,
      email: SOMEBODY.email,
    };
    const stated = {
      idNumber: null,
      isLegalRepresentative: false,
      mobile: "13922220001",
      emergencyPhone: null,
      email: "li@example.org",
    };
    expect(await othersOf(store, of("A-2", {}))).toEqual([
      { orderNo: "A-1", entityLabel: "深圳市示例科技有限公司", erp, srps: [stated] },
    ]);
  });

  it.each([
    ["the mobile", { mobile: PERSON.mobile }],
    ["the mobile as emergency phone", { emergencyPhone: PERSON.mobile }],
    ["the mail address", { email: "CONTACT@example.com" }],
    ["the person", { idNumber: "11010519491231002x" }],
  ])("share %s", async (_, shared) => {
    const store = await createTestStore();
    await deskOf(store).submit("A-1", NOW_MS, of("A-1", { ...SOMEBODY, ...shared }));
    expect(numbers(await othersOf(store, of("A-2", {})))).toEqual(["A-1"]);
  });

  it("are found by the service's own person too, and name one that is the same as the entity's", async () => {
    const store = await createTestStore();
    await deskOf(store).submit("A-1", NOW_MS, of("A-1", SOMEBODY));
    const own = { ...PERSON, mobile: SOMEBODY.mobile, sameAsEntity: false };
    const [other] = await othersOf(store, of("A-2", {}, own));
    expect(other?.srps).toEqual([other?.erp]);
  });

  it("share nothing when only a paper names the number", async () => {
    const store = await createTestStore();
    const evidence = { phones: [{ phone: PERSON.mobile, provinceCode: "440000" }] };
    await deskOf(store).submit("A-1", NOW_MS, { ...of("A-1", SOMEBODY), evidence });
    expect(await othersOf(store, of("A-2", {}))).toEqual([]);
  });

  it("are neither the order itself nor another order of the same entity", async () => {
    const store = await createTestStore();
    await deskOf(store).submit("A-1", NOW_MS, of("A-1", {}));
    expect(await othersOf(store, of("A-1", {}), "A-1")).toEqual([]);
    expect(await othersOf(store, of("A-1", {}))).toEqual([]);
    expect(numbers(await othersOf(store, of("A-2", {}), "A-2"))).toEqual(["A-1"]);
  });

  it("count while open, and as filed with what was filed last", async () => {
    const store = await createTestStore();
    const desk = deskOf(store);
    await desk.submit("F-1", NOW_MS, of("F-1", {}));
    expect(numbers(await othersOf(store, of("N-1", {})))).toEqual(["F-1"]);
    await fileOrder(store, "F-1");
    expect(numbers(await othersOf(store, of("N-1", {})))).toEqual(["F-1"]);
    const change = documentOf("F-1", kindOf("CHANGE_ENTITY"));
    const entity = { ...change.entity, responsiblePerson: SOMEBODY };
    await desk.submit("F-2", NOW_MS + MINUTE_MS, { ...change, entity });
    await fileOrder(store, "F-2");
    expect(await othersOf(store, of("N-1", {}))).toEqual([]);
    expect(numbers(await othersOf(store, of("N-1", SOMEBODY)))).toEqual(["F-2"]);
  });

  it("do not count once abandoned, nor with what only an older revision said", async () => {
    const store = await createTestStore();
    const desk = deskOf(store);
    await desk.submit("A-1", NOW_MS, of("A-1", {}));
    await desk.submit("A-2", NOW_MS, of("A-2", {}));
    await desk.must("A-1", { type: "withdraw" }, CUSTOMER);
    expect(numbers(await othersOf(store, of("N-1", {})))).toEqual(["A-1", "A-2"]);
    await desk.must("A-1", { type: "abandon", reason: "" }, CUSTOMER);
    expect(numbers(await othersOf(store, of("N-1", {})))).toEqual(["A-2"]);
    await desk.must("A-2", { type: "claim" }, HOLDER);
    await desk.must("A-2", { type: "requestRevision", verdict: verdictOf("REVISE") }, HOLDER);
    const edit = { type: "edit", application: of("A-2", SOMEBODY) } as const;
    await desk.give({ orderNo: "A-2" }, [edit, { type: "submit" }], CUSTOMER, NOW_MS + MINUTE_MS);
    expect(await othersOf(store, of("N-1", {}))).toEqual([]);
  });

  it("are not the record that a change gives another certificate number", async () => {
    const store = await createTestStore();
    await deskOf(store).submit("F-1", NOW_MS, of("F-1", {}));
    await fileOrder(store, "F-1");
    const change = documentOf("F-1", kindOf("CHANGE_ENTITY"));
    const renumbered = { ...change, entity: { ...change.entity, certNumber: "91440300NEW" } };
    expect(await othersOf(store, renumbered)).toEqual([]);
    expect(numbers(await othersOf(store, { ...renumbered, filingType: "FIRST_FILING" }))).toEqual(["F-1"]);
  });

  it("are fifty at most", async () => {
    const store = await createTestStore();
    for (let index = 0; index < 52; index += 1) {
      const orderNo = `A-${String(index).padStart(2, "0")}`;
      await deskOf(store).submit(orderNo, NOW_MS, of(orderNo, {}));
    }
    expect(await othersOf(store, of("N-1", {}))).toHaveLength(50);
  });
});
