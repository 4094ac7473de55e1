import { describe, expect, it } from "vitest";
import type { Store } from "#db/store";
import { NO_FACTS } from "#shared/domain/order/decision";
import { isRefusal } from "#shared/domain/order/refusal";
import { deskOf } from "#test/support/desk";
import { NOW_MS } from "#test/support/order-fixtures";
import type { Caller } from "#test/support/staff-caller";
import { startTestServer, type TestServer } from "#test/support/test-server";

const CLIENTS = 50;
const ORDERS = 120;
/** Enough to go wrong; every double of a broken store costs a turn more. */
const FEW_ORDERS = 10;

interface Taken {
  readonly orderNo: string;
  readonly by: string;
}

/** Fifty people take orders from the same queue as fast as they can, until it is empty. */
async function race(server: TestServer, orders: number): Promise<Taken[]> {
  const desk = deskOf(server.store);
  for (let n = 0; n < orders; n++) await desk.submit(`O${n}`);
  const clients: { name: string; caller: Caller }[] = [];
  for (let n = 0; n < CLIENTS; n++) {
    await server.addStaff(`racer${n}`, "REVIEWER");
    clients.push({ name: `racer${n}`, caller: await server.signIn(`racer${n}`) });
  }
  const taken: Taken[] = [];
  await Promise.all(
    clients.map(async ({ name, caller }) => {
      for (let turn = 0; turn < orders; turn++) {
        const answer = await caller.call<{ orderNo: string } | null>("queue.claimNext", {
          requestId: `request-${turn}`,
        });
        if (answer.error !== null) throw new Error(answer.error.refusal);
        if (answer.data === null) return;
        taken.push({ orderNo: answer.data.orderNo, by: name });
      }
    }),
  );
  return taken;
}

const claims = async (server: TestServer, orderNo: string) =>
  (await server.actionsOf(orderNo)).filter((line) => line.endsWith(" claim"));

/** Orders that more than one person was told to be his. */
function doubles(taken: readonly Taken[]): string[] {
  const seen = new Set<string>();
  return taken.map(({ orderNo }) => orderNo).filter((orderNo) => seen.size === seen.add(orderNo).size);
}

describe("a race for the queue with 50 clients", () => {
  it("gives every order to exactly one of them, and leaves none", async () => {
    await using server = await startTestServer();
    const taken = await race(server, ORDERS);
    expect(doubles(taken)).toEqual([]);
    expect(taken).toHaveLength(ORDERS);
    for (const { orderNo, by } of taken) {
      const order = await server.store.load(orderNo);
      expect(order).toMatchObject({ status: "UNDER_FIRST_REVIEW", claim: { holder: by }, version: 2 });
      expect(await claims(server, orderNo)).toEqual([`${by} claim`]);
    }
    expect((await server.store.queue({ view: "TAKE" }, "racer0", NOW_MS)).rows).toEqual([]);
  });

  it("goes wrong as soon as loading and writing are a turn of the event loop apart", async () => {
    await using server = await startTestServer({ wrap: loadFirstWriteLater });
    const taken = await race(server, FEW_ORDERS);
    expect(doubles(taken).length).toBeGreaterThan(0);
  });
});

/** A store as it must not be: it reads and decides, lets others run, and then writes what it decided. */
function loadFirstWriteLater(store: Store): Store {
  return {
    ...store,
    async change(request, decide) {
      if (!("next" in request.target)) return store.change(request, decide);
      const { rows } = await store.queue(
        { view: "TAKE", limit: 1 },
        request.target.next.reviewer,
        request.nowMs,
      );
      const orderNo = rows[0]?.orderNo;
      if (orderNo === undefined) return { kind: "NOTHING" };
      const outcome = decide(await store.load(orderNo), NO_FACTS);
      await new Promise((resolve) => setImmediate(resolve));
      return store.change({ ...request, target: { orderNo } }, (fresh) => {
        if (isRefusal(outcome) || fresh === null) return outcome;
        return { ...outcome, next: { ...outcome.next, version: fresh.version + 1 } };
      });
    },
  };
}
