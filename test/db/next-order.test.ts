import { beforeEach, describe, expect, it } from "vitest";
import type { Store } from "#db/store";
import { preferredReviewerUntil } from "#shared/domain/time/sla";
import { changed, deskOf, documentOf } from "#test/support/desk";
import {
  CREATOR,
  CUSTOMER,
  DAY_MS,
  FORCED,
  HOLDER,
  HOUR_MS,
  LEAD,
  MINUTE_MS,
  NOW_MS,
  REVIEWER,
  staff,
  verdictOf,
} from "#test/support/order-fixtures";
import { createTestStore } from "#test/support/test-store";

let store: Store;
let desk: ReturnType<typeof deskOf>;
beforeEach(async () => {
  store = await createTestStore();
  desk = deskOf(store);
});

/** Reviewed once by `reviewer-a`, sent back, and handed in again at `atMs`. */
async function revised(orderNo: string, atMs: number): Promise<void> {
  await desk.submit(orderNo, NOW_MS - HOUR_MS);
  await desk.must(orderNo, { type: "claim" }, HOLDER, NOW_MS - HOUR_MS);
  const verdict = verdictOf("REVISE", { verdictId: `verdict-${orderNo}` });
  await desk.must(orderNo, { type: "requestRevision", verdict }, HOLDER, NOW_MS - HOUR_MS);
  const edit = { type: "edit", application: documentOf(orderNo) } as const;
  changed(await desk.give({ orderNo }, [edit, { type: "submit" }], CUSTOMER, atMs));
}

async function takeAll(nowMs: number): Promise<string[]> {
  const taken: string[] = [];
  for (
    let orderNo = await desk.claimNext(REVIEWER, nowMs);
    orderNo;
    orderNo = await desk.claimNext(REVIEWER, nowMs)
  ) {
    taken.push(orderNo);
  }
  return taken;
}

describe("the next order", () => {
  it("is overdue first, then revised, then by due time, with the order number as tie-break", async () => {
    await desk.submit("B-2", NOW_MS - 2 * HOUR_MS);
    await desk.submit("B-1", NOW_MS - 2 * HOUR_MS);
    await revised("C-1", NOW_MS - 45 * MINUTE_MS);
    await desk.submit("A-1", NOW_MS - 3 * HOUR_MS);
    await desk.submit("Z-1", NOW_MS - 10 * DAY_MS);
    await desk.submit("Z-2", NOW_MS - 9 * DAY_MS);
    expect(await takeAll(NOW_MS)).toEqual(["Z-1", "Z-2", "C-1", "A-1", "B-1", "B-2"]);
  });

  it("is nothing when nothing waits", async () => {
    expect(await desk.claimNext(REVIEWER, NOW_MS)).toBeNull();
  });

  it("waits thirty working minutes for the previous reviewer when it was revised, then is anybody's", async () => {
    await revised("C-1", NOW_MS);
    const freeMs = preferredReviewerUntil(NOW_MS);
    expect(freeMs - NOW_MS).toBe(30 * MINUTE_MS);
    expect(await desk.claimNext(REVIEWER, freeMs - 1)).toBeNull();
    expect(await desk.claimNext(REVIEWER, freeMs)).toBe("C-1");
  });

  it("is taken by the previous reviewer at once", async () => {
    await revised("C-1", NOW_MS);
    await desk.submit("A-1", NOW_MS - DAY_MS / 2);
    expect(await desk.claimNext(HOLDER, NOW_MS)).toBe("C-1");
  });

  it("is free again the moment a lease runs out, in the place it had", async () => {
    await desk.submit("A-1", NOW_MS - HOUR_MS);
    await desk.submit("A-2", NOW_MS);
    await desk.must("A-1", { type: "claim" }, HOLDER, NOW_MS);
    expect(await desk.claimNext(REVIEWER, NOW_MS + 30 * MINUTE_MS - 1)).toBe("A-2");
    expect(await desk.claimNext(LEAD, NOW_MS + 30 * MINUTE_MS - 1)).toBeNull();
    expect(await desk.claimNext(LEAD, NOW_MS + 30 * MINUTE_MS)).toBe("A-1");
    expect((await store.history("A-1")).map((event) => event.action)).toEqual([
      "create",
      "submit",
      "claim",
      "claimExpired",
      "claim",
    ]);
  });

  it("is never one on hold, however long", async () => {
    await desk.submit("A-1");
    await desk.must("A-1", { type: "claim" }, HOLDER);
    const hold = { type: "hold", reason: "CALL_BACK", untilMs: NOW_MS + DAY_MS, comment: "" } as const;
    await desk.must("A-1", hold, HOLDER);
    expect(await desk.claimNext(REVIEWER, NOW_MS + 20 * DAY_MS)).toBeNull();
  });

  it("is never a forced cancellation for the lead who created it", async () => {
    const application = documentOf("F-1", FORCED);
    const { accountId } = application;
    const force = {
      type: "forceCancelAccess",
      orderNo: "F-1",
      accountId,
      provinceCode: "440000",
      application,
      legalGround: "违规",
    } as const;
    changed(await desk.give({ create: "F-1" }, [force], CREATOR, NOW_MS));
    expect(await desk.claimNext(CREATOR, NOW_MS)).toBeNull();
    expect(await desk.claimNext(LEAD, NOW_MS)).toBe("F-1");
    expect(await store.orderIntakeKey("F-1")).toBeNull();
  });
});

describe("a reservation", () => {
  const UNTIL_MS = NOW_MS + 2 * MINUTE_MS;

  it("keeps an order from everybody else until it ends", async () => {
    await desk.submit("A-1", NOW_MS - HOUR_MS);
    await desk.submit("A-2");
    expect(await store.reserveNext(HOLDER.username, NOW_MS, UNTIL_MS)).toBe("A-1");
    expect(await store.reserveNext(REVIEWER.username, NOW_MS, UNTIL_MS)).toBe("A-2");
    expect(await store.reserveNext(LEAD.username, NOW_MS, UNTIL_MS)).toBeNull();
    expect(await desk.claimNext(LEAD, NOW_MS)).toBeNull();
    expect(await desk.claimNext(LEAD, UNTIL_MS)).toBe("A-1");
  });

  it("comes first for who holds it, also before an overdue order that came later", async () => {
    await desk.submit("A-1");
    expect(await store.reserveNext(HOLDER.username, NOW_MS, UNTIL_MS)).toBe("A-1");
    await desk.submit("Z-1", NOW_MS - 10 * DAY_MS);
    expect(await desk.claimNext(HOLDER, NOW_MS)).toBe("A-1");
    expect(await desk.claimNext(HOLDER, NOW_MS)).toBe("Z-1");
  });

  it("is one per reviewer: a new one frees the old", async () => {
    await desk.submit("A-1");
    expect(await store.reserveNext(HOLDER.username, NOW_MS, UNTIL_MS)).toBe("A-1");
    await desk.submit("Z-1", NOW_MS - 10 * DAY_MS);
    expect(await store.reserveNext(HOLDER.username, NOW_MS, UNTIL_MS)).toBe("Z-1");
    expect(await desk.claimNext(REVIEWER, NOW_MS)).toBe("A-1");
  });

  it("ends when it is dropped, and when the order is taken by its number", async () => {
    await desk.submit("A-1");
    await store.reserveNext(HOLDER.username, NOW_MS, UNTIL_MS);
    await store.dropReservation(HOLDER.username);
    expect(await store.reserveNext(REVIEWER.username, NOW_MS, UNTIL_MS)).toBe("A-1");
    await desk.must("A-1", { type: "claim" }, LEAD);
    await desk.must("A-1", { type: "release" }, LEAD);
    expect(await store.reserveNext(HOLDER.username, NOW_MS, UNTIL_MS)).toBe("A-1");
  });

  it("that ran out on somebody else's order is taken over", async () => {
    await desk.submit("A-1");
    await store.reserveNext(HOLDER.username, NOW_MS, UNTIL_MS);
    expect(await store.reserveNext(REVIEWER.username, UNTIL_MS, UNTIL_MS + MINUTE_MS)).toBe("A-1");
    expect(await desk.claimNext(HOLDER, UNTIL_MS)).toBeNull();
  });
});

describe("a lease", () => {
  it("is extended by its holder only, while it lives, and never shortened", async () => {
    await desk.submit("A-1");
    await desk.must("A-1", { type: "claim" }, HOLDER);
    const later = NOW_MS + 20 * MINUTE_MS;
    expect(await store.heartbeat("A-1", REVIEWER.username, later, later + 30 * MINUTE_MS)).toBeNull();
    expect(await store.heartbeat("A-1", HOLDER.username, later, later + 30 * MINUTE_MS)).toBe(
      later + 30 * MINUTE_MS,
    );
    expect(await store.heartbeat("A-1", HOLDER.username, later, NOW_MS + MINUTE_MS)).toBe(
      later + 30 * MINUTE_MS,
    );
    const loaded = await store.load("A-1");
    expect(loaded?.status === "UNDER_FIRST_REVIEW" && loaded.claim.lease).toEqual({
      state: "LIVE",
      untilMs: later + 30 * MINUTE_MS,
    });
    expect(loaded?.version).toBe(2);
    expect(await store.heartbeat("A-1", HOLDER.username, later + 30 * MINUTE_MS, later + DAY_MS)).toBeNull();
  });

  it("that was extended still decides after the time it was given at first", async () => {
    await desk.submit("A-1");
    await desk.must("A-1", { type: "claim" }, HOLDER);
    await store.heartbeat("A-1", HOLDER.username, NOW_MS + 29 * MINUTE_MS, NOW_MS + 59 * MINUTE_MS);
    const late = NOW_MS + 58 * MINUTE_MS;
    const approve = { type: "approve", verdict: verdictOf("APPROVE") } as const;
    expect((await desk.must("A-1", approve, HOLDER, late)).status).toBe("PENDING_BUREAU_SUBMISSION");
  });

  it("on hold cannot be extended and answers the end of the hold", async () => {
    await desk.submit("A-1");
    await desk.must("A-1", { type: "claim" }, HOLDER);
    const hold = { type: "hold", reason: "INTERNAL", untilMs: NOW_MS + DAY_MS, comment: "" } as const;
    await desk.must("A-1", hold, HOLDER);
    expect(await store.heartbeat("A-1", HOLDER.username, NOW_MS + HOUR_MS, NOW_MS + 2 * HOUR_MS)).toBe(
      NOW_MS + DAY_MS,
    );
    expect(await store.dueTimers(NOW_MS + DAY_MS, 10)).toEqual([
      { orderNo: "A-1", status: "UNDER_FIRST_REVIEW" },
    ]);
    expect(await store.dueTimers(NOW_MS + DAY_MS - 1, 10)).toEqual([]);
  });
});

describe("fifty people at once", () => {
  const PEOPLE = Array.from({ length: 50 }, (_, index) => staff(`r-${index}`, "REVIEWER"));
  const ORDERS = 120;

  it("never get the same order, and none is left", async () => {
    for (let index = 0; index < ORDERS; index++) await desk.submit(`R-${index}`);
    const taken = await Promise.all(
      PEOPLE.flatMap((person) => [1, 2, 3].map(() => desk.claimNext(person, NOW_MS))),
    );
    const orderNos = taken.filter((orderNo) => orderNo !== null);
    expect(new Set(orderNos).size).toBe(ORDERS);
    expect(orderNos).toHaveLength(ORDERS);
  });

  it("lose races when looking and taking are two steps", async () => {
    for (let index = 0; index < ORDERS; index++) await desk.submit(`R-${index}`);
    // The broken variant: the choice is made one turn of the event loop before the change.
    const lost = await Promise.all(
      PEOPLE.map(async (person) => {
        const [row] = (await store.queue({ view: "TAKE" }, person.username, NOW_MS)).rows;
        const result = await desk.give({ orderNo: row?.orderNo ?? "" }, [{ type: "claim" }], person, NOW_MS);
        return result.kind === "REFUSED";
      }),
    );
    expect(lost.filter(Boolean).length).toBeGreaterThan(0);
  });
});
